// New moons and the sun's longitude, from which the table of src/calendar/lunar_years.cpp was made and is made again by
// lunar_astronomy_test.cpp. Constants are those of J. Meeus, Astronomical Algorithms (2nd ed.): chapter 49 with all periodic
// terms and the planetary arguments (new moon, some seconds), chapter 25 and appendix III (the earth's VSOP87 series, about
// one second of arc, i.e. 25 seconds of time), chapter 22 (nutation); delta T: polynomials of Espenak and Meeus (NASA,
// 2006).
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace astronomy {

inline constexpr double degree = 3.14159265358979323846 / 180;
inline double sine(double degrees) { return std::sin(std::remainder(degrees, 360.0) * degree); }
inline double cosine(double degrees) { return std::cos(std::remainder(degrees, 360.0) * degree); }

template <std::size_t N>
double polynomial(double x, const std::array<double, N>& coefficients) {
    double sum = 0;
    for (std::size_t i = N; i-- > 0;) sum = sum * x + coefficients[i];
    return sum;
}

// Seconds by which dynamical time is ahead of universal time, for the years 1860 to 2300.
inline double delta_t(double year) {
    const auto from = [year](double origin, const auto& c) { return polynomial(year - origin, c); };
    if (year < 1900) return from(1860, std::array{7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1 / 233174.0});
    if (year < 1920) return from(1900, std::array{-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197});
    if (year < 1941) return from(1920, std::array{21.20, 0.84493, -0.076100, 0.0020936});
    if (year < 1961) return from(1950, std::array{29.07, 0.407, -1 / 233.0, 1 / 2547.0});
    if (year < 1986) return from(1975, std::array{45.45, 1.067, -1 / 260.0, -1 / 718.0});
    if (year < 2005) return from(2000, std::array{63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599});
    if (year < 2050) return from(2000, std::array{62.92, 0.32217, 0.005589});
    const double u = (year - 1820) / 100;
    return -20 + 32 * u * u - (year < 2150 ? 0.5628 * (2150 - year) : 0);
}

// A moment as days since 1970-01-01T00:00 at UTC+7, from a Julian day in dynamical time.
inline double local_days(double jde) {
    const double year = 2000 + (jde - 2451545) / 365.25;
    return jde - 2440587.5 - delta_t(year) / 86400 + 7.0 / 24;
}

// A periodic term of the new moon: days times E^|m|, at the sine of m M + m' M' + f F.
struct MoonTerm {
    double days;
    int m, moon, f;
};
inline constexpr std::array<MoonTerm, 24> moon_terms = {{
    {-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0},    {0.01608, 0, 2, 0},   {0.01039, 0, 0, 2},   {0.00739, -1, 1, 0},
    {-0.00514, 1, 1, 0}, {0.00208, 2, 0, 0},    {-0.00111, 0, 1, -2}, {-0.00057, 0, 1, 2},  {0.00056, 1, 2, 0},
    {-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2},    {0.00038, 1, 0, -2},  {-0.00024, -1, 2, 0}, {-0.00007, 2, 1, 0},
    {0.00004, 0, 2, -2}, {0.00004, 3, 0, 0},    {0.00003, 1, 1, -2},  {0.00003, 0, 2, 2},   {-0.00003, 1, 1, 2},
    {0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0},  {0.00002, 0, 4, 0},
}};

// A planetary argument of the new moon: days at the sine of a + b k (+ c T^2, the first only).
struct PlanetTerm {
    double days, a, b;
};
inline constexpr std::array<PlanetTerm, 14> planet_terms = {{
    {0.000325, 299.77, 0.107408},
    {0.000165, 251.88, 0.016321},
    {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478},
    {0.000110, 84.66, 18.206239},
    {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},
    {0.000056, 154.84, 7.306860},
    {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},
    {0.000040, 291.34, 1.844379},
    {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099},
    {0.000023, 331.55, 3.592518},
}};

// Julian day, in dynamical time, of the new moon number k; k = 0 is that of 6 January 2000.
inline double new_moon(int number) {
    const double k = number, t = k / 1236.85;
    const double e = 1 + t * (-0.002516 - 0.0000074 * t);
    const double sun = 2.5534 + 29.10535670 * k + t * t * (-0.0000014 - 0.00000011 * t);
    const double moon = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - 0.000000058 * t));
    const double latitude = 160.7108 + 390.67050284 * k + t * t * (-0.0016118 + t * (-0.00000227 + 0.000000011 * t));
    const double node = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + 0.00000215 * t);
    double days = 2451550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + 0.00000000073 * t));
    for (const MoonTerm& term : moon_terms)
        days += term.days * std::pow(e, std::abs(term.m)) * sine(term.m * sun + term.moon * moon + term.f * latitude);
    days -= 0.00017 * sine(node);
    for (const PlanetTerm& term : planet_terms)
        days += term.days * sine(term.a + term.b * k - (&term == planet_terms.data() ? 0.009173 * t * t : 0));
    return days;
}

// A term of the earth's longitude: size (1e-8 radians) at the cosine of phase + frequency * tau.
struct EarthTerm {
    double size, phase, frequency;
};
inline constexpr EarthTerm earth_0[] = {
    {175347046, 0, 0},
    {3341656, 4.6692568, 6283.0758500},
    {34894, 4.62610, 12566.15170},
    {3497, 2.7441, 5753.3849},
    {3418, 2.8289, 3.5231},
    {3136, 3.6277, 77713.7715},
    {2676, 4.4181, 7860.4194},
    {2343, 6.1352, 3930.2097},
    {1324, 0.7425, 11506.7698},
    {1273, 2.0371, 529.6910},
    {1199, 1.1096, 1577.3435},
    {990, 5.233, 5884.927},
    {902, 2.045, 26.298},
    {857, 3.508, 398.149},
    {780, 1.179, 5223.694},
    {753, 2.533, 5507.553},
    {505, 4.583, 18849.228},
    {492, 4.205, 775.523},
    {357, 2.920, 0.067},
    {317, 5.849, 11790.629},
    {284, 1.899, 796.298},
    {271, 0.315, 10977.079},
    {243, 0.345, 5486.778},
    {206, 4.806, 2544.314},
    {205, 1.869, 5573.143},
    {202, 2.458, 6069.777},
    {156, 0.833, 213.299},
    {132, 3.411, 2942.463},
    {126, 1.083, 20.775},
    {115, 0.645, 0.980},
    {103, 0.636, 4694.003},
    {102, 0.976, 15720.839},
    {102, 4.267, 7.114},
    {99, 6.21, 2146.17},
    {98, 0.68, 155.42},
    {86, 5.98, 161000.69},
    {85, 1.30, 6275.96},
    {85, 3.67, 71430.70},
    {80, 1.81, 17260.15},
    {79, 3.04, 12036.46},
    {75, 1.76, 5088.63},
    {74, 3.50, 3154.69},
    {74, 4.68, 801.82},
    {70, 0.83, 9437.76},
    {62, 3.98, 8827.39},
    {61, 1.82, 7084.90},
    {57, 2.78, 6286.60},
    {56, 4.39, 14143.50},
    {56, 3.47, 6279.55},
    {52, 0.19, 12139.55},
    {52, 1.33, 1748.02},
    {51, 0.28, 5856.48},
    {49, 0.49, 1194.45},
    {41, 5.37, 8429.24},
    {41, 2.40, 19651.05},
    {39, 6.17, 10447.39},
    {37, 6.04, 10213.29},
    {37, 2.57, 1059.38},
    {36, 1.71, 2352.87},
    {36, 1.78, 6812.77},
    {33, 0.59, 17789.85},
    {30, 0.44, 83996.85},
    {30, 2.74, 1349.87},
    {25, 3.16, 4690.48},
};
inline constexpr EarthTerm earth_1[] = {
    {628331966747, 0, 0},       {206059, 2.678235, 6283.075850},
    {4303, 2.6351, 12566.1517}, {425, 1.590, 3.523},
    {119, 5.796, 26.298},       {109, 2.966, 1577.344},
    {93, 2.59, 18849.23},       {72, 1.14, 529.69},
    {68, 1.87, 398.15},         {67, 4.41, 5507.55},
    {59, 2.89, 5223.69},        {56, 2.17, 155.42},
    {45, 0.40, 796.30},         {36, 0.47, 775.52},
    {29, 2.65, 7.11},           {21, 5.34, 0.98},
    {19, 1.85, 5486.78},        {19, 4.97, 213.30},
    {17, 2.99, 6275.96},        {16, 0.03, 2544.31},
    {16, 1.43, 2146.17},        {15, 1.21, 10977.08},
    {12, 2.83, 1748.02},        {12, 3.26, 5088.63},
    {12, 5.27, 1194.45},        {12, 2.08, 4694.00},
    {11, 0.77, 553.57},         {10, 1.30, 6286.60},
    {10, 4.24, 1349.87},
};
inline constexpr EarthTerm earth_2[] = {
    {52919, 0, 0},     {8720, 1.0721, 6283.0758}, {309, 0.867, 12566.152}, {27, 0.05, 3.52},
    {16, 5.19, 26.30}, {16, 3.68, 155.42},        {10, 0.76, 18849.23},
};
inline constexpr EarthTerm earth_3[] = {{289, 5.844, 6283.076}, {35, 0, 0}, {17, 5.49, 12566.15}};

// The sun's apparent longitude in degrees, 0 <= longitude < 360, from a Julian day in dynamical time.
inline double sun_longitude(double jde) {
    const double t = (jde - 2451545) / 36525, tau = t / 10;
    const auto series = [tau](const auto& terms) {
        double sum = 0;
        for (const EarthTerm& term : terms) sum += term.size * std::cos(term.phase + term.frequency * tau);
        return sum;
    };
    const double earth =
        (series(earth_0) + tau * (series(earth_1) + tau * (series(earth_2) + tau * series(earth_3)))) * 1e-8 / degree;
    // To the FK5 equinox; aberration at the sun's distance; nutation (four largest terms).
    const double anomaly = 357.52911 + 35999.05029 * t;
    const double distance =
        1.000001018 * (1 - 0.016708634 * 0.016708634) / (1 + 0.016708634 * cosine(anomaly + 1.9 * sine(anomaly)));
    const double node = 125.04452 - 1934.136261 * t;
    const double sun = 280.4665 + 36000.7698 * t, moon = 218.3165 + 481267.8813 * t;
    const double nutation = -17.20 * sine(node) - 1.32 * sine(2 * sun) - 0.23 * sine(2 * moon) + 0.21 * sine(2 * node);
    const double seconds = -0.09033 - 20.4898 / distance + nutation;
    const double longitude = std::fmod(earth + 180 + seconds / 3600, 360.0);
    return longitude < 0 ? longitude + 360 : longitude;
}

// Julian day, in dynamical time, at which the sun's longitude is `degrees`, near the Julian day `guess` (within 20 days).
inline double sun_reaches(double degrees, double guess) {
    for (int i = 0; i < 8; ++i) guess += std::remainder(degrees - sun_longitude(guess), 360.0) * 365.2422 / 360;
    return guess;
}

}  // namespace astronomy
