// Every identity of every kind of published form, broken on purpose, found and named; and each kind known by its header.
#include <map>
#include <set>

#include "published_form_support.hpp"
#include "test.hpp"

namespace form_variants_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// A filled form: two rows and their total, all identities right. `breaks`: which identities of the row one more in a column
// breaks, beside F.
struct Sample {
    std::string id;
    std::string header;
    std::vector<std::vector<int>> rows;
    std::map<std::string, std::string> breaks;
};

const std::string ii06a_header =
    ",,Số lượng hồ sơ tiếp nhận,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,\n"
    "STT,Lĩnh vực,Tổng số,Trong kỳ,,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn\n"
    ",,,Trực tuyến,\"Trực tiếp, BCCI\",,,,,,,,\n";

std::vector<Sample> samples() {
    return {
        {"ii06a",
         ii06a_header,
         {{10, 5, 3, 2, 7, 4, 2, 1, 3, 2, 1}, {20, 8, 8, 4, 15, 5, 5, 5, 5, 3, 2}},
         {{"received.total", "AD"},
          {"received.online", "A"},
          {"received.direct", "A"},
          {"received.carried_over", "A"},
          {"resolved.total", "BD"},
          {"resolved.early", "B"},
          {"resolved.on_time", "B"},
          {"resolved.overdue", "B"},
          {"in_process.total", "CD"},
          {"in_process.within", "C"},
          {"in_process.overdue", "C"}}},
        {"ii06a-supplementary",
         ",,Tiếp nhận,,,,Đã giải quyết,,,,,,Đang giải quyết,,,,\n"
         "STT,Đơn vị,Tổng số,Trực tuyến,Trực tiếp,Kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Rút hồ sơ,Trả lại,Tổng "
         "số,Trong "
         "hạn,Quá hạn,Chờ bổ sung,Khác\n",
         {{10, 5, 3, 2, 6, 1, 1, 1, 2, 1, 4, 1, 1, 1, 1}, {7, 7, 0, 0, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
         {{"received.total", "AD"},
          {"resolved.withdrawn", "B"},
          {"resolved.returned", "B"},
          {"resolved.overdue", "B"},
          {"in_process.supplement", "C"},
          {"in_process.other", "C"},
          {"in_process.within", "C"},
          {"in_process.total", "CD"}}},
        {"ii06a-apology",
         ",,Tiếp nhận,,,,,,,Đã giải quyết,,,,,,Đang giải quyết,,\n"
         "STT,Đơn vị,Tổng số,Trực tuyến,Trực tuyến,Trực tuyến,Trực tiếp,Kỳ trước,Phi địa giới,Tổng số,Trước hạn,Đúng "
         "hạn,Quá "
         "hạn,,,Tổng số,Trong hạn,Quá hạn\n"
         ",,,Tổng,Toàn trình,Một phần,,,,,,,Tổng số,Có thư xin lỗi,Không có thư xin lỗi,,,\n",
         {{10, 5, 4, 1, 3, 2, 10, 7, 3, 1, 3, 2, 1, 3, 2, 1}, {4, 4, 0, 4, 0, 0, 0, 4, 0, 4, 0, 0, 0, 0, 0, 0}},
         {{"received.online", "AI"},
          {"received.online_full", "I"},
          {"received.online_partial", "I"},
          {"received.boundary_free", "J"},
          {"resolved.overdue", "BH"},
          {"resolved.overdue_with_apology", "H"},
          {"resolved.overdue_without_apology", "H"},
          {"received.total", "AD"},
          {"in_process.total", "CD"}}},
        {"old-portal",
         "TT,Đơn vị,Tồn đầu kỳ,Mới tiếp nhận,Trước hạn,Đúng hạn,Trễ hạn,Chưa đến hạn,Quá hạn,Rút hồ sơ,Trả lại,Tồn cuối "
         "kỳ\n",
         {{4, 9, 4, 2, 1, 2, 1, 1, 2, 3}, {0, 5, 5, 0, 0, 0, 0, 0, 0, 0}},
         {{"opening", "D"},
          {"new", "D"},
          {"early", "D"},
          {"on_time", "D"},
          {"late", "D"},
          {"withdrawn", "D"},
          {"returned", "D"},
          {"not_due", "C"},
          {"overdue", "C"},
          {"closing", "CD"}}},
        {"qd-766",
         ",,Tiếp nhận,,,,,Đã giải quyết,,,Đang giải quyết,,,Tổng đã và đang giải quyết\n"
         "STT,Đơn vị,Tổng số,Trực tuyến,Kỳ trước,Trực tiếp,Bưu chính,Tổng số,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn,\n"
         "(1),(2),(5)=(6)+(7)+(8)+(9),(6),(7),(8),(9),(10)=(11)+(12),(11),(12),(13)=(14)+(15),(14),(15),(16)=(10)+(13)\n",
         {{10, 3, 4, 2, 1, 7, 6, 1, 3, 2, 1, 10}, {2, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 2}},
         {{"received.total", "A"},
          {"received.online", "A"},
          {"received.carried_over", "A"},
          {"received.in_person", "A"},
          {"received.post", "A"},
          {"resolved.total", "BD"},
          {"resolved.within", "B"},
          {"resolved.overdue", "B"},
          {"in_process.total", "CD"},
          {"in_process.within", "C"},
          {"in_process.overdue", "C"},
          {"handled.total", "D"}}},
        {"hau-giang",
         ",,Tiếp nhận,,,Đã giải quyết,,,,Đang giải quyết,,,Tổng số trễ hạn\n"
         "STT,Lĩnh vực,Tổng số,Kỳ trước,Trong kỳ,Tổng số,Sớm hạn,Đúng hạn,Trễ hạn,Tổng số,Chưa đến hạn,Quá hạn,\n",
         {{10, 3, 7, 6, 3, 2, 1, 4, 1, 3, 4}, {1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0}},
         {{"total", "A"},
          {"carried_over", "A"},
          {"received", "A"},
          {"settled", "B"},
          {"early", "B"},
          {"on_time", "B"},
          {"late", "BL"},
          {"in_process", "C"},
          {"not_due", "C"},
          {"overdue", "CL"},
          {"total_late", "L"}}},
    };
}

const Sample opencps = {
    "opencps",
    "no,domainName,totalCount,deniedCount,processCount,remainingCount,receivedCount,onlineCount,onegateCount,releaseCount,"
    "betimesCount,ontimeCount,overtimeCount,doneCount,releasingCount,unresolvedCount,cancelledCount,waitingCount,"
    "processingCount,undueCount,overdueCount,insideCount,outsideCount\n",
    {{21, 1, 20, 5, 15, 9, 6, 10, 4, 3, 3, 7, 2, 1, 2, 3, 5, 4, 1, 3, 2},
     {2, 0, 2, 0, 2, 2, 0, 2, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0}},
    {}};

std::string csv_of(const Sample& sample, std::vector<std::vector<int>> rows) {
    std::vector<int> total(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t c = 0; c < total.size(); ++c) total[c] += row[c];
    rows.push_back(total);
    std::string out = sample.header;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        out += r + 1 == rows.size() ? ",Tổng cộng" : std::to_string(r + 1) + (r == 0 ? ",Hộ tịch" : ",Đất đai");
        for (const int value : rows[r]) out += "," + std::to_string(value);
        out += '\n';
    }
    return out;
}

// The columns of the variant in order of the sample's fields.
std::vector<std::size_t> fields_of(const PublishedForm& form, const Sample& sample) {
    std::vector<std::size_t> order;
    const std::string numbered = [&] {
        std::string out = sample.header;
        std::string line = "1,Hộ tịch";
        for (std::size_t i = 0; i < sample.rows[0].size(); ++i) line += "," + std::to_string(1000 + i);
        return out + line + "\n";
    }();
    const PublishedForm ordered = read_published_form(numbered, {"order", form.variant, 0});
    for (std::size_t i = 0; i < sample.rows[0].size(); ++i)
        for (std::size_t c = 0; c < ordered.variant.columns.size(); ++c)
            if (ordered.rows[0].cells[c] == 1000 + i) order.push_back(c);
    return order;
}

void expect_each_break(const Sample& sample) {
    const PublishedForm good = form_of(csv_of(sample, sample.rows));
    INFO(sample.id);
    REQUIRE(good.variant.id == sample.id);
    REQUIRE(broken(check_form(good)) == "");
    const auto order = fields_of(good, sample);
    REQUIRE(order.size() == sample.rows[0].size());
    std::set<char> seen;
    for (std::size_t field = 0; field < order.size(); ++field) {
        const FormColumn& column = good.variant.columns[order[field]];
        const auto expected = sample.breaks.find(column.id);
        if (expected == sample.breaks.end()) continue;
        // The total is made of the broken rows, so that F holds and the total breaks the same identities.
        auto rows = sample.rows;
        ++rows[0][field];
        const FormCheck check = check_form(form_of(csv_of(sample, rows)));
        INFO(column.id);
        CHECK(broken(check) == expected->second);
        for (const FormViolation& v : check.violations) {
            CHECK(std::abs(v.difference) == 1);
            CHECK_FALSE(v.text.vi.empty());
            CHECK((v.row == "Hộ tịch" || v.row == "Tổng cộng"));
        }
        seen.insert(expected->second.begin(), expected->second.end());
        // One more in the total alone breaks F in this column.
        std::string text = csv_of(sample, sample.rows);
        const FormCheck total = check_form(form_of(with_more_in_last_row(text, field + 2)));
        CHECK(contains(broken(total), "F"));
    }
    for (const FormIdentity& identity : good.variant.identities) CHECK(seen.contains(identity.id[0]));
}

}  // namespace

TEST_CASE("each kind of form: every identity broken once, found and named") {
    for (const Sample& sample : samples()) expect_each_break(sample);
}

TEST_CASE("counters of OpenCPS: the seven identities, each broken once") {
    const std::string text = csv_of(opencps, opencps.rows);
    const FormCheck good = check_form(form_of(text));
    REQUIRE(good.variant.id == "opencps");
    CHECK(broken(good) == "");
    const std::map<std::string, std::string> breaks = {
        {"totalCount", "3"},           {"deniedCount", "3"},      {"processCount", "1 2 3"}, {"remainingCount", "1"},
        {"receivedCount", "1 6"},      {"onlineCount", "6"},      {"onegateCount", "6"},     {"releaseCount", "2 4 4b"},
        {"betimesCount", "4"},         {"ontimeCount", "4"},      {"overtimeCount", "4"},    {"doneCount", "4b"},
        {"releasingCount", "4b"},      {"unresolvedCount", "4b"}, {"cancelledCount", "2"},   {"waitingCount", "2"},
        {"processingCount", "2 5 5b"}, {"undueCount", "5"},       {"overdueCount", "5"},     {"insideCount", "5b"},
        {"outsideCount", "5b"}};
    const std::vector<FormColumn> columns = FormVariant::builtin("opencps").columns;
    std::size_t field = 0;
    for (const FormColumn& column : columns) {
        if (column.id == "viaPostalCount") continue;
        auto rows = opencps.rows;
        ++rows[0][field++];
        std::set<std::string> ids;
        for (const FormViolation& v : check_form(form_of(csv_of(opencps, rows))).violations) ids.insert(v.identity);
        std::string found;
        for (const std::string& id : ids) found += (found.empty() ? "" : " ") + id;
        INFO(column.id);
        CHECK(found == breaks.at(column.id));
    }
}

TEST_CASE("OpenCPS, 7: the closing stock, waiting and in process, is carried over") {
    const PublishedForm now = form_of(csv_of(opencps, opencps.rows), "b.csv");
    auto rows = opencps.rows;
    rows[0][3] = 8;  // carried over; what waits and what is in process are 3 + 5
    const FormCheck good = check_forms(now, form_of(csv_of(opencps, rows), "c.csv"));
    CHECK_FALSE(contains(broken(good), "7"));
    const FormCheck check = check_forms(now, now);
    CHECK(violations(check) ==
          std::vector<std::string>{
              "7 [Tổng cộng] remainingCount = waitingCount + processingCount of the previous period: 5 8 -3",
              "7 [Hộ tịch] remainingCount = waitingCount + processingCount of the previous period: 5 8 -3"});
}

TEST_CASE("OpenCPS, 6: the post may be inside the one-stop counter or beside it") {
    const std::string header =
        "name,totalCount,deniedCount,processCount,remainingCount,receivedCount,onlineCount,onegateCount,viaPostalCount,"
        "releaseCount,betimesCount,ontimeCount,overtimeCount,cancelledCount,waitingCount,processingCount,undueCount,"
        "overdueCount\n";
    const auto row = [](int received_total, int post) {
        return "A," + std::to_string(received_total) + ",0," + std::to_string(received_total) + ",0," +
               std::to_string(received_total) + ",4,6," + std::to_string(post) + "," + std::to_string(received_total) + "," +
               std::to_string(received_total) + ",0,0,0,0,0,0,0\n";
    };
    CHECK(broken(check_form(form_of(header + row(10, 3)))) == "");
    CHECK(broken(check_form(form_of(header + row(13, 3)))) == "");
    CHECK(broken(check_form(form_of(header + row(12, 3)))) == "6");
}

TEST_CASE("E: of every kind that carries a stock over") {
    for (const Sample& sample : samples()) {
        const PublishedForm form = form_of(csv_of(sample, sample.rows));
        REQUIRE(form.variant.chain);
        const FormCheck check = check_forms(form, form);
        INFO(sample.id);
        CHECK(broken(check) == "E");
        CHECK(check.violations.front().row == "Tổng cộng");
    }
}

TEST_CASE("the built-in kinds are what they say") {
    for (const std::string& id : FormVariant::builtin_ids()) {
        const FormVariant v = FormVariant::builtin(id);
        CHECK(v.id == id);
        CHECK_FALSE(v.source.empty());
        CHECK_FALSE(v.title.vi.empty());
        CHECK_FALSE(v.title.en.empty());
    }
    CHECK(FormVariant::builtin("ii06a").identities[0].text == "3 = 4 + 5 + 6");
    CHECK(FormVariant::builtin("ii06a").chain->text == "6 = 11 of the previous period");
    CHECK(FormVariant::builtin("qd-766").identities[3].text == "16 = 10 + 13");
    CHECK(FormVariant::builtin("ii06a-apology").identities[6].text == "received.boundary_free ≤ received.total");
}

}  // namespace form_variants_test
