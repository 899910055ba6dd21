#!/usr/bin/env python3
"""Writes tests/golden/numbers.csv: exact arithmetic by Python's fractions and decimal, whose code is not ours.

    python3 make_number_golden.py > tests/golden/numbers.csv

Columns: operation; a and b, exact (a fraction or a whole number); result, exact, or the text of to_string() for `text`, or
"refused". Numbers stand at and around every size where the C++ code changes its way: 63, 64, 126 and 8,192 bits.
"""
import decimal
import math
import random
import sys
from decimal import Decimal
from fractions import Fraction

MODES = {"half_up": decimal.ROUND_HALF_UP, "half_even": decimal.ROUND_HALF_EVEN, "half_down": decimal.ROUND_HALF_DOWN,
         "up": decimal.ROUND_UP, "down": decimal.ROUND_DOWN, "floor": decimal.ROUND_FLOOR, "ceiling": decimal.ROUND_CEILING}
MAX_BITS = 8192
RNG = random.Random(307)
WIDE = decimal.Context(prec=9000, Emax=99999, Emin=-99999)
NARROW = decimal.Context(prec=34, rounding=decimal.ROUND_HALF_EVEN, Emax=99999, Emin=-99999)


def exact(value):
    if max(abs(value.numerator), value.denominator) >= 2**MAX_BITS:
        return "refused"
    return str(value)


def row(operation, a, b, result):
    print(f"{operation},{a},{b},{result if isinstance(result, str) else exact(result)}")


def number(bits):
    return RNG.choice((-1, 1)) * RNG.getrandbits(max(1, bits))


def fraction(top_bits, bottom_bits):
    return Fraction(number(top_bits), max(1, abs(number(bottom_bits))))


def samples():
    edge = 2**63
    found = [Fraction(n, d) for n in (0, 1, -1, edge - 1, edge, edge + 1, 1 - edge, -edge, -edge - 1) for d in (1, 3, edge - 1, edge)]
    sizes = ((10, 1), (10, 10), (40, 20), (62, 62), (64, 1), (64, 64), (130, 1), (100, 130), (400, 300))
    return found + [fraction(*size) for size in sizes for _ in range(3)]


def arithmetic():
    numbers = samples()
    for _ in range(160):
        a, b = RNG.choice(numbers), RNG.choice(numbers)
        row("add", a, b, a + b)
        row("subtract", a, b, a - b)
        row("multiply", a, b, a * b)
        row("divide", a, b, a / b if b else "refused")
        row("compare", a, b, str((a > b) - (a < b)))
        near = a + Fraction(RNG.choice((-1, 1)), 2**200)
        row("compare", a, near, str((a > near) - (a < near)))


def powers():
    for base, exponent in ((2, 8191), (2, 8192), (2, -8191), (2, -8192), (3, 5168), (3, 5169), (10, 2466), (10, 2467), (-2, 63), (-2, 62),
                           (2, 63), (2, 62), (1, 9999), (-1, 9999), (0, 5), (0, 0), (7, 0), (1, -9999)):
        row("power", base, exponent, Fraction(base) ** exponent)
    for _ in range(40):
        a, exponent = fraction(20, 20), RNG.randrange(-30, 31)
        row("power", a, exponent, Fraction(a) ** exponent if a or exponent >= 0 else "refused")


def rounded(value, places, mode):
    """All digits needed and one more that says whether anything follows, then Python's own rounding of that decimal."""
    more = max(places, 0) + 3
    digits = abs(value.numerator) * 10**more // value.denominator
    rest = abs(value.numerator) * 10**more % value.denominator
    told = Decimal(digits * 10 + (rest != 0)).scaleb(-more - 1, WIDE).copy_sign(Decimal(value.numerator))
    return Fraction(told.quantize(Decimal(1).scaleb(-places, WIDE), MODES[mode], WIDE))


def rounding():
    cases = [(a, places) for a in samples() for places in (0, 2, -1)]
    cases += [(Fraction(n, 8), p) for n in (1, -1, 3, -3, 4, -4, 5, 12, 20, -20, 999) for p in (0, 1, 2, 3)]
    cases += [(fraction(60, 30), RNG.randrange(-25, 40)) for _ in range(60)]
    cases += [(Fraction(5 * 10**40 + n), -41) for n in (-1, 0, 1)] + [(Fraction(1, 3), 1000), (Fraction(10**50), -1000)]
    for value, places in cases:
        mode = RNG.choice(list(MODES))
        row(f"round {mode}", value, places, rounded(value, places, mode))
    for value, places in ((Fraction(5, 2), 0), (Fraction(-5, 2), 0), (Fraction(7, 2), 0), (Fraction(1, 3), 2), (Fraction(-2, 3), 2),
                          (Fraction(250), -2), (Fraction(-350), -2), (Fraction(25, 10**30), 29)):
        for mode in MODES:
            row(f"round {mode}", value, places, rounded(value, places, mode))


def text(value):
    told = NARROW.divide(Decimal(value.numerator), Decimal(value.denominator))
    plain = format(told, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def texts():
    extra = [Fraction(10**34 + n) for n in (-6, -5, -1, 0, 1, 5, 6, 15)] + [Fraction(10**n - 1) for n in (33, 34, 35, 36)]
    extra += [Fraction(1, 7**n) for n in (1, 10, 40)] + [Fraction(2, 3) ** n for n in (50, 200)] + [Fraction(7**300), Fraction(1, 2**200)]
    extra += [Fraction(10**35 - 5, 10**35), Fraction(10**35 - 4, 10**70), Fraction(2 * 10**34 + 1, 2), Fraction(2 * 10**34 + 3, 2)]
    for value in samples() + extra:
        row("text", value, "", text(value) if value else "0")


def root(value):
    top, bottom = math.isqrt(value.numerator), math.isqrt(value.denominator)
    if Fraction(top**2, bottom**2) == value:
        return Fraction(top, bottom)
    many = WIDE.sqrt(WIDE.divide(Decimal(value.numerator), Decimal(value.denominator)))
    return Fraction(NARROW.plus(many))


def roots():
    squares = [abs(a) ** 2 for a in samples()]
    others = [abs(a) for a in samples()] + [Fraction(n) for n in range(12)] + [Fraction(10**n) for n in (1, 33, 34, 67, 68, 69)]
    others += [Fraction(1, 10**n) for n in (1, 67, 68)] + [Fraction(3**400), Fraction(1, 3**401), Fraction(10**68 - 1), Fraction(10**70 - 1)]
    for value in squares[::2] + others:
        row("root", value, "", root(value))
    row("root", Fraction(-1), "", "refused")


def main():
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    decimal.setcontext(WIDE)
    print("operation,a,b,result")
    for part in (arithmetic, powers, rounding, texts, roots):
        part()


if __name__ == "__main__":
    main()
