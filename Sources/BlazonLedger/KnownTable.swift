/// A table that some software writes, known by the names of its columns.
struct KnownTable {
  let name: String
  /// Columns that it always has, each in one of its spellings.
  let signature: [[String]]
  /// What they say, the best column first.
  let columns: [(key: AwardKey, headers: [String])]
  /// Keys that several columns say together.
  var joins: Set<AwardKey> = []
  var only: [(column: String, values: [String])] = []

  func isOrigin(of headers: [String]) -> Bool {
    let there = Set(headers)
    return signature.allSatisfy { !there.isDisjoint(with: $0) }
  }

  /// As their makers' documentation and exports have them in 2026, in English.
  static let all = [
    KnownTable(
      name: "pretix", signature: [["Order code"], ["Attendee name"], ["Product"]],
      columns: [
        (.name, ["Attendee name"]), (.badge, ["Product"]),
        (.issued, ["Event start", "Event date", "Order date"]),
      ]),
    KnownTable(
      name: "Indico",
      signature: [["ID"], ["Name"], ["Registration date"], ["State", "Registration state"]],
      columns: [(.name, ["Name"]), (.issued, ["Registration date"])],
      only: [
        ("State", ["Complete", "Completed"]), ("Registration state", ["Complete", "Completed"]),
      ]),
    KnownTable(
      name: "Eventbrite",
      signature: [["Order #", "Order ID"], ["First Name"], ["Last Name"], ["Attendee Status"]],
      columns: [
        (.name, ["First Name", "Last Name"]), (.badge, ["Ticket Type"]),
        (.issued, ["Event Date", "Order Date"]),
      ], joins: [.name], only: [("Attendee Status", ["Attending", "Checked In"])]),
    KnownTable(
      name: "Moodle", signature: [["First name"], ["Surname", "Last name"], ["Email address"]],
      columns: [
        (.name, ["First name", "Surname", "Last name"]),
        (.result, ["Course total (Real)", "Course total (Percentage)", "Course total"]),
        (.issued, ["Completion date", "Course complete"]),
      ], joins: [.name]),
    KnownTable(
      name: "GitHub", signature: [["login"], ["contributions"]],
      columns: [
        (.name, ["name", "login"]), (.handle, ["login"]), (.count, ["contributions"]),
      ]),
    KnownTable(
      name: "Credly",
      signature: [
        ["Issued To First Name", "issued_to_first_name"],
        ["Issued To Last Name", "issued_to_last_name"], ["Issued At", "issued_at"],
      ],
      columns: [
        (
          .name,
          [
            "Issued To First Name", "Issued To Last Name", "issued_to_first_name",
            "issued_to_last_name",
          ]
        ), (.badge, ["Badge Template Name", "badge_template_name", "Badge"]),
        (.issued, ["Issued At", "issued_at"]), (.expires, ["Expires At", "expires_at"]),
      ], joins: [.name]),
    KnownTable(
      name: "Discourse", signature: [["username"], ["trust_level"]],
      columns: [(.name, ["name", "username"]), (.handle, ["username"])]),
  ]
}
