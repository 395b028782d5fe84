"""Proves that Examples/scale does with Spark what docs/scale.md says, on a cluster of two workers on this machine.

    python3 Tests/Spark/prove.py BLAZON

Shares and lines merge, byte for byte, to what one run gives, though a worker is killed with what it runs.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks"))
import people  # noqa: E402

MASTER = "local-cluster[2,1,1024]"
COUNT = 40


def processes(word):
    """The ids of processes whose command line has `word` in it."""
    found = []
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            except OSError:
                continue
            if word in line and int(folder.name) != os.getpid():
                found.append(int(folder.name))
    return found


def is_below(process, ancestor):
    """Whether a process was begun by another, however far."""
    while process > 1:
        if process == ancestor:
            return True
        try:
            process = int(pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, ValueError):
            return False
    return False


def kill_worker(stop, killed, folder):
    """Kills one executor of ours, and every blazon that draws into `folder`, as soon as one does."""
    while not stop.is_set():
        drawing = processes(f"-o {folder}/")
        executors = [p for p in processes("CoarseGrainedExecutorBackend") if is_below(p, os.getpid())]
        if drawing and executors:
            for process in [executors[0], *drawing]:
                try:
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)
                except OSError:
                    pass
            return
        time.sleep(0.02)


def submit(script, *words, blazon, folder):
    stop, killed = threading.Event(), []
    killer = threading.Thread(target=kill_worker, args=(stop, killed, folder), daemon=True)
    killer.start()
    settings = ["spark.ui.enabled=false", "spark.task.maxFailures=6", f"spark.executorEnv.BLAZON={blazon}"]
    import pyspark

    home = pathlib.Path(pyspark.__file__).parent
    command = [str(home / "bin/spark-submit"), "--master", MASTER]
    for setting in settings:
        command += ["--conf", setting]
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        "BLAZON": blazon,
    }
    try:
        done = subprocess.run(
            [*command, str(ROOT / "Examples/scale" / script), *map(str, words)],
            env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900)
    finally:
        stop.set()
    killer.join()
    if done.returncode != 0:
        sys.exit(f"{script}: {done.stdout[-4000:]}")
    if not killed:
        sys.exit(f"{script}: nothing was killed, so nothing is proved")
    return len(killed)


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def same(a, b, what):
    one, other = files(a), files(b)
    wrong = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if wrong or not one:
        sys.exit(f"{what}: {len(wrong)} of {len(one)} files differ: {wrong[:5]}")
    print(f"{what}: {len(one)} files, the same", flush=True)


def lines(count):
    keys = ["name", "handle", "badge", "issued", "language", "id"]
    return [
        json.dumps({key: value for key, value in zip(keys, row) if value}, ensure_ascii=False)
        for row in people.rows(count)
    ]


def main(blazon):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        specs = folder / "specs"
        specs.mkdir()
        people.write(COUNT, specs / "meshery")
        subprocess.run([blazon, "render", specs, "-q", "-o", folder / "whole"], check=True)
        (folder / "shares").mkdir()
        killed = submit("shares.py", specs, folder / "shares", 4, blazon=blazon, folder=folder / "shares")
        same(folder / "whole", folder / "shares/output", f"four shares, {killed} processes killed")

        (folder / "lines").mkdir()
        text = "".join(line + "\n" for line in lines(COUNT))
        (folder / "awards.jsonl").write_text(text, encoding="utf-8")
        subprocess.run(
            [blazon, "render", specs, "--stdin", "-o", folder / "stream"], input=text, text=True,
            stdout=subprocess.DEVNULL, check=True)
        killed = submit(
            "lines.py", specs, folder / "awards.jsonl", folder / "lines", 4, blazon=blazon, folder=folder / "lines")
        same(folder / "stream", folder / "lines/output", f"lines in parts, {killed} processes killed")
        answers = [
            json.loads(line)
            for part in sorted((folder / "lines/answers").glob("part-*"))
            for line in part.read_text(encoding="utf-8").splitlines()
        ]
        asked = [json.loads(line)["handle"] for line in lines(COUNT)]
        if [answer.get("handle") for answer in answers] != asked or any("messages" in answer for answer in answers):
            sys.exit("the answers are not those of the awards, in their order")
        print(f"{len(answers)} answers, in order")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()))
