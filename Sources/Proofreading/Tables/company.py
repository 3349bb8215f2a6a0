"""Makes Data/reference/homophone-company.tsv and homophone-company.bin: words that are read alike, and which of them a company speaks for.

    apt-get install mecab-ipadic; pip install numpy
    python3 Sources/Proofreading/Tables/company.py CORPUS

CORPUS is a folder of right texts, a sentence a line; literature.txt among them says what stands beside a word, and no more. A company of a word is what
stands up to four characters before it, what stands up to four behind it, or a subject: two kanji, or the beginning of a word in katakana, within twenty
characters. Of each that was met twice the table keeps how sure it makes the word among those that are read alike (a logit), if the shorter company
does not say the same. What is kept is a hash of sixteen bits and a logit of four, in a cuckoo table (`HomophoneCompany.swift` reads it).
"""

import collections
import pathlib
import re
import sys

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[3]
OUT = ROOT / "Data/reference"
IPADIC = pathlib.Path("/usr/share/mecab/dic/ipadic")
BUCKETS = 300_000  # of four slots, twenty bits each: 3 MB
KEPT, KEPT_SUBJECTS = 840_000, 320_000
SIDE, WINDOW = 4, 20
RARE, KNOWN = 20, 40  # times that a word has to be met, to be looked at and to be proposed
MIX = np.uint64(0x9E3779B97F4A7C15)
KANJI = "\u3005\u3400-\u4dbf\u4e00-\u9fff"

# What is written either way, or stands for a body's own word so often that the other is not to be proposed.
EITHER = [
    set(words.split())
    for words in """用件 要件|付属 附属|附則 付則|寄付 寄附|附し 付し|配布 配付|規定 規程|描か 書か|描い 書い|聴き 聞き|聴い 聞い|聴か 聞か|聴く 聞く|聴け 聞け|聴こ 聞こ|著し 表し|著す 表す|著さ 表さ|気運 機運|替わ 換わ|替え 換え 買え|取ら 採ら
採れ 取れ|移し 写し|表れ 現れ|良い 好い|竣功 竣工|案分 按分|超え 越え|食糧 食料|機械 器械|造っ 作っ|造ら 作ら|造り 作り|速く 早く|飼い 買い 交い|推薦 推選|上げ 挙げ
上が 挙が|協同 共同|主旨 趣旨|貼付 添付|生ま 産ま|以下 如何|市立 私立 一律|市長 市町 視聴|市道 指導|期間 基幹|着れ 切れ|酌ん 汲ん 組ん|規程 基底|空き 好き
飼う 買う|附則 不足 不測|現場 現状|次期 時機 時期|異議 威儀|食べ 喰べ|回り 周り|登用 東洋|匿名 特命|懲戒 町会|給食 休職|過大 課題
勧め 進め 薦め|呈示 提示|要項 要綱|応え 答え 堪え|贈り 送り|特長 特徴|実体 実態|監理 管理 官吏|評定 表情|訪ね 尋ね|機関 軌間|島内 党内|奨学生 小学生|戸別 個別|新制 申請
測る 図る|測ら 図ら|測り 図り|測っ 図っ|測れ 図れ|測ろ 図ろ|試行 施行|奨学 小学|決裁 決済|下線 河川|異常 異状|志望 死亡|氏名 指名|規程 既定|賞状 症状|入構 入港|描き 書き|良し 善し|翌翌年 翌々年|内内 内々|改定 海底""".replace("\n", "|").split("|")
]


def dictionary(name):
    with open(IPADIC / name, encoding="euc_jp", errors="replace") as lines:
        for line in lines:
            yield line.rstrip("\n").split(",")


def homophones():
    """Each word with those that are read alike: nouns, and verbs and adjectives of one kanji up to their first kana."""
    by_reading, forms, heads = (collections.defaultdict(set) for _ in range(3))
    for kind in ["", ".verbal", ".adjv", ".adverbal", ".others", ".nai"]:
        for row in dictionary(f"Noun{kind}.csv"):
            if re.fullmatch(f"[{KANJI}]{{2,4}}", row[0]):
                by_reading[row[11]].add(row[0])
    for name in ["Verb.csv", "Adj.csv"]:
        for row in dictionary(name):
            form = re.fullmatch(f"([{KANJI}])([ぁ-ん]+)", row[0])
            base = re.fullmatch(f"([{KANJI}])([ぁ-ん]+)", row[10])
            if form and base and form[1] == base[1]:
                forms[row[10]].add(form[2][0])
                if row[0] == row[10]:
                    heads[row[11], base[2]].add(base[1])
    alike = collections.defaultdict(set)
    for words in by_reading.values():
        for word in words:
            alike[word] |= words - {word}
    for (_, tail), kanji in heads.items():
        for kana in {kana for one in kanji for kana in forms[one + tail]}:
            for one in kanji:
                alike[one + kana] |= {other + kana for other in kanji if other != one}
    return {word: words for word, words in alike.items() if words}


def normal():
    """What each character counts as: digits, letters and brackets of either width are one; the end of a line is 0."""
    table = np.arange(0x110000, dtype=np.uint32)
    for zero in [0x30, 0xFF10]:
        table[zero : zero + 10] = 0x30
    for first in [0x41, 0x61, 0xFF21, 0xFF41]:
        table[first : first + 26] = 0x41
    for one, other in ["\n\0", "　 ", "（(", "）)", "，、", "．。"]:
        table[ord(one)] = ord(other)
    return table


NORMAL = normal()


def mix(state, value):
    with np.errstate(over="ignore"):
        state = (state ^ value) * MIX
    return state ^ (state >> np.uint64(29))


def is_kanji(text):
    return (text >= 0x4E00) & (text <= 0x9FFF) | (text == 0x3005)


def is_katakana(text):
    return (text >= 0x30A1) & (text <= 0x30FC)


def chunks(path, size=24_000_000):
    """A file's text in arrays, with ends of lines around each."""
    with open(path, encoding="utf-8") as file:
        while lines := file.readlines(size):
            text = "\n" * WINDOW + "".join(lines) + "\n" * WINDOW
            yield NORMAL[np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)].astype(np.uint64)


class Words:
    """The words that are looked for, found by a hash of their characters."""

    def __init__(self, words):
        self.words = words
        self.number = {word: index for index, word in enumerate(words)}
        self.first = np.zeros(0x110000, dtype=bool)
        self.hashes = {}
        for length in sorted({len(word) for word in words}):
            numbers = np.array([index for index, word in enumerate(words) if len(word) == length], dtype=np.int64)
            text = np.array([[ord(c) for c in words[index]] for index in numbers], dtype=np.uint64)
            self.first[text[:, 0]] = True
            hashes = self.hash(text.T)
            order = np.argsort(hashes)
            self.hashes[length] = (hashes[order], numbers[order])

    @staticmethod
    def hash(columns):
        state = np.full(len(columns[0]), 1, dtype=np.uint64)
        for column in columns:
            state = mix(state, column)
        return state

    def found(self, text):
        """Where words stand, which, and where they end."""
        starts = np.nonzero(self.first[text])[0]
        for length, (hashes, numbers) in self.hashes.items():
            at = starts[starts + length <= len(text)]
            hashed = self.hash([text[at + offset] for offset in range(length)])
            place = np.minimum(np.searchsorted(hashes, hashed), len(hashes) - 1)
            hit = hashes[place] == hashed
            yield at[hit], numbers[place[hit]], at[hit] + length


def seed(number, kind):
    return mix(np.full(len(number), 0x1234567, dtype=np.uint64), number.astype(np.uint64) * np.uint64(4) + np.uint64(kind))


def sides(text, start, number, end):
    """The keys of each side and length, and which occurrences have one."""
    for kind in [1, 2]:
        state, inside = seed(number, kind), np.ones(len(start), dtype=bool)
        for length in range(1, SIDE + 1):
            character = text[start - length] if kind == 1 else text[np.minimum(end + length - 1, len(text) - 1)]
            state = mix(state, character + np.uint64(1))
            yield kind, length, state, inside
            inside = inside & (character != 0)


def subjects(text, start, number, end):
    state = seed(number, 3)
    kanji, katakana = is_kanji(text), is_katakana(text)
    before = np.ones(len(start), dtype=bool)
    for offset in range(1, WINDOW + 1):
        at = start - offset
        before &= text[at] != 0
        yield from subject(text, kanji, katakana, at, start, before, state)
    behind = np.ones(len(start), dtype=bool)
    for offset in range(WINDOW - 1):
        at = np.minimum(end + offset, len(text) - 3)
        behind &= text[at] != 0
        yield from subject(text, kanji, katakana, at, at + 3, behind, state)


def subject(text, kanji, katakana, at, limit, inside, state):
    pair = inside & kanji[at] & kanji[at + 1] & (at + 1 < limit)
    yield pair, mix(state, text[at] << np.uint64(20) | text[at + 1])
    run = inside & katakana[at] & ~katakana[at - 1] & katakana[at + 1] & katakana[at + 2] & (at + 2 < limit)
    yield run, mix(state, text[at] << np.uint64(40) | text[at + 1] << np.uint64(20) | text[at + 2])


class Counter:
    """How often keys were met; those met once are forgotten in the end."""

    def __init__(self):
        self.pending, self.size = [], 0
        self.keys, self.counts = np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)

    def add(self, keys):
        self.pending.append(keys)
        self.size += len(keys)
        if self.size > 80_000_000:
            self.merge()

    def merge(self):
        keys, counts = np.unique(np.concatenate(self.pending), return_counts=True)
        together = np.concatenate([self.keys, keys])
        counts = np.concatenate([self.counts, counts])
        order = np.argsort(together, kind="stable")
        together, counts = together[order], counts[order]
        heads = np.nonzero(np.concatenate([[True], together[1:] != together[:-1]]))[0] if len(together) else []
        self.keys, self.counts = together[heads], np.add.reduceat(counts, heads)
        self.pending, self.size = [], 0

    def forget(self, least):
        often = self.counts >= least
        self.keys, self.counts = self.keys[often], self.counts[often]

    def of(self, keys):
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[place] == keys, self.counts[place], 0)


def logit(share):
    share = np.clip(share, 1e-7, 1 - 1e-7)
    return np.log(share / (1 - share))


class Company:
    """What the companies of words say of them."""

    def __init__(self, words, alike, times):
        self.words, self.times = words, times
        width = max(len(found) for found in alike)
        self.alike = np.full((len(alike), width), -1, dtype=np.int64)
        for row, found in enumerate(alike):
            self.alike[row, : len(found)] = found
        total = times + 0.5 + np.where(self.alike >= 0, times[self.alike] + 0.5, 0).sum(axis=1)
        self.share = (times + 0.5) / total

    def counted(self, paths, least, keys):
        counter = Counter()
        for path in paths:
            for text in chunks(path):
                for start, number, end in self.words.found(text):
                    for key in keys(text, start, number, end):
                        counter.add(key)
        counter.merge()
        counter.forget(least)
        return counter

    def together(self, counter, number, key_of):
        """How often any of the words that are read alike was met in the companies of some."""
        total = np.zeros(len(number))
        for column in range(self.alike.shape[1]):
            other = self.alike[number, column]
            some = np.nonzero(other >= 0)[0]
            if len(some):
                total[some] += counter.of(key_of(some, other[some]))
        return total

    def of_sides(self, paths):
        """Keys, logits and weights of what stands beside words, where it says more than its part does."""
        counter = self.counted(paths, 2, lambda *found: (key[inside] for _, _, key, inside in sides(*found)))
        share, said = np.zeros(len(counter.keys)), np.zeros(len(counter.keys))
        weight, done = np.zeros(len(counter.keys)), np.zeros(len(counter.keys), dtype=bool)
        for path in paths:
            for text in chunks(path):
                for start, number, end in self.words.found(text):
                    parents = {1: None, 2: None}
                    for kind, length, key, inside in sides(text, start, number, end):
                        # What was met but once is in no longer company either.
                        parent = parents[kind]
                        asked = np.nonzero(inside if parent is None else inside & (parent >= 0))[0]
                        place = np.full(len(start), -1)
                        found = np.minimum(np.searchsorted(counter.keys, key[asked]), len(counter.keys) - 1)
                        known = counter.keys[found] == key[asked]
                        place[asked[known]] = found[known]
                        parents[kind] = place
                        fresh = asked[known & ~done[found]]
                        fresh = fresh[np.unique(place[fresh], return_index=True)[1]]
                        if not len(fresh):
                            continue
                        at = place[fresh]
                        before = self.share[number[fresh]] if length == 1 else share[parent[fresh]]
                        was = np.clip(logit(before), -6, 6) if length == 1 else said[parent[fresh]]

                        def key_of(some, other):
                            state = seed(other, kind)
                            for offset in range(1, length + 1):
                                beside = start[fresh[some]] - offset if kind == 1 else end[fresh[some]] + offset - 1
                                state = mix(state, text[beside] + np.uint64(1))
                            return state

                        total = self.together(counter, number[fresh], key_of) + counter.counts[at]
                        share[at] = (counter.counts[at] + before) / (total + 1)
                        now = np.clip(logit(share[at]), -6, 6)
                        says = np.abs(now - was) >= 1.7
                        weight[at] = np.where(says, np.abs(now - was) * counter.counts[at] ** 0.8, 0)
                        said[at] = np.where(says, now, was)
                        done[at] = True
        return counter.keys, logit(share), weight

    def of_subjects(self, paths):
        counter = self.counted(paths, 4, lambda *found: (keys[some] for some, keys in subjects(*found)))
        share, weight = np.zeros(len(counter.keys)), np.zeros(len(counter.keys))
        done = np.zeros(len(counter.keys), dtype=bool)
        for path in paths:
            for text in chunks(path):
                for start, number, end in self.words.found(text):
                    for some, key in subjects(text, start, number, end):
                        some = np.nonzero(some)[0]
                        place = np.minimum(np.searchsorted(counter.keys, key[some]), len(counter.keys) - 1)
                        fresh = (counter.keys[place] == key[some]) & ~done[place]
                        some, place = some[fresh], place[fresh]
                        at, first = np.unique(place, return_index=True)
                        some = some[first]
                        if not len(some):
                            continue
                        # The last mix of a key is undone by trying: its subject is what tells it from its word's seed.
                        subject = unmix(key[some]) ^ seed(number[some], 3)
                        total = self.together(
                            counter, number[some], lambda those, other: mix(seed(other, 3), subject[those])
                        )
                        share[at] = (counter.counts[at] + 4 * self.share[number[some]]) / (total + counter.counts[at] + 4)
                        gain = np.abs(logit(share[at]) - logit(self.share[number[some]]))
                        weight[at] = np.where(gain > 0.7, gain * counter.counts[at] ** 0.8, 0)
                        done[at] = True
        return counter.keys, logit(share), weight


def unmix(state):
    """What was mixed in last, with the state before: the inverse of `mix`."""
    state = state ^ (state >> np.uint64(29)) ^ (state >> np.uint64(58))
    with np.errstate(over="ignore"):
        return state * np.uint64(pow(int(MIX), -1, 1 << 64))


def best(keys, logits, weights, count):
    order = np.argsort(-weights)[:count]
    order = order[weights[order] > 0]
    return keys[order], logits[order]


def cuckoo(keys, logits):
    """Each key in one of its two buckets: four marks of two bytes, and two bytes of four logits."""
    marks = ((keys >> np.uint64(48)) % np.uint64(65535) + np.uint64(1)).astype("<u2")
    levels = (np.clip(np.rint(logits), -7, 8) + 7).astype("<u2")
    homes = list(zip(buckets(keys).tolist(), buckets(mix(keys, np.uint64(1))).tolist()))
    table = [[] for _ in range(BUCKETS)]
    lost = 0
    for key in range(len(homes)):
        bucket = min(homes[key], key=lambda home: len(table[home]))
        for step in range(400):
            table[bucket].append(key)
            if len(table[bucket]) <= 4:
                break
            key = table[bucket].pop(step % 4)
            bucket = sum(homes[key]) - bucket
        else:
            lost += 1
    print(f"{lost} of {len(homes)} found no place", file=sys.stderr)
    filled = np.zeros((BUCKETS, 5), dtype="<u2")
    for row, found in enumerate(table):
        filled[row, : len(found)] = marks[found]
        filled[row, 4] = sum(int(levels[key]) << 4 * slot for slot, key in enumerate(found))
    return filled.tobytes()


def buckets(keys):
    return (keys & np.uint64(0xFFFFFFFF)) * np.uint64(BUCKETS) >> np.uint64(32)


def times(words, paths):
    found = np.zeros(len(words.words), dtype=np.int64)
    for path in paths:
        for text in chunks(path):
            for _, number, _ in words.found(text):
                found += np.bincount(number, minlength=len(found))
    return found


def main():
    corpus = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
    plain = [path for path in corpus if path.name != "literature.txt"]
    alike = homophones()
    words = Words(sorted(alike))
    met = times(words, plain)
    used = {word for word, count in zip(words.words, met) if count >= RARE}
    used = {word for word in used if alike[word] & used}
    proposed = {word for word in used if met[words.number[word]] >= KNOWN}
    words = Words(sorted(used, key=lambda word: word.encode()))
    others = [[words.number[other] for other in alike[word] & used] for word in words.words]
    counts = times(words, corpus)
    with open(OUT / "homophone-company.tsv", "w", encoding="utf-8") as out:
        out.write("# words that are read alike (IPADIC 2.7.0), and ten times the logarithm of how often each was met; "
                  f"homophone-company.bin has {BUCKETS * 10} bytes\n")
        for word, count in zip(words.words, counts):
            # A word's number stands in its keys.
            either = set().union(*(words for words in EITHER if word in words))
            found = " ".join(sorted(alike[word] & proposed - either))
            out.write(f"{word}\t{words.number[word]}\t{round(10 * np.log(count + 0.5))}\t{found}\n")
    beside = best(*Company(words, others, counts).of_sides(corpus), KEPT)
    print("sides", file=sys.stderr, flush=True)
    about = best(*Company(words, others, times(words, plain)).of_subjects(plain), KEPT_SUBJECTS)
    keys, logits = (np.concatenate(pair) for pair in zip(beside, about))
    (OUT / "homophone-company.bin").write_bytes(cuckoo(keys, logits))


if __name__ == "__main__":
    main()
