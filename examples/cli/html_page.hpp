// Documents as pages: one file each, without network and scripts, to be read on a screen and printed on A4 as an
// administrative document.
#pragma once

#include <cchc/report.hpp>
#include <memory>
#include <string>
#include <vector>

namespace tool {

// The templates that are built in: templates/page.html and templates/index.html, which say what they may use.
const std::string& default_page_template();
const std::string& default_index_template();
// templates/word.html: a page as a word processor takes it over.
const std::string& word_template();

// A template that is read once and filled for many documents, by one thread at a time: mustache notes errors in it.
class PageTemplate {
public:
    // Throws CallError when the text is not a mustache template.
    explicit PageTemplate(const std::string& text);
    ~PageTemplate();
    PageTemplate(const PageTemplate&) = delete;
    PageTemplate& operator=(const PageTemplate&) = delete;

    struct Impl;
    Impl& impl() const noexcept { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

// The page of a document. Every text is escaped. Throws CallError when the template cannot be filled.
std::string html_page(const cchc::report::Document& document, const PageTemplate& page_template);
// The document for a word processor: head and closing are tables, a chart is its alternative text, line breaks stay.
std::string html_for_word(const cchc::report::Document& document);

// The other files of each document, which stand beside its page: NAME.ENDING.
struct IndexFile {
    std::string ending;   // "docx"
    std::string caption;  // "Word"
};
// A page that lists documents in their order, with links to NAME.html and to the other files.
std::string html_index(const std::vector<cchc::report::Document>& documents, const std::string& title, cchc::Lang lang,
                       const std::vector<IndexFile>& files, const PageTemplate& index_template);

}  // namespace tool
