internal import BlazonForm
internal import BlazonLedger
internal import BlazonSource

/// The keys of `programme.yaml`.
enum ProgrammeKeys {
  static let blazon = FileKeys.blazon
  static let programme = Key(
    "programme", Form<String>.id, "the programme's id: the name of its output folder")
  static let name = Key("name", LocalizedText.form, "what the programme is called")
  static let publish = Key("publish", ProgrammeKeys.addressForm, "where its output will be served")
  static let color = Key("color", .color, "the programme's colour")
  static let accent = Key("accent", .color, "its second colour")
  static let metal = Words.Keys.metal
  static let finish = Words.Keys.finish
  static let ground = Words.Keys.ground
  static let capitals = Words.Keys.capitals
  static let paper = Key("paper", .color, "the colour of light surfaces")
  static let ink = Key("ink", .color, "the colour of words on them")
  static let language = Key(
    "language", ProgrammeKeys.languageForm, "the language of its texts; en unless given")
  static let families = Key(
    "families", Form<Tree>.map(.id, of: .chapter("badge")),
    "families by id: words that their badges start from")
  static let extends = Key(
    "extends", Form<String>.text,
    "the folder of another programme, whose families and presets are used")
  static let include = Key(
    "include", Form<[Located<String>]>.list(of: .id, named: "a list of ids"),
    "badges of that programme to draw in this one's colours")
  static let partnerOf = Key(
    "partner-of", Form<String>.id, "the programme this one is a partner of")
  static let presets = FileKeys.presets
  static let badges = FileKeys.badges
  static let logo = Key(
    "logo", Logo.form, "the programme's logo, \(DrawingPath.told); or {light: …, dark: …}")
  static let languages = Key(
    "languages",
    Form<[Located<String>]>.list(of: ProgrammeKeys.languageForm, named: "a list of languages"),
    "the languages, beside its own, in which people get cards and certificates")
  static let font = Key(
    "font", TypefaceSpec.form,
    "its own typeface, of .ttf or .otf files: for all sans faces, or by role")
  static let fonts = Key(
    "fonts", FontFamilies.form, "installed families for other scripts {sans, serif}")
  static let awards = Key(
    "awards", AwardsSpec.form,
    "who earned what: .csv, .yaml, .json, .xlsx and other files, as in awards/*.csv, or databases")
  static let columns = Key(
    "columns", TableReading.columnsForm,
    "what the columns of its tables say, as in {name: Full name, issued: Timestamp}")
  static let ignore = Key(
    "ignore", TableReading.namesForm, "columns that say nothing here; “others” for all the rest")
  static let dates = Key(
    "dates", Form<TableReading.DateOrder>.choice("order"),
    "the order in which its tables write days")
  static let facts = Key(
    "facts", TableReading.factsForm,
    "columns that pages show, as in {hours: Hours} for {{award.hours}}")
  static let tiers = Key(
    "tiers", Form<Tree>.map(.id, of: .chapter("variant")),
    "words of tiers by name: a shipped one's are laid over, another is a tier of the programme's own"
  )
  static let words = Key(
    "words", Form<Tree>.map(.language, of: .chapter("words")),
    "fixed words of pictures, by language")
  static let themes = Key(
    "themes", Form<Tree>.chapter("themes"), "what is other on light and on dark pages")
  static let description = Key(
    "description", LocalizedText.prose, "what the programme is, one or two sentences for its page")
  static let website = Key("website", ProgrammeKeys.webForm, "the issuer's own pages")
  static let linkedin = Key(
    "linkedin", ProgrammeKeys.numberForm,
    "the organisation's number at LinkedIn, which shows its logo beside certifications")
  static let license = Key(
    "license", Form<String>.text,
    "the terms its pictures may be used under: an SPDX identifier such as CC-BY-4.0, or an address")
  static let credentials = Key(
    "credentials", CredentialSpec.form, "what its awards prove by themselves, and who signs")
  static let withdrawn = Key(
    "withdrawn", Form<[Located<String>]>.list(of: .published, named: "a list of paths"),
    "what was published once and is taken away: paths in its output folder, without endings")
  static let budget = Key("budget", Budget.form, "the most bytes of files by kind")
  static let check = Key("check", CheckKeys.form, "how much it minds what is a matter of taste")
  static let all = [
    KeyDeclaration(blazon), .init(programme), .init(name), .init(publish), .init(color),
    .init(accent), .init(metal), .init(finish), .init(ground), .init(capitals), .init(paper),
    .init(ink), .init(language),
    .init(families), .init(presets), .init(badges), .init(extends), .init(include),
    .init(partnerOf), .init(logo), .init(languages), .init(font), .init(fonts), .init(awards),
    .init(columns), .init(ignore), .init(dates), .init(facts), .init(tiers),
    .init(words), .init(themes), .init(description), .init(website), .init(linkedin),
    .init(license), .init(credentials), .init(withdrawn), .init(budget), .init(check),
  ]

  static let webForm = Form<String>(
    "an https address", .pattern(addressPattern)
  ) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    do throws(WebAddress.Problem) { return try WebAddress(text).text } catch {
      reading.error(error.message, at: tree.place, help: error.help)
      return nil
    }
  }

  private static let numberForm = Form<String>(
    "a number such as 1234567", .id
  ) {
    tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    guard (1...20).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      reading.error(
        "“\(text.prefix(60))” is not a number of LinkedIn", at: tree.place,
        help: "the digits at the end of the address of the organisation's page, as in 1234567")
      return nil
    }
    return text
  }

  /// Without slashes at its end: what is served below it begins with one.
  private static let addressForm = Form<String>(
    "an https address", .pattern(addressPattern)
  ) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading) else { return nil }
    do throws(WebAddress.Problem) {
      let address = try WebAddress(text)
      let extra = address.query != nil ? "a query" : address.fragment != nil ? "a fragment" : nil
      if let extra {
        throw WebAddress.Problem(
          "“\(text.prefix(80))” has \(extra), below which nothing can be served",
          help: "write the address up to its path, as in https://badges.example.org/ours")
      }
      var folder = address.text[...]
      while folder.hasSuffix("/") { folder.removeLast() }
      return String(folder)
    } catch {
      reading.error(error.message, at: tree.place, help: error.help)
      return nil
    }
  }

  /// Scheme, host, port and path, as far as a pattern can tell.
  private static let addressPattern: String = {
    let label = "[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
    let host = "(\\[[0-9A-Fa-f:.]+\\]|\(label)(\\.\(label))*\\.?)"
    return
      "^[Hh][Tt][Tt][Pp][Ss]?://\(host)(:[0-9]{1,5})?(/([!$&-;=@-\\[\\]_a-z~]|%[0-9A-Fa-f]{2})*)?$"
  }()

  static let languageForm = Form<String>("a language", .language) { tree, reading in
    guard let text = Form<String>.text.read(tree, &reading),
      reading.checkLanguage(text, at: tree.place)
    else { return nil }
    return text
  }
}
