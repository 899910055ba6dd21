// The header: columns in any order, their names, and headers that cannot be used.
#include "csv_support.hpp"
#include "test.hpp"

namespace csv_header_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// The error of a whole file, and that it is one of CSV.
std::string refusal(const std::string& text, const ReadOptions& options = {}) {
    const Error error = error_of([&] { (void)read_csv(text, options); });
    CHECK(error.code() == ErrorCode::csv);
    return error.what();
}

// The columns that the reader finds behind a header, by their canonical names.
std::vector<std::string> found(const std::string& header) {
    const ReadReport report = read_csv(header + "\n").report;
    std::vector<std::string> names = Mapping::canonical_columns();
    std::erase_if(names,
                  [&](const std::string& n) { return std::count(report.missing.begin(), report.missing.end(), n) > 0; });
    return names;
}

std::string joined(const std::vector<std::string>& captions) {
    std::string line;
    for (const std::string& c : captions) line += (line.empty() ? "" : ",") + c;
    return line;
}

}  // namespace

TEST_CASE("the canonical columns, in any order") {
    std::vector<std::string> names = Mapping::canonical_columns();
    REQUIRE(names == std::vector<std::string>{"id", "agency", "field", "procedure", "channel", "received", "limit", "unit",
                                              "original_due", "due", "completed", "returned", "status",
                                              "supplement_requested", "supplement_received", "apology", "cause",
                                              "service_level"});
    CHECK(found(joined(names)) == names);
    const std::string first =
        "1,A,F,P,2,2020-03-02,5,working_day,2020-03-09,2020-03-10,2020-03-06,2020-03-07,10,2020-03-03,2020-03-04,"
        "2020-03-05,C,3";
    const std::string expected = describe(read(joined(names) + "\n" + first + "\n").rows.at(0));
    CHECK(contains(expected, "1 | A | F | P | C | online | result_returned | level_3 | 2020-03-02 2020-03-09 2020-03-10"));
    std::vector<std::string> values;
    for (std::size_t at = 0; at <= first.size();) {
        const std::size_t end = std::min(first.find(',', at), first.size());
        values.push_back(first.substr(at, end - at));
        at = end + 1;
    }
    for (int turn = 0; turn < 18; ++turn) {
        std::rotate(names.begin(), names.begin() + 1, names.end());
        std::rotate(values.begin(), values.begin() + 1, values.end());
        CHECK(describe(read(joined(names) + "\n" + joined(values) + "\n").rows.at(0)) == expected);
    }
}

TEST_CASE("captions of the sample, of the national portal and of OpenCPS") {
    const std::vector<std::string> all = Mapping::canonical_columns();
    CHECK(found("Mã hồ sơ,Tên đơn vị,Lĩnh vực,Thủ tục,Kênh tiếp nhận,Ngày tiếp nhận,Thời hạn,Đơn vị thời hạn,Ngày hẹn trả "
                "ban đầu,"
                "Ngày hẹn trả,Ngày hoàn tất,Ngày trả kết quả,Trạng thái,Ngày yêu cầu bổ sung,Ngày tiếp nhận bổ sung,Ngày "
                "xin lỗi,"
                "Nguyên nhân,Mức độ") == all);
    CHECK(found("MaHoSo,TenTTHC,TenLinhVuc,DonViXuLy,KenhThucHien,NgayTiepNhan,NgayHenTraTruoc,NgayHenTra,NgayKetThucXuLy,"
                "NgayTra,"
                "TrangThaiHoSo,NgayBoSung,NgayTiepNhanBoSung") ==
          std::vector<std::string>{"id", "agency", "field", "procedure", "channel", "received", "original_due", "due",
                                   "completed", "returned", "status", "supplement_requested", "supplement_received"});
    CHECK(found("dossierNo,serviceName,domainName,govAgencyName,receiveDate,dueDate,releaseDate,finishDate,dossierStatus") ==
          std::vector<std::string>{"id", "agency", "field", "procedure", "received", "due", "completed", "returned",
                                   "status"});
}

TEST_CASE("captions: case, blanks, underscores and diacritics do not matter") {
    for (const char* caption :
         {"Ngày tiếp nhận", "NGÀY TIẾP NHẬN", "ngay tiep nhan", "NGAY_TIEP_NHAN", "ngayTiepNhan", "Ngay-Tiep-Nhan",
          "  Ngày   tiếp nhận ", "Nga\xCC\x80y ti\xC3\xAA\xCC\x81p nh\xC3\xA2\xCC\xA3n"}) {
        INFO(caption);
        CHECK(found(std::string("id,") + caption) == std::vector<std::string>{"id", "received"});
    }
    CHECK(found("\"id\",\"received\"") == std::vector<std::string>{"id", "received"});
}

TEST_CASE("of two names for one column the better one is taken, and the other is reported") {
    const Reading reading = read("Số biên nhận,Mã hồ sơ,received\nB-1,HS-1,2020-03-02\n");
    CHECK(reading.rows.at(0).id == "HS-1");
    CHECK(reading.report.ignored == std::vector<std::string>{"Số biên nhận"});
    // Two spellings of the same name: the first.
    CHECK(read("MaHoSo,ma_ho_so,received\nA,B,2020-03-02\n").rows.at(0).id == "A");
}

TEST_CASE("columns that are not ours are ignored, and those that are not there are named") {
    const ReadReport report = read_csv("STT,id,Ghi chú,received,\n1,HS-1,x,2020-03-02,\n").report;
    CHECK(report.ignored == std::vector<std::string>{"STT", "Ghi chú", ""});
    CHECK(report.missing.size() == 16);
    CHECK(std::count(report.missing.begin(), report.missing.end(), "agency") == 1);
    CHECK(std::count(report.missing.begin(), report.missing.end(), "received") == 0);
}

TEST_CASE("a header without id or received is refused, with the names that are known and the captions found") {
    const std::string no_id = refusal("agency,received\nA,2020-03-02\n");
    CHECK(contains(no_id, "input:1:"));
    CHECK(contains(no_id, "no column for \"id\""));
    CHECK(contains(no_id, "Mã hồ sơ"));
    CHECK(contains(no_id, "found: agency, received"));
    ReadOptions named;
    named.source = "huyen.csv";
    const std::string no_received = refusal("id,agency\n1,A\n", named);
    CHECK(contains(no_received, "huyen.csv:1:"));
    CHECK(contains(no_received, "no column for \"received\""));
    CHECK(contains(no_received, "Ngày tiếp nhận"));
}

TEST_CASE("one caption twice is refused, with both places") {
    CHECK(
        contains(refusal("id,received,agency,id\n1,2020-03-02,A,2\n"), "the column \"id\" stands twice, as fields 1 and 4"));
    CHECK(contains(refusal("id,received,Ghi chú, Ghi chú \n"), "fields 3 and 4"));
    // Empty captions may repeat: spreadsheets leave them.
    CHECK(read("id,,received,,\n1,,2020-03-02,,\n").rows.size() == 1);
}

TEST_CASE("files without a header are refused") {
    CHECK(contains(refusal(""), "the file is empty: expected a header line"));
    CHECK(contains(refusal("\xEF\xBB\xBF"), "the file is empty"));
    CHECK(contains(refusal("\n\r\n  \n"), "the file is empty"));
    CHECK(contains(refusal("\xEF\xBB"), "UTF-8"));
    CHECK(contains(refusal("x"), "no column for \"id\""));
    CHECK(contains(refusal("HS-1,A,2020-03-02\nHS-2,B,2020-03-02\n"), "no column for \"id\""));
}

TEST_CASE("a header alone is a file without dossiers") {
    for (const char* text : {"id,received", "id,received\n", "id,received\r\n\r\n", "\xEF\xBB\xBFid,received"}) {
        const Reading reading = read(text);
        CHECK(reading.rows.empty());
        CHECK(reading.report.rows == 0);
        CHECK(reading.report.bad_rows == 0);
        CHECK(reading.report.bytes == std::string_view(text).size());
    }
}

TEST_CASE("UTF-16 and binary files are told apart from CSV") {
    const auto utf16 = [](const std::string& ascii, bool big) {
        std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
        for (const char c : ascii) out += big ? std::string("\0", 1) + c : c + std::string("\0", 1);
        return out;
    };
    const std::string file = "id,received\n1,2020-03-02\n";
    for (const bool big : {false, true}) {
        CHECK(contains(refusal(utf16(file, big)), "UTF-16"));
        CHECK(contains(refusal(utf16(file, big).substr(2)), "UTF-16"));
    }
    CHECK(contains(refusal(std::string("PK\3\4\0\0\0\0", 8)), "binary"));
}

TEST_CASE("a header in windows-1258 is refused with its field") {
    const std::string message = refusal("id,Ng\xE0y ti\xEAp nh\xE2n,received\n1,x,2020-03-02\n");
    CHECK(contains(message, "input:1:2"));
    CHECK(contains(message, "not UTF-8"));
}

TEST_CASE("a header line that never ends is refused") {
    ReadOptions options;
    options.max_record_bytes = 100;
    CHECK(contains(refusal("id,received," + std::string(100, 'x') + "\n1,2020-03-02,y\n", options), "too long"));
    CHECK(contains(refusal("id,received,\"x\n1,2020-03-02,y\n"), "never closes"));
    CHECK(contains(refusal(std::string(5000, 'x'), options), "too long"));
}

TEST_CASE("a header may break lines inside quotes; rows are counted from its first line") {
    const Reading reading = read("id,\"ghi\nchú\",received\n1,x,?\n");
    REQUIRE(reading.report.issues.size() == 1);
    CHECK(reading.report.issues[0].line == 3);
}

TEST_CASE("a hundred thousand columns are read, and in little time") {
    std::string header = "id,received", row = "1,2020-03-02";
    for (int i = 2; i < 100'000; ++i) {
        header += ",c" + std::to_string(i);
        row += ',';
    }
    const Reading wide = read(header + "\n" + row + "\n" + row + ",\n");
    CHECK(wide.rows.at(0).problem == Problem::none);
    CHECK(wide.rows.at(1).problem == Problem::wrong_field_count);
    CHECK(wide.report.ignored.size() == 99'998);
    // Only commas: as many empty captions as a header line of 1 MiB holds.
    CHECK(contains(refusal(std::string(1'000'000, ',') + "\n"), "no column for \"id\""));
    CHECK(contains(refusal(header + ",c5000\n"), "fields 5001 and 100001"));
}

}  // namespace csv_header_test
