#include "html_page.hpp"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <concepts>
#include <set>
#include <utility>
#include <variant>

#include "problems.hpp"
#include "svg_chart.hpp"
#include "svg_parts.hpp"
#include "wrap.hpp"

namespace tool {
namespace {

namespace mst = kainjow::mustache;
using cchc::Lang;
namespace report = cchc::report;

constexpr std::size_t headings_of_long_document = 8;
constexpr std::size_t longest_unbroken_word = 24;

std::string_view word(Lang lang, std::string_view vi, std::string_view en) { return lang == Lang::vi ? vi : en; }

// Assigning moves; what mustache calls set() copies the whole tree.
void put(mst::data& to, const char* name, std::string_view text) { to[name] = mst::data(std::string(text)); }
// A template, because a literal would rather become a bool than a string_view.
void put(mst::data& to, const char* name, std::same_as<bool> auto value) { to[name] = mst::data(value); }

// Moves; what mustache calls push_back copies the whole tree, and a list can be had for reading only, though `to` is not
// const.
void append(mst::data& to, mst::data item) { const_cast<mst::list&>(to.list_value()).push_back(std::move(item)); }

std::string escaped(const std::string& value) { return svg::escaped(value); }

// Escaped, and with a tag for each line break, which a word processor would take for a blank.
std::string escaped_with_breaks(const std::string& value) {
    std::string out;
    for (const char c : svg::escaped(value)) {
        if (c == '\n') {
            out += "<br />";
        } else {
            out += c;
        }
    }
    return out;
}

// Anchors: what is not a letter, a digit or a hyphen becomes one, and what is there already gets a number.
class Anchors {
public:
    std::string add(std::string_view id, std::string_view otherwise) {
        std::string name;
        for (const char c : id.empty() ? otherwise : id) {
            const bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            name += keep ? c : '-';
        }
        std::string unique = name;
        for (int i = 2; !used_.insert(unique).second; ++i) unique = name + "-" + std::to_string(i);
        return unique;
    }

private:
    std::set<std::string> used_{"toc-title"};
};

class Page {
public:
    explicit Page(const report::Document& document, bool drawn = true)
        : document_(document), lang_(document.lang), drawn_(drawn) {}

    mst::data data() {
        mst::data page;
        put_head(page);
        put_words(page);
        mst::data blocks{mst::data::type::list};
        for (const report::Block& block : document_.blocks)
            append(blocks, std::visit([this](const auto& b) { return block_of(b); }, block));
        page["blocks"] = std::move(blocks);
        put(page, "has_toc", headings_ >= headings_of_long_document);
        page["toc"] = std::move(toc_);
        put_closing(page);
        return page;
    }

private:
    void put_head(mst::data& page) const {
        put(page, "lang", word(lang_, "vi", "en"));
        put(page, "name", document_.name);
        put(page, "kind", document_.kind);
        put(page, "title", document_.title);
        put(page, "subject", document_.subject);
        put(page, "has_subject", !document_.subject.empty());
        put(page, "synthetic", document_.synthetic);
        put(page, "synthetic_note", report::synthetic_note(lang_));
        put(page, "layout_note", report::layout_note(lang_));
        put(page, "national_name", report::national_name());
        put(page, "national_motto", report::national_motto());
        put(page, "parent", document_.head.parent);
        put(page, "issuer", document_.head.issuer);
        put(page, "number_line", report::number_line(document_.head, lang_));
        put(page, "place_and_date", report::place_and_date(document_.head, lang_));
    }

    void put_words(mst::data& page) const {
        mst::data words;
        put(words, "contents", word(lang_, "Mục lục", "Contents"));
        put(words, "addressees", word(lang_, "Nơi nhận:", "Recipients:"));
        put(words, "sign", word(lang_, "Ký, ghi rõ họ và tên", "Signature and full name"));
        put(words, "no_rows", word(lang_, "Không có số liệu.", "No data."));
        put(words, "link", word(lang_, "Liên kết đến mục", "Link to this section"));
        page["words"] = std::move(words);
    }

    static mst::data block(const char* kind, mst::data content) {
        mst::data out;
        out[kind] = std::move(content);
        return out;
    }

    mst::data block_of(const report::Heading& heading) {
        ++headings_;
        const std::string id = anchors_.add(heading.id, "muc");
        const std::string tag = std::to_string(std::clamp(heading.level, 1, 4) + 1);  // h1 is the title
        mst::data entry;
        put(entry, "toc_id", id);
        put(entry, "toc_text", heading.text);
        put(entry, "toc_tag", tag);
        append(toc_, std::move(entry));
        mst::data out;
        put(out, "id", id);
        put(out, "text", heading.text);
        put(out, "tag", tag);
        return block("heading", std::move(out));
    }

    mst::data block_of(const report::Paragraph& paragraph) {
        using Style = report::Paragraph::Style;
        mst::data out;
        put(out, "text", paragraph.text);
        put(out, "emphasis", paragraph.style != Style::normal);
        put(out, "style",
            paragraph.style == Style::basis     ? "basis"
            : paragraph.style == Style::note    ? "note"
            : paragraph.style == Style::warning ? "warning"
                                                : "normal");
        return block("paragraph", std::move(out));
    }

    mst::data block_of(const report::List& list) {
        mst::data items{mst::data::type::list};
        for (const std::string& text : list.items) {
            mst::data item;
            put(item, "item", text);
            append(items, std::move(item));
        }
        mst::data out;
        put(out, "ordered", list.numbered && !list.items.empty());
        put(out, "unordered", !list.numbered && !list.items.empty());
        out["items"] = std::move(items);
        return block("list", std::move(out));
    }

    mst::data block_of(const report::Table& table) {
        mst::data out;
        const std::size_t columns = table.columns.size();
        put(out, "id", anchors_.add(table.id, "bang"));
        put(out, "caption", table.caption);
        put(out, "class", columns > 24 ? "wide many crowded" : columns > 10 ? "wide many" : columns > 7 ? "wide" : "");
        put(out, "width", std::to_string(std::max<std::size_t>(columns, 1)));
        put(out, "no_rows", table.rows.empty());
        out["captions"] = captions_of(table);
        out["rows"] = rows_of(table);
        mst::data notes{mst::data::type::list};
        for (const std::string& text : table.notes) {
            mst::data note;
            put(note, "note", text);
            append(notes, std::move(note));
        }
        out["notes"] = std::move(notes);
        return block("table", std::move(out));
    }

    static mst::data captions_of(const report::Table& table) {
        mst::data captions{mst::data::type::list};
        for (const report::Column& column : table.columns) {
            mst::data caption;
            put(caption, "caption", column.caption);
            put(caption, "numeric", column.numeric);
            append(captions, std::move(caption));
        }
        return captions;
    }

    static mst::data rows_of(const report::Table& table) {
        // What a row is about stands in its first column that is not a number.
        const auto names =
            std::find_if(table.columns.begin(), table.columns.end(), [](const auto& c) { return !c.numeric; });
        const auto header = static_cast<std::size_t>(names - table.columns.begin());
        mst::data rows{mst::data::type::list};
        for (const auto& row : table.rows) {
            mst::data cells{mst::data::type::list};
            for (std::size_t c = 0; c < row.size(); ++c) {
                mst::data cell;
                put(cell, "cell", row[c].text);
                put(cell, "header", c == header);
                put(cell, "numeric", c < table.columns.size() && table.columns[c].numeric);
                put(cell, "breaks", longest_word(row[c].text) > longest_unbroken_word);
                append(cells, std::move(cell));
            }
            mst::data out;
            put(out, "total", table.has_total && &row == &table.rows.back());
            out["cells"] = std::move(cells);
            append(rows, std::move(out));
        }
        return rows;
    }

    mst::data block_of(const report::Chart& chart) {
        mst::data out;
        const std::string id = anchors_.add(chart.id, "bieu-do");
        put(out, "id", id);
        put(out, "caption", chart.title);
        put(out, "alternative", chart.alternative);
        if (drawn_) put(out, "svg", svg_chart(chart, lang_, id));
        return block("chart", std::move(out));
    }

    void put_closing(mst::data& page) const {
        mst::data addressees{mst::data::type::list};
        for (std::string text : document_.addressees) {
            // As in administrative documents: a semicolon after each, a full stop after the last.
            while (!text.empty() && std::string_view(" .;").find(text.back()) != std::string_view::npos) text.pop_back();
            mst::data item;
            put(item, "addressee", text += addressees.list_value().size() + 1 == document_.addressees.size() ? "." : ";");
            append(addressees, std::move(item));
        }
        mst::data signatures{mst::data::type::list};
        for (const report::Signature& signature : document_.signatures) {
            mst::data item;
            put(item, "authority", signature.authority);
            put(item, "post", signature.post);
            append(signatures, std::move(item));
        }
        put(page, "has_addressees", !document_.addressees.empty());
        put(page, "has_signatures", !document_.signatures.empty());
        put(page, "has_closing", !document_.addressees.empty() || !document_.signatures.empty());
        page["addressees"] = std::move(addressees);
        page["signatures"] = std::move(signatures);
    }

    const report::Document& document_;
    Lang lang_;
    bool drawn_;  // charts as pictures
    Anchors anchors_;
    std::size_t headings_ = 0;
    mst::data toc_{mst::data::type::list};
};

mst::data index_entry(const report::Document& document, Lang lang, const std::vector<IndexFile>& files) {
    mst::data links{mst::data::type::list};
    for (const IndexFile& file : files) {
        mst::data link;
        put(link, "file_path", document.name + "." + file.ending);
        put(link, "file_caption", file.caption);
        append(links, std::move(link));
    }
    mst::data entry;
    put(entry, "path", document.name + ".html");
    put(entry, "title", document.title);
    put(entry, "subject", document.subject);
    put(entry, "has_subject", !document.subject.empty());
    put(entry, "issuer", document.head.issuer);
    put(entry, "number_line", report::number_line(document.head, lang));
    put(entry, "has_files", !files.empty());
    entry["files"] = std::move(links);
    return entry;
}

mst::mustache parsed(const std::string& text) {
    mst::mustache page(text);
    if (!page.is_valid()) throw CallError("the template of the page is not valid mustache: " + page.error_message());
    return page;
}

}  // namespace

struct PageTemplate::Impl {
    std::string text;
    mst::mustache page;

    std::string filled(const mst::data& data, std::string (*escape)(const std::string&)) {
        page.set_custom_escape(escape);
        std::string out;
        page.render(data, [&out](const std::string& part) { out += part; });
        if (page.is_valid()) return out;
        const std::string why = page.error_message();
        page = parsed(text);  // what one document makes wrong, by a partial, stays with it otherwise
        throw CallError("the template of the page is not valid mustache: " + why);
    }
};

PageTemplate::PageTemplate(const std::string& text) : impl_(new Impl{text, parsed(text)}) {}
PageTemplate::~PageTemplate() = default;

std::string html_page(const report::Document& document, const PageTemplate& page_template) {
    return page_template.impl().filled(Page(document).data(), escaped);
}

std::string html_for_word(const report::Document& document) {
    return PageTemplate(word_template()).impl().filled(Page(document, false).data(), escaped_with_breaks);
}

std::string html_index(const std::vector<report::Document>& documents, const std::string& title, Lang lang,
                       const std::vector<IndexFile>& files, const PageTemplate& index_template) {
    mst::data page;
    put(page, "lang", word(lang, "vi", "en"));
    put(page, "title", title);
    put(page, "synthetic", std::any_of(documents.begin(), documents.end(), [](const auto& d) { return d.synthetic; }));
    put(page, "synthetic_note", report::synthetic_note(lang));
    mst::data words;
    put(words, "files", word(lang, "Tệp:", "Files:"));
    page["words"] = std::move(words);
    mst::data entries{mst::data::type::list};
    for (const report::Document& document : documents) append(entries, index_entry(document, lang, files));
    page["documents"] = std::move(entries);
    return index_template.impl().filled(page, escaped);
}

}  // namespace tool
