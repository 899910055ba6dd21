#include "sample.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace capi_test {
namespace {

constexpr std::array agencies = {"UBND xã Tân Liên", "UBND thị trấn Khe Sanh", "Phòng Tư pháp, huyện", "UBND xã \"Húc\""};
constexpr std::array fields = {"Hộ tịch", "Đất đai", "Chứng thực"};

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

std::string cell(std::int64_t seconds) {
    if (seconds == CCHC_NO_INSTANT) return "";
    const std::chrono::local_seconds at{std::chrono::seconds{seconds}};
    const auto date = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day ymd{date};
    const std::chrono::hh_mm_ss time{at - date};
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
    return out.data();
}

std::string_view text_at(const TextData& data, std::size_t i) {
    const auto from = static_cast<std::size_t>(data.offsets[i]);
    return std::string_view(data.bytes).substr(from, static_cast<std::size_t>(data.offsets[i + 1]) - from);
}

void add_row(Sample& s, std::size_t i, std::uint64_t random) {
    const auto pick = [&](std::uint64_t n, int shift) { return static_cast<std::int64_t>((random >> shift) % n); };
    const std::int64_t received = instant(2019, 12, 1) + pick(300, 8) * 86400 + 27000 + pick(500, 20) * 60;
    const bool bad_order = i % 97 == 41;
    const bool open = pick(5, 32) == 0;
    const bool by_limit = pick(4, 36) == 0;
    const std::int64_t due = received / 86400 * 86400 + (3 + pick(15, 40)) * 86400 + 17 * 3600;
    s.id.push_back(i % 97 == 53 ? "" : "H" + std::to_string(100000 + i));
    s.agency.push_back(agencies[static_cast<std::size_t>(pick(4, 2))]);
    s.field.push_back(fields[static_cast<std::size_t>(pick(3, 5))]);
    s.procedure.push_back("P" + std::to_string(pick(20, 12)));
    s.channel.push_back(static_cast<std::uint8_t>(pick(4, 16)));
    s.status.push_back(open ? CCHC_STATUS_PROCESSING : CCHC_STATUS_FINISHED);
    s.received.push_back(received);
    s.due.push_back(by_limit ? CCHC_NO_INSTANT : due);
    s.limit_milli.push_back(by_limit ? 1000 * (1 + pick(15, 44)) : CCHC_NO_LIMIT);
    const std::int64_t completed = received + (1 + pick(20, 48)) * 86400;
    s.completed.push_back(bad_order ? received - 5 * 86400 : open ? CCHC_NO_INSTANT : completed);
}

}  // namespace

Sample make_sample(std::size_t count) {
    Sample s;
    std::uint64_t state = 20200117;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        add_row(s, i, state ^ (state >> 29));
    }
    return s;
}

cchc_dossier_columns Sample::columns(std::size_t from, std::size_t to) const {
    cchc_dossier_columns c = CCHC_DOSSIER_COLUMNS_INIT;
    c.count = to - from;
    c.id_bytes = id.bytes.data();
    c.id_offsets = id.offsets.data() + from;
    c.agency_bytes = agency.bytes.data();
    c.agency_offsets = agency.offsets.data() + from;
    c.field_bytes = field.bytes.data();
    c.field_offsets = field.offsets.data() + from;
    c.procedure_bytes = procedure.bytes.data();
    c.procedure_offsets = procedure.offsets.data() + from;
    c.channel = channel.data() + from;
    c.status = status.data() + from;
    c.received = received.data() + from;
    c.due = due.data() + from;
    c.completed = completed.data() + from;
    c.limit_milli = limit_milli.data() + from;
    return c;
}

std::string Sample::csv(std::size_t from, std::size_t to) const {
    std::string out = "id,agency,field,procedure,channel,status,received,due,completed,limit,unit\r\n";
    for (std::size_t i = from; i < to; ++i) {
        const bool has_limit = limit_milli[i] != CCHC_NO_LIMIT;
        out += quoted(text_at(id, i)) + ',' + quoted(text_at(agency, i)) + ',' + quoted(text_at(field, i)) + ',';
        out += quoted(text_at(procedure, i)) + ',' + (channel[i] == 0 ? "" : std::to_string(channel[i])) + ',';
        out += std::to_string(status[i]) + ',' + cell(received[i]) + ',' + cell(due[i]) + ',' + cell(completed[i]) + ',';
        out += has_limit ? std::to_string(limit_milli[i] / 1000) + ",working_day\r\n" : ",\r\n";
    }
    return out;
}

}  // namespace capi_test
