// What the documents are built with. The namespace keeps these short names to the documents of this room.
#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/documents.hpp"

namespace cchc::report::docs {

std::string pick(Lang lang, std::string_view vi, std::string_view en);

// The sentence of the language with each "{}" filled by the next text or number. Numbers of "{}" and of arguments are equal
// in both sentences; a test writes every document in both languages.
// Counts are unsigned and grouped as the language does; years and days are not.
inline std::string as_text(std::string_view text, Lang) { return std::string(text); }
inline std::string as_text(std::signed_integral auto number, Lang) { return std::to_string(number); }
inline std::string as_text(std::unsigned_integral auto count, Lang lang) { return count_cell(count, lang).text; }
std::string fill(std::string_view sentence, const std::vector<std::string>& texts);
template <class... Args>
std::string say(Lang lang, std::string_view vi, std::string_view en, const Args&... args) {
    return fill(lang == Lang::vi ? vi : en, {as_text(args, lang)...});
}

// A name as part of a file name: lower-case ASCII letters, digits and '-'; never empty.
std::string slug(std::string_view name);
// The name, or the name with "-2", "-3" … that is not taken; and takes it.
// With the last number given to each, so that a thousand equal names do not count up a thousand times.
using TakenNames = std::map<std::string, std::size_t>;
std::string unique_name(TakenNames& taken, const std::string& name);

// "đã khắc phục" as a cell or a heading begins: "Đã khắc phục".
std::string capital(std::string text);
std::string inside_sentence(std::string text);  // "Kiểm tra công tác" becomes "kiểm tra công tác"; "UBND" stays
// A count with its thousands grouped, and with what it counts: "1 unit", "1,532 units", "1.532 đơn vị".
std::string count_words(std::uint64_t count, Lang lang);
std::string counted(Lang lang, std::uint64_t count, std::string_view vi, std::string_view one, std::string_view many);
// What somebody wrote, in an English document: a quote, as it stays in the language of whoever wrote it.
std::string own_words(const std::string& text, Lang lang);
std::string blank();  // to be completed by hand

std::string number_words(const Number& value, Lang lang, int places = 2);
std::string percent_words(const std::optional<Number>& value, Lang lang);  // "66,67 %"; none: "–"
std::string day_words(const std::optional<Date>& day, Lang lang);          // "15/09/2020"; none: "–"
std::string long_day(Date day, Lang lang);                                 // "ngày 15 tháng 09 năm 2020"
std::string document_words(const LegalDocument& document, Lang lang);  // "Kế hoạch số 274/KH-UBND ngày … của … về …"
std::string joined(const std::vector<std::string>& texts, std::string_view between = "; ");
// The first `most` of them and how many more there are.
std::string first_of(const std::vector<std::string>& texts, std::size_t most, Lang lang);

std::optional<Number> share(const Number& part, const Number& whole);  // per cent; none of a whole of 0
double as_double(const Number& value);
Number as_number(std::uint64_t count);

Cell words(std::string text);  // an empty text is an empty cell
Cell percent(std::uint64_t part, std::uint64_t whole, Lang lang);

Column text_column(std::string caption);
Column number_column(std::string caption);
Column sum_column(std::string caption);
Column ratio_column(std::string caption, std::size_t part, std::size_t whole);  // 100 * sum / sum of two columns

// The sum of the numbers in the first `rows` rows of a column.
Number column_sum(const Table& table, std::size_t column, std::size_t rows);
// Adds the row of totals that the columns ask for, its label in the first column that is a text.
void add_total(Table& table, Lang lang);

class Builder {
public:
    Builder(std::string_view kind, std::string name, Lang lang, Head head);

    Lang lang() const noexcept { return document_.lang; }
    Document& document() noexcept { return document_; }
    void title(std::string title, std::string subject);
    void heading(int level, std::string text);
    void paragraph(std::string text, Paragraph::Style style = Paragraph::Style::normal);
    // A list, or the sentence where there is nothing to list.
    void list(std::vector<std::string> items, std::string_view if_empty = {}, bool numbered = false);
    // Tables and charts get an id of their own if theirs is taken. A table without rows becomes the sentence.
    void table(Table table, std::string_view if_empty = {});
    void chart(Chart chart);
    void signature(std::string authority, std::string post);
    Document take() { return std::move(document_); }

private:
    Document document_;
    TakenNames ids_;
};

}  // namespace cchc::report::docs
