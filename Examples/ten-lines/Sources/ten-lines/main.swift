import Blazon
import Foundation

var report = Report()
let programme = try Programme(
  sentence: "gold seal, open book, title Docs Author, ribbon Docs, three stars", report: &report)
for problem in report.sorted { print(MessageFormat.text.print(problem), terminator: "") }
guard let badge = programme?.badges.first else { exit(1) }
try Data(badge.svg()).write(to: URL(filePath: "docs-author.svg"))
try Data(badge.png(width: 256, theme: .dark)).write(to: URL(filePath: "docs-author.png"))
print(badge.alternativeText)
