// Minutes of a visit (biên bản kiểm tra).
#include <fmt/format.h>

#include <algorithm>

#include "inspection/asked.hpp"
#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

// "08:00" as minutes say it: "08 giờ 00 phút"; what nobody recorded is left to be completed.
std::string clock_words(const std::string& time, Lang lang) {
    if (time.empty()) return pick(lang, "…… giờ …… phút", "……");
    const std::size_t colon = time.find(':');
    if (colon == std::string::npos || lang == Lang::en) return time;
    return fmt::format("{} giờ {} phút", time.substr(0, colon), time.substr(colon + 1));
}

std::string member_words(const TeamMember& m, Lang lang) {
    const std::string& post = m.post.in(lang);
    return fmt::format("{}{}{} – {}", post, post.empty() || m.body.empty() ? "" : ", ", m.body, to_text(m.role, lang));
}

void open_minutes(Builder& b, const Round& round, const Visit& visit) {
    const Lang lang = b.lang();
    round.basis(b);
    const PlanSubject* subject = round.plan().subject(visit.unit);
    if (subject != nullptr && subject->notice)
        b.paragraph(say(lang, "Căn cứ {};", "On the basis of {};", document_words(*subject->notice, lang)),
                    Paragraph::Style::basis);
    b.paragraph(say(lang,
                    "Hôm nay, vào lúc {}, {}, tại {}, Đoàn kiểm tra tiến hành kiểm tra công tác cải cách hành chính năm {} "
                    "đối với {}.",
                    "Today, at {}, {}, at {}, the inspection team inspected the work of administrative reform of {} at {}.",
                    clock_words(visit.from_time, lang), long_day(visit.date, lang),
                    visit.place.empty() ? blank() : visit.place, round.year(), visit.unit));
}

void add_present(Builder& b, const Visit& visit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "I. THÀNH PHẦN", "I. PRESENT"));
    b.heading(2, pick(lang, "1. Đoàn kiểm tra", "1. The inspection team"));
    std::vector<std::string> members;
    for (const TeamMember& m : visit.present) members.push_back(member_words(m, lang));
    b.list(std::move(members), blank());
    b.heading(2, pick(lang, "2. Đơn vị được kiểm tra", "2. The unit"));
    b.list(visit.representatives, blank());
}

std::string basis_words(const ChecklistItem& item) {
    std::vector<std::string> out;
    for (const LegalDocument& d : item.basis) out.push_back(d.number.empty() ? d.title : d.number);
    return joined(out);
}

bool is_asked(const ChecklistItem& item, const std::string& kind) {
    return item.of.empty() || std::find(item.of.begin(), item.of.end(), kind) != item.of.end();
}

std::string not_recorded(Lang lang) { return pick(lang, "Không ghi", "Not recorded"); }

Table checklist_table(const Round& round, const Visit& visit) {
    const Lang lang = round.lang;
    Table t;
    t.id = "noi-dung";
    t.caption = pick(lang, "Nội dung kiểm tra và kết quả", "What was checked, and the result");
    t.columns = {number_column(pick(lang, "STT", "No.")),     text_column(pick(lang, "Nội dung", "Check")),
                 text_column(pick(lang, "Căn cứ", "Basis")),  text_column(pick(lang, "Kết quả", "Result")),
                 text_column(pick(lang, "Nhận xét", "Note")), text_column(pick(lang, "Tài liệu minh chứng", "Evidence"))};
    const PlanSubject* subject = round.plan().subject(visit.unit);
    for (const ChecklistItem& item : round.plan().checklist) {
        const auto checked =
            std::find_if(visit.items.begin(), visit.items.end(), [&](const CheckedItem& c) { return c.item == item.id; });
        const bool known = checked != visit.items.end();
        if (!known && subject != nullptr && !is_asked(item, subject->kind)) continue;
        t.rows.push_back({count_cell(t.rows.size() + 1, lang), words(round.item_title(item.id)), words(basis_words(item)),
                          text_cell(known ? capital(to_text(checked->result, lang)) : not_recorded(lang)),
                          words(known ? own_words(checked->note, lang) : std::string()),
                          words(known ? own_words(joined(checked->evidence), lang) : std::string())});
    }
    return t;
}

void add_judged(Builder& b, const Round& round, const Visit& visit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "II. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA", "II. CONTENTS AND RESULTS"));
    b.heading(2, pick(lang, "1. Kết quả theo nội dung kiểm tra", "1. Results by check"));
    std::vector<std::string> counts;
    for (const CheckResult result : {CheckResult::met, CheckResult::partly, CheckResult::not_met,
                                     CheckResult::not_applicable, CheckResult::not_judged}) {
        const auto count = static_cast<std::size_t>(
            std::count_if(visit.items.begin(), visit.items.end(), [&](const CheckedItem& c) { return c.result == result; }));
        if (count > 0) counts.push_back(fmt::format("{} {}", to_text(result, lang), count));
    }
    if (!counts.empty())
        b.paragraph(say(lang, "Biên bản ghi kết quả của {}: {}.", "Results are recorded of {}: {}.",
                        counted(lang, visit.items.size(), "nội dung", "check", "checks"), joined(counts, ", ")));
    b.table(checklist_table(round, visit), pick(lang, "Kế hoạch không có nội dung nào.", "The plan has no checks."));
}

Cell event_cell(const Dossier& d, Event event, Lang lang) {
    return d.event(event) ? date_cell(d.event(event)->date, lang) : Cell{};
}

// Whether the outcomes differ can be said only where one is on record.
Cell differs_cell(const SampledDossier& s, const SampledOutcome* o, Lang lang) {
    if (o == nullptr || !s.recorded) return {};
    return text_cell(o->differs ? pick(lang, "Có", "Yes") : pick(lang, "Không", "No"));
}

Table sampled_table(const Visit& visit, const std::vector<SampledOutcome>& outcomes, Lang lang) {
    Table t;
    t.id = "ho-so";
    t.caption = pick(lang, "Hồ sơ kiểm tra thực tế: kết quả ghi nhận và kết quả tính lại",
                     "Dossiers looked at: the outcome on record and the outcome computed");
    t.columns = {text_column(pick(lang, "Mã hồ sơ", "Dossier")),   text_column(pick(lang, "Tiếp nhận", "Received")),
                 text_column(pick(lang, "Hẹn trả", "Due")),        text_column(pick(lang, "Kết thúc", "Ended")),
                 text_column(pick(lang, "Ghi nhận", "On record")), text_column(pick(lang, "Tính lại", "Computed")),
                 text_column(pick(lang, "Khác nhau", "Differs")),  text_column(pick(lang, "Vì sao", "Why"))};
    t.notes = {pick(lang, "Cột “Tính lại” là kết quả tính tự động từ ngày tháng của hồ sơ, không phải ghi nhận của Đoàn.",
                    "The column “Computed” is computed from the dates of the dossier; it is no record of the team.")};
    for (std::size_t i = 0; i < visit.sampled.size(); ++i) {
        const SampledDossier& s = visit.sampled[i];
        const SampledOutcome* o = i < outcomes.size() ? &outcomes[i] : nullptr;
        t.rows.push_back({words(s.dossier.id), event_cell(s.dossier, Event::received, lang),
                          event_cell(s.dossier, Event::due, lang), event_cell(s.dossier, Event::completed, lang),
                          words(s.recorded ? capital(to_text(*s.recorded, lang)) : not_recorded(lang)),
                          o != nullptr ? words(capital(to_text(o->computed, lang))) : Cell{}, differs_cell(s, o, lang),
                          o != nullptr ? words(o->why.in(lang)) : Cell{}});
    }
    return t;
}

void add_sampled(Builder& b, const Visit& visit, const std::vector<SampledOutcome>& outcomes) {
    const Lang lang = b.lang();
    b.heading(2, pick(lang, "2. Hồ sơ kiểm tra thực tế", "2. Dossiers looked at on the spot"));
    Table t = sampled_table(visit, outcomes, lang);
    const auto differing = static_cast<std::uint64_t>(
        std::count_if(outcomes.begin(), outcomes.end(), [](const SampledOutcome& o) { return o.differs; }));
    const auto unrecorded = static_cast<std::uint64_t>(std::count_if(
        visit.sampled.begin(), visit.sampled.end(), [](const SampledDossier& s) { return !s.recorded.has_value(); }));
    if (!t.rows.empty())
        b.paragraph(say(lang, "Đã kiểm tra {}; {} có kết quả ghi nhận khác kết quả tính lại theo ngày tháng{}.",
                        "Looked at: {}; of {} the outcome on record is not the one that the dates give{}.",
                        counted(lang, t.rows.size(), "hồ sơ", "dossier", "dossiers"),
                        counted(lang, differing, "hồ sơ", "dossier", "dossiers"),
                        unrecorded == 0 ? std::string()
                                        : say(lang, "; {} không có kết quả ghi nhận", "; of {} no outcome is on record",
                                              counted(lang, unrecorded, "hồ sơ", "dossier", "dossiers"))));
    b.table(std::move(t), blank());
}

void add_closing(Builder& b, const Visit& visit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "III. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA", "III. OPINIONS OF THE UNIT"));
    std::vector<std::string> opinions;
    for (const std::string& opinion : visit.opinions) opinions.push_back(own_words(opinion, lang));
    b.list(std::move(opinions), blank());
    b.heading(1, pick(lang, "IV. KẾT THÚC", "IV. CLOSING"));
    b.paragraph(say(lang, "Việc kiểm tra kết thúc vào lúc {} cùng ngày.", "The inspection ended at {} on the same day.",
                    clock_words(visit.to_time, lang)));
    // Whether the minutes were read out and agreed is written when it has happened.
    b.paragraph(pick(lang, "Việc đọc lại, thống nhất nội dung và số bản của biên bản: …………",
                     "Whether the minutes were read to those present and agreed, and the number of copies: …………"));
}

}  // namespace

Builder begin_minutes(const Round& round, std::size_t index) {
    const Lang lang = round.lang;
    const Visit& visit = round.result.visits[index];
    Builder b = round.builder("minutes", pick(lang, "bien-ban-", "minutes-") + round.visit_names[index], visit.date);
    b.document().unit = visit.unit;
    b.title(pick(lang, "BIÊN BẢN", "MINUTES"),
            say(lang, "Kiểm tra công tác cải cách hành chính năm {} tại {}", "Inspection of administrative reform {} at {}",
                round.year(), visit.unit));
    round.address_to(b, visit.unit);
    return b;
}

Document minutes_document(const Round& round, std::size_t index) {
    const Lang lang = round.lang;
    const Visit& visit = round.result.visits[index];
    Builder b = begin_minutes(round, index);
    open_minutes(b, round, visit);
    add_present(b, visit);
    add_judged(b, round, visit);
    add_sampled(b, visit, index < round.result.sampled.size() ? round.result.sampled[index] : std::vector<SampledOutcome>{});
    add_closing(b, visit);
    b.signature(pick(lang, "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "FOR THE UNIT"), {});
    round.sign(b);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document minutes(const Inspection& inspection, const InspectionResult& result, std::size_t visit, Lang lang) {
    if (visit >= result.visits.size())
        throw Error(ErrorCode::argument_range,
                    fmt::format("there is no visit {}: the round has {}", visit, result.visits.size()));
    return docs::minutes_document(docs::Round(inspection, result, lang), visit);
}

}  // namespace cchc::report
