"""Makes Sources/Libraries/CJPEG/tables.h, the Huffman codes of cards, from cards: their paths are the arguments.

    python3 Benchmarks/jpeg_tables.py output/*/people/*/*/card*.jpg > Sources/Libraries/CJPEG/tables.h

Codes that suit each file are found by reading its coefficients twice, which takes as long as all else about a JPEG.
Those that suit many cards are as good to a percent. Every symbol of a baseline JPEG has a code, so any picture can be
written with them.
"""

import collections
import struct
import sys

DC = list(range(12))
AC = [0x00, 0xF0] + [run << 4 | size for run in range(16) for size in range(1, 11)]


def parts(path):
    """The Huffman codes of a baseline JPEG, which component has which, its size and its entropy-coded data."""
    with open(path, "rb") as file:
        data = file.read()
    at, codes, width, height = 2, {}, 0, 0
    while True:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        segment = data[at + 4 : at + 2 + length]
        at += 2 + length
        if marker == 0xC4:
            while segment:
                bits = segment[1:17]
                values = segment[17 : 17 + sum(bits)]
                codes[segment[0]] = lookup(bits, values)
                segment = segment[17 + sum(bits) :]
        elif marker == 0xC0:
            height, width = struct.unpack(">HH", segment[1:5])
            assert all(segment[7 + 3 * i] == 0x11 for i in range(segment[5])), "4:4:4"
        elif marker == 0xDA:
            chosen = [segment[2 + 2 * i] for i in range(segment[0])]
            return codes, chosen, width, height, data[at:-2].replace(b"\xff\x00", b"\xff")


def lookup(bits, values):
    """For every 16 bits: how many of them are the code, and the symbol."""
    table, code, values = [None] * 65536, 0, iter(values)
    for length, count in enumerate(bits, 1):
        for _ in range(count):
            symbol, start = next(values), code << (16 - length)
            for place in range(start, start + (1 << (16 - length))):
                table[place] = (length, symbol)
            code += 1
        code <<= 1
    return table


def count(path, counts):
    """Adds the symbols of a file to those of luma and chroma, DC and AC."""
    codes, chosen, width, height, data = parts(path)
    data += b"\xff" * 8
    buffer = held = at = 0
    for _ in range(((width + 7) // 8) * ((height + 7) // 8)):
        for component, tables in enumerate(chosen):
            kind = min(component, 1)
            place = 0
            while place < 64:
                while held < 32:
                    buffer, held, at = buffer << 8 | data[at], held + 8, at + 1
                code = codes[tables >> 4 if place == 0 else 0x10 | tables & 15]
                length, symbol = code[buffer >> (held - 16) & 0xFFFF]
                counts["dc" if place == 0 else "ac"][kind][symbol] += 1
                held -= length + (symbol & 15)
                buffer &= (1 << held) - 1
                if place == 0:
                    place = 1
                elif symbol == 0:
                    break
                else:
                    place += (symbol >> 4) + 1


def huffman(counts, symbols):
    """Numbers of codes by length, and the symbols in their order (ISO/IEC 10918-1, K.2)."""
    weights = {symbol: 200 * counts[symbol] + 1 for symbol in symbols}
    # The code of ones alone must be nobody's.
    weights[256] = 0.5
    groups = [(weight, -symbol, [symbol]) for symbol, weight in weights.items()]
    sizes = collections.Counter()
    while len(groups) > 1:
        groups.sort(reverse=True)
        first, second = groups.pop(), groups.pop()
        members = first[2] + second[2]
        for symbol in members:
            sizes[symbol] += 1
        groups.append((first[0] + second[0], min(first[1], second[1]), members))
    bits = [0] * (max(sizes.values()) + 1)
    for size in sizes.values():
        bits[size] += 1
    for length in range(len(bits) - 1, 16, -1):
        while bits[length]:
            shorter = max(i for i in range(1, length - 1) if bits[i])
            bits[length] -= 2
            bits[length - 1] += 1
            bits[shorter + 1] += 2
            bits[shorter] -= 1
    longest = max(i for i, number in enumerate(bits) if number)
    bits[longest] -= 1
    order = sorted(symbols, key=lambda symbol: (sizes[symbol], symbol))
    return (bits + [0] * 17)[1:17], order


def main():
    counts = {"dc": [collections.Counter(), collections.Counter()], "ac": [collections.Counter(), collections.Counter()]}
    for path in sys.argv[1:]:
        count(path, counts)
    print("// The Huffman codes of cards, as Benchmarks/jpeg_tables.py made them from two dozen of them.")
    for kind, symbols in [("dc", DC), ("ac", AC)]:
        for name, own in zip(["luma", "chroma"], counts[kind]):
            bits, order = huffman(own, symbols)
            print(f"\nstatic const JHUFF_TBL {kind}_{name} = {{")
            print(f"    {{0, {', '.join(map(str, bits))}}},")
            print("    {")
            for start in range(0, len(order), 24):
                print(f"        {', '.join(map(str, order[start:start + 24]))},")
            print("    },\n    0};")


if __name__ == "__main__":
    main()
