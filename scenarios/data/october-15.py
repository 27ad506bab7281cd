#!/usr/bin/env python3
"""Prints october-15.yaml with its list of sites written anew: 951 sites in 82 countries.

    python3 scenarios/data/october-15.py                        # the file as it is
    python3 scenarios/data/october-15.py 1000000 >million.yaml  # with a million people instead of 300,000
    python3 scenarios/data/october-15.py 10000000 9510          # ten million, in ten times as many cities

Found:     951 cities in 82 countries, as announced for 15 October 2011.
Facts:     the coordinates of the places around which they lie, from the table of time zones
           (zone.tab of tz, https://www.iana.org/time-zones, public domain).
Reckoned:  kilometres east of Greenwich and north of the equator on a flat map that is true to scale at 40 degrees.
Synthetic: everything else. Which countries (a list made by hand), how many cities each has (in proportion to 1/rank in that
           list, one at least), where they lie (around the places of the table, normal, sd 1.5 degrees; the first of a place at
           the place itself), and how many people each has: Zipf's law with exponent 2/3, shuffled between countries and in
           descending order within each, 100 at least. No number of people is a number of the record.
"""
import math
import pathlib
import random
import sys

CITIES, COUNTRIES, SPREAD, EXPONENT, LEAST = 951, 82, 1.5, 2 / 3, 100
KM, TRUE_AT = 40_000 / 360, 40  # of a degree of latitude; where a degree of longitude is right
TABLE = "/usr/share/zoneinfo/zone.tab"
SCENARIO = pathlib.Path(__file__).parent.parent / "october-15.yaml"
RANKED = (
    "US ES IT DE GB CA FR PT NL AU BE CH AT GR SE BR MX AR CL IE JP NZ DK NO FI PL CZ HU RO BG HR SI RS BA MK SK LU IS EE LV LT "
    "RU UA TR CY MT IL EG TN MA ZA KE NG GH SN UG TZ IN PK BD LK NP TH MY SG ID PH VN KR TW HK CN CO PE EC BO UY PY VE CR PA DO"
).split()


def degrees(digits):
    """+4230 or -0731200: degrees, minutes and perhaps seconds."""
    sign = -1 if digits[0] == "-" else 1
    whole = len(digits) - (2 if len(digits) in (5, 6) else 4)
    parts = [digits[1:whole], digits[whole:whole + 2], digits[whole + 2:] or "0"]
    return sign * sum(int(part) / 60**i for i, part in enumerate(parts))


def places():
    """Of each country, its places in the order of the table: (name, north, east)."""
    found = {}
    for line in open(TABLE, encoding="ascii"):
        if line.startswith("#"):
            continue
        country, where, zone = line.rstrip("\n").split("\t")[:3]
        turn = max(where.rfind("+"), where.rfind("-"))
        name = zone.split("/")[-1].replace("_", " ")
        found.setdefault(country, []).append((name, degrees(where[:turn]), degrees(where[turn:])))
    return found


def shares(total, weights):
    """Whole numbers of that sum, one at least, the rest in proportion to the weights (largest remainders)."""
    rest = total - len(weights)
    exact = [rest * weight / sum(weights) for weight in weights]
    counts = [1 + int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: int(exact[i]) - exact[i])
    for i in by_remainder[: total - sum(counts)]:
        counts[i] += 1
    return counts


def sizes(people, cities):
    weights = [(rank + 1) ** -EXPONENT for rank in range(cities)]
    return [max(LEAST, round(people * weight / sum(weights))) for weight in weights]


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    cities = int(sys.argv[2]) if len(sys.argv) > 2 else CITIES
    assert len(set(RANKED)) == COUNTRIES, len(set(RANKED))
    head, _, _ = SCENARIO.read_text(encoding="utf-8").partition("\nsites:\n")
    print(head, "sites:", sep="\n")
    luck = random.Random(951)
    heads = sizes(people, cities)
    luck.shuffle(heads)
    table = places()
    counts = shares(cities, [1 / (rank + 1) for rank in range(COUNTRIES)])
    for country, count in zip(RANKED, counts):
        here = table[country]
        own = sorted(heads[:count])
        del heads[:count]
        for i in range(count):
            name, north, east = here[i % len(here)]
            if i >= len(here):
                name = f"{name} {i // len(here) + 1}"
                north = max(-85, min(85, luck.gauss(north, SPREAD)))
                east = luck.gauss(east, SPREAD)
                east -= 360 * (east > 180) - 360 * (east < -180)
            east, north = KM * math.cos(math.radians(TRUE_AT)) * east, KM * north
            print(f"  - {{name: \"{name}, {country}\", people: {own.pop()}, east: {east:.0f}, north: {north:.0f}}}")


main()
