// Fractions of 128 bits for oracles: nothing of the library's is in them. A result that does not fit throws Overflow.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace expression_test {

__extension__ typedef __int128 Wide;

struct Overflow {};

inline Wide times(Wide a, Wide b) {
    Wide out = 0;
    if (__builtin_mul_overflow(a, b, &out)) throw Overflow{};
    return out;
}

inline Wide plus(Wide a, Wide b) {
    Wide out = 0;
    if (__builtin_add_overflow(a, b, &out)) throw Overflow{};
    return out;
}

struct Fraction {
    Wide top = 0;
    Wide bottom = 1;  // > 0

    static Fraction of(Wide top, Wide bottom = 1) {
        if (bottom < 0) return of(times(top, -1), times(bottom, -1));
        Wide a = top < 0 ? -top : top, b = bottom;
        while (b != 0) a = std::exchange(b, a % b);
        return {top / a, bottom / a};
    }

    friend Fraction operator+(Fraction a, Fraction b) {
        return of(plus(times(a.top, b.bottom), times(b.top, a.bottom)), times(a.bottom, b.bottom));
    }
    friend Fraction operator-(Fraction a) { return {times(a.top, -1), a.bottom}; }
    friend Fraction operator-(Fraction a, Fraction b) { return a + -b; }
    friend Fraction operator*(Fraction a, Fraction b) { return of(times(a.top, b.top), times(a.bottom, b.bottom)); }
    friend Fraction operator/(Fraction a, Fraction b) { return of(times(a.top, b.bottom), times(a.bottom, b.top)); }
    friend bool operator==(Fraction a, Fraction b) { return a.top == b.top && a.bottom == b.bottom; }
    friend bool operator<(Fraction a, Fraction b) { return times(a.top, b.bottom) < times(b.top, a.bottom); }
};

inline Fraction power(Fraction base, int exponent) {
    Fraction out{1, 1};
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) out = out * base;
    return exponent < 0 ? Fraction{1, 1} / out : out;
}

// The greatest whole number that is not above x.
inline Fraction floor(Fraction x) {
    const Wide cut = x.top / x.bottom;
    return {x.top % x.bottom < 0 ? cut - 1 : cut, 1};
}
inline Fraction ceiling(Fraction x) { return -floor(-x); }
inline Fraction magnitude(Fraction x) { return x.top < 0 ? -x : x; }

// Rounding to whole numbers as the words say, each by floor and ceiling of the magnitude.
inline Fraction away(Fraction x) { return x.top < 0 ? floor(x) : ceiling(x); }
inline Fraction toward(Fraction x) { return x.top < 0 ? ceiling(x) : floor(x); }
inline Fraction half_away(Fraction x) {
    const Fraction m = floor(magnitude(x) + Fraction{1, 2});
    return x.top < 0 ? -m : m;
}
inline Fraction half_toward(Fraction x) {
    const Fraction m = ceiling(magnitude(x) - Fraction{1, 2});
    return x.top < 0 ? -m : m;
}
inline Fraction half_even(Fraction x) {
    const Fraction up = floor(x + Fraction{1, 2}), down = ceiling(x - Fraction{1, 2});
    return up.top % 2 == 0 ? up : down;
}

inline Fraction to_places(Fraction x, int places, Fraction (*to_whole)(Fraction)) {
    const Fraction scale = power({10, 1}, places);
    return to_whole(x * scale) / scale;
}

inline std::string digits(Wide whole) {
    if (whole < 0) return "-" + digits(-whole);
    std::string out;
    for (; whole >= 10; whole /= 10) out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(whole % 10)));
    out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(whole)));
    return out;
}

// As Number::to_exact_string writes a value that does not end: every fraction in lowest terms is one text.
inline std::string exact(Fraction x) { return digits(x.top) + "/" + digits(x.bottom); }

}  // namespace expression_test
