#include "inspect_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <future>
#include <system_error>
#include <utility>

#include "html_page.hpp"
#include "input.hpp"
#include "inspect_input.hpp"
#include "named.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "word.hpp"
#include "xlsx.hpp"

namespace tool {
namespace {

namespace fs = std::filesystem;
using cchc::report::Document;

// Whether `path` is `folder` or below it.
bool is_within(const fs::path& path, const fs::path& folder) {
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

fs::path plain_path(const std::string& path) {
    std::error_code error;
    fs::path out = fs::weakly_canonical(path, error);
    if (error) out = fs::absolute(path, error).lexically_normal();
    return out.has_filename() ? out : out.parent_path();
}

// Documents of a single unit stand in their own files; a workbook of hundreds of sheets would serve nobody.
bool is_of_the_round(const Document& document) {
    return document.kind != "minutes" && document.kind != "conclusion" && document.kind != "scorecard";
}

class RoundWriter {
public:
    RoundWriter(const OutFolder& out, const InspectOptions& options, const cchc::Inspection& inspection,
                const cchc::InspectionResult& result)
        : out_(out), options_(options), inspection_(inspection), result_(result), template_(read_template(options)) {}

    bool write(const std::vector<Document>& documents) {
        write_all(documents);
        if (wants("xlsx")) attempt([&] { book(documents); });
        if (wants("html")) attempt([&] { index(documents); });
        if (wants("json")) text("result.json", [&] { return cchc::to_json(inspection_, result_); });
        if (failures_ > most_said)
            say(fmt::format("… and {} more files that cannot be written", failures_.load() - most_said));
        return failures_ == 0;
    }

private:
    static constexpr std::size_t most_said = 5;

    static std::string read_template(const InspectOptions& options) {
        return options.page_template.empty() ? default_page_template() : read_whole(options.page_template);
    }

    bool wants(const char* format) const {
        return std::find(options_.formats.begin(), options_.formats.end(), format) != options_.formats.end();
    }

    // On two threads: a page takes longer to make than to write, and no document knows of another.
    void write_all(const std::vector<Document>& documents) {
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < documents.size(); i = next++) write(documents[i]);
        };
        auto other = std::async(std::launch::async, work);
        work();
        other.get();
    }

    // A file that cannot be written does not keep the others from being written.
    void attempt(const std::function<void()>& action) {
        try {
            action();
        } catch (const DataError& error) {
            if (++failures_ <= most_said) say(error.what());
        }
    }

    void text(const std::string& name, const std::function<std::string()>& make) {
        const std::string content = make();
        attempt([&] {
            try {
                Output output(out_.file(name), true);
                output.write(content);
                output.commit();
            } catch (const CallError& error) {
                throw DataError(error.what());
            }
        });
    }

    void write(const Document& document) {
        namespace report = cchc::report;
        if (wants("html")) text(document.name + ".html", [&] { return html_page(document, template_); });
        if (wants("md")) text(document.name + ".md", [&] { return report::to_markdown(document); });
        if (wants("txt")) text(document.name + ".txt", [&] { return report::to_text(document); });
        if (wants("json")) text(document.name + ".json", [&] { return report::to_json(document); });
        if (wants("docx") && word_) attempt([&] { word(document); });
    }

    void word(const Document& document) {
        const WordSource source{html_page(document, template_), cchc::report::to_markdown(document)};
        const std::string missing = write_docx(source, out_.file(document.name + ".docx"), result_.as_of);
        if (!missing.empty() && word_.exchange(false)) throw DataError(missing);
    }

    void book(const std::vector<Document>& documents) const {
        std::vector<Document> of_the_round;
        std::copy_if(documents.begin(), documents.end(), std::back_inserter(of_the_round), is_of_the_round);
        write_xlsx(out_.file("tables.xlsx"), of_the_round, result_.as_of);
    }

    void index(const std::vector<Document>& documents) {
        std::vector<IndexFile> files;
        if (wants("docx") && word_) files.push_back({"docx", "Word"});
        if (wants("md")) files.push_back({"md", "Markdown"});
        if (wants("txt")) files.push_back({"txt", "Text"});
        if (wants("json")) files.push_back({"json", "JSON"});
        const cchc::InspectionPlan& plan = inspection_.plan();
        const std::string title = plan.document.title.empty() ? plan.id : plan.document.title;
        const cchc::Lang lang = options_.lang == "en" ? cchc::Lang::en : cchc::Lang::vi;
        text("index.html", [&] { return html_index(documents, title, lang, files, default_index_template()); });
    }

    const OutFolder& out_;
    const InspectOptions& options_;
    const cchc::Inspection& inspection_;
    const cchc::InspectionResult& result_;
    std::string template_;
    std::atomic<std::size_t> failures_ = 0;
    std::atomic<bool> word_ = true;  // whether there is a program for it
};

}  // namespace

OutFolder::OutFolder(std::string out, const std::string& input, bool force) : path_(std::move(out)) {
    const fs::path target = plain_path(path_), source = plain_path(input);
    if (target == source) throw CallError("inspect: --out is the folder of the input; give a folder of its own");
    for (const std::string& name : input_folders())
        if (is_within(target, plain_path((source / name).string())))
            throw CallError(fmt::format("inspect: --out \"{}\" is inside \"{}\", which holds input", path_, name));
    std::error_code error;
    const fs::file_status status = fs::status(path_, error);
    if (!fs::exists(status)) return;
    if (!fs::is_directory(status)) throw CallError(fmt::format("inspect: --out \"{}\" is no folder", path_));
    if (!force && !fs::is_empty(path_, error) && !error)
        throw CallError(fmt::format("inspect: \"{}\" holds files; --force replaces those that inspect writes", path_));
}

void OutFolder::make() const {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) throw DataError(fmt::format("cannot make the folder \"{}\": {}", path_, error.message()));
}

std::string OutFolder::file(const std::string& name) const { return (fs::path(path_) / name).string(); }

bool write_round(const OutFolder& out, const InspectOptions& options, const cchc::Inspection& inspection,
                 const cchc::InspectionResult& result, const std::vector<Document>& documents) {
    RoundWriter writer(out, options, inspection, result);
    return writer.write(documents);
}

}  // namespace tool
