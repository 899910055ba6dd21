// An operator new that fails when it is told to. Included by one file of a program: it serves the library, too.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

enum class Mode { off, once, from_then_on };

struct Failing {
    Mode mode = Mode::off;
    long countdown = 0;
    bool fired = false;
    bool last_was_nothrow = false;
    long live = 0;
    long calls = 0;
} failing;

bool fails(bool nothrow) noexcept {
    if (failing.mode == Mode::off || failing.countdown <= 0) return false;
    if (failing.countdown > 1) {
        --failing.countdown;
        return false;
    }
    if (failing.mode == Mode::once) failing.countdown = 0;
    failing.fired = true;
    failing.last_was_nothrow = nothrow;
    return true;
}

void* allocate(std::size_t size, std::size_t alignment, bool nothrow) {
    void* memory = nullptr;
    ++failing.calls;
    if (!fails(nothrow)) memory = std::aligned_alloc(alignment, (size + alignment) / alignment * alignment);
    if (memory != nullptr) ++failing.live;
    if (memory == nullptr && !nothrow) throw std::bad_alloc();
    return memory;
}

void release(void* memory) noexcept {
    if (memory != nullptr) --failing.live;
    std::free(memory);
}

constexpr std::size_t usual = alignof(std::max_align_t);

}  // namespace

void* operator new(std::size_t size) { return allocate(size, usual, false); }
void* operator new[](std::size_t size) { return allocate(size, usual, false); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size, usual, true); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size, usual, true); }
void* operator new(std::size_t size, std::align_val_t a) { return allocate(size, static_cast<std::size_t>(a), false); }
void* operator new[](std::size_t size, std::align_val_t a) { return allocate(size, static_cast<std::size_t>(a), false); }
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }
