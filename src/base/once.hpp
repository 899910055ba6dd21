#pragma once

namespace cchc {

// What `make` returns, made at the first call and never changed or destroyed: a thread or an exit handler of the host may
// still call the library when the statics of a process go. Each place of a call has a value of its own, for each lambda
// has a type of its own. Safe in any thread; if `make` throws, the next call tries again.
template <class Make>
const auto& once(Make make) {
    static const auto* const value = new auto(make());
    return *value;
}

}  // namespace cchc
