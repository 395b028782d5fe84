internal import BlazonForm
internal import BlazonSource

/// The key `achievement`: what a badge is in the terms of Open Badges 3.0, for its credentials.
public struct AchievementSpec: Sendable {
  /// What kind of achievement it is: the terms of the standard (section B.2, AchievementType).
  public enum Kind: String, CaseIterable, Sendable {
    case achievement = "Achievement"
    case apprenticeshipCertificate = "ApprenticeshipCertificate"
    case assessment = "Assessment"
    case assignment = "Assignment"
    case associateDegree = "AssociateDegree"
    case award = "Award"
    case badge = "Badge"
    case bachelorDegree = "BachelorDegree"
    case certificate = "Certificate"
    case certificateOfCompletion = "CertificateOfCompletion"
    case certification = "Certification"
    case communityService = "CommunityService"
    case competency = "Competency"
    case course = "Course"
    case coCurricular = "CoCurricular"
    case degree = "Degree"
    case diploma = "Diploma"
    case doctoralDegree = "DoctoralDegree"
    case fieldwork = "Fieldwork"
    case generalEducationDevelopment = "GeneralEducationDevelopment"
    case journeymanCertificate = "JourneymanCertificate"
    case learningProgram = "LearningProgram"
    case license = "License"
    case membership = "Membership"
    case professionalDoctorate = "ProfessionalDoctorate"
    case qualityAssuranceCredential = "QualityAssuranceCredential"
    case masterCertificate = "MasterCertificate"
    case masterDegree = "MasterDegree"
    case microCredential = "MicroCredential"
    case researchDoctorate = "ResearchDoctorate"
    case secondarySchoolDiploma = "SecondarySchoolDiploma"
  }

  /// Something in a framework of others that the badge stands for (section B.1, Alignment).
  public struct Alignment: Sendable {
    public var name: String
    public var url: String
    public var framework: String?
    public var code: String?

    enum Keys {
      static let name = Key("name", Form<String>.prose, "what it is called there")
      static let url = Key("url", ProgrammeKeys.webForm, "where it is told")
      static let framework = Key("framework", Form<String>.prose, "what it is part of")
      static let code = Key("code", Form<String>.prose, "its number there")
      static let all = [KeyDeclaration(name), .init(url), .init(framework), .init(code)]
    }

    static let form = Form<Alignment>("an alignment {name, url}", .chapter("alignment")) {
      tree, reading in
      guard var fields = Fields(tree, of: "an alignment", declared: Keys.all, &reading) else {
        return nil
      }
      let name = fields.require(Keys.name, &reading)
      let url = fields.require(Keys.url, &reading)
      let framework = fields.take(Keys.framework, &reading)
      let code = fields.take(Keys.code, &reading)
      fields.finish(&reading)
      guard let name, let url else { return nil }
      return Alignment(name: name.value, url: url.value, framework: framework, code: code)
    }
  }

  /// What an award's `result` is (section B.1, ResultDescription).
  public struct Result: Sendable {
    /// The terms of the standard whose values are numbers or words (section B.2, ResultType).
    public enum Kind: String, CaseIterable, Sendable {
      case gradePointAverage = "GradePointAverage"
      case letterGrade = "LetterGrade"
      case percent = "Percent"
      case performanceLevel = "PerformanceLevel"
      case predictedScore = "PredictedScore"
      case rawScore = "RawScore"
      case result = "Result"
      case scaledScore = "ScaledScore"
    }

    public var name: String
    public var kind: Kind
    /// What has to be reached, and the least and the most that can be.
    public var required: String?
    public var minimum: String?
    public var maximum: String?

    enum Keys {
      static let name = Key("name", Form<String>.prose, "what it is called, such as Score")
      static let kind = Key(
        "type", Form<Kind>.choice("type of result"), "what it is; Percent unless given")
      static let required = Key("required", Form<String>.prose, "what has to be reached")
      static let minimum = Key("minimum", Form<String>.prose, "the least that can be")
      static let maximum = Key("maximum", Form<String>.prose, "the most that can be")
      static let all = [
        KeyDeclaration(name), .init(kind), .init(required), .init(minimum), .init(maximum),
      ]
    }

    static let form = Form<Result>("a result {name, type}", .chapter("result")) { tree, reading in
      guard var fields = Fields(tree, of: "a result", declared: Keys.all, &reading) else {
        return nil
      }
      let name = fields.require(Keys.name, &reading)
      let kind = fields.take(Keys.kind, &reading)
      let required = fields.take(Keys.required, &reading)
      let minimum = fields.take(Keys.minimum, &reading)
      let maximum = fields.take(Keys.maximum, &reading)
      fields.finish(&reading)
      return name.map {
        Result(
          name: $0.value, kind: kind ?? .percent, required: required, minimum: minimum,
          maximum: maximum)
      }
    }
  }

  public var kind: Kind?
  public var alignments: [Alignment]
  public var result: Result?

  enum Keys {
    static let kind = Key(
      "type", Form<Kind>.choice("type of achievement"),
      "what kind it is; Certification of what has a certificate, else Badge, unless given")
    static let alignment = Key(
      "alignment",
      Form<[Located<Alignment>]>.list(of: Alignment.form, named: "1 to 20 alignments", 1...20),
      "what of others' frameworks it stands for: 1 to 20")
    static let result = Key("result", Result.form, "what the `result` of an award is")
    static let all = [KeyDeclaration(kind), .init(alignment), .init(result)]
  }

  static let form = Form<AchievementSpec>("an achievement {type}", .chapter("achievement")) {
    tree, reading in
    guard var fields = Fields(tree, of: "an achievement", declared: Keys.all, &reading) else {
      return nil
    }
    let kind = fields.take(Keys.kind, &reading)
    let alignments = fields.take(Keys.alignment, &reading) ?? []
    let result = fields.take(Keys.result, &reading)
    fields.finish(&reading)
    return AchievementSpec(kind: kind, alignments: alignments.map(\.value), result: result)
  }
}
