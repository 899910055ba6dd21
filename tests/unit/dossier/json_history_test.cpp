// Pauses and the status history inside a JSON record.
#include "json_support.hpp"
#include "test.hpp"

namespace json_history_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// The dossier of a record with these members; its problem and, if it has one, the place of it.
Dossier dossier(const std::string& members) {
    return read_json_text("[{\"id\": \"H\", \"received\": \"2020-03-02\"" + (members.empty() ? "" : ", " + members) + "}]")
        .rows.at(0);
}

std::string clock(const Dossier& d) {
    std::string out;
    for (const ClockEvent& e : d.clock)
        out += (out.empty() ? "" : "; ") + std::string(to_string(e.kind)) + " " + describe(e.from) + " " + describe(e.to);
    return out;
}

std::string issue(const std::string& members) {
    const Reading r = read_json_text("{\"id\": \"H\", \"received\": \"2020-03-02\", " + members + "}");
    if (r.report.issues.empty()) return "none";
    CHECK(r.report.bad_rows == 1);
    CHECK(r.rows.at(0).problem == r.report.issues[0].problem);
    CHECK(r.rows.at(0).id == "H");
    return r.report.issues[0].pointer + " " + r.report.issues[0].message.substr(0, 40);
}

std::string history(const std::string& entries) { return "\"LichSu\": [" + entries + "]"; }
std::string entry(int status, const std::string& at) {
    return "{\"TrangThai\": " + std::to_string(status) + ", \"ThoiDiemXuLy\": \"" + at + "\"}";
}
std::string end_of(const Dossier& d) {
    return describe(d.event(Event::completed)) + " " + describe(d.event(Event::returned)) + " " +
           std::string(to_string(d.status));
}

}  // namespace

TEST_CASE("supplements of the national portal and pauses of any kind") {
    const Dossier d = dossier(R"("DanhSachHoSoBoSung": [
        {"HoSoBoSungId": 2, "NgayBoSung": "20200320080000", "NgayTiepNhanBoSung": ""},
        {"NgayBoSung": "20200304080000", "NgayTiepNhanBoSung": "20200306090000", "NgayHenTraTruoc": "20200309000000",
         "NgayHenTraMoi": "20200311170000"}])");
    CHECK(d.problem == Problem::none);
    CHECK(clock(d) == "supplement 2020-03-04T08:00 2020-03-06T09:00; supplement 2020-03-20T08:00 -");
    CHECK(d.clock[0].due_before == moment("2020-03-09"));
    CHECK(d.clock[0].due_after == moment("2020-03-11 17:00"));
    CHECK(clock(dossier(R"("pauses": [{"kind": "xác minh", "from": "2020-03-04", "to": "2020-03-04"},
        {"kind": "extension", "from": "2020-03-06", "due_after": "2020-03-20"}])")) ==
          "verification 2020-03-04 2020-03-04; extension 2020-03-06 -");
    CHECK(clock(dossier(R"("pauses": null, "DanhSachHoSoBoSung": [])")).empty());
}

TEST_CASE("pauses that cannot be read") {
    CHECK(issue(R"("pauses": {"from": "2020-03-04"})") == "/pauses bad_pause: expected an array of pauses; ");
    CHECK(issue(R"("pauses": [7])") == "/pauses/0 bad_pause: expected an object with from ");
    CHECK(issue(R"("pauses": [{"from": "2020-03-04"}, {"from": "04/20/2020"}])").starts_with("/pauses/1/from bad_pause"));
    CHECK(issue(R"("pauses": [{"to": "2020-03-04"}])") == "/pauses/0 bad_pause: expected the date on which it");
    CHECK(issue(R"("pauses": [{"kind": "nghỉ", "from": "2020-03-04"}])").starts_with("/pauses/0/kind bad_pause"));
    CHECK(issue(R"("pauses": [{"from": "2020-03-04 10:00", "to": "2020-03-04 09:00"}])").starts_with("/pauses/0/to bad_"));
    CHECK(issue(R"("pauses": [{"from": "2020-03-04", "NgayHenTraMoi": [1]}])").starts_with("/pauses/0/NgayHenTraMoi bad_"));
}

TEST_CASE("the history gives the ends and the pauses that no column has") {
    const std::string states = entry(2, "2020-03-02 08:00") + "," + entry(5, "2020-03-03 09:00") + "," +
                               entry(5, "2020-03-04") + "," + entry(4, "2020-03-05 10:00") + "," + entry(6, "2020-03-06") +
                               "," + entry(9, "2020-03-09 11:00") + "," + entry(10, "2020-03-10");
    const Dossier d = dossier(history(states));
    CHECK(d.problem == Problem::none);
    CHECK(end_of(d) == "2020-03-09T11:00 2020-03-10 result_returned");
    CHECK(clock(d) == "supplement 2020-03-03T09:00 2020-03-05T10:00; financial_duty 2020-03-06 2020-03-09T11:00");
    // Recorded columns and pauses win.
    CHECK(end_of(dossier(history(states) + R"(, "completed": "2020-03-08", "returned": "2020-03-12", "status": 9)")) ==
          "2020-03-08 2020-03-12 finished");
    CHECK(clock(dossier(history(states) + R"(, "NgayBoSung": "2020-03-03")")) ==
          "financial_duty 2020-03-06 2020-03-09T11:00");
    CHECK(clock(dossier(history(states) + R"(, "pauses": [{"from": "2020-03-04", "to": "2020-03-05"}])")) ==
          "supplement 2020-03-04 2020-03-05; financial_duty 2020-03-06 2020-03-09T11:00");
}

TEST_CASE("other ends, reopened dossiers, and entries in any order") {
    for (const Status s : {Status::not_accepted, Status::withdrawn, Status::stopped})
        CHECK(end_of(dossier(history(entry(static_cast<int>(s), "2020-03-05")))) ==
              "2020-03-05 - " + std::string(to_string(s)));
    CHECK(end_of(dossier(history(R"({"status": "refused", "at": "05/03/2020"})"))) == "2020-03-05 - refused");
    CHECK(end_of(dossier(history(R"({"status": "Trả lại hồ sơ", "at": "05/03/2020"})"))) == "2020-03-05 - returned");
    CHECK(end_of(dossier(history(entry(4, "2020-03-06") + "," + entry(9, "2020-03-05")))) == "- - processing");
    CHECK(end_of(dossier(history(entry(9, "2020-03-05") + "," + entry(10, "2020-03-06") + "," + entry(9, "2020-03-07")))) ==
          "2020-03-05 2020-03-06 finished");
    CHECK(clock(dossier(history(entry(5, "2020-03-06")))) == "supplement 2020-03-06 -");
    CHECK(end_of(dossier(history(R"({"status": 9}, {"at": "2020-03-05"}, {"status": 9, "at": ""})"))) == "- - unknown");
    CHECK(end_of(dossier(history(R"({"TrangThai": 9, "NgayBatDau": "2020-03-05"})"))) == "2020-03-05 - finished");
}

TEST_CASE("histories that cannot be read") {
    CHECK(issue(history(entry(9, "2020-02-30"))).starts_with("/LichSu/0/ThoiDiemXuLy bad_date"));
    CHECK(
        issue(history(entry(9, "2020-03-05") + "," + entry(77, "2020-03-05"))).starts_with("/LichSu/1/TrangThai unknown_"));
    CHECK(issue("\"LichSu\": [[]]").starts_with("/LichSu/0 bad_json"));
    CHECK(issue("\"LichSu\": 7").starts_with("/LichSu bad_json"));
    // An end that the history tells is judged as a recorded one, at its own place.
    CHECK(issue(history(entry(9, "2020-03-01"))).starts_with("/LichSu/0/ThoiDiemXuLy completed_before_received"));
}

}  // namespace json_history_test
