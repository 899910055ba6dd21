// Writing JSON by hand of the caller: keys in the order given, two blanks of indent, exact numbers, UTF-8 as it is.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cchc::json {

class Writer {
public:
    Writer& object();                     // {
    Writer& array(bool inline_ = false);  // [ ; inline: all items on one line
    Writer& end();                        // } or ]
    Writer& key(std::string_view name);
    Writer& string(std::string_view text);
    Writer& raw(std::string_view text);       // a number, true, false, null
    Writer& document(std::string_view text);  // another writer's finished text, indented to fit here
    Writer& integer(std::int64_t value) { return raw(std::to_string(value)); }
    Writer& count(std::uint64_t value) { return raw(std::to_string(value)); }
    Writer& boolean(bool value) { return raw(value ? "true" : "false"); }

    // "name": value
    Writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    Writer& member(std::string_view name, const char* text) { return key(name).string(text); }
    Writer& member(std::string_view name, std::same_as<bool> auto value) { return key(name).boolean(value); }
    Writer& member(std::string_view name, std::unsigned_integral auto value) requires(!std::same_as<decltype(value), bool>) {
        return key(name).count(value);
    }
    Writer& member(std::string_view name, std::signed_integral auto value) { return key(name).integer(value); }

    // The text, with a line break at the end of a finished document.
    std::string take();

private:
    void separate();
    void indent();
    struct Level {
        char close;
        bool one_line;
        bool empty;
    };
    std::string out_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace cchc::json
