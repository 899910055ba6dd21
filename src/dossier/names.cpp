#include "dossier/names.hpp"

namespace cchc {
namespace {

template <class E, std::size_t N>
std::string_view name_at(const std::array<std::string_view, N>& names, E value) noexcept {
    const auto i = static_cast<std::size_t>(value);
    return i < N ? names[i] : std::string_view("?");
}

struct Words {
    std::string_view vi, en;
};

template <class E, std::size_t N>
std::string word_at(const std::array<Words, N>& words, E value, Lang lang) {
    const auto i = static_cast<std::size_t>(value);
    if (i >= N) return "?";
    return std::string(lang == Lang::vi ? words[i].vi : words[i].en);
}

constexpr std::array<Words, status_count> status_words = {{
    {"chưa rõ", "unknown"},
    {"mới đăng ký", "registered"},
    {"được tiếp nhận", "received"},
    {"không được tiếp nhận", "not accepted"},
    {"đang xử lý", "being processed"},
    {"yêu cầu bổ sung giấy tờ", "supplement requested"},
    {"yêu cầu thực hiện nghĩa vụ tài chính", "financial duty to be met"},
    {"công dân yêu cầu rút hồ sơ", "withdrawn by the applicant"},
    {"dừng xử lý", "stopped"},
    {"đã xử lý xong", "finished"},
    {"đã trả kết quả", "result returned"},
    {"từ chối giải quyết", "refused"},
    {"trả lại hồ sơ", "sent back"},
}};

constexpr std::array<Words, 4> channel_words = {
    {{"không rõ", "not given"}, {"trực tiếp", "in person"}, {"trực tuyến", "online"}, {"bưu chính công ích", "post"}}};

constexpr std::array<Words, problem_count> problem_words = {{
    {"theo chính sách", "by the policy"},
    {"sai số cột", "wrong number of fields"},
    {"dòng quá dài", "line too long"},
    {"dấu nháy không đóng", "quote never closed"},
    {"ký tự thừa sau dấu nháy", "text after a closing quote"},
    {"không phải UTF-8", "not UTF-8"},
    {"ngày không đọc được", "unreadable date"},
    {"thời hạn không hợp lệ", "bad time limit"},
    {"đơn vị thời hạn không rõ", "unknown unit of the limit"},
    {"trạng thái không rõ", "unknown status"},
    {"kênh tiếp nhận không rõ", "unknown channel"},
    {"thiếu ngày tiếp nhận", "no date of receipt"},
    {"hẹn trả trước ngày tiếp nhận", "due before received"},
    {"hoàn tất trước ngày tiếp nhận", "completed before received"},
    {"ngoài phạm vi của lịch", "outside the calendar"},
    {"quy tắc không nhận thời hạn này", "limit refused by the rule"},
    {"thiếu giờ tiếp nhận", "hour of receipt missing"},
    {"thiếu mã hồ sơ", "no dossier id"},
    {"mức độ dịch vụ không rõ", "unknown service level"},
    {"lần tạm dừng hoặc gia hạn không hợp lệ", "bad pause or extension"},
    {"bản ghi JSON không hợp lệ", "bad JSON record"},
}};

constexpr std::array<Words, service_level_count> service_level_words = {{{"không rõ", "not given"},
                                                                         {"mức độ 1", "level 1"},
                                                                         {"mức độ 2", "level 2"},
                                                                         {"mức độ 3", "level 3"},
                                                                         {"mức độ 4", "level 4"},
                                                                         {"một phần", "partial"},
                                                                         {"toàn trình", "full"}}};

constexpr std::array<Words, event_count> event_words = {{
    {"tiếp nhận", "received"},
    {"hẹn trả ban đầu", "first due date"},
    {"hẹn trả", "due"},
    {"kết thúc xử lý", "completed"},
    {"trả kết quả", "result returned"},
    {"yêu cầu bổ sung", "supplement requested"},
    {"tiếp nhận bổ sung", "supplement received"},
    {"gửi phiếu xin lỗi", "apology sent"},
}};

constexpr std::array<Words, clock_kind_count> clock_kind_words = {{
    {"yêu cầu bổ sung hồ sơ", "supplement"},
    {"thực hiện nghĩa vụ tài chính", "financial duty"},
    {"xác minh", "verification"},
    {"lấy ý kiến cơ quan khác", "opinion of another body"},
    {"gia hạn", "extension"},
}};

}  // namespace

std::string_view to_string(Channel channel) noexcept { return name_at(channel_names, channel); }
std::string_view to_string(Status status) noexcept { return name_at(status_names, status); }
std::string_view to_string(Problem problem) noexcept { return name_at(problem_names, problem); }
std::string_view to_string(Event event) noexcept { return name_at(event_names, event); }
std::string to_text(Channel channel, Lang lang) { return word_at(channel_words, channel, lang); }
std::string to_text(Status status, Lang lang) { return word_at(status_words, status, lang); }
std::string_view to_string(ServiceLevel level) noexcept { return name_at(service_level_names, level); }
std::string_view to_string(ClockKind kind) noexcept { return name_at(clock_kind_names, kind); }
std::string to_text(ServiceLevel level, Lang lang) { return word_at(service_level_words, level, lang); }
std::string to_text(ClockKind kind, Lang lang) { return word_at(clock_kind_words, kind, lang); }
std::string to_text(Event event, Lang lang) { return word_at(event_words, event, lang); }
std::string to_text(Problem problem, Lang lang) { return word_at(problem_words, problem, lang); }

}  // namespace cchc
