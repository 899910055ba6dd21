#!/usr/bin/env python3
"""Writes tests/golden/lunar-1900-2199.csv: the Vietnamese lunar calendar (UTC+7) from an astronomy that is not ours.

    pip install ephem==4.2.1 && python3 make_lunar_golden.py > tests/golden/lunar-1900-2199.csv

PyEphem finds the new moons and the sun's apparent longitude with its own theories and its own delta T; only the rule of the
calendar is written here, in another way than in the C++ test: month 11 holds the winter solstice, a span of thirteen
months from one month 11 to the next has one leap month, the first without a major term. Columns: year; tet, the first day
of the year; leap_month, the number of the month that the leap month follows, 0 for none; months, the lengths in days, a
leap month in its place; hung_kings, day 10 of month 3; margin, seconds between midnight (UTC+7) and the new moon or major
term nearest to it among those of the year's months.
"""
import bisect
import datetime
import math

import ephem

ZONE = 7 / 24
FIRST, LAST = 1900, 2199
EPOCH = ephem.Date("1970/1/1 00:00:00")


def local_days(moment):
    """Days and their fraction since 1970-01-01 00:00 at UTC+7."""
    return float(moment) - float(EPOCH) + ZONE


def longitude(moment):
    """The sun's apparent geocentric longitude in degrees, equinox of date."""
    sun = ephem.Sun(moment)
    equator = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return math.degrees(ephem.Ecliptic(equator).lon)


def term_moment(angle, guess):
    """When the longitude is `angle`, near `guess`."""
    moment = float(guess)
    for _ in range(20):
        off = (angle - longitude(ephem.Date(moment)) + 180) % 360 - 180
        moment += off * 365.2422 / 360
        if abs(off) < 1e-9:
            break
    return moment


def new_moons():
    moons = []
    moment = ephem.Date("1898/11/1")
    while moment < ephem.Date("2201/3/1"):
        moment = ephem.next_new_moon(moment)
        moons.append(local_days(moment))
        moment = ephem.Date(moment + 20)
    return moons


def major_terms():
    """(moment, longitude / 30) of each major term."""
    terms = []
    guess = float(ephem.Date("1898/12/21"))
    angle = 270
    while guess < float(ephem.Date("2201/3/1")):
        found = term_moment(angle % 360, guess)
        terms.append((local_days(found), angle % 360 // 30))
        guess, angle = found + 30.44, angle + 30
    return terms


def calendar(moons, terms):
    """(first day, number, leap) of each month."""
    starts = [math.floor(m) for m in moons]
    held = [set() for _ in starts]
    solstices = []
    for moment, number in terms:
        at = bisect.bisect_right(starts, math.floor(moment)) - 1
        held[at].add(number)
        if number == 9:
            solstices.append(at)
    months = []
    for begin, end in zip(solstices, solstices[1:]):
        assert end - begin in (12, 13)
        leap = next((i for i in range(begin + 1, end) if not held[i]), None) if end - begin == 13 else None
        number = 10
        for i in range(begin, end):
            number += i != leap
            months.append((starts[i], (number - 1) % 12 + 1, i == leap))
    return months


def date(day):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=day)).isoformat()


def main():
    moons, terms = new_moons(), major_terms()
    months = calendar(moons, terms)
    tets = [i for i, (_, number, leap) in enumerate(months) if number == 1 and not leap]
    events = sorted([m for m in moons] + [t for t, _ in terms])
    print("year,tet,leap_month,months,hung_kings,margin")
    for begin, end in zip(tets, tets[1:]):
        first, past = months[begin][0], months[end][0]
        year = (datetime.date(1970, 1, 1) + datetime.timedelta(days=first)).year
        if not FIRST <= year <= LAST:
            continue
        lengths = [months[i + 1][0] - months[i][0] for i in range(begin, end)]
        leap = next((months[i][1] for i in range(begin, end) if months[i][2]), 0)
        third = next(months[i][0] for i in range(begin, end) if months[i][1] == 3 and not months[i][2])
        near = [abs(e - round(e)) for e in events if first - 1 < e < past + 1]
        print(f"{year},{date(first)},{leap},{' '.join(map(str, lengths))},{date(third + 9)},{min(near) * 86400:.0f}")


if __name__ == "__main__":
    main()
