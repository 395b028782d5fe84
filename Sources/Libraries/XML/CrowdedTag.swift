/// Where a tag begins that has more than `limit` attributes, by their signs: libxml2 compares each with all before it, and
/// says how many there are when it has done so.
func crowdedTag(in text: [UInt8], limit: Int) -> Int? {
  // What has no attributes, and where it ends.
  let others: [(start: [UInt8], end: [UInt8])] = [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"),
  ].map { (Array($0.utf8), Array($1.utf8)) }
  var offset = 0
  while let start = text[offset...].firstIndex(of: UInt8(ascii: "<")) {
    offset = start
    if let other = others.first(where: { text[offset...].starts(with: $0.start) }) {
      while offset < text.count, !text[offset...].starts(with: other.end) { offset += 1 }
      if offset == text.count { return nil }
      continue
    }
    var (quote, count) = (UInt8(0), 0)
    while offset < text.count, quote != 0 || text[offset] != UInt8(ascii: ">") {
      switch text[offset] {
      case quote: quote = 0
      case _ where quote != 0: break
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = text[offset]
      case UInt8(ascii: "="):
        count += 1
        if count > limit { return start }
      default: break
      }
      offset += 1
    }
  }
  return nil
}
