// The common path takes no memory: counted by the operator new of this program.
#include <atomic>
#include <cstdlib>
#include <new>

#include "cchc/expression.hpp"
#include "expression/code.hpp"
#include "test.hpp"

namespace {

std::atomic<long> taken = 0;

void* try_take(std::size_t size) noexcept {
    ++taken;
    return std::malloc(size == 0 ? 1 : size);
}

void* take(std::size_t size) {
    if (void* memory = try_take(size)) return memory;
    throw std::bad_alloc();
}

}  // namespace

// All forms, the ones that do not throw too: memory of one allocator and the deallocator of another is an error under a
// sanitizer.
void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return try_take(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return try_take(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace cchc::feel;

struct Bound {
    Code code;
    std::vector<Value> slots;
};

// Facts a, b, c … in the order of the text.
Bound bound(Code code, std::initializer_list<cchc::Number> facts) {
    Bound b{std::move(code), {}};
    for (std::uint32_t i = 0; i < b.code.names.size(); ++i) b.code.name_slots.push_back(i);
    for (const cchc::Number& fact : facts) b.slots.push_back(Value::of_number(fact));
    return b;
}

long taken_by(const Bound& b, const Value* input = nullptr) {
    std::vector<std::uint32_t> missing;
    missing.reserve(8);
    const long before = taken;
    for (int i = 0; i < 10; ++i) {
        Context context{b.slots.data(), input, &missing, Fault::none, 0};
        const Value value = evaluate(b.code, context);
        if (value.type == Type::null || value.is_missing()) return -1;
    }
    return taken - before;
}

}  // namespace

TEST_CASE("Evaluating over everyday numbers takes no memory") {
    for (const char* text :
         {"100 * (a + b) / c", "a between b and c", "if a > b then a else b", "max(a, b, c) + min([a, b])",
          "round half up(100 * a / b, 2) + c", "a in [b..c] or a in (1, 2, > c)", "a ** 2 + b + c",
          "modulo(a, 7) + sum(b, c)", "mean(a, b, c)", "not(a = b) and c > 1", "decimal(a / 3, 4) + abs(b - c)",
          "a / 7 + b / 11 - c / 13"}) {
        INFO(text);
        CHECK(taken_by(bound(parse_expression(text), {124'907, 3'581, 131'072})) == 0);
    }
    const Value input = Value::of_number(cchc::Number(9'499, 100));
    CHECK(taken_by(bound(parse_tests("[80..95), >= a, not(b = ?)"), {96, 97}), &input) == 0);
}

TEST_CASE("The count can see memory") { CHECK(taken_by(bound(parse_expression("a ** 200 + b"), {3, 1})) > 0); }
