"""A ledger of as many awards as are asked for, to measure memory and time with.

    python3 Benchmarks/ledger.py 40000 > awards.csv
    python3 Benchmarks/ledger.py 250000 wide > awards.csv

The programme beside it needs badges called `first-light` and `night-watch`. `wide` adds the columns
statement, language and count. The same count gives the same bytes.
"""

import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def award_id(number):
    """Eleven characters that say `number`, and the one that checks them."""
    values = [number * 2654435761 >> 5 * place & 31 for place in range(11)]
    total = 0
    for index, value in enumerate(reversed(values)):
        product = value * 2 if index % 2 == 0 else value
        total += product // 32 + product % 32
    text = "".join(ALPHABET[value] for value in values + [-total % 32])
    return "-".join(text[start:start + 4] for start in (0, 4, 8))


def main():
    count, is_wide = int(sys.argv[1]), sys.argv[2:] == ["wide"]
    print("name,handle,badge,issued,id" + (",statement,language,count" if is_wide else ""))
    for number in range(count):
        person, badge = number // 2 * 7919 % 1_000_003, ("first-light", "night-watch")[number % 2]
        row = [f"Nguyễn Ada {person}", f"ada-nguyen-{person}", badge,
               f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}", award_id(number)]
        if is_wide:
            row += [f'"For {person} reviews, and well."', ("en", "ja", "pt-BR")[number % 3],
                    str(1 + number % 50)]
        print(",".join(row))


if __name__ == "__main__":
    main()
