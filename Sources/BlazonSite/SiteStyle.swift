internal import BlazonScene
internal import Checksum

/// The look of all pages of a programme, in its colour: style sheets, and the few lines of script that pages can do
/// without.
struct SiteStyle: Sendable {
  /// The accent, in both themes.
  private let colors: String
  /// The colour of frames of browsers.
  let themeColor: String

  init(color: Color) {
    // What is read in the accent stands on the tint as well.
    let tints = (light: color.tone(0.965, chroma: 0.35), dark: color.tone(0.24, chroma: 0.35))
    let (light, dark) = (color.against(tints.light, 4.7), color.against(tints.dark, 6))
    themeColor = light.hexText
    colors =
      ":root{color-scheme:light dark;--accent:\(light.hexText);--on:#fff;"
      + "--tint:\(tints.light.hexText)}"
      + "@media screen and (prefers-color-scheme:dark){:root{--accent:\(dark.hexText);--on:#0d1117;"
      + "--tint:\(tints.dark.hexText)}}"
  }

  /// What some pages have and others have not. Each page brings the rules of its own parts alone.
  enum Part: CaseIterable {
    /// What all have.
    case base
    /// An award or a badge: its picture, what is known of it, what can be done.
    case award
    /// Lines to copy.
    case embed
    /// Galleries, lists, and links between the pages of these.
    case lists
    /// Programmes.
    case cards
    /// The look-up of numbers.
    case lookup
    /// The check of files.
    case verify
  }

  /// The style sheet of a page with `parts`, and what it may load and run (Content Security Policy, level 3): its own
  /// pictures, that sheet and our scripts.
  func sheet(of parts: Set<Part>) -> (text: String, policy: String) {
    let sheet =
      colors
      + Part.allCases.filter { $0 == .base || parts.contains($0) }
      .compactMap { SiteStyle.rules[$0] }.joined()
    // The check asks this site for its keys and lists, and nobody else for anything.
    let isChecking = parts.contains(.verify)
    let scripts =
      SiteStyle.scripts
      + (isChecking ? " 'sha256-\(hash(VerifyScript.text))'; connect-src 'self'" : "")
    let policy =
      "default-src 'none'; img-src 'self' data:; style-src 'sha256-\(hash(sheet))'; "
      + "script-src \(scripts); base-uri 'none'; form-action 'none'"
    return (sheet, policy)
  }

  private static let scripts = [script, lookup].map { "'sha256-\(hash($0))'" }
    .joined(separator: " ")

  /// The rules of each part: places, then parts of them.
  private static let rules: [Part: String] = [
    .base: """
    :root{--good:#116329;--good-bg:#e4f5e8;--bg:#fff;--panel:#f6f8fa;--line:#d1d9e0;--text:#1f2328;--muted:#59636e;--warn:#9a6700;--warn-bg:#fff8e5;--bad:#b3202c;--bad-bg:#fff0ef}
    @media screen and (prefers-color-scheme:dark){:root{--good:#56d364;--good-bg:#12261a;--bg:#0d1117;--panel:#151b23;--line:#3d444d;--text:#f0f6fc;--muted:#9ba4ae;--warn:#e3b341;--warn-bg:#272115;--bad:#ff9c95;--bad-bg:#2d1a1c}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--text);font:1rem/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;overflow-wrap:break-word}
    .wrap,header{max-width:68rem;margin-inline:auto;padding-inline:1.25rem}
    header{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem;padding-block:1rem}
    header .home{display:flex;align-items:center;gap:.65rem;font-weight:650;color:var(--text);text-decoration:none;margin-inline-end:auto}
    header .home img{height:2rem;width:auto}
    nav ul,.links,.actions,.pills,.list,.gallery{list-style:none;margin:0;padding:0}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
    a{color:var(--accent)}
    nav a{text-decoration:none}nav a:hover,.list a:hover,.gallery a:hover .t{text-decoration:underline}
    nav [aria-current]{font-weight:650;color:var(--text)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.25rem}
    .skip{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}.skip:focus{clip-path:none;width:auto;height:auto;inset-inline-start:1rem;top:.5rem;background:var(--bg);padding:.5rem 1rem;z-index:1}
    .hero{background:linear-gradient(170deg,var(--tint),var(--bg) 88%);border-top:1px solid var(--line)}
    .hero .wrap{display:grid;grid-template-columns:minmax(0,20rem) minmax(0,1fr);gap:2rem 3.5rem;align-items:center;padding-block:3rem}
    .hero.plain .wrap{grid-template-columns:minmax(0,1fr)}
    img{max-width:100%;height:auto}
    h1{font-size:clamp(1.9rem,4.6vw,3.1rem);line-height:1.12;letter-spacing:-.02em;margin:.25rem 0 .5rem}
    h1:lang(ar),h1:lang(he),h1:lang(fa){letter-spacing:0;line-height:1.3}
    h2{font-size:1.2rem;line-height:1.3;margin:2.25rem 0 .6rem}
    h3{font-size:1rem;margin:2.25rem 0 .75rem;padding-top:.9rem;border-top:1px solid var(--line)}h2+h3{margin-top:.75rem;padding-top:0;border:0}
    p{margin:.35rem 0}
    .label{color:var(--muted);font-size:.95rem;margin:0}
    .title{font-size:1.35rem;font-weight:650;line-height:1.35;color:var(--accent);margin:0 0 .5rem}
    .lead{font-size:1.1rem;max-width:44rem}
    .hero+.wrap>:first-child{margin-top:1.75rem}.hero+.columns>:first-child{margin-top:0}
    .state{max-width:44rem;border-inline-start:.3rem solid var(--warn);background:var(--warn-bg);padding:.8rem 1.1rem;border-radius:.4rem;margin:1.25rem 0}
    .state strong{color:var(--warn)}.state.bad{border-color:var(--bad);background:var(--bad-bg)}.state.bad strong{color:var(--bad)}
    .actions{display:flex;flex-wrap:wrap;gap:.6rem}
    .button{display:inline-block;font:inherit;font-size:.95rem;line-height:1.4;padding:.5rem .95rem;border:1px solid var(--line);border-radius:.6rem;background:var(--bg);color:var(--text);text-decoration:none;cursor:pointer}
    .button:hover{border-color:var(--accent)}.button.first{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
    footer{width:calc(100% - 2.5rem);max-width:65.5rem;margin-inline:auto;border-top:1px solid var(--line);margin-top:3rem;padding-block:1.5rem 2.5rem;color:var(--muted);font-size:.92rem;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}footer p{margin:0;flex:1 1 20rem}
    [hidden]{display:none}
    @media (max-width:44rem){.hero .wrap{grid-template-columns:minmax(0,1fr);gap:1rem;padding-block:1.5rem 2rem}nav ul{column-gap:.9rem;font-size:.95rem}}
    @media print{header nav,footer,.actions,.skip,.screen{display:none}.hero{background:none;border:0}body{font-size:11pt}a{color:inherit}}
    """,
    .award: """
    @media screen and (prefers-color-scheme:dark){.paper img{filter:brightness(.92)}}
    .ok{display:inline-flex;gap:.45rem;padding:.2rem .85rem;border-radius:9rem;font-weight:600;font-size:.95rem;color:var(--good);background:var(--good-bg);margin:0 0 1rem}
    .hero:has(.state.bad){--accent:var(--muted)}
    .hero .actions{margin-top:1.25rem}
    .hero figure{margin:0;text-align:center}.hero figure img{display:block;margin-inline:auto}
    dl{display:flex;flex-wrap:wrap;gap:.75rem 2.25rem;margin:1.25rem 0 0}
    dt{color:var(--muted);font-size:.9rem}dd{margin:0}
    .by{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin-top:1.25rem}
    .by span,.by a{display:inline-flex;align-items:center;gap:.5rem}.by img{height:1.75rem;width:auto}
    .columns{display:grid;grid-template-columns:minmax(0,1.75fr) minmax(0,1fr);gap:0 3.5rem;padding-bottom:2rem}
    .columns .actions{display:grid;grid-template-columns:1fr 1fr}.columns .actions .button{width:100%;text-align:center}.columns .actions .wide{grid-column:1/-1}
    .pills{display:flex;flex-wrap:wrap;gap:.5rem}.pills li{border:1px solid var(--line);border-radius:9rem;padding:.15rem .8rem;font-size:.95rem;background:var(--panel)}
    .more{margin-top:2.25rem}
    .paper{margin-top:1rem;display:block;background:var(--panel);border:1px solid var(--line);border-radius:.6rem;overflow:hidden;line-height:0;box-shadow:0 .5rem 1.5rem #0001}
    @media (max-width:44rem){.columns{grid-template-columns:minmax(0,1fr)}.hero figure img{max-width:13rem}.columns>:nth-child(2){margin-top:1.5rem}dl{display:grid;grid-template-columns:1fr 1fr}}
    @media print{.paper{display:none}}
    """,
    .embed: """
    pre{background:var(--panel);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;font:.82rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0;direction:ltr;text-align:left}
    details{border-top:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer;font-weight:600}details details{margin-inline-start:1rem}details details summary{font-weight:500}
    """,
    .lists: """
    .gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(8.5rem,100%),1fr));gap:1.25rem 1rem}.gallery+.gallery{margin-top:1.25rem}.gallery.large{grid-template-columns:repeat(auto-fill,minmax(min(13rem,100%),1fr))}
    .gallery li{text-align:center;font-size:.95rem;line-height:1.4;padding:1rem .75rem;border:1px solid var(--line);border-radius:.9rem;background:var(--panel)}.gallery a{color:inherit;text-decoration:none;display:block}.gallery .t{display:block;font-weight:600;margin-top:.4rem}
    .gallery small,.list small{color:var(--muted);font-size:.87rem}.gallery .s{display:block}.warn{color:var(--warn)}.bad{color:var(--bad)}
    .list{columns:16rem;column-gap:2.5rem}.list li{break-inside:avoid;padding:.4rem 0}.list a{font-weight:600;text-decoration:none}.list small{display:block}.list time{white-space:nowrap}
    .pages{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;margin:1.75rem 0}
    """,
    .cards: """
    .cards{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr));gap:1.25rem}.cards a{display:block;height:100%;padding:1.25rem 1.4rem;border:1px solid var(--line);border-radius:.9rem;background:var(--panel);color:var(--text);text-decoration:none}.cards a:hover{border-color:var(--accent)}.cards img{display:block;height:3rem;width:auto;margin-bottom:.75rem}.cards .t{display:block;font-weight:650;font-size:1.1rem}.cards small{color:var(--muted);font-size:.95rem}
    """,
    .verify: """
    .drop{margin:2.25rem 0 1rem}.drop label{display:block;border:2px dashed var(--muted);border-radius:.9rem;padding:1.75rem;background:var(--panel);max-width:44rem}.drop.over label{border-style:solid;border-color:var(--accent)}
    .drop input{display:block;margin-top:1rem;font:inherit;max-width:100%}.drop input::file-selector-button{font:inherit;font-weight:600;padding:.5rem .95rem;border:1px solid var(--accent);border-radius:.6rem;background:var(--accent);color:var(--on);cursor:pointer;margin-inline-end:.75rem}
    #verdicts article{border:1px solid var(--line);border-inline-start:.4rem solid var(--warn);border-radius:.6rem;padding:1rem 1.4rem 1.25rem;margin:1.25rem 0;max-width:54rem}#verdicts .ok,#verdicts .ok>strong{border-inline-start-color:var(--good)}#verdicts article.bad{border-inline-start-color:var(--bad)}
    #verdicts h2{font-size:.95rem;color:var(--muted);margin:0;overflow-wrap:anywhere}.summary{font-size:1.35rem;font-weight:650;margin:.25rem 0 .75rem}
    #verdicts ul{list-style:none;margin:0;padding:0}#verdicts li{padding:.2rem 0;padding-inline-start:1.9rem;text-indent:-1.9rem;background:none;color:inherit;display:block;font:inherit}.sign{display:inline-block;width:1.9rem;text-indent:0;font-weight:700}
    #verdicts .ok>.sign,#verdicts .ok>strong{color:var(--good)}#verdicts .bad>.sign,#verdicts .bad>strong{color:var(--bad)}#verdicts .open>.sign,#verdicts .open>strong{color:var(--warn)}#verdicts small{display:block;color:var(--muted);text-indent:0}
    #verdicts dl{display:grid;grid-template-columns:minmax(6rem,12rem) minmax(0,1fr);gap:.3rem 1.25rem;margin:1rem 0 0;border-top:1px solid var(--line);padding-top:1rem}#verdicts dt{color:var(--muted);font-size:.95rem}#verdicts dd{margin:0;overflow-wrap:anywhere}
    @media (max-width:36rem){#verdicts dl{display:block}#verdicts dd{margin-bottom:.6rem}}
    """,
    .lookup: """
    .find{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}.find input{font:inherit;padding:.5rem .8rem;border:1px solid var(--muted);border-radius:.6rem;background:var(--bg);color:var(--text);min-width:min(20rem,100%);text-transform:uppercase}
    """,
  ].mapValues { $0.split(separator: "\n").joined() }

  /// Shows buttons that copy; of an award whose last day is over, shows what holds after it and hides what held until it.
  static let script =
    #"const q=s=>document.querySelectorAll(s);for(const b of q("[data-copy]")){b.hidden=false;b.onclick=async()=>{await navigator.clipboard.writeText(document.getElementById(b.dataset.copy)?.textContent??b.dataset.copy);const t=b.textContent;b.textContent=b.dataset.done;setTimeout(()=>{b.textContent=t},1500)}}const d=new Date().toISOString().slice(0,10);for(const e of q("[data-until]"))if(d>e.dataset.until)e.hidden=false;for(const e of q("[data-while]"))if(d>e.dataset.while)e.hidden=true"#

  /// Looks a typed number up: checks its last character (Luhn, modulo 32, in Crockford's digits) and leads to its folder.
  static let lookup =
    #"const f=document.querySelector(".find"),n=f.querySelector("input"),e=document.getElementById("mistyped");f.hidden=false;f.onsubmit=v=>{v.preventDefault();let t=n.value.toUpperCase().replace(/[\s\u2010-\u2015]+/g,"-").replace(/^-+|-+$/g,"");const c=t.replace(/-/g,"").replace(/O/g,"0").replace(/[IL]/g,"1"),a="0123456789ABCDEFGHJKMNPQRSTVWXYZ";let ok=/^[0-9A-Z-]{4,64}$/.test(t);if(/^[0-9A-HJKMNP-TV-Z]{12}$/.test(c)){let s=0;[...c].reverse().forEach((x,i)=>{if(i){const p=a.indexOf(x)*(i%2?2:1);s+=Math.floor(p/32)+p%32}});const r=a.indexOf(c[11])===(32-s%32)%32;ok=r||!/^.{4}-.{4}-.{4}$/.test(t);if(r)t=c.replace(/(.{4})(?=.)/g,"$1-")}e.hidden=ok;if(ok)location.href=t+"/"+(f.dataset.page||"")}"#
}

/// The SHA-256 of `text` in base 64.
private func hash(_ text: String) -> String {
  var sum = SHA256()
  sum.add(Array(text.utf8)[...])
  return sum.base64()
}
