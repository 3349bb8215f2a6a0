"""Makes the symbols that QRCodeTests compares with, by an independent program: PyPI's qrcode 8.2.

pip install qrcode==8.2; python make.py symbols > symbols.txt; python make.py digests > digests.txt
"""

import sys
from bisect import bisect_left
from string import ascii_lowercase

from qrcode import QRCode
from qrcode.exceptions import DataOverflowError
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, MODE_NUMBER, QRData

LEVELS = {"low": 1, "medium": 0, "quartile": 3, "high": 2}
MODES = {"numeric": MODE_NUMBER, "alphanumeric": MODE_ALPHA_NUM, "byte": MODE_8BIT_BYTE}

# Level, mask, and the text by segments.
SYMBOLS = [
    ("medium", 2, [("numeric", "01234567")]),
    ("high", 5, [("alphanumeric", "AC-42 $%*+./:")]),
    ("medium", 3, [("byte", "https://www.example.jp/kyoiku/")]),
    ("quartile", 6, [("byte", "https://www.example.jp"), ("alphanumeric", "/%E5%AE%9D%E5%A1%9A%E5%B8%82/"), ("numeric", "1" * 40)]),
    ("low", 7, [("byte", "宝塚市教育委員会の民間施設一覧" * 5)]),
]


def modules(level, mask, segments):
    code = QRCode(error_correction=LEVELS[level], mask_pattern=mask, border=0)
    for mode, text in segments:
        code.add_data(QRData(text.encode(), mode=MODES[mode]), optimize=0)
    code.make()
    return code.version, ["".join("#" if dark else "." for dark in row) for row in code.modules]


def digest(rows):
    """FNV-1a, 64 bits, of the modules as signs."""
    value = 0xCBF29CE484222325
    for sign in "".join(rows).encode():
        value = (value ^ sign) * 0x100000001B3 % 2**64
    return value


def symbols():
    for level, mask, segments in SYMBOLS:
        version, rows = modules(level, mask, segments)
        print(version, level, mask, "".join(text for _, text in segments))
        print("\n".join(rows) + "\n")


def letters(count):
    return (ascii_lowercase * (count // 26 + 1))[:count]


def holds(version, level, count):
    code = QRCode(error_correction=LEVELS[level])
    code.add_data(QRData(letters(count).encode(), mode=MODE_8BIT_BYTE), optimize=0)
    try:
        return code.best_fit() <= version
    except (DataOverflowError, ValueError):
        return False


def digests():
    """The longest text of letters that each version holds at each level."""
    for level in LEVELS:
        for version in range(1, 41):
            length = bisect_left(range(1, 2954), True, key=lambda count: not holds(version, level, count))
            mask = (version + LEVELS[level]) % 8
            _, rows = modules(level, mask, [("byte", letters(length))])
            print(version, level, mask, length, f"{digest(rows):016x}")


{"symbols": symbols, "digests": digests}[sys.argv[1]]()
