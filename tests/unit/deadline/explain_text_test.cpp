// The words of an explanation, to the letter, as an official and as an English reader get them.
#include <string>

#include "unit/deadline/support.hpp"

namespace explain_text_test {

using namespace cchc;

namespace {

std::string text(std::string_view preset, std::string_view received, std::string_view amount, Lang lang,
                 std::size_t max_steps = 400) {
    const CountingRule rule = CountingRule::builtin(preset);
    return to_text(explain(vn(), rule, instant(received), limit_of(rule, amount), max_steps), lang);
}

bool has(const std::string& all, std::string_view line) { return all.find(line) != std::string::npos; }

}  // namespace

TEST_CASE("explanation of working days across 30/4-1/5 2019, in Vietnamese") {
    CHECK(text("working-days", "2019-04-25T10:00", "4", Lang::vi) ==
          R"(Hạn trả kết quả: 17:00 ngày 04/05/2019 (thứ Bảy)
Tiếp nhận: 10:00 ngày 25/04/2019 (thứ Năm)
Thời hạn: 4 ngày làm việc
Quy tắc: Ngày làm việc, không tính ngày tiếp nhận, hết giờ làm việc của ngày cuối (working-days)
Căn cứ: Bộ luật Dân sự 91/2015/QH13 Điều 147.2 (không tính ngày đầu); Nghị định 61/2018/NĐ-CP Điều 17 (giấy hẹn ghi ngày trả); giờ hết ngày làm việc: thực tiễn
Lịch: vn 2026.1
  25/04/2019 (thứ Năm)  ngày tiếp nhận, không tính
  26/04/2019 (thứ Sáu)  ngày thứ 1
  27/04/2019 (thứ Bảy)  không tính: nghỉ hằng tuần
  28/04/2019 (Chủ nhật)  không tính: nghỉ hằng tuần
  29/04/2019 (thứ Hai)  không tính: Hoán đổi dịp Ngày Chiến thắng 30/4, nghỉ hoán đổi (nguồn: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
  30/04/2019 (thứ Ba)  không tính: Ngày Chiến thắng 30/4, nghỉ lễ (nguồn: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
  01/05/2019 (thứ Tư)  không tính: Ngày Quốc tế Lao động, nghỉ lễ (nguồn: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
  02/05/2019 (thứ Năm)  ngày thứ 2
  03/05/2019 (thứ Sáu)  ngày thứ 3
  04/05/2019 (thứ Bảy)  ngày thứ 4: Làm bù cho ngày 29/04/2019, làm bù (nguồn: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
)");
}

TEST_CASE("explanation of working days across 30/4-1/5 2019, in English") {
    CHECK(text("working-days", "2019-04-25T10:00", "4", Lang::en) ==
          R"(Due: 2019-05-04 17:00 (Saturday)
Received: 2019-04-25 10:00 (Thursday)
Limit: 4 working days
Rule: Working days; the day of receipt is not counted; due when the office closes on the last day (working-days)
Source: Bộ luật Dân sự 91/2015/QH13 Điều 147.2 (không tính ngày đầu); Nghị định 61/2018/NĐ-CP Điều 17 (giấy hẹn ghi ngày trả); giờ hết ngày làm việc: thực tiễn
Calendar: vn 2026.1
  2019-04-25 (Thursday)  day of receipt, not counted
  2019-04-26 (Friday)  day 1
  2019-04-27 (Saturday)  not counted: weekly rest day
  2019-04-28 (Sunday)  not counted: weekly rest day
  2019-04-29 (Monday)  not counted: Swapped for Victory Day, day off by swap (source: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
  2019-04-30 (Tuesday)  not counted: Victory Day, public holiday (source: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
  2019-05-01 (Wednesday)  not counted: Labour Day, public holiday (source: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
  2019-05-02 (Thursday)  day 2
  2019-05-03 (Friday)  day 3
  2019-05-04 (Saturday)  day 4: Worked instead of 2019-04-29, worked instead of another day (source: TB 3238/TB-LĐTBXH; plo.vn; vacanza/holidays)
)");
}

TEST_CASE("explanation of calendar days rolled off the Tết of 2020, in Vietnamese") {
    CHECK(text("calendar-days", "2020-01-13T09:00", "10", Lang::vi) ==
          R"(Hạn trả kết quả: 24:00 ngày 30/01/2020 (thứ Năm)
Tiếp nhận: 09:00 ngày 13/01/2020 (thứ Hai)
Thời hạn: 10 ngày
Quy tắc: Ngày theo lịch, ngày cuối là ngày nghỉ thì chuyển sang ngày làm việc tiếp theo (calendar-days)
Căn cứ: Bộ luật Dân sự 91/2015/QH13 Điều 147.2, 148.1, 148.5, 148.6; ngày nghỉ hoán đổi có phải ngày nghỉ hay không: luật không nói, ở đây coi là ngày nghỉ
Lịch: vn 2026.1
  13/01/2020 (thứ Hai)  ngày tiếp nhận, không tính
  14/01/2020 (thứ Ba)  ngày thứ 1
  … 7 ngày tiếp theo …
  22/01/2020 (thứ Tư)  ngày thứ 9
  23/01/2020 (thứ Năm)  ngày cuối là ngày nghỉ: Tết Nguyên đán, nghỉ lễ (nguồn: socongthuong.daklak; vacanza/holidays)
  24/01/2020 (thứ Sáu)  không tính: Tết Nguyên đán, nghỉ lễ (nguồn: socongthuong.daklak; vacanza/holidays)
  25/01/2020 (thứ Bảy)  không tính: nghỉ hằng tuần
  26/01/2020 (Chủ nhật)  không tính: nghỉ hằng tuần
  27/01/2020 (thứ Hai)  không tính: Tết Nguyên đán, nghỉ lễ (nguồn: socongthuong.daklak; vacanza/holidays)
  28/01/2020 (thứ Ba)  không tính: Tết Nguyên đán, nghỉ lễ (nguồn: socongthuong.daklak; vacanza/holidays)
  29/01/2020 (thứ Tư)  không tính: Tết Nguyên đán, nghỉ lễ (nguồn: socongthuong.daklak; vacanza/holidays)
  30/01/2020 (thứ Năm)  chuyển sang ngày làm việc tiếp theo
)");
}

TEST_CASE("explanation of calendar days rolled off the Tết of 2020, in English") {
    CHECK(text("calendar-days", "2020-01-13T09:00", "10", Lang::en) ==
          R"(Due: 2020-01-30 24:00 (Thursday)
Received: 2020-01-13 09:00 (Monday)
Limit: 10 calendar days
Rule: Calendar days; a last day that is a rest day moves to the next working day (calendar-days)
Source: Bộ luật Dân sự 91/2015/QH13 Điều 147.2, 148.1, 148.5, 148.6; ngày nghỉ hoán đổi có phải ngày nghỉ hay không: luật không nói, ở đây coi là ngày nghỉ
Calendar: vn 2026.1
  2020-01-13 (Monday)  day of receipt, not counted
  2020-01-14 (Tuesday)  day 1
  … 7 more days …
  2020-01-22 (Wednesday)  day 9
  2020-01-23 (Thursday)  the last day is a rest day: Lunar New Year (Tết), public holiday (source: socongthuong.daklak; vacanza/holidays)
  2020-01-24 (Friday)  not counted: Lunar New Year (Tết), public holiday (source: socongthuong.daklak; vacanza/holidays)
  2020-01-25 (Saturday)  not counted: weekly rest day
  2020-01-26 (Sunday)  not counted: weekly rest day
  2020-01-27 (Monday)  not counted: Lunar New Year (Tết), public holiday (source: socongthuong.daklak; vacanza/holidays)
  2020-01-28 (Tuesday)  not counted: Lunar New Year (Tết), public holiday (source: socongthuong.daklak; vacanza/holidays)
  2020-01-29 (Wednesday)  not counted: Lunar New Year (Tết), public holiday (source: socongthuong.daklak; vacanza/holidays)
  2020-01-30 (Thursday)  moved to the next working day
)");
}

TEST_CASE("a Vietnamese text has a decimal comma, an English one a point") {
    CHECK(has(text("working-days", "2020-06-17T14:00", "0.5", Lang::vi), "Thời hạn: 0,5 ngày làm việc\n"));
    CHECK(has(text("working-days", "2020-06-17T14:00", "0.5", Lang::en), "Limit: 0.5 working days\n"));
    CHECK(has(text("working-hours", "2020-06-17T14:00", "1,25", Lang::vi), "Thời hạn: 1,25 giờ làm việc\n"));
}

TEST_CASE("a receipt that counts later says so, in both languages") {
    const std::string vi = text("same-day-15h", "2020-06-19T15:30", "0", Lang::vi);
    CHECK(has(vi,
              "Hạn trả kết quả: 17:00 ngày 22/06/2020 (thứ Hai)\nTiếp nhận: 15:30 ngày 19/06/2020 (thứ Sáu)\n"
              "Tính như tiếp nhận lúc: 07:30 ngày 22/06/2020 (thứ Hai)\n"));
    CHECK(has(text("same-day-15h", "2020-06-19T15:30", "0", Lang::en), "Counts as received: 2020-06-22 07:30 (Monday)\n"));
    CHECK_FALSE(has(text("same-day-15h", "2020-06-19T15:00", "0", Lang::vi), "Tính như"));
}

TEST_CASE("hours are said in hours, minutes and seconds") {
    const std::string vi = text("working-hours", "2020-06-17T09:10:30", "8", Lang::vi);
    CHECK(has(vi, "Tiếp nhận: 09:10:30 ngày 17/06/2020 (thứ Tư)\n"));
    CHECK(has(vi, "  17/06/2020 (thứ Tư)  tính 5 giờ 49 phút 30 giây\n"));
    CHECK(has(vi, "  18/06/2020 (thứ Năm)  tính 2 giờ 10 phút 30 giây\n"));
    CHECK(has(text("working-hours", "2020-06-17T09:10:30", "8", Lang::en),
              "  2020-06-17 (Wednesday)  counts 5 h 49 min 30 s\n"));
    const std::string clock = text("clock-hours", "2020-06-19T16:00", "24", Lang::vi);
    CHECK(has(clock, "  19/06/2020 (thứ Sáu)  tính 8 giờ\n"));
    CHECK(has(clock, "  20/06/2020 (thứ Bảy)  tính 16 giờ\n"));
    CHECK_FALSE(has(clock, "không tính"));
}

TEST_CASE("a list that was cut says so") {
    CHECK(has(text("working-days", "2020-06-17T09:10", "15", Lang::vi, 3), "  … (danh sách ngày được rút gọn)\n"));
    CHECK(has(text("working-days", "2020-06-17T09:10", "15", Lang::en, 3), "  … (the list of days is cut)\n"));
    CHECK_FALSE(has(text("working-days", "2020-06-17T09:10", "15", Lang::en), "cut"));
}

TEST_CASE("every weekday has its name, and 24:00 belongs to the day that ends") {
    const std::string vi = text("calendar-days", "2020-06-15T09:00", "6", Lang::vi);
    for (const auto* name : {"(thứ Hai)", "(thứ Ba)", "(thứ Tư)", "(thứ Năm)", "(thứ Sáu)", "(thứ Bảy)", "(Chủ nhật)"})
        CHECK(has(vi, name));
    CHECK(has(vi, "Hạn trả kết quả: 24:00 ngày 22/06/2020 (thứ Hai)\n"));
}

}  // namespace explain_text_test
