// Queries, and statistics from bytes of anyone.
#include "dossiers.hpp"

namespace {

using namespace cchc_fuzz;
using capi_test::StatisticsPtr;

StatisticsPtr from_bytes(const std::string& data) {
    return made<StatisticsPtr>(
        [&](auto out, auto e) { return cchc_statistics_deserialize(data.data(), data.size(), out, e); });
}

std::string to_bytes(const cchc_statistics* statistics) {
    auto data = bytes([&](auto out, auto e) { return cchc_statistics_serialize(statistics, out, e); });
    require(data.has_value(), "statistics that cannot be serialised");
    return *data;
}

// Everything that statistics are shown as.
void show(const cchc_statistics* statistics) {
    require(bytes([&](auto out, auto e) { return cchc_statistics_result_json(statistics, out, e); }).has_value(), "no JSON");
    for (const std::int32_t g : {0, 1, 5}) {
        bytes([&](auto out, auto e) { return cchc_statistics_result_csv(statistics, g, out, e); });
        for (const std::int32_t table : {CCHC_TABLE_FORM_II06A, CCHC_TABLE_OUTLINE_274, CCHC_TABLE_TIMING})
            bytes([&](auto out, auto e) { return cchc_statistics_table(statistics, table, g, table % 2, out, e); });
        bytes([&](auto out, auto e) { return cchc_statistics_form_document(statistics, g, g % 2, g % 3, out, e); });
    }
    bytes([&](auto out, auto e) { return cchc_statistics_facts_json(statistics, nullptr, 0, "xa", 2, out, e); });
    bytes([&](auto out, auto e) { return cchc_statistics_facts_json(statistics, "UBND A", 6, nullptr, 0, out, e); });
}

// FNV-1a, as src/statistics/bytes.cpp has it: without the right checksum no changed byte would come further than that.
void put_checksum(std::string& data) {
    if (data.size() < 16) return;
    std::uint64_t h = 0xCBF29CE484222325U;
    for (std::size_t i = 0; i < data.size() - 8; ++i) h = (h ^ static_cast<unsigned char>(data[i])) * 0x100000001B3U;
    for (std::size_t i = 0; i < 8; ++i) data[data.size() - 8 + i] = static_cast<char>(h >> (8 * i));
}

}  // namespace

CCHC_FUZZ_TARGET(query) {
    const auto statistics =
        made<StatisticsPtr>([&](auto out, auto e) { return cchc_statistics_create(input.data(), input.size(), out, e); });
    if (statistics == nullptr) return;
    feed<cchc_statistics_begin_csv, cchc_statistics_add_csv, cchc_statistics_finish_csv>(
        statistics.get(), CCHC_CSV_OPTIONS_INIT, few_dossiers, few_dossiers.size());
    show(statistics.get());
    const std::string data = to_bytes(statistics.get());
    const StatisticsPtr again = from_bytes(data);
    require(again != nullptr, "statistics that were serialised cannot be read");
    require(to_bytes(again.get()) == data, "they read as others");
    require(done([&](cchc_error* e) { return cchc_statistics_merge(statistics.get(), again.get(), e); }), "equal queries");
    bytes([&](auto out, auto e) { return cchc_statistics_check_chain(again.get(), statistics.get(), out, e); });
}

CCHC_FUZZ_TARGET(statistics_bytes) {
    std::string data(input);
    from_bytes(data);
    put_checksum(data);
    const StatisticsPtr statistics = from_bytes(data);
    if (statistics == nullptr) return;
    show(statistics.get());
    const std::string again = to_bytes(statistics.get());
    const StatisticsPtr second = from_bytes(again);
    require(second != nullptr, "statistics that were serialised cannot be read");
    require(to_bytes(second.get()) == again, "they read as others");
    done([&](cchc_error* e) { return cchc_statistics_merge(statistics.get(), second.get(), e); });
    from_bytes(to_bytes(statistics.get()));
}

// Hierarchies, CSV or JSON, of the units of a few dossiers.
CCHC_FUZZ_TARGET(hierarchy) {
    static const StatisticsPtr statistics = [] {
        StatisticsPtr made =
            capi_test::statistics(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-10-01","by":[["agency"]]})");
        feed<cchc_statistics_begin_csv, cchc_statistics_add_csv, cchc_statistics_finish_csv>(
            made.get(), CCHC_CSV_OPTIONS_INIT, few_dossiers, few_dossiers.size());
        return made;
    }();
    const auto json = bytes(
        [&](auto out, auto e) { return cchc_statistics_consolidate(statistics.get(), input.data(), input.size(), out, e); });
    for (const std::int32_t table : {CCHC_TABLE_FORM_BY_LEVEL, CCHC_TABLE_FORM_BY_UNIT}) {
        const auto text = bytes([&](auto out, auto e) {
            return cchc_statistics_consolidated_table(statistics.get(), input.data(), input.size(), table, table % 2, out,
                                                      e);
        });
        require(text.has_value() == json.has_value(), "JSON and table are not of one mind");
    }
}
