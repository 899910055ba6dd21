// The memory that small numbers do not take, and that no power can. The operator new below serves the whole test program.
#include <cstdlib>
#include <new>

#include "unit/base/error_of.hpp"
#include "unit/base/number_support.hpp"

using namespace cchc;

namespace {

std::size_t allocations = 0;
std::size_t bytes = 0;

}  // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    bytes += size;
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
    if (void* memory = ::operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

TEST_CASE("small numbers take no memory of their own") {
    Random random(8);
    std::int64_t parts[64];
    for (std::int64_t& part : parts) part = random.above_zero(15);
    const std::size_t before = allocations;
    Number sum, low;
    bool order = false;
    for (int i = 0; i + 3 < 64; ++i) {
        const Number a(parts[i], parts[i + 1]);
        const Number b = Number(parts[i + 2], parts[i + 3]) - 1;
        Number c = a * b + a - b / a;
        order ^= c < a || c == b || c.sign() == 0 || c.is_whole() || c.is_decimal();
        sum = sum.rounded(2, RoundingMode::half_even) + c.rounded(4, RoundingMode::half_up).abs();
        low = std::move(c);
        order ^= low.scaled(2).has_value() || low.whole().has_value();
    }
    CHECK(allocations == before);
    CHECK(sum > 0);
    const Number big = Number(2).power(100);
    CHECK(allocations > before);  // the count can count
}

TEST_CASE("a power that is too large is refused before it is computed") {
    const Number big = Number(2).power(8'191);
    const std::size_t before = bytes;
    for (const Number& base : {big, 1 / big, Number(10), Number(1, 10)})
        CHECK(error_of([&] { base.power(9'999); }).code() == ErrorCode::argument_range);
    CHECK(bytes - before < 100'000);  // the four would take 20 million
}

TEST_CASE("comparing takes no memory, even of the largest numbers") {
    const Number a = Number(3).power(5'000) / Number(2).power(8'000);
    const Number b = a + Number(2).power(-8'100);
    const std::size_t before = allocations;
    const bool as_expected =
        a < b && b > a && a != b && a == a && a > 0 && a < 1'000 && -1 < b && a.sign() == 1 && !a.is_whole();
    CHECK(allocations == before);
    CHECK(as_expected);
}
