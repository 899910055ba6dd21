// Names of columns, codes and units: the built-in mapping, mapping files, and files that are refused.
#include <set>

#include "base/utf8.hpp"
#include "csv_support.hpp"
#include "test.hpp"

namespace mapping_test {

using namespace cchc;
using namespace cchc::test;

namespace {

std::size_t column(const std::string& name) {
    const auto& names = Mapping::canonical_columns();
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// The columns that a caption may name.
std::vector<std::string> columns_of(const Mapping& mapping, const std::string& caption) {
    std::vector<std::string> found;
    for (std::size_t c = 0; c < Mapping::canonical_columns().size(); ++c)
        if (mapping.rank(c, caption)) found.push_back(Mapping::canonical_columns()[c]);
    return found;
}

Mapping mapping_of(const std::string& members) {
    return Mapping::from_json(R"({"format": "cchc.mapping/1", "id": "x")" + (members.empty() ? "" : ", " + members) + "}",
                              "m.json");
}

ReadOptions reading_with(const Mapping& mapping) {
    ReadOptions options;
    options.mapping = std::make_shared<const Mapping>(mapping);
    return options;
}

// Where a mapping file is refused, and why.
std::string refusal(const std::string& json) {
    const Error error = error_of([&] { (void)Mapping::from_json(json, "m.json"); });
    CHECK(error.where().source == "m.json");
    return std::to_string(static_cast<int>(error.code())) + " " + error.where().pointer + " " + error.message();
}

std::string refusal_of(const std::string& members) {
    return refusal(R"({"format": "cchc.mapping/1", "id": "x", )" + members + "}");
}

}  // namespace

TEST_CASE("the names that systems use, each of its column and of no other") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> names = {
        {"id",
         {"dossier_id", "MaHoSo", "SoBienNhan", "dossierNo", "referenceUid", "maHoSo", "ma_ho_so", "MaSoHoSo", "Mã hồ sơ",
          "Số biên nhận"}},
        {"procedure",
         {"MaTTHC", "TenTTHC", "serviceCode", "serviceName", "maThuTuc", "MaLoaiHoSo", "Thủ tục (mã)", "Loại hồ sơ",
          "Thủ tục"}},
        {"field", {"MaLinhVuc", "TenLinhVuc", "domainCode", "domainName", "linhVuc", "Lĩnh vực", "LINH_VUC"}},
        {"agency",
         {"DonViId", "DonViXuLy", "govAgencyCode", "govAgencyName", "MaDonViTiepNhan", "coQuan", "owner_code", "Tên đơn vị",
          "don vi"}},
        {"received", {"NgayTiepNhan", "receiveDate", "ngayTiepNhan", "ngay_tiep_nhan", "Ngày tiếp nhận", "Ngày nhận"}},
        {"due", {"NgayHenTra", "dueDate", "deadline", "hanXuLy", "NgayKetThucTheoQuyDinh", "Ngày hẹn trả", "Hạn xử lý"}},
        {"original_due", {"NgayHenTraTruoc", "Ngày Hẹn Trả cũ", "ngay hen tra ban dau"}},
        {"completed", {"NgayKetThucXuLy", "releaseDate", "Ngày hoàn tất", "NgayDongHoSo"}},
        {"returned", {"NgayTra", "finishDate", "NgayTraKetQua", "ngày thực trả", "Ngày trả kết quả"}},
        {"supplement_requested", {"NgayBoSung", "NgayYeuCauBoSung", "Ngày yêu cầu bổ sung"}},
        {"supplement_received", {"NgayTiepNhanBoSung", "Ngày tiếp nhận bổ sung"}},
        {"status", {"TrangThaiHoSo", "dossierStatus", "tinhTrang", "current_status", "Trạng thái", "TÌNH TRẠNG"}},
        {"channel", {"KenhThucHien", "Kenh", "Kênh tiếp nhận", "Hình thức nộp"}},
        {"limit", {"ThoiGianGiaiQuyet", "Thời hạn", "Thời hạn giải quyết"}},
        {"unit", {"DonViTinh", "Đơn vị tính", "Đơn vị thời hạn"}},
        {"apology", {"Ngày xin lỗi", "Ngày gửi phiếu xin lỗi"}},
        {"cause", {"Nguyên nhân", "Lý do quá hạn"}},
    };
    for (const auto& [of, captions] : names)
        for (const std::string& caption : captions) {
            INFO(caption);
            CHECK(columns_of(Mapping::builtin(), caption) == std::vector<std::string>{of});
        }
    CHECK(columns_of(Mapping::builtin(), "STT").empty());
    CHECK(columns_of(Mapping::builtin(), "").empty());
}

TEST_CASE("the canonical name is the best one, and no name of the built-in mapping means two columns") {
    std::set<std::string> all;
    for (std::size_t c = 0; c < Mapping::canonical_columns().size(); ++c) {
        const std::vector<std::string> names = Mapping::builtin().names(c);
        CHECK(names.front() == Mapping::canonical_columns()[c]);
        CHECK(Mapping::builtin().rank(c, names.front()) == 0U);
        std::set<std::string> own;
        for (const std::string& name : names) own.insert(text::fold(name));
        for (const std::string& name : own) {
            INFO(name);
            CHECK(all.insert(name).second);
        }
    }
}

TEST_CASE("codes and names of channels, states and units") {
    const Mapping& m = Mapping::builtin();
    CHECK(m.channel("1") == Channel::in_person);
    CHECK(m.channel("2") == Channel::online);
    CHECK(m.channel("3") == Channel::post);
    CHECK(m.channel("Trực tuyến") == Channel::online);
    CHECK(m.channel("TRUC TIEP") == Channel::in_person);
    CHECK(m.channel("BCCI") == Channel::post);
    CHECK(m.channel("4") == std::nullopt);
    for (int code = 1; code <= 10; ++code) CHECK(m.status(std::to_string(code)) == static_cast<Status>(code));
    CHECK(m.status("0") == std::nullopt);
    CHECK(m.status("11") == std::nullopt);
    for (std::uint8_t s = 1; s < status_count; ++s) {
        const auto status = static_cast<Status>(s);
        INFO(to_text(status, Lang::vi));
        CHECK(m.status(to_string(status)) == status);
        CHECK(m.status(to_text(status, Lang::vi)) == status);
        CHECK(m.status(text::fold(to_text(status, Lang::vi))) == status);
    }
    for (std::uint8_t u = 0; u < unit_count; ++u) {
        const auto unit = static_cast<Unit>(u);
        CHECK(m.unit(to_string(unit)) == unit);
        CHECK(m.unit(to_text(unit, Lang::vi)) == unit);
    }
    CHECK(m.unit("NGAY LAM VIEC") == Unit::working_day);
    CHECK(m.unit("giờ") == Unit::clock_hour);
    CHECK(m.unit("ngày thường") == std::nullopt);
}

TEST_CASE("a mapping file adds names and codes, and those that were there stay") {
    const Mapping m = mapping_of(R"("title": {"vi": "Hệ thống của tỉnh", "en": "The province's system"},
        "columns": {"id": ["Số HS"], "limit": ["Số ngày quy định"]},
        "channel": {"Zalo": "online"}, "status": {"99": "finished", "Hủy": "withdrawn"}, "unit": {"N": "working_day"})");
    const Reading reading = read(
        "Số HS,Mã hồ sơ,received,Số ngày quy định,unit,Kênh,Trạng "
        "thái\nA-1,B-1,2020-03-02,5,n,zalo,99\nA-2,B-2,2020-03-02,5,ngày,2,huy\n",
        reading_with(m));
    CHECK(reading.report.bad_rows == 0);
    CHECK(reading.report.ignored == std::vector<std::string>{"Mã hồ sơ"});
    CHECK(reading.rows.at(0).id == "A-1");  // the file's own name comes first
    CHECK(reading.rows.at(0).channel == Channel::online);
    CHECK(reading.rows.at(0).status == Status::finished);
    CHECK(reading.rows.at(0).limit->unit == Unit::working_day);
    CHECK(reading.rows.at(1).status == Status::withdrawn);
    CHECK(reading.rows.at(1).limit->unit == Unit::calendar_day);
    CHECK(m.names(column("id")).front() == "Số HS");
    CHECK(read("Mã hồ sơ,received\nB-1,2020-03-02\n", reading_with(m)).rows.at(0).id == "B-1");
    CHECK(Mapping::builtin().rank(column("id"), "Số HS") == std::nullopt);
}

TEST_CASE("a mapping file may give a code another meaning") {
    const Mapping m =
        mapping_of(R"("status": {"8": "refused"}, "channel": {"1": "online"}, "unit": {"Ngày": "working_day"})");
    CHECK(m.status("8") == Status::refused);
    CHECK(m.channel("1") == Channel::online);
    CHECK(m.unit("ngày") == Unit::working_day);
    CHECK(m.status("7") == Status::withdrawn);
}

TEST_CASE("a name that a mapping file gives to one column means no other column any more") {
    // The file's "NgayKetThucXuLy" is the day on which the applicant got the result.
    const Mapping later = mapping_of(R"("columns": {"returned": ["NgayKetThucXuLy"]})");
    const Reading one =
        read("id,received,NgayKetThucXuLy,releaseDate\n1,2020-03-02,2020-03-09,2020-03-06\n", reading_with(later));
    CHECK(one.rows.at(0).event(Event::returned) == moment("2020-03-09"));
    CHECK(one.rows.at(0).event(Event::completed) == moment("2020-03-06"));
    const Mapping earlier = mapping_of(R"("columns": {"completed": ["NgayTra"]})");
    const Reading two = read("id,received,NgayTra,finishDate\n1,2020-03-02,2020-03-06,2020-03-09\n", reading_with(earlier));
    CHECK(two.rows.at(0).event(Event::completed) == moment("2020-03-06"));
    CHECK(two.rows.at(0).event(Event::returned) == moment("2020-03-09"));
}

TEST_CASE("a mapping file adds to the built-in one, whatever its id") {
    const Mapping m = Mapping::from_json(R"({"format": "cchc.mapping/1", "id": "default", "columns": {"id": ["Số HS"]}})");
    CHECK(m.rank(column("id"), "Mã hồ sơ").has_value());
    CHECK(m.rank(column("received"), "Ngày tiếp nhận").has_value());
    CHECK(m.status("9") == Status::finished);
}

TEST_CASE("a mapping file with nothing in it is the built-in mapping") {
    const Mapping m = mapping_of("");
    for (std::size_t c = 0; c < Mapping::canonical_columns().size(); ++c) CHECK(m.names(c) == Mapping::builtin().names(c));
}

TEST_CASE("mapping files are refused with a JSON pointer") {
    CHECK(refusal_of(R"("colums": {})") == "201 /colums unknown key");
    CHECK(refusal_of(R"("columns": [])") == "201 /columns expected an object; found an array");
    CHECK(refusal_of(R"("columns": {"ngay": ["x"]})") == "201 /columns/ngay unknown key");
    CHECK(refusal_of(R"("columns": {"id": "x"})") == "201 /columns/id expected an array; found a string");
    CHECK(refusal_of(R"("columns": {"id": ["x", 7]})") == "201 /columns/id/1 expected a string; found a number");
    CHECK(refusal_of(R"("columns": {"id": ["x"], "id": ["y"]})") == "201 /columns/id this key stands twice");
    CHECK(contains(refusal_of(R"("status": {"99": "done"})"), "201 /status/99 expected one of unknown, registered"));
    CHECK(contains(refusal_of(R"("status": {"a/b~c": "done"})"), "201 /status/a~1b~0c expected one of"));
    CHECK(contains(refusal_of(R"("status": {"99": "done"})"), "found \"done\""));
    CHECK(contains(refusal_of(R"("channel": {"Zalo": 2})"), "201 /channel/Zalo expected a string; found a number"));
    CHECK(contains(refusal_of(R"("channel": {"Zalo": "fax"})"),
                   "201 /channel/Zalo expected one of unknown, in_person, online, post"));
    CHECK(contains(refusal_of(R"("unit": {"N": "day"})"), "201 /unit/N expected one of working_day, calendar_day"));
    CHECK(contains(refusal(R"({"format": "cchc.mapping/2", "id": "x"})"),
                   "201 /format expected \"cchc.mapping/1\"; found \"cchc.mapping/2\""));
    CHECK(contains(refusal(R"({"id": "x"})"), "the key \"format\" is missing"));
    CHECK(contains(refusal(R"({"format": "cchc.mapping/1"})"), "the key \"id\" is missing"));
    CHECK(contains(refusal(R"([])"), "expected an object"));
}

TEST_CASE("a mapping file that is not JSON is refused with line and column") {
    const Error error = error_of([] { (void)Mapping::from_json("{\n  \"format\": cchc", "m.json"); });
    CHECK(error.code() == ErrorCode::json_syntax);
    CHECK(error.where().line == 2);
    CHECK(error.where().column >= 13);
    CHECK(contains(error.what(), "m.json:2:"));
}

}  // namespace mapping_test
