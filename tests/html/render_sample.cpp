// Writes the sample's pages and their index into a folder, for check_html.py.
//   cchc_html_sample FOLDER
#include <fstream>
#include <iostream>

#include "html_page.hpp"
#include "problems.hpp"
#include "sample.hpp"

namespace {

void write(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

bool refuses_bad_template() {
    try {
        tool::html_page(sample::bare(), tool::PageTemplate("{{#blocks}}never closed"));
    } catch (const tool::CallError&) {
        return true;
    }
    return false;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) throw std::runtime_error("give one folder");
    const std::string folder = std::string(argv[1]) + "/";
    const std::vector<cchc::report::Document> documents{sample::everything(), sample::minutes(), sample::bare(),
                                                        sample::many_rows()};
    const tool::PageTemplate page(tool::default_page_template());
    for (const auto& document : documents) {
        write(folder + document.name + ".html", tool::html_page(document, page));
    }
    write(folder + "index.html",
          tool::html_index(documents, "Kết quả kiểm tra năm 2020", cchc::Lang::vi, {{"md", "Markdown"}, {"json", "JSON"}},
                           tool::PageTemplate(tool::default_index_template())));
    // A template of one's own: its markup stands, the text in it is escaped.
    write(folder + "own.txt",
          tool::html_page(documents.front(), tool::PageTemplate("<b>{{#addressees}}[{{addressee}}]{{/addressees}}</b>")));
    if (!refuses_bad_template()) throw std::runtime_error("a template that is not mustache was taken");
    return 0;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
}
