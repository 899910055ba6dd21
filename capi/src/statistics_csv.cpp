#include <algorithm>

#include "counting.hpp"
#include "wall.hpp"

namespace cchc::capi {
namespace {

constexpr std::size_t first_options_size = 88;  // of release 0.1; later fields are appended
constexpr std::int64_t largest_max_issues = 1'000'000;
constexpr std::int64_t largest_record = std::int64_t{1} << 30;

char delimiter_of(std::int32_t delimiter) {
    switch (delimiter) {
        case 0:
        case ',':
        case ';':
        case '\t': return static_cast<char>(delimiter);
        default: refuse(CCHC_E_ARG_ENUM, "options.delimiter", "is none of 0, ',', ';' and tab");
    }
}

std::size_t max_issues_of(std::int64_t max_issues) {
    if (max_issues == 0) return ReadOptions{}.max_issues;
    if (max_issues == -1) return 0;
    if (max_issues < 0 || max_issues > largest_max_issues) {
        refuse(CCHC_E_ARG_RANGE, "options.max_issues", "is not in -1 .. 1000000");
    }
    return static_cast<std::size_t>(max_issues);
}

std::size_t max_record_of(std::int64_t max_record_bytes) {
    if (max_record_bytes == 0) return ReadOptions{}.max_record_bytes;
    if (max_record_bytes < 0 || max_record_bytes > largest_record) {
        refuse(CCHC_E_ARG_RANGE, "options.max_record_bytes", "is not in 0 .. 1073741824");
    }
    return static_cast<std::size_t>(max_record_bytes);
}

// Pauses are read as the dossiers are, but with a delimiter of their own.
std::shared_ptr<const ClockTable> read_pauses(std::string_view csv, ReadOptions options) {
    options.source = "pauses";
    options.delimiter = 0;
    return std::make_shared<const ClockTable>(ClockTable::from_csv(csv, std::move(options)));
}

}  // namespace

DocumentOptions read_options(const cchc_csv_options* options) {
    cchc_csv_options known = CCHC_CSV_OPTIONS_INIT;
    if (options != nullptr) copy_struct(options, &known, sizeof known, first_options_size, "options");
    if (known.reserved0 != 0 || known.reserved1 != 0) {
        refuse(CCHC_E_OPTION_UNKNOWN, "options", "has a reserved field that is not 0");
    }
    if (known.format != CCHC_INPUT_CSV && known.format != CCHC_INPUT_JSON) {
        refuse(CCHC_E_ARG_ENUM, "options.format", "is none of CCHC_INPUT_…");
    }
    if (known.stop_at_first_issue != 0 && known.stop_at_first_issue != 1) {
        refuse(CCHC_E_ARG_ENUM, "options.stop_at_first_issue", "is neither 0 nor 1");
    }
    DocumentOptions document;
    document.json = known.format == CCHC_INPUT_JSON;
    ReadOptions& result = document.read;
    result.delimiter = delimiter_of(known.delimiter);
    result.stop_at_first_issue = known.stop_at_first_issue == 1;
    result.max_issues = max_issues_of(known.max_issues);
    result.max_record_bytes = max_record_of(known.max_record_bytes);
    const auto source = text(known.source, known.source_size, "options.source");
    if (!source.empty()) result.source = source;
    if (known.mapping_json != nullptr || known.mapping_size != 0) {
        const auto json = text(known.mapping_json, known.mapping_size, "options.mapping_json");
        result.mapping = std::make_shared<const Mapping>(Mapping::from_json(json));
    }
    if (known.pauses_csv != nullptr || known.pauses_size != 0) {
        result.clock = read_pauses(bytes(known.pauses_csv, known.pauses_size, "options.pauses_csv"), result);
    }
    return document;
}

// A limit of 0 means "the same day", if a rule of the query counts the day of receipt.
ReadOptions for_rules(ReadOptions options, const RuleSet& rules) {
    options.zero_limit_allowed = std::any_of(rules.by_unit.begin(), rules.by_unit.end(), [](const CountingRule& rule) {
        return rule.count_from == CountFrom::receipt_day;
    });
    return options;
}

}  // namespace cchc::capi

using namespace cchc::capi;

cchc_status cchc_csv_options_init(cchc_csv_options* options, uint32_t struct_size) noexcept {
    return init_struct(options, struct_size, first_options_size);
}

cchc_status cchc_statistics_begin_csv(cchc_statistics* statistics, const cchc_csv_options* options,
                                      cchc_error* error) noexcept {
    return wall(error, [&] { begin_csv(statistics, "statistics", options); });
}

cchc_status cchc_statistics_add_csv(cchc_statistics* statistics, const char* block, size_t block_size,
                                    cchc_error* error) noexcept {
    return wall(error, [&] { add_csv(statistics, "statistics", block, block_size); });
}

cchc_status cchc_statistics_finish_csv(cchc_statistics* statistics, cchc_bytes** report, cchc_error* error) noexcept {
    return make(report, error, [&] { return finish_csv(statistics, "statistics"); });
}
