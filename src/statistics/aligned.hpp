// Memory that begins with a cache line.
#pragma once

#include <cstddef>
#include <new>

namespace cchc::stats {

template <class T>
struct CacheAligned {
    using value_type = T;
    static constexpr std::align_val_t line{64};

    CacheAligned() = default;
    template <class U>
    explicit CacheAligned(const CacheAligned<U>&) noexcept {}

    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), line)); }
    void deallocate(T* p, std::size_t) noexcept { ::operator delete(p, line); }
    friend bool operator==(const CacheAligned&, const CacheAligned&) noexcept { return true; }
};

}  // namespace cchc::stats
