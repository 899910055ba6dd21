// A set of small whole numbers: cells of an axis, rows of a table.
#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cchc::criteria {

class Bits {
public:
    Bits() = default;
    explicit Bits(std::size_t size, bool all = false) : words_((size + 63) / 64) {
        if (!all) return;
        for (std::size_t i = 0; i < size; ++i) set(i);
    }

    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1U) != 0; }
    bool any() const noexcept {
        return std::any_of(words_.begin(), words_.end(), [](std::uint64_t w) { return w != 0; });
    }
    std::size_t count() const noexcept {
        std::size_t n = 0;
        for (const std::uint64_t w : words_) n += static_cast<std::size_t>(std::popcount(w));
        return n;
    }
    std::size_t words() const noexcept { return words_.size(); }

    bool meets(const Bits& other) const noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i)
            if ((words_[i] & other.words_[i]) != 0) return true;
        return false;
    }
    Bits& operator&=(const Bits& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    Bits& operator|=(const Bits& other) noexcept {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    friend Bits operator&(Bits a, const Bits& b) noexcept {
        a &= b;
        return a;
    }
    friend bool operator==(const Bits&, const Bits&) = default;
    friend auto operator<=>(const Bits&, const Bits&) = default;

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace cchc::criteria
