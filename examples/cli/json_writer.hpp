// Writing JSON: keys in the order given, two blanks of indent, UTF-8 as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

class JsonWriter {
public:
    JsonWriter& object() { return open('{', '}'); }
    JsonWriter& array() { return open('[', ']'); }
    JsonWriter& end();
    JsonWriter& key(std::string_view name);
    JsonWriter& text(std::string_view value);
    JsonWriter& number(std::int64_t value);
    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).number(value); }

    std::string take();  // what was written since the last take()

private:
    JsonWriter& open(char open, char close);
    void separate();

    std::string out_;
    struct Level {
        char close;
        bool empty;
    };
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace tool
