// Minutes of a visit (biên bản kiểm tra).
#include <fmt/format.h>

#include <algorithm>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

// "08:00" as minutes say it: "08 giờ 00 phút".
std::string clock_words(const std::string& time, Lang lang) {
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
    const std::string time = clock_words(visit.from_time, lang);
    const std::string place = visit.place.empty() ? visit.unit : visit.place;
    b.paragraph(say(lang, "Hôm nay, {}{}, tại {}, {} tiến hành kiểm tra công tác cải cách hành chính {} đối với {}.",
                    "Today, {}{}, at {}, {} inspected the work of administrative reform of {} at {}.",
                    time.empty() ? "" : say(lang, "vào lúc {}, ", "at {}, ", time), long_day(visit.date, lang), place,
                    pick(lang, "Đoàn kiểm tra", "the inspection team"), say(lang, "năm {}", "{}", round.year()),
                    visit.unit));
}

void add_present(Builder& b, const Visit& visit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "I. THÀNH PHẦN", "I. PRESENT"));
    b.heading(2, pick(lang, "1. Đoàn kiểm tra", "1. The inspection team"));
    std::vector<std::string> members;
    for (const TeamMember& m : visit.present) members.push_back(member_words(m, lang));
    b.list(std::move(members), pick(lang, "Chưa ghi thành phần của đoàn.", "The members of the team are not recorded."));
    b.heading(2, pick(lang, "2. Đơn vị được kiểm tra", "2. The unit"));
    b.list(visit.representatives, pick(lang, "Chưa ghi thành phần của đơn vị.", "Nobody of the unit is recorded."));
}

std::string basis_words(const ChecklistItem& item) {
    std::vector<std::string> out;
    for (const LegalDocument& d : item.basis) out.push_back(d.number.empty() ? d.title : d.number);
    return joined(out);
}

bool is_asked(const ChecklistItem& item, const std::string& kind) {
    return item.of.empty() || std::find(item.of.begin(), item.of.end(), kind) != item.of.end();
}

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
        const CheckResult result = known ? checked->result : CheckResult::not_judged;
        t.rows.push_back({count_cell(t.rows.size() + 1), words(round.item_title(item.id)), words(basis_words(item)),
                          text_cell(to_text(result, lang)), words(known ? checked->note : std::string()),
                          words(known ? joined(checked->evidence) : std::string())});
    }
    return t;
}

void add_judged(Builder& b, const Round& round, const Visit& visit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "II. NỘI DUNG VÀ KẾT QUẢ KIỂM TRA", "II. CONTENTS AND RESULTS"));
    b.heading(2, pick(lang, "1. Kết quả theo nội dung kiểm tra", "1. Results by check"));
    std::size_t met = 0, partly = 0, not_met = 0;
    for (const CheckedItem& c : visit.items) {
        met += c.result == CheckResult::met ? 1U : 0U;
        partly += c.result == CheckResult::partly ? 1U : 0U;
        not_met += c.result == CheckResult::not_met ? 1U : 0U;
    }
    b.paragraph(say(lang, "Đoàn đã xem xét {} nội dung: đạt {}, đạt một phần {}, chưa đạt {}.",
                    "The team looked at {} checks: {} met, {} partly met, {} not met.", visit.items.size(), met, partly,
                    not_met));
    b.table(checklist_table(round, visit), pick(lang, "Kế hoạch không có nội dung nào.", "The plan has no checks."));
}

std::string outcome_words(const std::optional<Outcome>& outcome, Lang lang) {
    return outcome ? to_text(*outcome, lang) : pick(lang, "Không ghi", "Not recorded");
}

Cell event_cell(const Dossier& d, Event event, Lang lang) {
    return d.event(event) ? date_cell(d.event(event)->date, lang) : Cell{};
}

void add_sampled(Builder& b, const Visit& visit, const std::vector<SampledOutcome>& outcomes) {
    const Lang lang = b.lang();
    b.heading(2, pick(lang, "2. Hồ sơ kiểm tra thực tế", "2. Dossiers looked at on the spot"));
    Table t;
    t.id = "ho-so";
    t.caption = pick(lang, "Hồ sơ kiểm tra thực tế: kết quả ghi nhận và kết quả tính lại",
                     "Dossiers looked at: the outcome on record and the outcome computed");
    t.columns = {text_column(pick(lang, "Mã hồ sơ", "Dossier")),   text_column(pick(lang, "Tiếp nhận", "Received")),
                 text_column(pick(lang, "Hẹn trả", "Due")),        text_column(pick(lang, "Kết thúc", "Ended")),
                 text_column(pick(lang, "Ghi nhận", "On record")), text_column(pick(lang, "Tính lại", "Computed")),
                 text_column(pick(lang, "Khác nhau", "Differs")),  text_column(pick(lang, "Vì sao", "Why"))};
    std::size_t differing = 0;
    for (std::size_t i = 0; i < visit.sampled.size(); ++i) {
        const SampledDossier& s = visit.sampled[i];
        const SampledOutcome* o = i < outcomes.size() ? &outcomes[i] : nullptr;
        const bool differs = o != nullptr && o->differs;
        differing += differs ? 1U : 0U;
        t.rows.push_back({words(s.dossier.id), event_cell(s.dossier, Event::received, lang),
                          event_cell(s.dossier, Event::due, lang), event_cell(s.dossier, Event::completed, lang),
                          words(outcome_words(s.recorded, lang)), o != nullptr ? words(to_text(o->computed, lang)) : Cell{},
                          words(differs ? pick(lang, "Có", "Yes") : pick(lang, "Không", "No")),
                          o != nullptr ? words(o->why.in(lang)) : Cell{}});
    }
    if (!t.rows.empty())
        b.paragraph(say(lang, "Đã kiểm tra {} hồ sơ; {} hồ sơ có kết quả ghi nhận khác kết quả tính lại theo ngày tháng.",
                        "{} dossiers were looked at; of {} the outcome on record is not the one that the dates give.",
                        t.rows.size(), differing));
    b.table(std::move(t), pick(lang, "Không kiểm tra hồ sơ nào.", "No dossier was looked at."));
}

void add_closing(Builder& b, const Visit& visit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "III. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA", "III. OPINIONS OF THE UNIT"));
    b.list(visit.opinions, pick(lang, "Đơn vị không có ý kiến khác.", "The unit has nothing to add."));
    b.heading(1, pick(lang, "IV. KẾT THÚC", "IV. CLOSING"));
    const std::string time = clock_words(visit.to_time, lang);
    b.paragraph(
        say(lang,
            "Việc kiểm tra kết thúc {}. Biên bản đã được đọc lại cho các thành phần tham dự cùng nghe, thống nhất nội "
            "dung và được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.",
            "The inspection ended {}. The minutes were read to those present, who agreed; they are made in two copies of "
            "equal value, one for each side.",
            time.empty() ? pick(lang, "trong ngày", "on the same day")
                         : say(lang, "vào lúc {} cùng ngày", "at {} on the same day", time)));
}

}  // namespace

Document minutes_document(const Round& round, std::size_t index) {
    const Lang lang = round.lang;
    const Visit& visit = round.result.visits[index];
    Builder b = round.builder("minutes", pick(lang, "bien-ban-", "minutes-") + round.visit_names[index], visit.date);
    b.document().unit = visit.unit;
    b.title(pick(lang, "BIÊN BẢN", "MINUTES"),
            say(lang, "Kiểm tra công tác cải cách hành chính năm {} tại {}", "Inspection of administrative reform {} at {}",
                round.year(), visit.unit));
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
