/// The candidates that a misspelt `word` most likely meant, best first, at most three.
public func suggestions(for word: String, among candidates: some Sequence<String>) -> [String] {
  let word = Array(word.lowercased().unicodeScalars.prefix(64))
  let reach = max(1, word.count / 3)
  return
    candidates
    .map { (name: $0, distance: editDistance(word, Array($0.lowercased().unicodeScalars))) }
    .filter { $0.distance <= reach }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(3).map(\.name)
}

/// What to say after “unknown …”: the likely word, or the one that `meaning` finds where none is spelt alike, or the list
/// of all.
public func helpText(
  for word: String, among candidates: [String], meaning: (String) -> String? = { _ in nil }
) -> String {
  if candidates.isEmpty { return "there is none to choose from here" }
  let likely = suggestions(for: word, among: candidates)
  if let first = likely.first ?? meaning(word) { return "did you mean “\(first)”?" }
  let shown = candidates.prefix(24).joined(separator: ", ")
  return "use one of: " + shown + (candidates.count > 24 ? ", …" : "")
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var rows = [[Int]](repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { rows[i][0] = i }
  for j in 0...b.count { rows[0][j] = j }
  for i in 1...a.count {
    for j in 1...b.count {
      let replace = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replace)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
      }
    }
  }
  return rows[a.count][b.count]
}
