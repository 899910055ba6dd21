// Reading JSON in tests, and making it of CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "csv_support.hpp"

namespace cchc::test {

inline Reading read_json_text(std::string_view text, const ReadOptions& options = {}) {
    ReadResult result = read_json(text, options);
    return {rows_of(result.dossiers), std::move(result.report)};
}

inline Reading read_json_blocks(std::string_view text, std::size_t block, const ReadOptions& options = {}) {
    Reading out;
    JsonReader reader(options, [&out](Dossiers& batch) {
        for (Dossier& row : rows_of(batch)) out.rows.push_back(std::move(row));
    });
    for (std::size_t at = 0; at < text.size(); at += block) reader.feed(text.substr(at, block));
    out.report = reader.finish();
    return out;
}

inline std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

// CSV with commas and without line breaks in its fields, one JSON object for each row.
inline std::vector<std::string> objects_of(std::string_view csv) {
    std::vector<std::string> header, objects;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = csv.find('\n', at);
        std::vector<std::string> fields(1);
        bool inside = false, closed = false;
        for (const char c : csv.substr(at, end - at)) {
            if (c == '"') {
                if (closed) fields.back() += c;  // doubled
                closed = inside;
                inside = !inside;
                continue;
            }
            closed = false;
            if (c == ',' && !inside) {
                fields.emplace_back();
            } else {
                fields.back() += c;
            }
        }
        at = end == std::string_view::npos ? csv.size() : end + 1;
        if (header.empty()) {
            header = fields;
            continue;
        }
        std::string object = "{";
        for (std::size_t i = 0; i < fields.size(); ++i)
            object += (i == 0 ? "" : ", ") + quoted(header[i]) + ": " + (fields[i].empty() ? "null" : quoted(fields[i]));
        objects.push_back(object + "}");
    }
    return objects;
}

inline std::string joined(const std::vector<std::string>& objects, std::string_view between) {
    std::string out;
    for (const std::string& object : objects) out += (out.empty() ? "" : std::string(between)) + object;
    return out;
}

}  // namespace cchc::test
