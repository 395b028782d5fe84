"""What all steps of a release share."""

import hashlib
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def said(*words):
    """What a program prints; its failure is ours."""
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout


def version_of(program):
    """As in 0.1.0."""
    return said(program, "--version").split()[1]


def moment():
    """The second that all files are dated at: that of the last commit, unless SOURCE_DATE_EPOCH gives another."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given) if given else int(said("git", "-C", ROOT, "log", "-1", "--format=%ct"))


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def sums(out):
    """Writes the digests of all files that are handed out, as sha256sum reads them."""
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    (out / "SHA256SUMS").write_text("".join(f"{digest(file)}  {file.name}\n" for file in files))


def settle(tree):
    """Gives all files and folders the modes and the moment that they have wherever they are made."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            os.utime(path, (moment(), moment()), follow_symlinks=False)
            continue
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
        os.utime(path, (moment(), moment()))


def pack(archive, folder, name):
    """Packs `name`, which stands in `folder`, into a .tar.gz: the same files, the same bytes."""
    settle(folder / name)
    tar = archive.with_suffix("")
    subprocess.run(
        ["tar", "--create", "--file", tar, "--directory", folder, "--sort=name", "--format=gnu",
         "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{moment()}", name], check=True)
    # Smaller than gzip's best by a twentieth; of its standard input it notes neither a name nor a time.
    with tar.open("rb") as source, archive.open("wb") as target:
        subprocess.run(["libdeflate-gzip", "-12", "-c"], stdin=source, stdout=target, check=True)
    tar.unlink()
