// Facts, the scores of people, and the requests that are asked of them. The first byte of an input names the set.
#include "../../capi/score_support.hpp"
#include "../fuzz.hpp"

namespace {

using namespace cchc_fuzz;
using capi_test::CriteriaPtr;

const cchc_criteria* set_of(std::uint8_t choice) {
    static const CriteriaPtr small = capi_test::criteria(capi_test::two_kinds);
    static const CriteriaPtr law = capi_test::builtin_criteria("vn.nd-307-2025.xa");
    static const CriteriaPtr inspection = capi_test::builtin_criteria("huong-hoa-2020.inspection");
    return (choice == '1' ? law : choice == '2' ? inspection : small).get();
}

// What is computed from random draws takes as long as the input asks for.
bool asks_for_much(std::string_view options) {
    std::size_t digits = 0;
    for (const char c : options) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits > 2 || ((c == 'e' || c == 'E') && digits > 0)) return true;
        if (c == 'e' || c == 'E') continue;
    }
    return options.empty() || options.find("\"draws\"") == std::string_view::npos;
}

}  // namespace

// A set, a sheet, and documents of facts.
CCHC_FUZZ_TARGET(facts) {
    Bytes head(input);
    const cchc_criteria* set = set_of(head.take<std::uint8_t>());
    const auto parts = all_documents(head.rest(), 6);
    const std::string_view sheet = parts[0];
    const std::vector<std::string_view> facts(parts.begin() + (parts.size() > 1 ? 1 : 0), parts.end());
    const cchc_fuzz::Texts texts(facts);
    const auto merged = bytes(
        [&](auto out, auto e) { return cchc_facts_merge(texts.data.data(), texts.size.data(), facts.size(), out, e); });
    if (merged.has_value())
        require(bytes([&](auto out, auto e) {
                    const char* const text = merged->data();
                    const std::size_t size = merged->size();
                    return cchc_facts_merge(&text, &size, 1, out, e);
                }).has_value(),
                "facts that were merged cannot be read");
    const auto card = bytes([&](auto out, auto e) {
        return cchc_score(set, facts[0].data(), facts[0].size(), sheet.data(), sheet.size(), 1, out, e);
    });
    const auto text = bytes([&](auto out, auto e) {
        return cchc_score_text(set, facts[0].data(), facts[0].size(), sheet.data(), sheet.size(), 1, 0, out, e);
    });
    require(card.has_value() == text.has_value(), "JSON and table are not of one mind");
    const std::string_view later = facts.back();
    const auto compared = bytes([&](auto out, auto e) {
        return cchc_score_compare(set, facts[0].data(), facts[0].size(), sheet.data(), sheet.size(), set, later.data(),
                                  later.size(), nullptr, 0, out, e);
    });
    require(card.has_value() || !compared.has_value(), "what cannot be scored is compared");
}

// A set, options, and documents of facts.
CCHC_FUZZ_TARGET(scores) {
    Bytes head(input);
    const cchc_criteria* set = set_of(head.take<std::uint8_t>());
    const auto parts = all_documents(head.rest(), 8);
    const std::string_view options = parts[0];
    const cchc_fuzz::Texts facts(std::vector(parts.begin() + 1, parts.end()));
    const auto plain = bytes([&](auto out, auto e) {
        return cchc_score_many(set, facts.data.data(), facts.size.data(), facts.data.size(), options.data(), options.size(),
                               out, e);
    });
    cchc_progress progress = CCHC_PROGRESS_INIT;
    require(plain == bytes([&](auto out, auto e) {
                return cchc_score_many_with_progress(set, facts.data.data(), facts.size.data(), facts.data.size(),
                                                     options.data(), options.size(), &progress, out, e);
            }),
            "with progress, it says another thing");
    require(progress.done >= 0 && progress.done <= progress.total, "progress beyond its end");
}

CCHC_FUZZ_TARGET(sensitivity) {
    Bytes head(input);
    const cchc_criteria* set = set_of(head.take<std::uint8_t>());
    const auto parts = all_documents(head.rest(), 5);
    const std::string_view options = parts[0];
    if (asks_for_much(options)) return;
    const cchc_fuzz::Texts facts(std::vector(parts.begin() + 1, parts.end()));
    const auto plain = bytes([&](auto out, auto e) {
        return cchc_sensitivity(set, facts.data.data(), facts.size.data(), facts.data.size(), options.data(), options.size(),
                                out, e);
    });
    cchc_progress progress = CCHC_PROGRESS_INIT;
    require(plain == bytes([&](auto out, auto e) {
                return cchc_sensitivity_with_progress(set, facts.data.data(), facts.size.data(), facts.data.size(),
                                                      options.data(), options.size(), &progress, out, e);
            }),
            "with progress, it says another thing");
}

// A set, options, facts, and a sheet.
CCHC_FUZZ_TARGET(what_if) {
    Bytes head(input);
    const cchc_criteria* set = set_of(head.take<std::uint8_t>());
    const auto parts = documents(head.rest(), 3);
    const auto ask = [&](cchc_progress* progress) {
        return bytes([&](auto out, auto e) {
            return cchc_what_if_with_progress(set, parts[1].data(), parts[1].size(), parts[2].data(), parts[2].size(),
                                              parts[0].data(), parts[0].size(), progress, out, e);
        });
    };
    cchc_progress progress = CCHC_PROGRESS_INIT;
    const auto plain = ask(&progress);
    require(plain == bytes([&](auto out, auto e) {
                return cchc_what_if(set, parts[1].data(), parts[1].size(), parts[2].data(), parts[2].size(), parts[0].data(),
                                    parts[0].size(), out, e);
            }),
            "with progress, it says another thing");
    if (!plain.has_value()) return;
    cchc_progress ended = CCHC_PROGRESS_INIT;
    require(done([&](cchc_error* e) { return cchc_progress_cancel(&ended, e); }), "a progress that cannot be ended");
    require(!ask(&ended).has_value(), "a call that was ended hands something out");
}
