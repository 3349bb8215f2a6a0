#!/usr/bin/env python3
"""Writes local-codes.tsv, the area codes of each municipality, from 総務省's list of numbering areas (番号区画、市外局番の一覧).

Run by hand when areas move on:  python3 local-codes.py area-code-jp.tsv Data/reference/postal-codes.tsv > Data/reference/local-codes.tsv
The first file has the list's rows, number, municipalities, area code without its 0, as github:moznion/Number-Phone-JP-AreaCode
keeps them (author/master_data). Of a municipality in several areas all codes are written: the table says what may be, not what is.
"""
import collections
import csv
import re
import sys


def parts(text):
    """The items of a list, with what stands in their brackets: 千葉県柏市、印旛郡（栄町に限る。）."""
    depth, item = 0, ""
    for letter in text:
        depth += (letter == "（") - (letter == "）")
        if letter == "、" and depth == 0:
            yield item
            item = ""
        else:
            item += letter
    yield item


def main():
    areas, postal = sys.argv[1:3]
    towns = collections.defaultdict(dict)
    for row in csv.reader(open(postal, encoding="utf-8"), delimiter="\t"):
        if len(row) >= 6:
            towns[row[2]][row[3]] = row[1]
    codes = collections.defaultdict(set)
    prefecture = ""
    for line in open(areas, encoding="utf-8"):
        _, places, code, *_ = line.rstrip("\n").split("\t")
        for item in parts(places):
            found = next((name for name in towns if item.startswith(name)), None)
            if found:
                prefecture, item = found, item[len(found):]
            name, _, inner = item.partition("（")
            named = [part for part in re.split("[、（）]", inner) if part]
            only, without = "に限る" in inner, "を除く" in inner
            for town, number in towns[prefecture].items():
                own = re.sub("^.+?郡", "", town)
                if name.endswith("郡") and town.startswith(name):
                    among = any(own == re.sub("(に限る|を除く).*$", "", part) for part in named)
                    is_in = among if only else not among if without and among else True
                else:
                    is_in = town.startswith(name) or name.startswith(town) or own == name
                if is_in:
                    codes[number].add("0" + code)
    print("# 総務省「市外局番の一覧」 (github:moznion/Number-Phone-JP-AreaCode, 2014-02), made by Sources/Records/Reference/local-codes.py")
    # Codes by themselves, before the municipalities': + is less than a digit.
    for code in sorted(set().union(*codes.values())):
        print(f"+{code}\t")
    for number in sorted(codes):
        print(f"{number}\t{' '.join(sorted(codes[number]))}")


main()
