// From raw dossiers to the on-time rate of each agency, with the C++ API of cchc.
//
// Prints, for the first quarter of 2020, how many dossiers each agency resolved in time, and whether the identities of
// form II.06a hold. Exits with 1 when a row was bad or an identity is broken.
#include <cchc/cchc.hpp>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

// Two offices of one district (synthetic). Columns may stand in any order, under the names that Vietnamese systems use
// or under the library's own. HS-3 has no due date, but a limit: it is counted on the working calendar, across Tết.
constexpr std::string_view dossiers_csv =
    "Mã hồ sơ,Cơ quan,Kênh,Ngày tiếp nhận,Thời hạn,Đơn vị thời hạn,Ngày hẹn trả,Ngày hoàn tất\n"
    "HS-1,UBND xã Tân Liên,online,2020-01-06T08:00,,,2020-01-10,2020-01-09\n"
    "HS-2,UBND xã Tân Liên,in_person,2020-01-13T14:30,,,2020-01-17,2020-01-17\n"
    "HS-3,UBND xã Tân Liên,in_person,2020-01-20T09:00,5,working_day,,2020-02-03\n"
    "HS-4,UBND thị trấn Khe Sanh,post,2020-02-10T10:00,,,2020-02-14,2020-02-18\n"
    "HS-5,UBND thị trấn Khe Sanh,online,2020-03-25T15:00,,,2020-04-10,\n";

std::string percent(const cchc::Rate& rate) {
    const auto value = rate.percent();
    return value ? *value + " %" : "not available";
}

// The share of resolved dossiers that were early or on time, R1. A zero denominator is "not available", never 100 %.
void print_rate(const std::string& agency, const cchc::Counts& counts) {
    for (const cchc::Rate& rate : cchc::rates(counts)) {
        if (rate.id != "R1") continue;
        std::printf("%s: %llu of %llu resolved in time, %s\n", agency.c_str(),
                    static_cast<unsigned long long>(rate.numerator), static_cast<unsigned long long>(rate.denominator),
                    percent(rate).c_str());
    }
}

}  // namespace

int main() try {
    // 1. Read. A bad row is never dropped: it stays, is counted, and the report says where and why.
    cchc::ReadResult read = cchc::read_csv(dossiers_csv);
    for (const cchc::RowIssue& issue : read.report.issues) {
        std::fprintf(stderr, "line %llu: %s\n", static_cast<unsigned long long>(issue.line), issue.message.c_str());
    }

    // 2. Ask. The period is half-open; the default policy is form-ii06a, the default calendar vn.
    cchc::Query query;
    query.from = *cchc::make_date(2020, 1, 1);
    query.to = *cchc::make_date(2020, 4, 1);
    query.groupings = {{cchc::Dimension::agency}};

    // 3. Count. Statistics of parts (months, offices, threads) may be merged; the result is the same.
    cchc::Statistics statistics(query);
    statistics.add(read.dossiers);
    const cchc::StatisticsResult result = statistics.result();

    // 4. Use the result.
    for (const cchc::GroupRow& row : result.groups.front().rows) print_rate(row.key.front(), row.counts);
    print_rate("Total", result.total);
    std::printf("Identities: %s\n", result.identities_hold() ? "all hold" : "broken");
    for (const cchc::IdentityCheck& check : result.identities) {
        if (!check.holds) std::printf("  %c %s: %s\n", check.id, check.row.c_str(), check.text.c_str());
    }
    return read.report.bad_rows == 0 && result.identities_hold() ? 0 : 1;
} catch (const cchc::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
