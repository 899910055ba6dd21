// VII and the appendix of the summary: what is wrong with the data, where it stands in files, and what the data say of
// themselves.
#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

std::string level_words(const InspectionProblem& p, Lang lang) {
    return p.error ? pick(lang, "Lỗi", "Error") : pick(lang, "Lưu ý", "Warning");
}

Table place_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "vi-tri-trong-tep";
    t.caption = pick(lang, "Vị trí trong tệp của số liệu cần xem lại", "Where in files the figures stand");
    t.columns = {number_column(pick(lang, "STT", "No.")), text_column(pick(lang, "Mã lỗi", "Code")),
                 text_column(pick(lang, "Mã chỉ tiêu", "Id")), text_column(pick(lang, "Tệp", "File")),
                 text_column(pick(lang, "Vị trí", "Place"))};
    for (const InspectionProblem& p : round.result.problems)
        t.rows.push_back(
            {count_cell(t.rows.size() + 1, lang), words(p.code), words(p.figure), words(p.source), words(p.pointer)});
    return t;
}

std::vector<std::string> technical_details(const Round& round) {
    std::vector<std::string> out;
    std::size_t number = 0;
    for (const InspectionProblem& p : round.result.problems) {
        ++number;
        if (const std::string technical = technical_words(p); !technical.empty())
            out.push_back(say(round.lang, "STT {}, chi tiết kỹ thuật: “{}”", "No. {}, technical details: “{}”",
                              count_words(number, round.lang), technical));
    }
    return out;
}

Table conflict_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "mau-thuan";
    t.caption = pick(lang, "Chỗ văn bản tự mâu thuẫn hoặc bị đọc sai khi số hóa",
                     "Places where the texts contradict themselves or were read wrongly");
    t.columns = {text_column(pick(lang, "Văn bản", "Text")), text_column(pick(lang, "Vị trí", "Place")),
                 text_column(pick(lang, "Nguyên văn", "As it stands")), text_column(pick(lang, "Ghi chú", "Note"))};
    const auto add = [&](const std::string& text, const std::vector<SourceConflict>& conflicts) {
        for (const SourceConflict& c : conflicts)
            t.rows.push_back({words(text), words(c.place), words("“" + c.found + "”"), words(c.note.in(lang))});
    };
    add(pick(lang, "Kế hoạch", "Plan"), round.plan().conflicts);
    add(pick(lang, "Đề cương", "Outline"), round.inspection.outline().conflicts);
    return t;
}

}  // namespace

void add_problems(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    Table t;
    t.id = "du-lieu-can-xem-lai";
    t.caption = pick(lang, "Số liệu cần xem lại", "Figures to be looked at again");
    t.columns = {number_column(pick(lang, "STT", "No.")), text_column(pick(lang, "Mức", "Level")),
                 text_column(pick(lang, "Đơn vị", "Unit")), text_column(pick(lang, "Nội dung", "What is wrong"))};
    for (const InspectionProblem& p : round.result.problems)
        t.rows.push_back({count_cell(t.rows.size() + 1, lang), text_cell(level_words(p, lang)), words(p.unit),
                          words(problem_words(round, p))});
    b.table(std::move(t), pick(lang, "Không phát hiện lỗi dữ liệu.", "Nothing wrong was found in the data."));
}

void add_data_notes(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    const std::string none = pick(lang, "Không có.", "None.");
    b.heading(2,
              pick(lang, "1. Số liệu cần xem lại: vị trí trong tệp", "1. Figures to be looked at again: places in files"));
    b.table(place_table(round), none);
    b.list(technical_details(round));
    b.heading(2, pick(lang, "2. Mâu thuẫn trong văn bản", "2. Contradictions in the texts"));
    b.table(conflict_table(round), none);
    std::vector<std::string> additions;
    for (const LocalText& text : round.plan().additions) additions.push_back(text.in(lang));
    for (const LocalText& text : round.inspection.outline().additions) additions.push_back(text.in(lang));
    b.heading(2, pick(lang, "3. Nội dung do người lập dữ liệu bổ sung, không có trong văn bản",
                      "3. What whoever made the data added to the texts"));
    b.list(std::move(additions), none);
}

}  // namespace cchc::report::docs
