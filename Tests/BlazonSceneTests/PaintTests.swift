import Testing

@testable import BlazonScene

struct PaintTests {
  private func offsets(_ stops: [GradientStop]) -> [Double] { stops.map(\.offset) }

  @Test("Stops are sorted and clamped; equal ones keep their order")
  func stops() {
    let (red, green, blue) = (Color(hex: 0xFF0000), Color(hex: 0x00FF00), Color(hex: 0x0000FF))
    let given = [
      GradientStop(1.5, red), GradientStop(0.5, green), GradientStop(-2, blue),
      GradientStop(0.5, red), GradientStop(0.12345, .black),
    ]
    let linear = LinearGradient(start: Point(0, 0), end: Point(1, 0), stops: given)
    let radial = RadialGradient(center: Point(0, 0), radius: 1, stops: given)
    #expect(offsets(linear.stops) == [0, 0.123, 0.5, 0.5, 1])
    #expect(linear.stops.map(\.color) == [blue, .black, green, red, red])
    #expect(radial.stops == linear.stops)
  }

  @Test func theColoursOfStopsAreWhatEightBitsShow() {
    let stop = GradientStop(0, Color(red: 0.5, green: 0, blue: 2, alpha: 0.12345))
    let made = LinearGradient(start: Point(0, 0), end: Point(1, 0), stops: [stop]).stops
    #expect(made[0].color == Color(red: 128.0 / 255, green: 0, blue: 1, alpha: 0.123))
  }

  @Test(
    "An angle over a box is CSS's: its end colours fall on corners",
    arguments: [
      (0, Point(50, 60), Point(50, 0)), (90, Point(0, 30), Point(100, 30)),
      (180, Point(50, 0), Point(50, 60)), (270, Point(100, 30), Point(0, 30)),
      (45, Point(10, 70), Point(90, -10)),
    ])
  func angles(degrees: Double, start: Point, end: Point) {
    let box = Rect(x: 0, y: 0, width: 100, height: 60)
    let gradient = LinearGradient(angle: Angle(degrees: degrees), over: box, stops: [])
    #expect(gradient.start.isNear(start) && gradient.end.isNear(end))
  }

  @Test func theFlatColourOfAGradientIsItsMiddle() {
    func flat(_ stops: [GradientStop]) -> Color {
      Paint.linear(LinearGradient(start: Point(0, 0), end: Point(1, 0), stops: stops)).flat
    }
    let (red, blue) = (Color(hex: 0xFF0000), Color(hex: 0x0000FF))
    #expect(
      flat([GradientStop(0, red), GradientStop(0.5, blue), GradientStop(1, red)]).hexText
        == "#0000ff")
    #expect(
      flat([GradientStop(0, red), GradientStop(1, blue)]).hexText
        == red.mixed(with: blue, 0.5).hexText)
    #expect(flat([GradientStop(0.8, red), GradientStop(1, blue)]) == red)
    #expect(flat([GradientStop(0, blue), GradientStop(0.3, red)]) == red)
    #expect(flat([]) == .black)
    #expect(Paint.color(red).flat == red)
  }
}
