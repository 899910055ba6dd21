#include "progress.hpp"

#include <atomic>
#include <cstddef>

#include "refusal.hpp"
#include "wall.hpp"

namespace cchc::capi {
namespace {

constexpr std::size_t first_progress_size = 24;  // of release 0.1; later fields are appended

// Relaxed: each number stands for itself, and the result is handed over by the return of the call.
template <class T>
T load(const T& field) noexcept {
    return std::atomic_ref(const_cast<T&>(field)).load(std::memory_order_relaxed);  // atomic_ref of a const T is C++26
}

template <class T>
void store(T& field, T value) noexcept {
    std::atomic_ref(field).store(value, std::memory_order_relaxed);
}

void check(const cchc_progress* progress) {
    require(progress, "progress");
    if (reinterpret_cast<std::uintptr_t>(progress) % std::atomic_ref<std::int64_t>::required_alignment != 0)
        refuse(CCHC_E_ARG_RANGE, "progress", "is not aligned to 8 bytes");
    check_struct(progress, sizeof(cchc_progress), first_progress_size,
                 "progress");  // another thread may be writing the rest
}

}  // namespace

Polled::Polled(cchc_progress* progress, std::int64_t steps) : progress_(progress), steps_(steps) {
    if (progress == nullptr) return;
    check(progress);
    store(progress->done, std::int64_t{0});
    tell(0, steps);
}

Progress Polled::from(std::int64_t before) {
    if (progress_ == nullptr) return {};
    return [this, before](std::int64_t done, std::int64_t) { tell(before + done, steps_); };
}

Progress Polled::whole() {
    if (progress_ == nullptr) return {};
    return [this](std::int64_t done, std::int64_t total) { tell(done, total); };
}

void Polled::tell(std::int64_t done, std::int64_t total) {
    store(progress_->total, total);
    store(progress_->done, done);
    if (load(progress_->cancel) != 0) refuse(CCHC_E_CANCELLED, "the call", "was ended by the caller");
}

}  // namespace cchc::capi

using namespace cchc::capi;

cchc_status cchc_progress_init(cchc_progress* progress, uint32_t struct_size) noexcept {
    return init_struct(progress, struct_size, first_progress_size);
}

cchc_status cchc_progress_cancel(cchc_progress* progress, cchc_error* error) noexcept {
    return wall(error, [&] {
        check(progress);
        store(progress->cancel, std::int32_t{1});
    });
}

cchc_status cchc_progress_read(const cchc_progress* progress, int64_t* done, int64_t* total, cchc_error* error) noexcept {
    return wall(error, [&] {
        check(progress);
        if (done != nullptr) *done = load(progress->done);
        if (total != nullptr) *total = load(progress->total);
    });
}
