// Names and texts of the enumerations: each has its own, in files and in both languages.
#include <set>

#include "cchc/outcome.hpp"
#include "test.hpp"

namespace names_test {

using namespace cchc;

namespace {

template <class E>
void check_names(std::uint8_t count) {
    std::set<std::string> names;
    for (std::uint8_t i = 0; i < count; ++i) {
        const std::string name(to_string(static_cast<E>(i)));
        INFO(name);
        CHECK_FALSE(name.empty());
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_8") == std::string::npos);
        CHECK(names.insert(name).second);
    }
}

template <class E>
void check_texts(std::uint8_t count) {
    for (const Lang lang : {Lang::vi, Lang::en}) {
        std::set<std::string> texts;
        for (std::uint8_t i = 0; i < count; ++i) {
            const std::string text = to_text(static_cast<E>(i), lang);
            INFO(text);
            CHECK(text.size() > 1);
            CHECK(texts.insert(text).second);
        }
    }
}

}  // namespace

TEST_CASE("every value has a name and a text of its own") {
    check_names<Channel>(4);
    check_names<Status>(status_count);
    check_names<Problem>(problem_count);
    check_names<Outcome>(outcome_count);
    check_names<Event>(event_count);
    check_texts<Channel>(4);
    check_texts<Status>(status_count);
    check_texts<Problem>(problem_count);
    check_texts<Outcome>(outcome_count);
}

TEST_CASE("a number that is no value has no name, and harms nobody") {
    CHECK(to_string(static_cast<Status>(99)) == "?");
    CHECK(to_string(static_cast<Problem>(99)) == "?");
    CHECK(to_string(static_cast<Channel>(99)) == "?");
    CHECK(to_string(static_cast<Outcome>(99)) == "unknown");
    CHECK(to_text(static_cast<Status>(99), Lang::vi) == "?");
}

}  // namespace names_test
