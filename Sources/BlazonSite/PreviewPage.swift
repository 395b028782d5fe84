/// The page that `blazon preview` serves: the badges of all programmes, and what is wrong at the moment.
///
/// It finds a badge called `acme/docs-author` at `/badges/acme/docs-author.svg`, with its key behind a `?`. Once
/// `/version` says something else than `version`, it takes over what a new page has; pictures of the same key stay.
public func previewPage(
  _ programmes: [(name: String, badges: [(name: String, key: String)])], messages: String,
  version: Int
) -> String {
  var body = ""
  if !messages.isEmpty { body += "<pre>\(htmlLines(messages))</pre>\n" }
  for (name, badges) in programmes {
    body += "<h1>\(htmlAttribute(name))</h1>\n<ul>\n"
    for badge in badges {
      let label = htmlAttribute(badge.name)
      body +=
        "<li><img src=\"/badges/\(label).svg?\(badge.key)\" width=\"176\" height=\"176\" alt=\"\">"
        + "<span>\(label)</span></li>\n"
    }
    body += "</ul>\n"
  }
  return """
    <!doctype html>
    <html lang="en">
    <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>Blazon preview</title>
      <style>
        body { font: 0.9rem/1.4 system-ui, sans-serif; margin: 1.5rem; background: #fff; color: #1f2328; }
        ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }
        li { width: 11rem; text-align: center; } li span { display: block; overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; padding: 1rem; border: 2px solid #cf222e; border-radius: 0.5rem; }
        @media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f6fc; } }
      </style>
    </head>
    <body>
    <main data-version="\(version)">
    \(body)</main>
    <script>
      const ask = async (path) => (await fetch(path)).text();
      const main = () => document.querySelector("main");
      const follow = async () => {
        try {
          if (await ask("/version") !== main().dataset.version) {
            const page = new DOMParser().parseFromString(await ask("/"), "text/html").querySelector("main");
            const [shown, next] = [main(), page].map((one) => [...one.querySelectorAll("img")]);
            const name = (image) => image.getAttribute("src").split("?")[0];
            const [headings, titles] = [main(), page].map((one) => [...one.querySelectorAll("h1")]);
            if (shown.length === next.length && headings.length === titles.length && shown.every((image, index) => name(image) === name(next[index]))) {
              // What stays the same is not even painted again.
              shown.forEach((image, index) => {
                if (image.getAttribute("src") !== next[index].getAttribute("src")) image.src = next[index].getAttribute("src");
              });
              headings.forEach((heading, index) => { heading.textContent = titles[index].textContent; });
              main().querySelector("pre")?.remove();
              const messages = page.querySelector("pre");
              if (messages) main().prepend(messages);
              main().dataset.version = page.dataset.version;
            } else {
              main().replaceWith(page);
            }
          }
        } catch {}
        setTimeout(follow, 20);
      };
      follow();
    </script>
    </body>
    </html>

    """
}
