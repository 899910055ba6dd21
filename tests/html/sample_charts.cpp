#include "sample.hpp"

namespace sample {
namespace {

using cchc::report::Chart;
using Values = std::vector<std::optional<double>>;

const std::vector<std::string> communes{
    "UBND xã Thanh",
    "UBND xã Hướng Phùng",
    "UBND thị trấn Khe Sanh",
    "UBND thị trấn Lao Bảo",
    "Phòng Nội vụ",
    "Bộ phận Tiếp nhận và Trả kết quả thuộc Văn phòng HĐND và UBND huyện Hướng Hóa, tỉnh Quảng Trị"};

Chart chart(std::string id, Chart::Kind kind, std::string title, std::string unit) {
    Chart out;
    out.id = std::move(id);
    out.kind = kind;
    out.alternative = "Hình vẽ: " + title;
    out.title = std::move(title);
    out.unit = std::move(unit);
    return out;
}

Chart outcomes() {
    Chart out = chart("chart-outcomes", Chart::Kind::stacked_bars, "Kết quả giải quyết theo đơn vị", "hồ sơ");
    out.categories = communes;
    out.series = {{"Trước hạn", Values{120, 40, 300, 1200, std::nullopt, 5}},
                  {"Đúng hạn", Values{60, 35, 180, 640, std::nullopt, 2}},
                  {"Quá hạn", Values{2, 5, 0, 41, std::nullopt, 0}}};
    return out;
}

Chart by_month() {
    Chart out = chart("chart-months", Chart::Kind::line, "Tỷ lệ đúng hạn theo tháng", "%");
    for (int month = 1; month <= 12; ++month)
        out.categories.push_back((month < 10 ? "0" : "") + std::to_string(month) + "/2020");
    out.series = {{"Huyện", Values{92.5, 93.1, 90, 88.25, std::nullopt, 95, 96, 97.1, 96.4, 98, 98.2, 99}},
                  {"Xã", Values{80, 82, 79.5, 75, 78, 84, std::nullopt, 86, 88, 90, 91, 92}},
                  {"Mục tiêu", Values{95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95}}};
    return out;
}

Chart lateness() {
    Chart out = chart("chart-late", Chart::Kind::histogram, "Phân bố số ngày quá hạn", "hồ sơ");
    out.categories = {"1", "2", "3", "4", "5", "6-10", "11-20", "21-30", "> 30"};
    out.series = {{"Hồ sơ quá hạn", Values{18, 11, 7, 4, 3, 9, std::nullopt, 0, 1}}};
    return out;
}

Chart by_field() {
    Chart out = chart("chart-fields", Chart::Kind::against_max, "Điểm theo lĩnh vực", "điểm");
    out.categories = {"Công tác chỉ đạo, điều hành", "Cải cách thể chế", "Cải cách thủ tục hành chính", "Tổ chức bộ máy",
                      "Tài chính công"};
    out.series = {{"Điểm đạt", Values{12.5, 8, 14.25, std::nullopt, 0}}, {"Điểm tối đa", Values{15, 10, 20, 10, 5}}};
    return out;
}

Chart places() {
    Chart out = chart("chart-places", Chart::Kind::ranks, "Xếp hạng và khoảng thứ hạng", "");
    out.categories = communes;
    out.series = {{"Thứ hạng", Values{1, 2, 3, 4, 5, std::nullopt}},
                  {"Thấp nhất", Values{1, 1, 3, 4, std::nullopt, std::nullopt}},
                  {"Cao nhất", Values{2, 3, 3, 6, std::nullopt, std::nullopt}}};
    return out;
}

// The same kind with nothing, with one category, with forty and with more than a page holds.
void add_sizes(std::vector<cchc::report::Block>& to, Chart::Kind kind, const std::string& id) {
    for (const int count : {0, 1, 40, 75}) {
        Chart out = chart(id + std::to_string(count), kind, "Biểu đồ có " + std::to_string(count) + " mục", "hồ sơ");
        for (int i = 0; i < count; ++i) out.categories.push_back("Đơn vị hành chính số " + std::to_string(i + 1));
        for (int s = 0; s < 3; ++s) {
            cchc::report::Series series{"Loại " + std::to_string(s + 1), {}};
            for (int i = 0; i < count; ++i) series.values.emplace_back((i + 1) * (s + 2) % 37 + 1);
            out.series.push_back(std::move(series));
        }
        to.emplace_back(std::move(out));
    }
}

Chart dangerous() {
    Chart out = chart("chart\"><script>", Chart::Kind::stacked_bars, hostile, hostile);
    out.categories = {hostile, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", ""};
    out.series = {{hostile, Values{1, -5, 1e300}}, {"", Values{2}}};
    return out;
}

// What no scale can be made of: no value at all, values too small to divide, and such that their sum is no number.
void add_odd(std::vector<cchc::report::Block>& to, Chart::Kind kind, const std::string& id) {
    Chart none = chart(id + "none", kind, "Không có giá trị nào", "hồ sơ");
    none.categories = {"2019-12", "2020-01"};
    none.series = {{"Loại 1", Values{std::nullopt, std::nullopt}}, {"Loại 2", Values{}}};
    to.emplace_back(none);
    Chart extreme = none;
    extreme.id = id + "extreme";
    extreme.series = {{"Loại 1", Values{5e-324, 1e308}}, {"Loại 2", Values{1e-320, -1e308}}};
    to.emplace_back(std::move(extreme));
    none.id = id + "empty";
    none.categories.clear();
    to.emplace_back(std::move(none));
}

}  // namespace

std::vector<cchc::report::Block> charts() {
    std::vector<cchc::report::Block> out;
    out.emplace_back(outcomes());
    out.emplace_back(by_month());
    out.emplace_back(lateness());
    out.emplace_back(by_field());
    out.emplace_back(places());
    add_sizes(out, Chart::Kind::stacked_bars, "bars-");
    add_sizes(out, Chart::Kind::line, "line-");
    add_sizes(out, Chart::Kind::histogram, "histogram-");
    add_sizes(out, Chart::Kind::against_max, "fields-");
    add_sizes(out, Chart::Kind::ranks, "places-");
    out.emplace_back(dangerous());
    add_odd(out, Chart::Kind::stacked_bars, "odd-bars-");
    add_odd(out, Chart::Kind::line, "odd-line-");
    add_odd(out, Chart::Kind::histogram, "odd-histogram-");
    add_odd(out, Chart::Kind::against_max, "odd-fields-");
    add_odd(out, Chart::Kind::ranks, "odd-places-");
    return out;
}

}  // namespace sample
