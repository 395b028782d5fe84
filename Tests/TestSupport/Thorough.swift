internal import Foundation

/// Whether all is looked at of what is alike and takes long, as `make thorough` asks; else a share of it.
public let isThorough = ProcessInfo.processInfo.environment["BLAZON_THOROUGH"] != nil
