import Foundation
import TestSupport
import Testing

/// What follows the files while specs are written: `preview` and `render --watch`.
@Suite struct PreviewTests {
  /// Python that begins `blazon preview`, and asks it things.
  private static let prelude = """
    import http.client, json, os, subprocess, sys, time
    blazon, folder = sys.argv[1:3]
    os.chdir(folder)
    server = subprocess.Popen([blazon, "preview"], stdout=subprocess.PIPE)
    port = int(server.stdout.readline().decode().rstrip("/\\n").rsplit(":", 1)[1])

    def get(path, host="127.0.0.1"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": host})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (http.client.HTTPException, ConnectionError):
            return 0, ""

    def write(name, text):
        with open("badge-specs/acme/" + name, "w") as file:
            file.write(text)

    def until(condition):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            value = get("/")[1]
            if condition(value):
                return value
            time.sleep(0.02)
        return value

    """

  /// What `script` puts into `seen`, after the server was asked to end.
  private func seen(_ place: Workplace, _ script: String) throws -> [String: String] {
    let end = "\nserver.terminate()\nseen['status'] = server.wait(20)\n"
    let answer = try python(
      Self.prelude + "seen = {}\n" + script + end
        + "print(json.dumps({key: str(value) for key, value in seen.items()}))",
      [blazon, place.folder.path])
    try #require(answer.status == 0, "\(answer.error)")
    return try JSONDecoder().decode([String: String].self, from: answer.output)
  }

  @Test func `badges are shown, a change at once`() throws {
    let seen = try seen(
      Workplace(),
      """
      seen["page"] = get("/")[1]
      before, svg = get("/version")[1], get("/badges/acme/first.svg")[1]
      text = open("badge-specs/acme/badges.yaml").read()
      write("badges.yaml", text.replace("sunrise", "ship"))
      until(lambda _: get("/version")[1] != before)
      seen["changed"] = get("/badges/acme/first.svg")[1] != svg
      seen["svg"] = svg[:4]
      seen["unknown"] = [get("/badges/acme/../x.svg")[0], get("/badges/none.svg")[0], get("/etc/passwd")[0]]
      seen["stranger"] = get("/", "evil.example")[0]
      """)
    let page = try #require(seen["page"])
    #expect(page.contains("src=\"/badges/acme/first.svg?"))
    #expect(!page.contains("<pre>"))
    #expect(seen["svg"] == "<svg")
    #expect(seen["changed"] == "True")
    #expect(seen["unknown"] == "[404, 404, 404]")
    #expect(seen["stranger"] == "421", "a name of another host is not served")
    #expect(seen["status"] == "0")
  }

  @Test func `only whoever sits here is served`() throws {
    let seen = try seen(
      Workplace(),
      #"""
      import socket
      def ask(*headers, method="GET", path="/"):
          with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
              lines = [method + " " + path + " HTTP/1.1", *headers, "Connection: close", "", ""]
              client.sendall("\r\n".join(lines).encode())
              answer = b""
              while piece := client.recv(65536):
                  answer += piece
          head, _, body = answer.partition(b"\r\n\r\n")
          return int(head.split()[1]), head.decode().lower(), body.decode()
      own = "Host: 127.0.0.1:%d" % port
      cross = "Sec-Fetch-Site: cross-site"
      seen["own"] = [ask(own)[0], ask("Host: LOCALHOST:%d" % port)[0]]
      seen["two"] = [ask(own, "Host: evil.example")[0], ask("Host: evil.example", own)[0], ask()[0]]
      seen["foreign"] = [ask("Host: " + host)[0] for host in ("evil.example", "127.0.0.1:80@evil", "[::1]:%d" % port,
          "localhost.", "127.0.0.1:1")]
      seen["word"] = ask("Host: evil.example")[2]
      seen["framed"] = ask(own, cross, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")[0]
      seen["image"] = ask(own, cross, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image", path="/badges/acme/first.svg")[0]
      seen["sibling"] = ask(own, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty")[0]
      seen["link"] = ask(own, cross, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")[0]
      seen["page"] = ask(own, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image")[0]
      heads = [ask(own, path=path)[1] for path in ("/", "/badges/acme/first.svg", "/none")]
      seen["heads"] = [("cross-origin-resource-policy: same-origin" in head, "frame-ancestors 'none'" in head) for head in heads]
      """#)
    #expect(seen["own"] == "[200, 200]")
    #expect(seen["two"] == "[400, 400, 400]")
    #expect(seen["foreign"] == "[421, 421, 421, 421, 421]")
    #expect(seen["word"]?.hasPrefix("this is 127.0.0.1:") == true)
    #expect(seen["framed"] == "403" && seen["image"] == "403" && seen["sibling"] == "403")
    #expect(seen["link"] == "200" && seen["page"] == "200")
    #expect(seen["heads"] == "[(True, True), (True, True), (True, True)]", "\(seen)")
    #expect(seen["status"] == "0")
  }

  @Test func `clients that send slowly, or half of a request, do not keep others out`() throws {
    let seen = try seen(
      Workplace(),
      #"""
      import socket, threading
      get("/")
      slow = []
      for number in range(400):
          client = socket.create_connection(("127.0.0.1", port), timeout=10)
          client.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
          slow.append(client)
      start = time.monotonic()
      seen["served"] = get("/version")[0]
      seen["soon"] = time.monotonic() - start < 3
      # They go on, a byte now and then: the time for all of a request ends.
      end = time.monotonic() + 13
      while time.monotonic() < end:
          for client in slow:
              try:
                  client.sendall(b"x")
              except OSError:
                  pass
          time.sleep(1)
      closed = 0
      for client in slow:
          client.settimeout(5)
          try:
              if client.recv(1) == b"": closed += 1
          except ConnectionError:
              closed += 1
          except TimeoutError:
              pass
          client.close()
      seen["closed"] = closed
      start = time.monotonic()
      seen["after"] = get("/version")[0]
      seen["soon after"] = time.monotonic() - start < 3
      """#)
    #expect(seen["served"] == "200" && seen["soon"] == "True", "\(seen)")
    #expect(seen["closed"] == "400", "\(seen)")
    #expect(seen["after"] == "200" && seen["soon after"] == "True", "\(seen)")
  }

  @Test func `a broken file is told on the page, and the last good pictures stay`() throws {
    let seen = try seen(
      Workplace(),
      """
      good = open("badge-specs/acme/programme.yaml").read()
      write("programme.yaml", "blazon: 1\\n<b>&:  x\\n")
      seen["broken"] = until(lambda page: "<pre>" in page)
      seen["svg"] = get("/badges/acme/first.svg")[0]
      write("programme.yaml", good)
      seen["mended"] = until(lambda page: "<pre>" not in page)
      """)
    let broken = try #require(seen["broken"])
    #expect(broken.contains("badge-specs/acme/programme.yaml:2:1: error: unknown key"), "\(broken)")
    #expect(broken.contains("    2 | &lt;b&gt;&amp;:  x\n      | ^~~~"))
    #expect(broken.contains("/badges/acme/first.svg"))
    #expect(seen["svg"] == "200")
    #expect(seen["mended"]?.contains("<pre>") == false)
    #expect(seen["status"] == "0")
  }

  @Test func `words that do not fit are told on the page too`() throws {
    let long = String(repeating: "Donaudampfschifffahrt", count: 9)
    let seen = try seen(
      Workplace(),
      """
      text = open("badge-specs/acme/badges.yaml").read()
      write("badges.yaml", text.replace("First Light", "\(long)"))
      seen["page"] = until(lambda page: "<pre>" in page)
      """)
    #expect(seen["page"]?.contains("does not fit") == true, "\(seen)")
  }

  @Test func `an afternoon of changes opens no more files than the first`() throws {
    let seen = try seen(
      Workplace(),
      """
      def change(number):
          before = get("/version")[1]
          write("more.yaml", f"# {number}\\nblazon: 1\\n")
          until(lambda _: get("/version")[1] != before)
          get("/badges/acme/first.svg")
          return len(os.listdir(f"/proc/{server.pid}/fd"))

      first = [change(n) for n in range(2)][-1]
      seen["more"] = [change(n) for n in range(2, 8)][-1] - first
      """)
    let more = try #require(seen["more"].flatMap { Int($0) })
    #expect(more <= 1, "a connection at most")
  }

  @Test func `a file that changes while badges are drawn is drawn again`() throws {
    let place = try Workplace()
    let script = """
      "$0" render --watch -q -j1 --surface badge --size 2048,2047,2046,2045,2044,2043 & id=$!
      until test -e output/acme/badges/first@2048.png; do sleep 0.005; done
      sed -i 's/First Light/Second Dawn/; s/The first badge shows light./It dawns./' \
        badge-specs/acme/badges.yaml
      until grep -q 'It dawns' output/acme/badges/first.svg; do sleep 0.02; done
      kill $id
      wait $id
      """
    let words = ["60", "env", "--default-signal", "sh", "-c", script, blazon]
    let answer = try run("timeout", words, in: place.folder)
    #expect(answer.status == 0, "\(answer.status) \(answer.error)")
  }

  @Test func `what does not fit is told on one processor, too`() throws {
    let place = try Workplace()
    let long = String(repeating: "Endless ", count: 20)
    try place.write(
      "blazon: 1\nbadges:\n  long: {preset: hexagon, title: \(long), emblem: ship}\n",
      to: "badge-specs/acme/badges.yaml")
    let script = Self.prelude.replacing(
      "[blazon, \"preview\"]", with: "[\"taskset\", \"-c\", \"0\", blazon, \"preview\"]")
    let answer = try python(
      script
        + "page = until(lambda page: '<pre>' in page)\nserver.terminate()\nserver.wait(20)\nprint(page)",
      [blazon, place.folder.path])
    #expect(answer.text.contains("does not fit"), "\(answer.text) \(answer.error)")
  }
}
