"""Runs a program at a terminal of its own, and answers what it asks.

    terminal.py '[["QUESTION", "KEYS"], ...]' PROGRAM WORDS...

Prints JSON: the exit code, all that stood on the screen, and whether what is typed was seen, at each answer and at the end.
"""
import fcntl
import json
import os
import select
import subprocess
import sys
import termios
import time

dialogue, command = json.loads(sys.argv[1]), sys.argv[2:]
keyboard, terminal = os.openpty()


def begin():
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)


def is_echoing():
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


process = subprocess.Popen(
    command, stdin=terminal, stdout=terminal, stderr=terminal, preexec_fn=begin, close_fds=True)
screen, seen, echoes = b"", 0, []
end = time.monotonic() + 60


def read(seconds):
    global screen
    ready, _, _ = select.select([keyboard], [], [], seconds)
    if ready:
        screen += os.read(keyboard, 1 << 16)
    return bool(ready)


for question, keys in dialogue:
    while question.encode() not in screen[seen:]:
        if time.monotonic() > end or (process.poll() is not None and not read(0)):
            process.kill()
            sys.exit(f"was not asked “{question}”: {screen.decode()}")
        read(0.1)
    seen = len(screen)
    echoes.append(is_echoing())
    os.write(keyboard, keys.encode())

while process.poll() is None:
    read(0.1)
    if time.monotonic() > end:
        process.kill()
while read(0):
    pass
print(json.dumps({
    "status": process.returncode,
    "screen": screen.decode(),
    "echoes": echoes + [is_echoing()],
}))
