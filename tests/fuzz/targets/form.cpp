// Published forms: the form, that of the next period, and the kind of form.
#include "../fuzz.hpp"

CCHC_FUZZ_TARGET(form) {
    using namespace cchc_fuzz;
    const auto parts = documents(input, 3);
    const char* const variant = parts[2].empty() ? nullptr : parts[2].data();
    const char* const next = parts[1].empty() ? nullptr : parts[1].data();
    bytes([&](auto out, auto e) {
        return cchc_form_check(parts[0].data(), parts[0].size(), next, parts[1].size(), variant, parts[2].size(), out, e);
    });
}
