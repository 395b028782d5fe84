/// The page that `blazon preview` serves: the badges of all programmes, and what is wrong at the moment.
///
/// It finds a badge called `acme/docs-author` at `/badges/acme/docs-author.svg`, and loads itself anew
/// once `/version` says something else than `version`.
public func previewPage(
  _ programmes: [(name: String, badges: [String])], messages: String, version: Int
) -> String {
  var body = ""
  if !messages.isEmpty { body += "<pre>\(htmlLines(messages))</pre>\n" }
  for (name, badges) in programmes {
    body += "<h1>\(htmlAttribute(name))</h1>\n<ul>\n"
    for badge in badges {
      let label = htmlAttribute(badge)
      body +=
        "<li><img src=\"/badges/\(label).svg?\(version)\" width=\"176\" height=\"176\" alt=\"\">"
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
    \(body)<script>
      setInterval(async () => {
        try { if (await (await fetch("/version")).text() !== "\(version)") location.reload(); } catch {}
      }, 100);
    </script>
    </body>
    </html>

    """
}
