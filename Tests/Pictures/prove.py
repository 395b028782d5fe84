"""Proves that no picture that is accepted takes 128 MiB or five seconds: the largest of each kind, and hostile ones.

    Tests/Pictures/prove.py BLAZON      with Pillow

Each is read as the logo of a README badge by a process of its own.
"""

import io
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time
import zlib

from PIL import Image

MEMORY, SECONDS = 128, 5
SIDE = 4096
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, kind, depth, interlaced=0, chunks=b""):
    """Rows of a slow pattern: any pixels do."""
    size = {0: 1, 2: 3, 4: 2, 6: 4}[kind] * depth // 8
    packer, data = zlib.compressobj(1), []
    for x, y, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        length = -(-(width - x) // dx) * size
        pattern = (bytes(range(0, 256, 3)) * (length // 86 + 2))
        for row in range(y, height, dy):
            data.append(packer.compress(b"\0" + pattern[row % 86:row % 86 + length]))
    data.append(packer.flush())
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunks + chunk(b"IDAT", b"".join(data)) + chunk(b"IEND", b""))


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def scans(data):
    """A JPEG file up to its end, each scan by itself with what stands before it."""
    at, since, found = 2, 2, []
    while data[at + 1] != 0xD9:
        at, is_scan = at + 2 + struct.unpack(">H", data[at + 2:at + 4])[0], data[at + 1] == 0xDA
        if is_scan:
            while data[at] != 0xFF or data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
                at += 1
            found.append(data[since:at])
            since = at
    return found


def pictures():
    yield "PNG, 16 bits", png(SIDE, SIDE, 6, 16)
    yield "PNG, 16 bits, linear", png(SIDE, SIDE, 6, 16, 0, chunk(b"gAMA", struct.pack(">I", 100000)))
    yield "PNG, 8 bits, interlaced", png(SIDE, SIDE, 6, 8, 1)
    yield "PNG, 16 bits, interlaced", png(SIDE, SIDE, 6, 16, 1)
    yield "PNG, as wide as may be", png(8192, 2048, 2, 8)
    noise = Image.effect_noise((SIDE // 4, SIDE // 4), 60).resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    colors = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    yield "JPEG", saved(colors, "JPEG", quality=60, subsampling=0)
    yield "JPEG, inks", saved(colors.convert("CMYK"), "JPEG", quality=40)
    yield "JPEG, progressive", saved(colors, "JPEG", quality=60, progressive=True)
    part = colors.crop((0, 0, 3300, 3300))
    yield "JPEG, progressive, full colour", saved(part, "JPEG", quality=60, progressive=True, subsampling=0)
    coarse = saved(colors, "JPEG", quality=20, progressive=True)
    parts = scans(coarse)
    for index, scan in enumerate(parts[1:], 1):
        count = min(100 - len(parts), ((1 << 23) - len(coarse) - 2) // len(scan))
        yield (
            f"JPEG, scan {index} {count} times more",
            b"\xff\xd8" + b"".join(parts) + scan * count + b"\xff\xd9")
    yield "WebP", saved(colors, "WEBP", quality=40, method=0)
    seen = colors.resize((SIDE, SIDE), Image.Resampling.NEAREST)
    seen.putalpha(noise.resize((SIDE // 8, SIDE // 8)).resize((SIDE, SIDE), Image.Resampling.NEAREST))
    yield "WebP, alpha", saved(seen, "WEBP", quality=20, method=0)
    blocks = colors.resize((1024, 1024)).resize((SIDE, SIDE), Image.Resampling.NEAREST)
    yield "WebP, lossless", saved(blocks, "WEBP", lossless=True, method=0, quality=0)


def main():
    blazon, is_wrong = os.path.abspath(sys.argv[1]), False
    with tempfile.TemporaryDirectory(prefix="blazon-pictures-") as folder:
        for name, data in pictures():
            logo = pathlib.Path(folder) / "logo"
            logo.write_bytes(data)
            begun = time.monotonic()
            # A process of ours would lend its own memory to the count.
            run = subprocess.run(
                ["/usr/bin/time", "-f", "%M", blazon, "readme-badge", "a", "b", "--logo", logo,
                 "-o", f"{folder}/badge.svg"], capture_output=True, text=True)
            seconds, memory = time.monotonic() - begun, int(run.stderr.split()[-1]) / 1024
            print(f"{name:<38}{len(data) / 1e6:6.2f} MB of file {memory:6.1f} MiB {seconds:6.2f} s")
            is_wrong |= run.returncode != 0 or memory >= MEMORY or seconds >= SECONDS
    if is_wrong:
        sys.exit(f"pictures: one was refused, or took {MEMORY} MiB or {SECONDS} seconds")
    print("pictures: none takes more than it may")


main()
