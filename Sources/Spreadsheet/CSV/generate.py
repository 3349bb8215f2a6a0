#!/usr/bin/env python3
"""Writes CP932Table.swift from Python's codec cp932, which follows Microsoft's table for code page 932.

The code page does not change any more; run by hand if the form of the table is to:
python3 generate.py > CP932Table.swift
"""


def character(row, cell):
    index = (row - 1) * 94 + cell
    lead, trail = divmod(index, 188)
    lead += 0x81 if lead < 31 else 0xC1
    trail += 0x40 if trail < 0x3F else 0x41
    try:
        return bytes([lead, trail]).decode("cp932")
    except UnicodeDecodeError:
        return "\ufffd"


print("// Written by generate.py; do not edit.")
print()
print("/// The two-byte characters of code page 932, in rows of 94 (JIS X 0208 and Microsoft's extensions).")
print("enum CP932Table {")
print("    /// Row numbers from 1, with the row's characters; U+FFFD where there is none. Rows 95 to 114 are private use.")
print("    static let rows: [(row: Int, characters: StaticString)] = [")
for row in list(range(1, 95)) + list(range(115, 121)):
    text = "".join(character(row, cell) for cell in range(94))
    if text != "\ufffd" * 94:
        print(f'        ({row}, "{text}"),')
print("    ]")
print("}")
