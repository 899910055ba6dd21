// Reads parts of a self-report and says what is wrong with each, instead of stopping at the first.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/self_report.hpp"

namespace cchc::json {
class Node;
class Object;
}  // namespace cchc::json

namespace cchc::inspection {

// The shape that a JSON value has to have.
enum class Shape : std::uint8_t { flag, text, number, list, object };

class PartReader {
public:
    // Problems go to the end of `problems`. `figure` may be empty: the part is not of a figure.
    PartReader(std::vector<InspectionProblem>& problems, std::string_view unit, std::string_view source,
               std::string_view figure)
        : problems_(&problems), unit_(unit), source_(source), figure_(figure) {}

    // No error was said through this reader.
    bool good() const noexcept { return good_; }

    void say(std::string_view code, const json::Node& at, const LocalText& expected, const LocalText& found);
    void warn(std::string_view code, const json::Node& at, const LocalText& expected, const LocalText& found);

    // Each of these says what is wrong and gives nothing then.
    bool has_shape(const json::Node& node, Shape shape);
    bool flag(const json::Node& node);
    std::string words(const json::Node& node);  // may be empty
    std::string text(const json::Node& node);   // not empty
    std::vector<std::string> texts(const json::Node& node);
    std::optional<Date> date(const json::Node& node);
    // A JSON number or a decimal string, exactly.
    std::optional<Decimal> decimal(const json::Node& node);
    std::optional<Decimal> not_negative(const json::Node& node);
    std::optional<Decimal> whole(const json::Node& node);  // not negative
    // A count that is added up in 64 bits: at most 15 digits, so that no number of reports of this world makes it overflow.
    std::optional<std::uint64_t> count(const json::Node& node);
    // Zero where it is wrong, too.
    std::int64_t integer(const json::Node& node, std::int64_t min, std::int64_t max);
    std::optional<LegalDocument> document(const json::Node& node);
    std::vector<LegalDocument> documents(const json::Node& node);

    // All these keys are there: what is missing is said, and where none of them is, what stands there instead.
    bool needs(json::Object& object, std::initializer_list<std::string_view> keys);
    // Says each key that nobody asked for.
    void nothing_else(json::Object& object);

private:
    void add(std::string_view code, bool error, const json::Node& at, const LocalText& expected, const LocalText& found);

    std::vector<InspectionProblem>* problems_;
    std::string unit_, source_, figure_;
    bool good_ = true;
};

LocalText both(std::string text);  // one text that is the same in both languages
LocalText quoted(std::string_view text);
LocalText found_in(const json::Node& node);  // what stands there: a number, a text in quotes, or the kind of value

}  // namespace cchc::inspection
