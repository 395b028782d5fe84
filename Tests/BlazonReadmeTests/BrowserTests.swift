import BlazonScene
import BlazonText
import Foundation
import TestSupport
import Testing

@testable import BlazonLayout
@testable import BlazonReadme

/// What a browser makes of badges in every script: Chromium, with the fonts that are installed.
@Suite struct BrowserTests {
  /// Two texts in each of twenty scripts, and some that mix them.
  static let texts = [
    "الحالة", "مكتمل بنجاح", "وضعیت", "نستعلیق اردو", "מצב", "עבר בהצלחה", "स्थिति", "प्रमाणित",
    "অবস্থা", "উত্তীর্ণ", "ਸਥਿਤੀ", "ਪਾਸ ਹੋਇਆ", "સ્થિતિ", "પ્રમાણિત", "நிலை", "சான்றளிக்கப்பட்டது",
    "స్థితి", "ధృవీకరించబడింది", "ಸ್ಥಿತಿ", "ಪ್ರಮಾಣೀಕೃತ", "നില", "സാക്ഷ്യപ്പെടുത്തി", "තත්ත්වය",
    "සහතික කළ", "สถานะ", "ผ่านแล้ว", "ສະຖານະ", "ຜ່ານແລ້ວ", "ស្ថានភាព", "បានបញ្ជាក់", "အခြေအနေ",
    "အောင်မြင်ပြီး", "სტატუსი", "დამტკიცებული", "կարգավիճակ", "ሁኔታ", "ᏣᎳᎩ", "状态", "ラベル メッセージ",
    "상태 통과", "🎉 1.0", "👨‍👩‍👧 family", "build 🇩🇪 ok", "Ọ́mọ̀ 中文 ok",
  ]

  private struct Seen: Decodable {
    /// What is seen: from the left edge of the badge, in pixels.
    var start: Double, end: Double, length: Double
  }

  @Test(arguments: [ReadmeStyle.flat, .forTheBadge, .social])
  func `words are as wide as they were measured, and inside their halves`(_ style: ReadmeStyle)
    throws
  {
    var typesetter = Typesetter(fonts: try FontLibrary())
    var (page, halves): (String, [(text: String, half: ReadmeLayout.Half)]) = ("", [])
    for text in BrowserTests.texts {
      let badge = try ReadmeBadge(label: text, message: text, style: style)
      page += "<div>" + String(decoding: badge.svg(&typesetter), as: UTF8.self) + "</div>\n"
      let layout = ReadmeLayout(badge, badge.widths(&typesetter))
      for half in [layout.label, layout.message] {
        halves.append((text, try #require(half)))
      }
    }
    let seen = try measured(page)
    try #require(seen.count == halves.count)
    for (seen, (text, half)) in zip(seen, halves) {
      let words = try #require(half.words)
      #expect(abs(seen.length - words.length) <= 1.05, "\(text): \(seen) for \(words.length)")
      #expect(seen.start >= half.box.minX && seen.end <= half.box.maxX, "\(text): \(seen)")
    }
  }

  /// Where the words of all badges on a page stand, shadows left out.
  private func measured(_ body: String) throws -> [Seen] {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      <!doctype html><meta charset="utf-8"><body>\(body)
      <pre id="seen"></pre><script>
      const list = [];
      for (const svg of document.querySelectorAll("svg")) {
        const left = svg.getBoundingClientRect().left;
        for (const text of svg.querySelectorAll("text:not([aria-hidden])")) {
          const box = text.getBoundingClientRect();
          list.push({start: box.left - left, end: box.right - left,
            length: text.getComputedTextLength() / 10});
        }
      }
      document.getElementById("seen").textContent = JSON.stringify(list);
      </script>
      """, "page.html")
    let answer = try run(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--dump-dom",
        "--user-data-dir=\(folder.path)/profile", "file://\(folder.path)/page.html",
      ])
    let dom = String(decoding: answer.output, as: UTF8.self)
    let json = dom.components(separatedBy: "<pre id=\"seen\">").last?
      .components(separatedBy: "</pre>").first
    return try JSONDecoder().decode([Seen].self, from: Data(try #require(json).utf8))
  }
}
