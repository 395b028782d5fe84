/// A programme as the page shows it that `blazon preview` serves.
public struct PreviewProgramme: Sendable {
  /// A badge: it is found at `/badges/NAME.svg`, its other sizes at `/site/FILE@64.png`.
  public struct Badge: Sendable {
    /// As in `acme/docs-author.gold`.
    public var name: String
    /// Its files below `/site/`, without an ending, by language: the programme's own first.
    public var files: [(language: String, path: String)]
    /// What has the same looks the same.
    public var key: String
    /// The alternative text.
    public var alt: String

    public init(
      name: String, files: [(language: String, path: String)], key: String, alt: String
    ) {
      (self.name, self.files, self.key, self.alt) = (name, files, key, alt)
    }
  }

  /// An award: its files stand in a folder below `/site/`.
  public struct Award: Sendable {
    public var folder: String
    /// Whose it is, and of what.
    public var label: String
    public var key: String
    public var hasCertificate: Bool

    public init(folder: String, label: String, key: String, hasCertificate: Bool) {
      (self.folder, self.label, self.key) = (folder, label, key)
      self.hasCertificate = hasCertificate
    }
  }

  public var name: String
  /// The folder of its pages.
  public var home: String
  public var badges: [Badge]
  /// The first of its awards, and how many there are.
  public var awards: [Award]
  public var awardCount: Int

  public init(
    name: String, home: String, badges: [Badge], awards: [Award], awardCount: Int
  ) {
    (self.name, self.home, self.badges) = (name, home, badges)
    (self.awards, self.awardCount) = (awards, awardCount)
  }
}

/// The page that `blazon preview` serves: everything that a run would draw, and what is wrong at the moment.
///
/// Once `/version` says something else than `version`, it takes over what a new page has; pictures of the same key stay.
public func previewPage(
  _ programmes: [PreviewProgramme], messages: String, problems: Int, version: Int
) -> String {
  var body = HTML.empty
  if !messages.isEmpty { body += "<pre>\(HTML(markup: htmlLines(messages)))</pre>\n" }
  for programme in programmes { body += section(programme) }
  let languages = Set(programmes.flatMap(\.badges).flatMap { $0.files.map(\.language) }).sorted()
  let options =
    languages.count < 2 ? .empty : languages.map { "<option>\($0)</option>" as HTML }.joined()
  let choice: HTML =
    options.text.isEmpty
    ? .empty
    : "<label>Language <select id=\"language\"><option value=\"\">own</option>\(options)</select></label>"
  let page: HTML = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Blazon preview</title>
    <link rel="icon" href="data:,">
    <style>\(HTML(markup: previewStyle))</style>
    </head>
    <body>
    <form id="tools">
    <label>Find <input id="find" type="search"></label>
    <label>Size <input id="zoom" type="range" min="48" max="512" value="176"></label>
    <label>Ground <select id="ground"><option value="">as the system</option><option>light</option><option>dark</option><option>both</option></select></label>
    \(choice)<label><input id="sizes" type="checkbox"> 64 and 32 pixels</label>
    <label><input id="alts" type="checkbox"> alternative texts</label>
    <label><input id="awards" type="checkbox" checked> awards</label>
    <a href="/site/">the site</a>
    <output id="lost" hidden>The preview has ended: begin it again.</output>
    </form>
    <main data-version="\(version)" data-problems="\(problems)">
    \(body)</main>
    <script>\(HTML(markup: previewScript))</script>
    </body>
    </html>

    """
  return page.text
}

private func section(_ programme: PreviewProgramme) -> HTML {
  var html: HTML =
    "<h1>\(programme.name)</h1>\n<p><a href=\"/site/\(programme.home)/\">its pages</a></p>\n<ul class=\"badges\">\n"
  for badge in programme.badges {
    let own = badge.files.first?.path ?? ""
    let others = badge.files.dropFirst().map {
      " data-lang-\($0.language.lowercased())=\"/site/\($0.path).svg?\(badge.key)\"" as HTML
    }.joined()
    html += """
      <li data-name="\(badge.name)"><img class="main" src="/badges/\(badge.name).svg?\(badge.key)"\(others) width="176" height="176" alt="">\
      <img class="size" data-src="/site/\(own)@64.png?\(badge.key)" width="64" height="64" alt="">\
      <img class="size" data-src="/site/\(own)@32.png?\(badge.key)" width="32" height="32" alt="">\
      <span>\(badge.name)</span><p class="alt">\(badge.alt)</p></li>

      """
  }
  html += "</ul>\n"
  guard !programme.awards.isEmpty else { return html }
  let rest = programme.awardCount - programme.awards.count
  html += "<ul class=\"awards\">\n"
  for award in programme.awards {
    let folder: HTML = "/site/\(award.folder)"
    let certificate: HTML =
      award.hasCertificate
      ? "<img loading=\"lazy\" src=\"\(folder)/certificate.svg?\(award.key)\" width=\"297\" height=\"210\" alt=\"\">"
      : ""
    html += """
      <li data-name="\(award.label)"><img loading="lazy" src="\(folder)/card.jpg?\(award.key)" width="300" height="158" alt="">\
      <img loading="lazy" src="\(folder)/card.dark.jpg?\(award.key)" width="300" height="158" alt="">\
      \(certificate)<img loading="lazy" src="\(folder)/readme.svg?\(award.key)" height="20" alt="">\
      <span><a href="\(folder)/">\(award.label)</a></span></li>

      """
  }
  html += "</ul>\n"
  if rest > 0 {
    html += "<p><a href=\"/site/\(programme.home)/people/\">\(rest) more awards</a></p>\n"
  }
  return html
}

private let previewStyle = """
  :root{color-scheme:light dark;--zoom:176px}
  body{font:.9rem/1.4 system-ui,sans-serif;margin:0 1.5rem 2rem;background:#fff;color:#1f2328}
  #tools{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;align-items:center;padding:.6rem 0;background:inherit;border-bottom:1px solid #8888}
  #lost{color:#cf222e;font-weight:600}
  ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}
  li{text-align:center;max-width:max(11rem,var(--zoom))}
  li span{display:block;overflow-wrap:anywhere}
  img.main{width:var(--zoom);height:var(--zoom)}
  .awards li{max-width:none;display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
  .size,.alt{display:none}.sizes .size{display:inline}.alts .alt{display:block;max-width:20rem;text-align:start;margin:.25rem auto;color:#59636e}
  .noawards .awards{display:none}
  [hidden]{display:none!important}
  pre{position:sticky;top:2.9rem;z-index:1;max-height:45vh;overflow:auto;white-space:pre-wrap;padding:1rem;border:2px solid #cf222e;border-radius:.5rem;background:#fff;color:#1f2328}
  .light{color-scheme:light}.dark{color-scheme:dark;background:#0d1117;color:#f0f6fc}
  .both .badges li{background:linear-gradient(90deg,#fff 50%,#0d1117 50%);color:#777}
  @media(prefers-color-scheme:dark){body:not(.light){background:#0d1117;color:#f0f6fc}.alts .alt{color:#9ba4ae}body:not(.light) pre{background:#0d1117;color:#f0f6fc}}
  """.split(separator: "\n").joined()

/// Follows the server: asks it what there is, and takes over what is new; does what the tools say.
private let previewScript = #"""
  const $ = (name) => document.getElementById(name), main = () => document.querySelector("main");
  const ask = async (path) => { const answer = await fetch(path); if (!answer.ok) throw 0; return answer.text(); };
  const tell = () => {
    const count = +main().dataset.problems;
    document.title = (count ? `✗ ${count} problem${count > 1 ? "s" : ""} – ` : "") + "Blazon preview";
    const color = $("lost").hidden ? (count ? "%23cf222e" : "%231a7f37") : "%23888";
    document.querySelector("link[rel=icon]").href = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='7' fill='${color}'/></svg>`;
  };
  const dress = () => {
    const words = $("find").value.toLowerCase(), language = ($("language")?.value || "").toLowerCase(), body = document.body;
    body.style.setProperty("--zoom", $("zoom").value + "px");
    body.className = [$("ground").value, $("sizes").checked && "sizes", $("alts").checked && "alts", !$("awards").checked && "noawards"].filter(Boolean).join(" ");
    for (const one of document.querySelectorAll("li")) {
      one.hidden = !(one.dataset.name + " " + (one.querySelector(".alt")?.textContent || "")).toLowerCase().includes(words);
    }
    for (const one of document.querySelectorAll("img.main")) {
      one.dataset.own ||= one.getAttribute("src");
      const wanted = (language && one.getAttribute("data-lang-" + language)) || one.dataset.own;
      if (one.getAttribute("src") !== wanted) one.src = wanted;
    }
    if ($("sizes").checked) for (const one of document.querySelectorAll("img.size")) {
      if (one.getAttribute("src") !== one.dataset.src) one.src = one.dataset.src;
    }
  };
  const take = (page) => {
    const [shown, next] = [main(), page].map((one) => [...one.querySelectorAll("h1,li")]);
    const name = (one) => one.tagName + (one.dataset.name || "") + one.querySelectorAll("img").length;
    if (shown.length !== next.length || !shown.every((one, index) => name(one) === name(next[index]))) {
      main().replaceWith(page);
      return;
    }
    // What stays the same is not even painted again.
    shown.forEach((one, index) => {
      const other = next[index];
      if (one.tagName === "H1") { one.textContent = other.textContent; return; }
      const images = other.querySelectorAll("img");
      one.querySelectorAll("img").forEach((image, place) => {
        for (const attribute of images[place].attributes) {
          const isShown = attribute.name === "src" && image.dataset.own;
          if (isShown ? image.dataset.own !== attribute.value : image.getAttribute(attribute.name) !== attribute.value) {
            if (isShown) image.dataset.own = attribute.value;
            image.setAttribute(attribute.name, attribute.value);
          }
        }
      });
      const [alt, said] = [one, other].map((item) => item.querySelector(".alt"));
      if (alt) alt.textContent = said.textContent;
    });
    main().querySelector("pre")?.remove();
    const messages = page.querySelector("pre");
    if (messages) main().prepend(messages);
    Object.assign(main().dataset, page.dataset);
  };
  const follow = async () => {
    try {
      if (await ask("/version") !== main().dataset.version) {
        take(new DOMParser().parseFromString(await ask("/"), "text/html").querySelector("main"));
        dress();
        tell();
      }
      if (!$("lost").hidden) { $("lost").hidden = true; tell(); }
    } catch { if ($("lost").hidden) { $("lost").hidden = false; tell(); } }
    setTimeout(follow, 20);
  };
  $("tools").addEventListener("input", dress);
  $("tools").addEventListener("submit", (event) => event.preventDefault());
  dress();
  tell();
  follow();
  """#
