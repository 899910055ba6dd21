#include "inspect_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <filesystem>
#include <functional>
#include <future>
#include <mutex>
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
#include "xlsx_gather.hpp"

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

// A template of one's own, or the one that is built in; used once before anything is written, because a wrong one is a wrong
// call.
std::string template_of(const std::string& path, const std::string& builtin,
                        const std::function<void(const std::string&)>& use) {
    const std::string text = path.empty() ? builtin : read_whole(path);
    use(text);
    return text;
}

class RoundWriter {
public:
    RoundWriter(const OutFolder& out, const InspectOptions& options, const cchc::Inspection& inspection,
                const cchc::InspectionResult& result)
        : out_(out),
          options_(options),
          inspection_(inspection),
          result_(result),
          template_(template_of(options.page_template, default_page_template(),
                                [](const std::string& text) { html_page({}, PageTemplate(text)); })),
          index_template_(template_of(options.index_template, default_index_template(), [](const std::string& text) {
              html_index({}, {}, cchc::Lang::vi, {}, PageTemplate(text));
          })) {}

    bool write(const std::vector<Document>& documents) {
        write_all(documents);
        if (wants("xlsx"))
            attempt("tables.xlsx", [&] { write_xlsx(out_.file("tables.xlsx"), gathered(documents), result_.as_of); });
        if (wants("html")) index(documents);
        if (wants("json")) text("result.json", [&] { return cchc::to_json(inspection_, result_); });
        // Each is named, whatever their number.
        std::sort(more_failures_.begin(), more_failures_.end());
        if (!more_failures_.empty())
            say(fmt::format("… and these cannot be written either: {}", fmt::join(more_failures_, ", ")));
        return failures_ == 0;
    }

private:
    static constexpr std::size_t most_said = 5;

    bool wants(const char* format) const {
        return std::find(options_.formats.begin(), options_.formats.end(), format) != options_.formats.end();
    }

    // On two threads: a page takes longer to make than to write, and no document knows of another.
    void write_all(const std::vector<Document>& documents) {
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            const PageTemplate page(template_);
            for (std::size_t i = next++; i < documents.size(); i = next++) write(documents[i], page);
        };
        auto other = std::async(std::launch::async, work);
        work();
        other.get();
    }

    // A file that cannot be made or written, whatever the reason, does not keep the others from being written.
    void attempt(const std::string& name, const std::function<void()>& action) {
        try {
            action();
        } catch (const std::exception& error) {
            const std::string file = out_.file(name), reason = error.what();
            failed(file,
                   reason.find(file) != std::string::npos ? reason : fmt::format("cannot write \"{}\": {}", file, reason));
        }
    }

    void failed(const std::string& file, const std::string& message) {
        const std::lock_guard<std::mutex> lock(failing_);
        if (++failures_ <= most_said) {
            say(message);
        } else {
            more_failures_.push_back(file);
        }
    }

    void text(const std::string& name, const std::function<std::string()>& make) {
        attempt(name, [&] {
            Output output(out_.file(name), true);
            output.write(make());
            output.commit();
        });
    }

    void write(const Document& document, const PageTemplate& page) {
        namespace report = cchc::report;
        if (wants("html")) text(document.name + ".html", [&] { return html_page(document, page); });
        if (wants("md")) text(document.name + ".md", [&] { return report::to_markdown(document); });
        if (wants("txt")) text(document.name + ".txt", [&] { return report::to_text(document); });
        if (wants("json")) text(document.name + ".json", [&] { return report::to_json(document); });
        if (wants("docx") && word_) attempt(document.name + ".docx", [&] { word(document); });
    }

    void word(const Document& document) {
        const std::string file = out_.file(document.name + ".docx");
        try {
            const std::string missing =
                write_docx(html_for_word(document), file, result_.as_of, std::chrono::seconds(options_.word_limit));
            if (!missing.empty() && word_.exchange(false)) throw DataError(fmt::format("{}: {}", file, missing));
        } catch (const WordHangs& hangs) {
            // The next document would wait as long: no further one is tried.
            const char* const more = word_.exchange(false) ? "; no further Word files" : "";
            throw DataError(fmt::format("cannot write \"{}\": {}{}", file, hangs.what(), more));
        }
    }

    void index(const std::vector<Document>& documents) {
        std::vector<IndexFile> files;
        if (wants("docx") && word_) files.push_back({"docx", "Word"});
        if (wants("md")) files.push_back({"md", "Markdown"});
        if (wants("txt")) files.push_back({"txt", "Text"});
        if (wants("json")) files.push_back({"json", "JSON"});
        const cchc::Lang lang = options_.lang == "en" ? cchc::Lang::en : cchc::Lang::vi;
        text("index.html", [&] { return html_index(documents, index_title(), lang, files, PageTemplate(index_template_)); });
    }

    // The plan gives its title in Vietnamese only.
    std::string index_title() const {
        const cchc::InspectionPlan& plan = inspection_.plan();
        const int year = plan.year != 0 ? plan.year : int(std::chrono::year_month_day(plan.from).year());
        if (options_.lang == "en") return fmt::format("Inspection of administrative reform {}: documents", year);
        return plan.document.title.empty() ? fmt::format("Kiểm tra công tác cải cách hành chính năm {}: các văn bản", year)
                                           : plan.document.title;
    }

    const OutFolder& out_;
    const InspectOptions& options_;
    const cchc::Inspection& inspection_;
    const cchc::InspectionResult& result_;
    std::string template_, index_template_;
    std::mutex failing_;
    std::size_t failures_ = 0;
    std::vector<std::string> more_failures_;  // beyond those said with their reasons
    std::atomic<bool> word_ = true;           // whether there is a program for it
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
