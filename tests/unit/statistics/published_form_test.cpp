// Published forms: which rows are sums, which cells are counts, which header is what; and what is said where that is not
// clear.
#include <fstream>
#include <sstream>

#include "published_form_support.hpp"
#include "test.hpp"
#include "unit/statistics/support.hpp"

namespace published_form_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// Short names for the columns of form II.06a.
const std::string header =
    "STT,Lĩnh vực,received.total,received.online,received.direct,received.carried_over,resolved.total,resolved.early,"
    "resolved.on_time,resolved.overdue,in_process.total,in_process.within,in_process.overdue\n";

// A line that is right: n received online, all resolved early.
std::string line(const std::string& serial, const std::string& name, int n) {
    const std::string c = std::to_string(n);
    return serial + "," + name + "," + c + "," + c + ",0,0," + c + "," + c + ",0,0,0,0,0\n";
}

std::string unchecked_sums(const std::string& rows) {
    const PublishedForm form = form_of(header + rows);
    CHECK(broken(check_form(form)) == "");
    return form.sums_unchecked ? form.sums_unchecked->en : "";
}

std::vector<std::string> sums_of(const std::string& rows) {
    const PublishedForm form = form_of(header + rows);
    std::vector<std::string> out;
    for (const FormSum& sum : form.sums) {
        std::string text = form.rows[sum.row].name + " =";
        for (const std::size_t part : sum.parts) text += " + " + form.rows[part].name;
        out.push_back(text);
    }
    return out;
}

std::string notes_of(const PublishedForm& form) {
    std::string out;
    for (const LocalText& note : form.notes) out += note.en + "\n";
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("F: groups by serial numbers, levels, letters and Roman numerals") {
    CHECK(sums_of(line("1", "a", 1) + line("2", "b", 2) + line("", "Tổng số", 3)) == Names{"Tổng số = + a + b"});
    CHECK(sums_of(line("", "Tổng cộng", 3) + line("", "a", 1) + line("", "b", 2)) == Names{"Tổng cộng = + a + b"});
    CHECK(sums_of(line("I", "Cấp tỉnh", 3) + line("1", "a", 1) + line("2", "b", 2) + line("II", "Cấp xã", 4) +
                  line("1", "a", 4) + line("Tổng", "", 7)) ==
          Names{"Cấp tỉnh = + Cấp tỉnh / a + Cấp tỉnh / b", "Cấp xã = + Cấp xã / a", "Tổng = + Cấp tỉnh + Cấp xã"});
    CHECK(sums_of(line("", "CẤP XÃ", 3) + line("1", "a", 1) + line("2", "b", 2) + line("", "TOTAL", 3)) ==
          Names{"CẤP XÃ = + CẤP XÃ / a + CẤP XÃ / b", "TOTAL = + CẤP XÃ"});
    CHECK(sums_of(line("A", "x", 3) + line("I", "y", 3) + line("1", "z", 3) + line("1.1", "u", 1) + line("1.2", "v", 2) +
                  line("B", "w", 1) + line("", "Cộng", 4)) ==
          Names{"x = + x / y", "x / y = + x / y / z", "x / y / z = + x / y / z / u + x / y / z / v", "Cộng = + x + w"});
    // C to I as letters, I after H is the letter, and V after IV is the number.
    std::string letters, numerals;
    for (const char c : std::string("ABCDEFGHIJ")) letters += line(std::string(1, c), std::string(1, c), 1);
    CHECK(sums_of(letters + line("", "Tổng", 10)) == Names{"Tổng = + A + B + C + D + E + F + G + H + I + J"});
    for (const char* n : {"I", "II", "III", "IV", "V", "X"}) numerals += line(n, n, 1);
    CHECK(sums_of(numerals + line("", "Tổng", 6)) == Names{"Tổng = + I + II + III + IV + V + X"});
    // A heading without figures is no sum; its rows belong to the row above.
    CHECK(sums_of("I,Cấp xã,,,,,,,,,,,\n" + line("1", "a", 1) + line("2", "b", 2) + line("", "Tổng", 3)) ==
          Names{"Tổng = + Cấp xã / a + Cấp xã / b"});
}

TEST_CASE("F: a group and a total that do not add up, column by column") {
    const std::string rows = line("I", "Cấp xã", 3) + line("1", "a", 1) + line("2", "b", 1) + line("", "Tổng", 3);
    const FormCheck check = check_form(form_of(header + rows));
    REQUIRE(check.violations.size() == 4);
    CHECK(violations(check)[0] == "F [Cấp xã] received.total (3): this row = the sum of 2 rows: 3 2 +1");
    CHECK(check.violations[0].place.line == 2);
    CHECK(check.violations[0].cells.size() == 3);
    CHECK(check.violations[0].cells[2].row == "Cấp xã / b");
    CHECK(check.violations[0].cells[2].place.line == 4);
    CHECK(broken(check_form(form_of(header + line("1", "a", 1) + line("", "Tổng", 2)))) == "F");
}

TEST_CASE("F: what is not understood is said, not guessed") {
    CHECK(unchecked_sums(line("1", "a", 1) + line("2", "b", 2)) == "no row is a total");
    CHECK(unchecked_sums(line("1", "a", 1) + line("*", "b", 2) + line("", "Tổng", 9)) ==
          "row 3 (\"b\") has no serial number that is understood, while others have");
    CHECK(unchecked_sums(line("1", "a", 1) + line("", "Tổng", 9) + line("", "Tổng số", 9)) ==
          "row 4 (\"Tổng số\") is a second total");
    CHECK(unchecked_sums(line("1", "a", 1) + line("", "Tổng cộng cấp xã", 9) + line("", "Tổng", 9)) ==
          "row 3 (\"Tổng cộng cấp xã\") is a sum of rows that are not told");
    CHECK(unchecked_sums(line("1", "a", 1) + line("", "Cộng cấp tỉnh", 9) + line("", "Tổng", 9)) ==
          "row 3 (\"Cộng cấp tỉnh\") is a sum of rows that are not told");
    // Names that only begin like sums.
    CHECK(unchecked_sums(line("1", "Công an", 1) + line("2", "Tổng cục Thuế", 2) + line("3", "Công thương", 0) +
                         line("", "Tổng", 3)) == "");
    const FormCheck check = check_form(form_of(header + line("1", "a", 1)));
    CHECK(check.identities[4].id == "F");
    CHECK(check.identities[4].checked == 0);
    CHECK(contains(form_check_summary(check, Lang::vi).rows[4].back(), "không có dòng tổng"));
}

TEST_CASE("G: cells that are no counts, with line and field; numbers grouped by dots are noted") {
    const auto one = [](const std::string& cell) {
        return form_of(header + "1,a," + cell + "," + cell + ",0,0," + cell + "," + cell + ",0,0,-,,0\n");
    };
    const PublishedForm grouped = one("1.234.567");
    CHECK(grouped.rows[0].cells[0] == 1234567);
    CHECK(grouped.bad_cells.empty());
    CHECK(contains(notes_of(grouped), "4 numbers grouped by dots"));
    CHECK(contains(notes_of(grouped), "2 cells empty or \"-\", taken for 0"));
    CHECK(broken(check_form(grouped)) == "");
    for (const char* good : {"0", "007", "12", "12.345", "99999999999"}) CHECK(one(good).bad_cells.empty());
    for (const char* bad : {"1.5", "1.23", "1.2345", "0.123", "1234.567", "1.234.56", ".123", "1.", "\"1,234\"", "\"1,5\"",
                            "-3", "+3", "12 hồ sơ", "1 234", "1e3", "100000000000", "x", "1..234", "--"}) {
        INFO(bad);
        const FormCheck check = check_form(one(bad));
        CHECK(check.violations.size() == 4);
        CHECK(broken(check) == "G");
        const FormViolation& v = check.violations.front();
        CHECK(v.place.line == 2);
        CHECK(v.place.field == 3);
        CHECK(v.cells.front().number == 3);
        CHECK(check.identities[0].checked == 0);
        CHECK(check.identities[0].unchecked.has_value());
    }
    CHECK(check_form(one("-3")).violations[0].text.en == "is negative");
    // A number torn in two by its comma.
    const FormCheck torn = check_form(form_of(header + line("1", "a", 1).substr(0, line("1", "a", 1).size() - 1) + ",7\n"));
    CHECK(broken(torn) == "G");
    CHECK(torn.violations[0].place.field == 14);
}

TEST_CASE("headers: no diacritics, upper case, numbers in brackets, numbers alone, titles above, other delimiters") {
    const std::string names =
        "STT;LINH VUC;TIEP NHAN - TONG SO;Tiep nhan: truc tuyen;Tiep nhan truc tiep, BCCI;Tiep nhan tu ky truoc;Da giai "
        "quyet tong so;Da "
        "giai quyet truoc han;Da giai quyet dung han;Da giai quyet qua han;Dang giai quyet tong so;Dang giai quyet trong "
        "han;Dang giai "
        "quyet qua han\n";
    const std::string row = "1;a;3;1;1;1;2;1;1;0;1;1;0\n";
    const PublishedForm plain = form_of("\xEF\xBB\xBF\"BÁO CÁO; quý I\"\n\nKỳ báo cáo: 2020\n" + names + row);
    CHECK(plain.variant.id == "ii06a");
    CHECK(plain.rows[0].place.line == 5);
    CHECK(broken(check_form(plain)) == "");
    const std::string tabs =
        "STT\tTên\tTiếp nhận\t\t\t\tĐã giải quyết\t\t\t\tĐang giải quyết\t\t\n\t\tTổng\tTrực tuyến\tTrực tiếp\tKỳ "
        "trước\tTổng\tSớm hạn\tĐúng hạn\tTrễ hạn\tTổng\tTrong hạn\tTrễ hạn\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\t("
        "10)\t(11)\t(12)\t(13)\n1\ta\t3\t1\t1\t1\t2\t1\t1\t0\t1\t1\t0\n";
    CHECK(form_of(tabs).variant.id == "ii06a");
    CHECK(form_of(tabs).rows.size() == 1);
    // Numbers alone: of two kinds, until one is asked for.
    for (const std::string numbers :
         {"(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)\n", "STT,Tên,3,4,5,6,7,8,9,10,11,12,13\n"}) {
        const std::string text = numbers + "1,a,3,1,1,1,2,1,1,0,1,1,0\n";
        const Error e = error_of([&] { form_of(text); });
        CHECK(e.code() == ErrorCode::csv);
        CHECK(contains(e.message(), "may be of several forms: hau-giang, ii06a;"));
        const PublishedForm asked = read_published_form(text, {"a", FormVariant::builtin("ii06a"), 0});
        CHECK(broken(check_form(asked)) == "");
        CHECK(asked.rows[0].name == "a");
        CHECK(broken(check_form(read_published_form(text, {"a", FormVariant::builtin("hau-giang"), 0}))) != "");
    }
    // Captions that do not tell, and the numbers below that do: (5) is what the header says it is.
    const std::string mixed =
        "STT,Tên,Nhận,Mạng,Quầy,Cũ,Xong,Sớm,Đúng,Muộn,Còn,Kịp,Quá\n3,x,(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)\n";
    CHECK(contains(error_of([&] { form_of(mixed + "1,a,3,1,1,1,2,1,1,0,1,1,0\n"); }).message(), "several forms"));
}

TEST_CASE("a caption and the number below it that disagree are refused") {
    const std::string text =
        "STT,Tên,received.total,x,y,z,resolved.early,u,v,w,s,t,r\n"
        "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13)\n1,a,3,1,1,1,2,1,1,0,1,1,0\n";
    const Error e = error_of([&] { read_published_form(text, {"a", FormVariant::builtin("ii06a"), 0}); });
    CHECK(contains(e.message(), "\"resolved.early (7)\" should be number 8"));
    CHECK(e.where().line == 1);
}

TEST_CASE("what is no form is refused, with what it lacks") {
    const auto message = [](const std::string& text) { return error_of([&] { form_of(text); }).message(); };
    CHECK(contains(message("id,received,due\n1,2020-01-01,\n"), "of no known form"));
    CHECK(contains(message(""), "no header"));
    CHECK(contains(message("1,2,9\n"), "no header"));
    CHECK(contains(message(header), "no row with figures"));
    std::string lacking = header;
    lacking.replace(lacking.find("in_process.within"), 17, "something");
    CHECK(contains(message(lacking + line("1", "a", 1)), "nearest is ii06a, but it lacks in_process.within (12)"));
    CHECK(contains(message(header + "1,\"a"), "never ends"));
    CHECK(contains(message(header + "1,\"a\"b,1\n"), "after the closing quote of field 2"));
    const Error bad = error_of([] { form_of("STT\nx\xFF,1\n"); });
    CHECK(contains(bad.message(), "not UTF-8"));
    CHECK(bad.where().line == 2);
    CHECK(bad.where().column == 2);
    CHECK(contains(message("STT,received.total,Tổng số tiếp nhận\n1,2,3\n"), "nearest is"));
}

TEST_CASE("a header of one line: what stands before a caption says what it belongs to") {
    const std::string header =
        "STT,Lĩnh vực,Tổng số tiếp nhận,Trực tuyến,Trực tiếp,Kỳ trước,Đã giải quyết,Trước hạn,Đúng hạn,Quá hạn,Đang giải "
        "quyết,Trong hạn,Quá hạn\n";
    const PublishedForm form = form_of(header + "1,Hộ tịch,10,5,3,2,7,4,2,1,3,1,2\n");
    CHECK(form.variant.id == "ii06a");
    std::vector<std::uint64_t> cells;
    for (const auto& cell : form.rows[0].cells) cells.push_back(cell.value());
    CHECK(cells == std::vector<std::uint64_t>{10, 5, 3, 2, 7, 4, 2, 1, 3, 1, 2});
    CHECK(form.rows[0].name == "Hộ tịch");
    CHECK(form.notes.empty());
    CHECK(broken(check_form(form)) == "");
    CHECK(broken(check_form(form_of(header + "1,Hộ tịch,10,5,3,2,7,4,2,1,3,1,3\n"))) == "C");

    // "Quá hạn" alone means one thing in that form, and twice not that.
    const PublishedForm hau_giang = form_of(
        "STT,Lĩnh vực,Tổng số hồ sơ,Kỳ trước,Trong kỳ,Đã giải quyết,Sớm hạn,Đúng hạn,Quá hạn,Đang giải quyết,Chưa đến hạn,"
        "Quá hạn,Tổng số trễ hạn\n1,a,10,3,7,6,3,2,1,4,1,3,4\n");
    CHECK(hau_giang.variant.id == "hau-giang");
    CHECK(broken(check_form(hau_giang)) == "");

    // Where the groups stand before all their parts nothing tells the parts apart.
    const std::string message = error_of([] {
                                    form_of(
                                        "STT,Lĩnh vực,Tiếp nhận,Trực tuyến,Trực tiếp,Kỳ trước,Đã giải quyết,Đang giải "
                                        "quyết,Trước hạn,Đúng hạn,Quá hạn,Trong hạn,Quá hạn\n1,a,1,1,1,1,1,1,1,1,1,1,1\n");
                                }).message();
    CHECK(contains(message, "of no known form"));
    CHECK(contains(message, "--variant"));
}

TEST_CASE("JSON: rows as objects, flat and nested, and what is no count in them") {
    const std::string nested =
        R"([{"STT":1,"Lĩnh vực":"Hộ tịch","Tiếp nhận":{"Tổng số":1234,"Trực tuyến":"1.234","Trực tiếp":null,"Kỳ trước":0},
             "Đã giải quyết":{"Tổng số":1234,"Trước hạn":1234,"Đúng hạn":0,"Quá hạn":0},"Đang giải quyết":{"Tổng số":0,"Trong hạn":0,"Quá hạn":1}},
            {"Lĩnh vực":"Tổng","Tiếp nhận":{"Tổng số":1.234,"Trực tuyến":-1,"Trực tiếp":0,"Kỳ trước":0},
             "Đã giải quyết":{"Tổng số":1234,"Trước hạn":1234,"Đúng hạn":0,"Quá hạn":0},"Đang giải quyết":{"Tổng số":0,"Trong hạn":0,"Quá hạn":1}}])";
    const FormCheck check = check_form(form_of(nested, "a.json"));
    CHECK(violations(check) == Names{"C [Hộ tịch] 11 = 12 + 13: 0 1 -1", "C [Tổng] 11 = 12 + 13: 0 1 -1",
                                     "G [Tổng] is no whole number: 1.234", "G [Tổng] is negative: -1"});
    CHECK(check.violations[0].place.pointer == "/0");
    CHECK(check.violations[2].place.pointer == "/1/Tiếp nhận/Tổng số");
    const std::string flat = R"([{"name":"a","3":3,"4":1,"5":1,"6":1,"7":2,"8":1,"9":1,"10":0,"11":1,"12":1,"13":1}])";
    CHECK(broken(check_form(read_published_form(flat, {"a", FormVariant::builtin("ii06a"), 0}))) == "C");
    CHECK(contains(error_of([&] { form_of(flat); }).message(), "several forms"));
    CHECK(error_of([] { form_of("[1]"); }).where().pointer == "/0");
    CHECK(error_of([] { form_of("{\"format\":\"cchc.soup/1\"}"); }).where().pointer == "/format");
    CHECK(error_of([] { form_of("[{\"a\":]"); }).code() == ErrorCode::json_syntax);
    CHECK(error_of([] { form_of("[]"); }).code() == ErrorCode::json_schema);
}

TEST_CASE("results of our own, JSON, CSV and the form: their identities are those of the form") {
    Query q = query_of("2020-03-01", "2020-04-01", {{Dimension::agency}, {Dimension::agency, Dimension::field}});
    const std::vector<Dossier> rows = {dossier("1", {{Event::completed, "2020-03-06"}}), dossier("2", {})};
    const StatisticsResult good = result_of(q, columns_of(rows));
    const PublishedForm form = form_of(to_json(good), "ours.json");
    CHECK(form.variant.id == "ii06a");
    CHECK(form.sums.size() == 2);
    CHECK(broken(check_form(form)) == "");
    CHECK(broken(check_form(form_of(to_csv(good, 1)))) == "");
    const std::vector<Dossier> bad = {dossier("1", {{Event::due, ""}}),
                                      dossier("2", {{Event::due, ""}, {Event::completed, "2020-03-06"}})};
    const FormCheck check = check_form(form_of(to_json(result_of(q, columns_of(bad))), "ours.json"));
    CHECK(broken(check) == "BC");
    CHECK(check.violations[0].place.pointer == "/total");
    std::string text = to_json(good);
    const std::size_t at = text.find("\"groups\"");
    text.replace(text.find("\"total\": 2", at), 10, "\"total\": 3");
    CHECK(broken(check_form(form_of(text))) == "ADF");
}

TEST_CASE("E: two forms, by names of rows") {
    const std::string first = header +
                              "1,a,5,5,0,0,2,2,0,0,3,3,0\n2,b,5,5,0,0,4,4,0,0,1,1,0\n3,gone,2,2,0,0,0,0,0,0,2,1,1\n,Tổng,12,"
                              "12,0,0,6,6,0,0,6,5,1\n";
    const std::string good =
        header +
        "1,b,1,0,0,1,1,1,0,0,0,0,0\n2,a,3,0,0,3,3,3,0,0,0,0,0\n3,gone,2,0,0,2,2,2,0,0,0,0,0\n,Cộng,6,0,0,6,6,6,0,0,0,0,0\n";
    CHECK(broken(check_forms(form_of(first), form_of(good, "b.csv"))) == "");
    const std::string moved =
        header +
        "1,b,2,0,0,2,2,2,0,0,0,0,0\n2,a,3,0,0,3,3,3,0,0,0,0,0\n3,new,1,0,0,1,1,1,0,0,0,0,0\n,Cộng,6,0,0,6,6,6,0,0,0,0,0\n";
    const FormCheck check = check_forms(form_of(first), form_of(moved, "b.csv"));
    CHECK(violations(check) == Names{"E [b] 6 = 11 of the previous period: 2 1 +1",
                                     "E [gone] 6 = 11 of the previous period; b.csv has no such row: 0 2 -2",
                                     "E [new] 6 = 11 of the previous period; a.csv has no such row: 1 0 +1"});
    CHECK(check.violations[0].source == "b.csv");
    CHECK(check.violations[1].source == "a.csv");
    CHECK(check.identities.back().checked == 5);
    const std::string twice = header + line("1", "a", 1) + line("2", "a", 1);
    const FormCheck unclear = check_forms(form_of(twice), form_of(twice, "b.csv"));
    CHECK(unclear.identities.back().checked == 0);
    CHECK(contains(unclear.identities.back().unchecked->en, "\"a\" stands more than once"));
    const PublishedForm other = read_published_form("STT,Tên,3,4,5,6,7,8,9,10,11,12,13\n1,a,3,1,1,1,2,1,1,0,1,1,0\n",
                                                    {"c.csv", FormVariant::builtin("hau-giang"), 0});
    CHECK(error_of([&] { check_forms(form_of(first), other); }).code() == ErrorCode::incompatible);
}

TEST_CASE("a variant of one's own, and variants that are refused") {
    const FormVariant own =
        FormVariant::from_json(R"({"format":"cchc.form-variant/1","id":"own","title":"x","source":"s","extends":"ii06a",
      "columns":[{"id":"paid","title":"Paid","alone":["Lệ phí"]},{"id":"resolved.early","alone":["Xong sớm"]}],
      "identities":[{"id":"P","left":["paid"],"right":["received.total"],"relation":"at_most"}]})");
    std::string text = header + line("1", "a", 1);
    text.replace(text.find("resolved.early"), 14, "Xong sớm");
    text.replace(text.find('\n'), 1, ",Lệ phí\n");
    text.replace(text.size() - 1, 1, ",2\n");
    CHECK(violations(check_form(read_published_form(text, {"a", own, 0}))) == Names{"P [a] paid ≤ received.total: 2 1 +1"});
    const auto pointer = [](const std::string& members) {
        return error_of([&] {
                   FormVariant::from_json(R"({"format":"cchc.form-variant/1","id":"o","title":"x","source":"s",)" + members +
                                          "}");
               })
            .where()
            .pointer;
    };
    CHECK(pointer(R"("columns":[{"id":"a","alone":["x"],"colour":1}])") == "/columns/0/colour");
    CHECK(pointer(R"("columns":[{"id":"a","alone":["x"]},{"id":"b","alone":["X"]}])") == "/columns/1");
    CHECK(pointer(R"("columns":[{"id":"a","alone":["-"]}])") == "/columns/0/alone/0");
    CHECK(pointer(R"("columns":[{"id":"a","names":["x"]}])") == "/columns/0");
    CHECK(pointer(R"("columns":[{"id":"a","names":["x"],"group":"g"}])") == "/columns/0/group");
    CHECK(pointer(R"("columns":[{"id":"a","number":0,"alone":["x"]}])") == "/columns/0/number");
    CHECK(pointer(R"("columns":[{"id":"a","alone":["x"]}],"identities":[{"id":"A","left":["a"],"right":["b"]}])") ==
          "/identities/0/right/0");
    CHECK(pointer(R"("columns":[{"id":"a","alone":["x"]}],"identities":[{"id":"F","left":["a"],"right":["a"]}])") ==
          "/identities/0");
    CHECK(pointer(R"("columns":[{"id":"a","alone":["x"]}],"identities":[{"id":"A","left":[],"right":["a"]}])") ==
          "/identities/0/left");
    CHECK(pointer(R"("extends":"soup","columns":[])") == "/extends");
    CHECK(error_of([] { FormVariant::builtin("soup"); }).code() == ErrorCode::unknown_name);
}

TEST_CASE("tables and JSON of a check") {
    const FormCheck check = check_form(form_of(header + "1,a,4,1,1,1,2,1,1,0,1,1,x\n"));
    const Table summary = form_check_summary(check, Lang::vi);
    CHECK(summary.rows.size() == 6);
    CHECK(summary.rows[0] == Names{"A", "3 = 4 + 5 + 6", "1", "1", ""});
    CHECK(contains(summary.notes.back(), "Số chỗ sai: 3"));
    const Table list = form_check_violations(check, Lang::en);
    CHECK(list.rows[0] ==
          Names{"A", "a.csv", "2", "a", "3 = 4 + 5 + 6", "4", "3", "+1", "(3) = 4; (4) = 1; (5) = 1; (6) = 1"});
    CHECK(list.rows[2] == Names{"G", "a.csv", "2:13", "a", "is no whole number", "", "", "", "(13) = \"x\""});
    for (const Table* table : {&summary, &list})
        for (const auto& row : table->rows) CHECK(row.size() == table->numeric.size());
    const std::string json = to_json(check);
    CHECK(contains(json, "\"cchc.form-check/1\""));
    CHECK(contains(json, "\"difference\": 1"));
    CHECK(contains(json, "\"found\": \"x\""));
    CHECK(contains(form_check_summary(check_form(form_of(header + line("1", "a", 1))), Lang::en).notes.back(), "hold"));
}

}  // namespace published_form_test
