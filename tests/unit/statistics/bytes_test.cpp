// Statistics as bytes: there and back, and every damage refused, before and behind the checksum.
#include "golden.hpp"
#include "support.hpp"
#include "test.hpp"

namespace bytes_test {

using namespace cchc;
using namespace cchc::test;

namespace {

constexpr std::size_t checksum_bytes = 8;

// FNV-1a over the content, least significant byte first: as src/statistics/bytes.cpp ends what it writes.
std::string with_checksum(std::string content) {
    std::uint64_t h = 0xCBF29CE484222325U;
    for (const char c : content) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    for (std::size_t i = 0; i < checksum_bytes; ++i) content += static_cast<char>(h >> (8 * i));
    return content;
}

std::string content_of(const std::string& bytes) { return bytes.substr(0, bytes.size() - checksum_bytes); }

// A calendar of its own, so that it travels inside the bytes and no new version of "vn" makes them unreadable.
Query small_query() {
    Query q = query_of("2020-03-01", "2020-04-01", {{Dimension::agency}, {Dimension::channel, Dimension::month}});
    q.calendar =
        Calendar::from_json(R"({"format": "cchc.calendar/1", "id": "xa", "version": "1", "title": {"vi": "Lịch của xã"},
        "coverage": {"from": "2020-01-01", "to": "2021-01-01"},
        "week": {"mon": ["07:30-11:30", "13:30-17:00"], "tue": ["07:30-11:30"], "wed": [], "thu": [], "fri": [], "sat": [], "sun": []},
        "days_off": [{"date": "2020-04-06", "kind": "closure", "name": {"vi": "Nghỉ"}, "source": "QĐ 1"}]})");
    q.policy = OutcomePolicy::builtin("outline-274");
    q.policy.withdrawn = OutcomePolicy::Ended::own_class;
    q.rules.set(CountingRule::builtin("same-day-15h"));
    q.agencies = {"UBND xã C"};
    return q;
}

Statistics small() {
    Statistics s(small_query());
    Dossier registered = dossier("6", {{Event::received, ""}, {Event::due, ""}}, Status::registered);
    s.add(columns_of({dossier("1", {{Event::completed, "2020-03-06"}}), dossier("2", {{Event::due, ""}}),
                      dossier("3", {{Event::due, ""}, {Event::completed, "2020-03-20"}}), dossier("4", {}),
                      dossier("5", {{Event::completed, "2020-03-05"}}, Status::withdrawn), registered,
                      dossier("", {{Event::received, "2020-02-03"}})}));
    return s;
}

ErrorCode refusal(const std::string& bytes) {
    return error_of([&] { (void)Statistics::from_bytes(bytes); }).code();
}

std::string message(const std::string& content) {
    const Error error = error_of([&] { (void)Statistics::from_bytes(with_checksum(content)); });
    CHECK(error.code() == ErrorCode::bytes_corrupt);
    return error.message();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("statistics come back from their bytes as they went") {
    const Statistics s = small();
    const std::string bytes = s.to_bytes();
    CHECK(with_checksum(content_of(bytes)) == bytes);
    Statistics back = Statistics::from_bytes(bytes);
    CHECK(back.to_bytes() == bytes);
    CHECK(back.dossiers() == 7);
    CHECK(to_json(back.result()) == to_json(s.result()));
    CHECK(back.query().policy == s.query().policy);
    CHECK(back.query().calendar.to_json() == s.query().calendar.to_json());
    CHECK(back.query().rules[Unit::working_day].id == "same-day-15h");
    // And they go on from there.
    back.add(columns_of({dossier("8", {})}));
    back.merge(s);
    CHECK(back.dossiers() == 15);
}

TEST_CASE("large statistics, with every kind of key, come back from their bytes") {
    Query query = query_of("2020-02-20", "2020-03-20",
                           {{Dimension::agency, Dimension::field, Dimension::procedure},
                            {Dimension::year, Dimension::quarter, Dimension::month},
                            {Dimension::channel},
                            {Dimension::month}});
    Statistics s(query);
    s.add(RandomDossiers(21, date("2019-11-10"), 150).rows(8000));
    const std::string bytes = s.to_bytes();
    CHECK(Statistics::from_bytes(bytes).to_bytes() == bytes);
    CHECK(to_json(Statistics::from_bytes(bytes).result()) == to_json(s.result()));
}

TEST_CASE("empty statistics have bytes, too") {
    const Statistics s(small_query());
    CHECK(Statistics::from_bytes(s.to_bytes()).to_bytes() == s.to_bytes());
    CHECK(Statistics::from_bytes(s.to_bytes()).dossiers() == 0);
}

TEST_CASE("bytes that version 1 wrote are still read") {
    // Refresh: CCHC_REFRESH_GOLDEN=1 cchc_statistics_tests; only when the version of the bytes changes.
    const std::string old = golden_text("statistics-1.bin", small().to_bytes());
    CHECK(to_json(Statistics::from_bytes(old).result()) == to_json(small().result()));
}

TEST_CASE("bytes cut at any place are refused") {
    const std::string bytes = small().to_bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        if (refusal(bytes.substr(0, size)) != ErrorCode::bytes_corrupt) FAIL("cut to " << size);
    CHECK(refusal(bytes + std::string(1, '\0')) == ErrorCode::bytes_corrupt);
    CHECK(refusal("") == ErrorCode::bytes_corrupt);
    CHECK(refusal("CCHCSTAT") == ErrorCode::bytes_corrupt);
    CHECK(refusal("id,received\n1,2020-03-02\n") == ErrorCode::bytes_corrupt);
}

TEST_CASE("a single bit that changed is found") {
    const std::string bytes = small().to_bytes();
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const int bit : {0, 3, 7}) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            if (refusal(damaged) != ErrorCode::bytes_corrupt) FAIL("byte " << at << " bit " << bit);
        }
}

TEST_CASE("content that makes no sense behind a good checksum is refused with its reason") {
    const std::string content = content_of(small().to_bytes());
    CHECK(contains(message(replaced(content, "CCHCSTAT\x01", "CCHCSTAT\x02")), "version 2; this library reads 1"));
    CHECK(contains(message("CCHCSTAT"), "truncated"));
    CHECK(contains(message("CCHCSTAT\x01"), "truncated"));
    CHECK(contains(message(content + "x"), "bytes after the end"));
    CHECK(contains(message(replaced(content, "2020-04-01\"", "2020-03-01\"")), "is empty"));
    CHECK(contains(message(replaced(content, "cchc.query/1", "cchc.query/9")), "/format"));
    CHECK(contains(message(replaced(content, "\"agency\"", "\"agencY\"")), "/by/0/0"));
    CHECK(contains(message(replaced(content,
                                    "\x07"
                                    "2020-03",
                                    "\x07"
                                    "2020-13")),
                   "a bad value of month"));
    CHECK(contains(message(replaced(content, "\x06online", "\x06onlinE")), "a bad value of channel"));
    CHECK(contains(message(replaced(content, "UBND x\xC3", "UBND x\xFF")), "not UTF-8"));
    // One dossier more than the cells hold: the number of rows stands right behind the query.
    const std::size_t rows = content.find("}\n\x07") + 2;
    REQUIRE(content[rows] == 7);
    std::string more = content;
    more[rows] = 8;
    CHECK(contains(message(more), "do not add up"));
}

TEST_CASE("statistics of another version of the calendar are refused, and the reason says so") {
    const std::string content = content_of(Statistics(query_of("2020-03-01", "2020-04-01")).to_bytes());
    const std::string version = Calendar::builtin("vn").version();
    std::string other = version;
    other.back() = other.back() == '9' ? '8' : '9';
    CHECK(contains(message(replaced(content, version, other)), "the built-in calendar vn is of version " + version));
}

TEST_CASE("damage behind a good checksum never crashes the reader") {
    std::mt19937 random(22);
    const std::string content = content_of(small().to_bytes());
    const std::size_t cells = content.find("}\n\x07");
    std::size_t refused = 0, read = 0;
    for (int i = 0; i < 1500; ++i) {
        std::string damaged = content;
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
            // Mostly behind the query, where the numbers are.
            const std::size_t from = random() % 4 == 0 ? 0 : cells;
            const std::size_t at = from + random() % (damaged.size() - from);
            switch (random() % 5) {
                case 0: damaged[at] = static_cast<char>(random() % 256); break;
                case 1: damaged[at] = static_cast<char>(damaged[at] ^ (1U << (random() % 8))); break;
                case 2: damaged.erase(at, 1 + random() % 4); break;
                case 3: damaged.insert(at, 1 + random() % 10, static_cast<char>(random() % 2 == 0 ? 0xFF : 0x80)); break;
                default: damaged.insert(at, damaged.substr(at, random() % 12)); break;
            }
            if (damaged.size() <= cells + 1) break;
        }
        try {
            const Statistics s = Statistics::from_bytes(with_checksum(damaged));
            // What could be read is whole: it can be shown, written and read again.
            (void)to_json(s.result());
            REQUIRE(Statistics::from_bytes(s.to_bytes()).to_bytes() == s.to_bytes());
            ++read;
        } catch (const Error& error) {
            REQUIRE(error.code() == ErrorCode::bytes_corrupt);
            ++refused;
        }
    }
    CHECK(refused > 900);
    CHECK(read > 30);
}

}  // namespace bytes_test
