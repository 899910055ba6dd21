// A document as JSON (cchc.report/1): what is shown, and beside it the exact values for programs that lay it out.
#include <charconv>
#include <cmath>
#include <utility>

#include "cchc/report.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc::report {
namespace {

using json::Writer;

constexpr std::pair<std::string_view, Cell::Kind> cell_kinds[] = {{"text", Cell::Kind::text},
                                                                  {"number", Cell::Kind::number},
                                                                  {"percent", Cell::Kind::percent},
                                                                  {"date", Cell::Kind::date},
                                                                  {"empty", Cell::Kind::empty}};
constexpr std::pair<std::string_view, ColumnTotal::Kind> total_kinds[] = {
    {"none", ColumnTotal::Kind::none}, {"sum", ColumnTotal::Kind::sum}, {"ratio", ColumnTotal::Kind::ratio}};
constexpr std::pair<std::string_view, Chart::Kind> chart_kinds[] = {{"stacked_bars", Chart::Kind::stacked_bars},
                                                                    {"line", Chart::Kind::line},
                                                                    {"histogram", Chart::Kind::histogram},
                                                                    {"against_max", Chart::Kind::against_max},
                                                                    {"ranks", Chart::Kind::ranks}};
constexpr std::pair<std::string_view, Paragraph::Style> paragraph_styles[] = {{"normal", Paragraph::Style::normal},
                                                                              {"basis", Paragraph::Style::basis},
                                                                              {"note", Paragraph::Style::note},
                                                                              {"warning", Paragraph::Style::warning}};

// The shortest decimal that reads back as the same double; JSON knows no infinity.
std::string double_text(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return "null";
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, *value);
    return {buffer, end.ptr};
}

class DocumentWriter {
public:
    explicit DocumentWriter(const Document& document) : d_(document) {}

    std::string write() {
        w_.object().member("format", "cchc.report/1").member("kind", d_.kind).member("name", d_.name);
        w_.member("lang", d_.lang == Lang::vi ? "vi" : "en").member("synthetic", d_.synthetic);
        w_.key("synthetic_note");
        text_or_null(d_.synthetic, synthetic_note(d_.lang));
        head();
        w_.member("title", d_.title).member("subject", d_.subject);
        w_.key("blocks").array();
        for (const Block& block : d_.blocks) std::visit([this](const auto& b) { this->block(b); }, block);
        w_.end();
        texts("addressees", d_.addressees);
        w_.key("signatures").array();
        for (const Signature& s : d_.signatures) w_.object().member("authority", s.authority).member("post", s.post).end();
        w_.end().member("layout_note", layout_note(d_.lang));
        return w_.end().take();
    }

private:
    void text_or_null(bool there, std::string_view text) {
        if (there) {
            w_.string(text);
        } else {
            w_.raw("null");
        }
    }

    void texts(std::string_view key, const std::vector<std::string>& values) {
        w_.key(key).array();
        for (const std::string& text : values) w_.string(text);
        w_.end();
    }

    // The lines as they are printed stand beside their parts, so that a template needs no rules about dates.
    void head() {
        const Head& h = d_.head;
        w_.key("head").object().member("parent", h.parent).member("issuer", h.issuer);
        w_.key("number");
        text_or_null(!h.number.empty(), h.number);
        w_.member("place", h.place).key("date");
        text_or_null(h.date.has_value(), h.date ? cchc::to_string(*h.date) : std::string());
        w_.member("national_name", national_name()).member("national_motto", national_motto());
        w_.member("number_line", number_line(h, d_.lang)).member("place_and_date", place_and_date(h, d_.lang)).end();
    }

    void block(const Heading& h) {
        w_.object().member("type", "heading").member("level", h.level).member("id", h.id).member("text", h.text).end();
    }

    void block(const Paragraph& p) {
        w_.object().member("type", "paragraph").member("style", json::name_of(p.style, paragraph_styles));
        w_.member("text", p.text).end();
    }

    void block(const List& l) {
        w_.object().member("type", "list").member("numbered", l.numbered);
        texts("items", l.items);
        w_.end();
    }

    void block(const Table& t) {
        w_.object().member("type", "table").member("id", t.id).member("caption", t.caption).key("columns").array();
        for (const Column& c : t.columns) {
            w_.object().member("caption", c.caption).member("numeric", c.numeric).key("total").object();
            w_.member("kind", json::name_of(c.total.kind, total_kinds));
            if (c.total.kind == ColumnTotal::Kind::ratio) w_.member("part", c.total.part).member("whole", c.total.whole);
            w_.end().end();
        }
        w_.end().key("rows").array();
        for (const auto& row : t.rows) {
            w_.array();
            for (const Cell& c : row) cell(c);
            w_.end();
        }
        w_.end().member("has_total", t.has_total);
        texts("notes", t.notes);
        w_.end();
    }

    void cell(const Cell& c) {
        w_.object().member("kind", json::name_of(c.kind, cell_kinds)).member("text", c.text);
        if (c.kind == Cell::Kind::number || c.kind == Cell::Kind::percent) {
            w_.key("value");
            text_or_null(c.value.has_value(), c.value ? c.value->to_exact_string() : std::string());
        }
        if (c.kind == Cell::Kind::date) {
            w_.key("date");
            text_or_null(c.date.has_value(), c.date ? cchc::to_string(*c.date) : std::string());
        }
        w_.end();
    }

    void block(const Chart& c) {
        w_.object().member("type", "chart").member("id", c.id).member("kind", json::name_of(c.kind, chart_kinds));
        w_.member("title", c.title).member("alternative", c.alternative).member("unit", c.unit);
        texts("categories", c.categories);
        w_.key("series").array();
        for (const Series& s : c.series) {
            w_.object().member("name", s.name).key("values").array(true);
            for (const auto& value : s.values) w_.raw(double_text(value));
            w_.end().end();
        }
        w_.end().end();
    }

    const Document& d_;
    Writer w_;
};

}  // namespace

std::string to_json(const Document& document) { return DocumentWriter(document).write(); }

}  // namespace cchc::report
