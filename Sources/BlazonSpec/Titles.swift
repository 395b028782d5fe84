internal import BlazonForm
internal import BlazonSource

extension Words {
  /// What it is called in all languages, with its subtitle and without: ledgers may name it so.
  public var allTitles: [String] {
    guard let titles = title?.value.texts else { return [] }
    return titles.sorted { $0.key < $1.key }.flatMap { language, title in
      let more = subtitle?.value.text(in: language).map { ["\(title) \($0)", "\(title), \($0)"] }
      return [title] + (more ?? [])
    }
  }
}
