// The mappings of named systems: their columns, states, channels and units, in CSV and in JSON.
#include "json_support.hpp"
#include "test.hpp"

namespace profiles_test {

using namespace cchc;
using namespace cchc::test;

namespace {

ReadOptions profile(const std::string& id) {
    ReadOptions options;
    options.mapping = std::make_shared<const Mapping>(Mapping::builtin(id));
    return options;
}

// The same rows from CSV and from the JSON made of it.
Reading both(const std::string& csv, const ReadOptions& options) {
    const Reading rows = read(csv, options);
    const Reading json = read_json_text(joined(objects_of(csv), "\n"), options);
    INFO(describe(rows.report));
    INFO(describe(json.report));
    REQUIRE(json.rows.size() == rows.rows.size());
    for (std::size_t i = 0; i < rows.rows.size(); ++i) CHECK(describe(json.rows[i]) == describe(rows.rows[i]));
    return rows;
}

std::string states(const Mapping& m, const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += std::string(to_string(m.status(name).value_or(Status::unknown))) + " ";
    return out;
}

const std::vector<std::string> opencps_states = {"new",    "receiving", "unresolved", "processing", "waiting",
                                                 "paying", "cancelled", "denied",     "releasing",  "done"};

}  // namespace

TEST_CASE("built-in mappings by name") {
    CHECK(Mapping::builtin_ids() == std::vector<std::string>{"default", "dvcqg", "opencps", "td"});
    for (const std::string& id : Mapping::builtin_ids()) {
        const Mapping m = Mapping::builtin(id);
        CHECK(Mapping::from_json("\"" + id + "\"").names(0) == m.names(0));
        CHECK(m.rank(0, "Mã hồ sơ").has_value());  // each adds to the default one
        for (std::uint8_t s = 0; s < status_count; ++s)
            CHECK(m.status(to_string(static_cast<Status>(s))) == static_cast<Status>(s));
    }
    CHECK(error_of([] { (void)Mapping::builtin("egov"); }).code() == ErrorCode::unknown_name);
    CHECK(contains(error_of([] { (void)Mapping::from_json("\"egov\""); }).message(), "default, dvcqg, opencps, td"));
}

TEST_CASE("states of OpenCPS, and as TD turns them over") {
    CHECK(
        states(Mapping::builtin("opencps"), opencps_states) ==
        "registered received refused processing supplement financial_duty withdrawn not_accepted finished result_returned ");
    CHECK(
        states(Mapping::builtin("td"), opencps_states) ==
        "received registered stopped processing supplement financial_duty withdrawn not_accepted finished result_returned ");
    for (const char* id : {"dvcqg", "td"})
        for (int code = 1; code <= 10; ++code)
            CHECK(Mapping::builtin(id).status(std::to_string(code)) == static_cast<Status>(code));
    CHECK_FALSE(Mapping::builtin().status("denied").has_value());
}

TEST_CASE("OpenCPS: yes and no as channels, durationUnit, and dates that mean what they do there") {
    const Reading r = both(
        "dossierNo,govAgencyName,online_,fromViaPostal,receiveDate,durationCount,durationUnit,dueDate,releaseDate,"
        "finishDate,"
        "dossierStatus,serviceLevel\n"
        "1,Sở A,true,,2020-03-02 08:00,5,0,,2020-03-06,2020-03-09,done,4\n"
        "2,Sở A,false,0,2020-03-02 08:00,0.5,0,,,,processing,2\n"
        "3,Sở A,false,true,2020-03-02 08:00,4,1,,,,waiting,3\n"
        "4,Sở A,,1,2020-03-02 08:00,,,2020-03-09,,,denied,\n"
        "5,Sở A,true,maybe,2020-03-02 08:00,,,2020-03-09,,,new,\n",
        profile("opencps"));
    REQUIRE(r.rows.size() == 5);
    CHECK(r.rows[0].channel == Channel::online);
    CHECK(r.rows[0].limit->amount.to_string() == "5");
    CHECK(r.rows[0].limit->unit == Unit::working_day);
    CHECK(r.rows[0].event(Event::completed) == moment("2020-03-06"));
    CHECK(r.rows[0].event(Event::returned) == moment("2020-03-09"));
    CHECK(r.rows[1].channel == Channel::in_person);
    CHECK(r.rows[2].channel == Channel::post);
    CHECK(r.rows[2].limit->unit == Unit::working_hour);
    CHECK(r.rows[3].channel == Channel::post);
    CHECK(r.rows[3].status == Status::not_accepted);
    CHECK(r.rows[4].problem == Problem::unknown_channel);
    CHECK(r.report.issues.at(0).column == 4);
    CHECK(r.report.ignored.empty());
    const Reading json = read_json_text(
        R"([{"dossierNo": 1, "online_": false, "fromViaPostal": true, "receiveDate": "2020-03-02"},
            {"dossierNo": 2, "online_": false, "fromViaPostal": 0, "receiveDate": "2020-03-02"}])",
        profile("opencps"));
    CHECK(json.rows.at(0).channel == Channel::post);
    CHECK(json.rows.at(1).channel == Channel::in_person);
    CHECK(json.report.ignored.empty());
}

TEST_CASE("TD: limits in hours of eight to the day") {
    const Reading r = both(
        "MaHoSo,NgayTiepNhan,ThoiGianThucHien,LoaiThoiGianThucHien,NgayHenTra,NgayKetThucXuLy,TrangThaiHoSo,MucDo\n"
        "1,20200302080000,40,Ngày làm việc,20200309000000,20200306101112,9,2\n"
        "2,20200302080000,120,Ngày,,,4,\n"
        "3,20200302080000,4,Ngày làm việc,,,4,\n"
        "4,20200302080000,8,giờ,,,4,\n"
        "5,20200302080000,0.001,Ngày,,,4,\n"
        "6,20200302080000,40,,20200309,,4,\n",
        profile("td"));
    REQUIRE(r.rows.size() == 6);
    CHECK(r.rows[0].limit->amount.to_string() == "5");
    CHECK(r.rows[0].limit->unit == Unit::working_day);
    CHECK(r.rows[1].limit->amount.to_string() == "15");
    CHECK(r.rows[1].limit->unit == Unit::calendar_day);
    CHECK(r.rows[2].limit->amount.to_string() == "0.5");
    CHECK(r.rows[3].limit->amount.to_string() == "8");
    CHECK(r.rows[3].limit->unit == Unit::clock_hour);
    CHECK(r.rows[4].problem == Problem::bad_limit);
    CHECK(r.rows[5].problem == Problem::none);
    CHECK_FALSE(r.rows[5].limit.has_value());
}

TEST_CASE("the message of the national portal, with its supplements and its progress") {
    const Reading r = read_json_text(
        R"({"isUpdating": "true", "data": [
            {"MaHoSo": "000.00.01.H29-240115-0001", "MaTTHC": "1.000", "TenTTHC": "Cấp giấy", "KenhThucHien": "2",
             "NgayTiepNhan": "20240115083000", "NgayHenTra": "20240122170000", "TrangThaiHoSo": "5", "NgayTra": "",
             "NgayKetThucXuLy": "", "DonViXuLy": "Sở B", "LoaiDoiTuong": "1", "TaiLieuNop": [],
             "DanhSachHoSoBoSung": [{"HoSoBoSungId": "1", "NgayBoSung": "20240117090000", "NgayTiepNhanBoSung": "",
                                     "NgayHenTraTruoc": "20240122170000", "NgayHenTraMoi": ""}]}]})",
        profile("dvcqg"));
    INFO(describe(r));
    REQUIRE(r.report.bad_rows == 0);
    const Dossier& d = r.rows.at(0);
    CHECK(d.agency == "Sở B");
    CHECK(d.procedure == "Cấp giấy");
    CHECK(d.channel == Channel::online);
    CHECK(d.status == Status::supplement);
    REQUIRE(d.clock.size() == 1);
    CHECK(d.clock[0].from == moment("2024-01-17 09:00"));
    CHECK(d.clock[0].due_before == moment("2024-01-22 17:00"));
    CHECK(r.report.ignored == std::vector<std::string>{"MaTTHC", "LoaiDoiTuong", "TaiLieuNop"});
}

}  // namespace profiles_test
