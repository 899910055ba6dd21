// Documents of dossiers, CSV and JSON, with a mapping and pauses of their own, cut anywhere.
#include "dossiers.hpp"

namespace {

using namespace cchc_fuzz;
using capi_test::StatisticsPtr;

struct Read {
    std::string report, bytes;
    bool operator==(const Read&) const = default;
};

// The document in blocks of `block` bytes.
Read read(const cchc_csv_options& options, std::string_view document, std::size_t block) {
    const StatisticsPtr statistics = capi_test::statistics();
    return {feed<cchc_statistics_begin_csv, cchc_statistics_add_csv, cchc_statistics_finish_csv>(statistics.get(), options,
                                                                                                 document, block),
            capi_test::serialized(statistics.get())};
}

// Its first byte says how it is cut, the second which options there are; then the document, the mapping and the pauses.
void fuzz_document(std::string_view input, std::int32_t format) {
    Bytes head(input);
    const std::size_t block = 1 + head.take<std::uint8_t>();
    const auto choice = head.take<std::uint8_t>();
    const auto parts = documents(head.rest(), 3);
    cchc_csv_options options = CCHC_CSV_OPTIONS_INIT;
    options.format = format;
    options.stop_at_first_issue = choice & 1;
    options.max_issues = (choice & 2) != 0 ? 2 : 0;
    options.max_record_bytes = (choice & 4) != 0 ? 200 : 0;
    options.delimiter = (choice & 8) != 0 ? ';' : 0;
    if (!parts[1].empty()) {
        options.mapping_json = parts[1].data();
        options.mapping_size = parts[1].size();
    }
    if (!parts[2].empty()) {
        options.pauses_csv = parts[2].data();
        options.pauses_size = parts[2].size();
    }
    const std::string_view document = parts[0].substr(0, 20000);
    require(read(options, document, document.size() + 1) == read(options, document, block),
            "cut otherwise, it reads otherwise");
}

}  // namespace

CCHC_FUZZ_TARGET(dossiers_csv) { fuzz_document(input, CCHC_INPUT_CSV); }

CCHC_FUZZ_TARGET(dossiers_json) { fuzz_document(input, CCHC_INPUT_JSON); }
