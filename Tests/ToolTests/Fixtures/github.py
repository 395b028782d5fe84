"""Stands for the part of GitHub's interface that reads and writes comments, on this machine.

    github.py FOLDER ANSWER...

Listens on a free port, which it writes into FOLDER/port; answers each request with the next ANSWER, `CODE JSON`; keeps what
came in FOLDER/requests, a line each: method, path, body.
"""
import http.server
import os
import sys

folder, answers = sys.argv[1], sys.argv[2:]


class Comments(http.server.BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        with open(f"{folder}/requests", "a") as file:
            file.write(f"{self.command} {self.path} {body.strip()}\n")
        code, text = answers.pop(0).split(" ", 1)
        self.send_response(int(code))
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST = do_PATCH = answer

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Comments)
server.timeout = 30
with open(f"{folder}/port.new", "w") as file:
    file.write(str(server.server_port))
os.rename(f"{folder}/port.new", f"{folder}/port")
while answers:
    server.handle_request()
