// Words of documents: names of files, numbers, days and documents as people write them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"
#include "report/builder.hpp"

namespace cchc::report::docs {

std::string pick(Lang lang, std::string_view vi, std::string_view en) { return std::string(lang == Lang::vi ? vi : en); }

std::string fill(std::string_view sentence, const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        const std::size_t gap = std::min(sentence.find("{}"), sentence.size());
        out.append(sentence.substr(0, gap)).append(text);
        sentence.remove_prefix(std::min(gap + 2, sentence.size()));
    }
    return out.append(sentence);
}

namespace {

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_mark(std::string_view letter) { return letter >= "\u0300" && letter <= "\u036F"; }

std::size_t letter_bytes(unsigned char lead) { return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

}  // namespace

std::string slug(std::string_view name) {
    constexpr std::size_t longest = 80;
    std::string out;
    while (!name.empty() && out.size() < longest) {
        const std::string_view letter = name.substr(0, letter_bytes(static_cast<unsigned char>(name.front())));
        name.remove_prefix(letter.size());
        if (is_mark(letter)) continue;  // of a decomposed letter
        const std::string folded = text::fold(letter);
        const bool plain = folded.size() == 1 && is_plain(folded.front());
        if (!plain && (out.empty() || out.back() == '-')) continue;
        out += plain ? folded.front() : '-';
    }
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? "x" : out;
}

std::string unique_name(TakenNames& taken, const std::string& name) {
    std::size_t& last = taken[name];
    if (last == 0) {
        last = 1;
        return name;
    }
    std::string out;
    do out = fmt::format("{}-{}", name, ++last);
    while (!taken.emplace(out, 1).second);
    return out;
}

std::string capital(std::string text) {
    if (text.starts_with("đ")) return text.replace(0, std::string_view("đ").size(), "Đ");
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string inside_sentence(std::string title) {
    if (title.starts_with("Đ")) return "đ" + title.substr(std::string_view("Đ").size());
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (title.size() > 1 && upper(title[0]) && !upper(title[1])) title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
}

std::string count_words(std::uint64_t count, Lang lang) { return number_words(as_number(count), lang); }

std::string counted(Lang lang, std::uint64_t count, std::string_view vi, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count_words(count, lang), lang == Lang::vi ? vi : count == 1 ? one : many);
}

std::string own_words(const std::string& text, Lang lang) {
    return lang == Lang::vi || text.empty() ? text : fmt::format("“{}”", text);
}

std::string blank() { return "…………"; }

std::string number_words(const Number& value, Lang lang, int places) { return number_cell(value, lang, places).text; }

std::string percent_words(const std::optional<Number>& value, Lang lang) { return percent_cell(value, lang).text; }

std::string day_words(const std::optional<Date>& day, Lang lang) { return day ? cchc::to_text(*day, lang) : "–"; }

std::string long_day(Date day, Lang lang) {
    if (lang == Lang::en) return cchc::to_text(day, lang);
    const std::chrono::year_month_day parts{day};
    const unsigned month = static_cast<unsigned>(parts.month());
    // Nghị định 30/2020/NĐ-CP: days below 10 and the months 1 and 2 have a zero.
    return fmt::format("ngày {:02} tháng {} năm {}", static_cast<unsigned>(parts.day()),
                       month < 3 ? fmt::format("0{}", month) : fmt::format("{}", month), static_cast<int>(parts.year()));
}

namespace {

struct Symbol {
    std::string_view symbol, vi, en;
};
constexpr std::array<Symbol, 14> symbols = {{{"NĐ", "Nghị định", "Decree"},
                                             {"TT", "Thông tư", "Circular"},
                                             {"QĐ", "Quyết định", "Decision"},
                                             {"KH", "Kế hoạch", "Plan"},
                                             {"KL", "Kết luận", "Conclusion"},
                                             {"TB", "Thông báo", "Notice"},
                                             {"BC", "Báo cáo", "Report"},
                                             {"BB", "Biên bản", "Minutes"},
                                             {"CT", "Chỉ thị", "Directive"},
                                             {"CTr", "Chương trình", "Programme"},
                                             {"NQ", "Nghị quyết", "Resolution"},
                                             {"CV", "Công văn", "Official letter"},
                                             {"TTg", "Quyết định", "Decision"},
                                             {"TTr", "Tờ trình", "Proposal"}}};

// The kind of document that its symbol names: "61/2018/NĐ-CP" is a decree.
const Symbol* symbol_of(std::string_view number) {
    const std::size_t slash = number.rfind('/');
    if (slash == std::string_view::npos) return nullptr;
    const std::string_view rest = number.substr(slash + 1);
    for (const Symbol& s : symbols)
        if (rest == s.symbol || (rest.starts_with(s.symbol) && rest.substr(s.symbol.size()).starts_with('-'))) return &s;
    return nullptr;
}

std::string title_words(std::string_view title, const Symbol* symbol, Lang lang) {
    if (symbol != nullptr && title.starts_with(symbol->vi)) title.remove_prefix(symbol->vi.size());
    while (title.starts_with(' ')) title.remove_prefix(1);
    if (title.empty()) return {};
    if (lang == Lang::en) return fmt::format(", “{}”", title);
    const std::string inside = inside_sentence(std::string(title));
    return (inside.starts_with("về ") ? " " : " về ") + inside;
}

}  // namespace

std::string document_words(const LegalDocument& d, Lang lang) {
    const Symbol* symbol = symbol_of(d.number);
    if (d.number.empty() && !d.title.empty()) {  // known by its title alone
        std::string out = d.title;
        if (d.date) out += say(lang, " ngày {}", " of {}", day_words(d.date, lang));
        if (!d.issuer.empty()) out += say(lang, " của {}", " by {}", d.issuer);
        return out;
    }
    std::string out = symbol != nullptr ? pick(lang, symbol->vi, symbol->en) : pick(lang, "Văn bản", "Document");
    if (!d.number.empty()) out += say(lang, " số {}", " {}", d.number);
    if (d.date) out += say(lang, " ngày {}", " of {}", day_words(d.date, lang));
    if (!d.issuer.empty()) out += say(lang, " của {}", " by {}", d.issuer);
    return out + title_words(d.title, symbol, lang);
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    return fmt::format("{}", fmt::join(texts, between));
}

std::string first_of(const std::vector<std::string>& texts, std::size_t most, Lang lang) {
    if (texts.size() <= most) return joined(texts, ", ");
    const std::vector<std::string> first(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(most));
    return joined(first, ", ") + say(lang, " và {} mục khác", " and {} more", texts.size() - most);
}

std::optional<Number> share(const Number& part, const Number& whole) {
    if (whole.sign() == 0) return std::nullopt;
    return Number(100) * part / whole;
}

double as_double(const Number& value) {
    const std::string text = value.rounded(6, RoundingMode::half_up).to_string();
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

Number as_number(std::uint64_t count) { return Number(static_cast<std::int64_t>(count)); }

}  // namespace cchc::report::docs
