"""Makes Data/reference/sequences.bin and alike-words.tsv: which characters right texts have side by side and how often, and the words that read alike.

    apt-get install mecab-ipadic; pip install numpy
    python3 Sources/Proofreading/Tables/sequences.py CORPUS

CORPUS is the folder that company.py counts in: a sentence a line. Digits, Latin letters, katakana and other signs count as one character however many
stand side by side; the end of a sentence is one, too. Of each sequence of up to four that was met often enough the table keeps the logarithm of how
often, in four bits, behind eight bits of its hash, in a binary fuse filter: three slots, of which the exclusive or is what was put in
(`CharacterSequences.swift` reads it).
"""

import collections
import pathlib
import sys

import numpy as np

from company import EITHER, OUT, Counter, dictionary, mix

LEAST = {1: 5, 2: 6, 3: 6, 4: 50}  # times that a sequence has to be met, by its length
SEGMENT = 1 << 14
MEANT = 200  # times that a word has to be met, to have been meant
RUNS = np.array([0, 0x20, 0x23, 0x30, 0x41, 0x30A2], dtype=np.uint32)  # what counts as one, side by side


def classes():
    """What each character counts as."""
    table = np.arange(0x110000, dtype=np.uint32)
    table[0x21:0x7F] = table[0x2000:0x3000] = table[0xFF00:] = 0x23
    table[0x30A1:0x30FD] = 0x30A2
    for zero in [0x30, 0xFF10]:
        table[zero : zero + 10] = 0x30
    for first in [0x41, 0x61, 0xFF21, 0xFF41]:
        table[first : first + 26] = 0x41
    for one, other in ["\n\0", "　 ", "（(", "）)", "，、", "．。", "『「", "』」", "((", "))"]:
        table[ord(one)] = ord(other)
    return table


CLASSES = classes()


def chunks(path, size=120_000_000):
    with open(path, encoding="utf-8") as file:
        while lines := file.readlines(size):
            text = CLASSES[np.frombuffer(("\n" + "".join(lines) + "\n").encode("utf-32-le"), dtype=np.uint32)]
            first = np.concatenate([[True], (text[1:] != text[:-1]) | ~np.isin(text[1:], RUNS)])
            yield text[first].astype(np.uint64)


def hashed(text, length):
    """The hashes of all sequences of a length that lie in one sentence."""
    count = len(text) - length + 1
    state = np.full(count, 0x1234567 + length, dtype=np.uint64)
    inside = np.ones(count, dtype=bool)
    for offset in range(length):
        part = text[offset : offset + count]
        state = mix(state, part + np.uint64(1))
        if 0 < offset < length - 1:
            inside &= part != 0
    return state[inside]


def counted(paths, length):
    counter = Counter()
    for path in paths:
        for text in chunks(path):
            counter.add(hashed(text, length))
    counter.merge()
    return counter


def fuse(keys, values):
    """The slots of a binary fuse filter: twelve bits each, eight of a hash and four of a value."""
    segments = -(-len(keys) * 9 // (8 * SEGMENT)) - 2
    mark = (mix(keys, np.uint64(1)) >> np.uint64(56)).astype(np.uint16)
    stored = (mark << np.uint16(4) | values.astype(np.uint16)).tolist()
    homes = slots(keys, segments)
    size = (segments + 2) * SEGMENT
    degree = np.bincount(np.concatenate(homes), minlength=size).tolist()
    owner = np.zeros(size, dtype=np.int64)
    for home in homes:
        np.bitwise_xor.at(owner, home, np.arange(len(keys)))
    owner, homes = owner.tolist(), list(zip(*(home.tolist() for home in homes)))
    # A slot that is one key's alone decides it: that key is put in behind all others.
    alone = [slot for slot in range(size) if degree[slot] == 1]
    order = []
    while alone:
        slot = alone.pop()
        if degree[slot] != 1:
            continue
        key = owner[slot]
        order.append((key, slot))
        for home in homes[key]:
            degree[home] -= 1
            owner[home] ^= key
            if degree[home] == 1:
                alone.append(home)
    assert len(order) == len(keys), f"only {len(order)} of {len(keys)} sequences found a slot"
    filled = [0] * size
    for key, slot in reversed(order):
        one, other, third = homes[key]
        filled[slot] = 0
        filled[slot] = stored[key] ^ filled[one] ^ filled[other] ^ filled[third]
    return np.array(filled, dtype=np.uint16)


def slots(keys, segments):
    keys = mix(keys, np.uint64(2))
    first = (keys & np.uint64(0xFFFFFFFF)) * np.uint64(segments * SEGMENT) >> np.uint64(32)
    mask = np.uint64(SEGMENT - 1)
    second = first + np.uint64(SEGMENT) ^ keys >> np.uint64(32) & mask
    third = first + np.uint64(2 * SEGMENT) ^ keys >> np.uint64(48) & mask
    return [home.astype(np.int64) for home in (first, second, third)]


def alike(often):
    """For each word of two or three kanji those that are read like it and are met often."""
    by_reading = collections.defaultdict(set)
    for kind in ["", ".verbal", ".adjv", ".adverbal", ".others", ".nai", ".number"]:
        for row in dictionary(f"Noun{kind}.csv"):
            if 2 <= len(row[0]) <= 3 and all(is_kanji(c) for c in row[0]):
                by_reading[len(row[0]), row[11]].add(row[0])
    found = collections.defaultdict(set)
    for group in by_reading.values():
        for word in group:
            found[word] |= {other for other in group if other != word and often(other)}
    for group in EITHER:
        for word in group & found.keys():
            found[word] -= group
    return {word: others for word, others in found.items() if others}


def is_kanji(character):
    return "\u4e00" <= character <= "\u9fff" or character == "々"


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
    keys, counts = [], []
    for length, least in LEAST.items():
        counter = counted(paths, length)
        counter.forget(least)
        print(length, len(counter.keys), file=sys.stderr, flush=True)
        keys.append(counter.keys)
        counts.append(counter.counts)
        if length == 2:
            pairs = counter
        if length == 3:
            triples = counter
    keys, order = np.unique(np.concatenate(keys), return_index=True)
    levels = np.clip(np.rint(np.log(np.concatenate(counts)[order] / 4)), 0, 15)
    filled = fuse(keys, levels)
    with open(OUT / "sequences.bin", "wb") as out:
        out.write((filled >> 4).astype(np.uint8).tobytes())
        out.write((filled[::2] & 15 | (filled[1::2] & 15) << 4).astype(np.uint8).tobytes())

    def often(word):
        counter = {2: pairs, 3: triples}[len(word)]
        return counter.of(hashed(np.array([ord(c) for c in word], dtype=np.uint64), len(word)))[0] >= MEANT

    with open(OUT / "alike-words.tsv", "w", encoding="utf-8") as out:
        out.write("# words of two or three kanji (IPADIC 2.7.0), and those read alike that are met often; format 1\n")
        for word, others in sorted(alike(often).items(), key=lambda pair: pair[0].encode()):
            out.write(f"{word}\t{' '.join(sorted(others))}\n")


if __name__ == "__main__":
    main()
