internal import CGLib

/// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits (FIPS 180-4).
public func sha256(_ bytes: [UInt8]) -> String {
  let text = unsafe g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))!
  defer { unsafe g_free(text) }
  return unsafe String(cString: text)
}
