#!/usr/bin/env python3
"""Writes area-codes.tsv, the prefectures of fixed telephone numbers by their leading digits, from PyPI's phonenumbers.

Run by hand when numbers move on:  pip install phonenumbers && python3 area-codes.py > Data/reference/area-codes.tsv
Its descriptions name the numbering area in Japanese and, mostly, its prefecture in English (Apache License 2.0). Areas reach
over borders: what the table says is where most of an area is, and the check lets neighbours pass.
"""
import re

import phonenumbers
from phonenumbers.data.region_JP import PHONE_METADATA_JP
from phonenumbers.geodata import GEOCODE_DATA

PREFECTURES = dict(zip(
    "Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama "
    "Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane Okayama "
    "Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa".split(),
    "北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 "
    "石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 "
    "広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県".split()))

# Numbering areas that the descriptions leave without a prefecture, by 総務省's list of area codes (市外局番の一覧).
AREAS = {
    "北海道": "門別富川 根室標津 十勝池田 十勝清水 北見枝幸 利尻礼文 石狩深川 焼尻", "青森県": "鰺ケ沢", "宮城県": "迫 築館 古川",
    "福島県": "磐城富岡 会津山口", "新潟県": "新井 巻 小出", "長野県": "大町 長野 木曾福島", "茨城県": "水海道 竜ケ崎",
    "東京都": "武蔵野三鷹 伊豆大島 三宅 八丈島", "千葉県": "大原", "静岡県": "浜松 天竜 修善寺大仁", "山梨県": "鰍沢青柳",
    "愛知県": "尾張横須賀", "岐阜県": "美濃白川 郡上八幡 高富", "三重県": "上野 三瀬谷", "大阪府": "岸和田貝塚", "和歌山県": "和歌山橋本",
    "奈良県": "大和榛原 五条", "京都府": "峰山", "兵庫県": "播磨山崎 竜野 丹波柏原 八鹿", "山口県": "久賀", "広島県": "安芸吉田 千代田 甲山",
    "島根県": "石見大田", "鳥取県": "根雨", "岡山県": "福渡", "香川県": "三本松", "高知県": "窪川 土佐中村 土佐山田 嶺北",
    "徳島県": "阿波池田 丹生谷 牟岐", "長崎県": "郷ノ浦 厳原 対馬佐賀 有川", "熊本県": "松橋 熊本一の宮 矢部", "沖縄県": "沖縄宮古",
    "鹿児島県": "中之島 硫黄島 大根占 中甑 種子島",
}

# Prefectures that the descriptions have wrong, by the beginning of the number: a namesake elsewhere was taken.
CORRECTIONS = {
    "0288": "栃木県", "0578": "岐阜県", "0735": "和歌山県", "0747": "奈良県", "0779": "福井県", "08466": "広島県",
}

def known():
    """Leading digits → (prefectures, numbering area)."""
    by_area = {area: prefecture for prefecture, areas in AREAS.items() for area in areas.split()}
    rows = {}
    for prefix, names in GEOCODE_DATA.items():
        if not prefix.startswith("81"):
            continue
        digits = "0" + prefix[2:]
        english = names.get("en", "").split(", ")
        area = names.get("ja", "")
        corrected = [CORRECTIONS[head] for head in CORRECTIONS if digits.startswith(head)]
        rows[digits] = ({(corrected or [PREFECTURES.get(english[-1]) or by_area[area]])[0]}, area)
    return rows


def complete(rows):
    """Adds what the plan of numbers has, but no description: the digits behind area codes of three digits that are new."""
    pattern = re.compile(PHONE_METADATA_JP.fixed_line.national_number_pattern)
    for number in range(1000):
        digits = f"0{number:03d}"
        if not pattern.fullmatch(digits[1:] + "000000") or any(
                row.startswith(digits) or digits.startswith(row) for row in rows):
            continue
        beside = [row for prefix, row in rows.items() if prefix.startswith(digits[:3]) and len(prefix) > 3]
        yield digits, (set().union(*(prefectures for prefectures, _ in beside)), "")


def main():
    rows = known()
    rows.update(dict(complete(rows)))
    lines = []
    for digits, (prefectures, area) in rows.items():
        lines += [f"{digits}\t{prefecture}\t{area}" for prefecture in prefectures]
    print(f"# PyPI phonenumbers {phonenumbers.__version__} (Apache-2.0), made by Sources/Records/Reference/area-codes.py")
    print("\n".join(sorted(lines, key=lambda line: line.encode())))


main()
