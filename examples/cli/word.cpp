#include "word.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "input.hpp"
#include "output.hpp"
#include "problems.hpp"

extern char** environ;

namespace tool {
namespace {

namespace fs = std::filesystem;

std::string word_reason(int error) { return std::generic_category().message(error); }

// The first program of that name in PATH. Places that are not absolute are passed over: what lies in the current folder is
// not ours to run.
std::string find_program(std::string_view name) {
    const char* const value = std::getenv("PATH");
    std::string_view rest = value == nullptr ? "" : value;
    while (!rest.empty()) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
        if (!folder.starts_with('/')) continue;
        std::string path = (fs::path(folder) / name).string();
        if (access(path.c_str(), X_OK) == 0 && !fs::is_directory(path)) return path;
    }
    return {};
}

// A folder of our own that goes away with all that programs leave in it.
class WorkFolder {
public:
    WorkFolder() {
        std::string pattern = (fs::temp_directory_path() / "cchc-word-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr)
            throw DataError(fmt::format("cannot make a folder \"{}\": {}", pattern, word_reason(errno)));
        path_ = pattern;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    std::string file(const char* name) const { return (path_ / name).string(); }
    std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

std::vector<std::string> environment(const WorkFolder& folder, cchc::Date created) {
    std::vector<std::string> out;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        if (!text.starts_with("SOURCE_DATE_EPOCH=") && !text.starts_with("HOME=") && !text.starts_with("XDG_DATA_HOME="))
            out.emplace_back(text);
    }
    out.push_back(fmt::format("SOURCE_DATE_EPOCH={}", std::chrono::sys_seconds(created).time_since_epoch().count()));
    out.push_back("HOME=" + folder.path());  // neither reads nor leaves settings of its user
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

// Standard input is empty; what the program says goes to a file, which cannot fill up as a pipe does. It has a group of its
// own, so that it can be ended with all that it starts.
struct SpawnActions {
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    explicit SpawnActions(const std::string& said) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes, 0);
    }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    ~SpawnActions() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
};

// Waits for the end of a child. False: it did not come in time; then the child and what it started are ended.
bool ends_in_time(pid_t child, std::chrono::milliseconds limit, int& status) {
    const auto last = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child) return true;
        if (ended < 0 && errno != EINTR) throw DataError(fmt::format("cannot wait for a program: {}", word_reason(errno)));
        if (std::chrono::steady_clock::now() >= last) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    static_cast<void>(kill(-child, SIGKILL));  // its group: LibreOffice starts others
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return false;
}

// Runs a program to its end. Empty when it says that it did its work, else why not.
std::string run_program(std::vector<std::string> arguments, const WorkFolder& folder, cchc::Date created,
                        std::chrono::milliseconds limit) {
    const std::string said = folder.file("said.txt");
    const SpawnActions actions(said);
    std::vector<std::string> variables = environment(folder, created);
    const std::string program = arguments.front();
    pid_t child = -1;
    const int error = posix_spawn(&child, program.c_str(), &actions.actions, &actions.attributes, pointers(arguments).data(),
                                  pointers(variables).data());
    if (error != 0) return fmt::format("{}: {}", program, word_reason(error));
    int status = 0;
    if (!ends_in_time(child, limit, status))
        throw WordHangs(fmt::format("{} did not end within {} s and was stopped", program,
                                    std::chrono::duration_cast<std::chrono::seconds>(limit).count()));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    std::error_code ignored;
    const std::string text = fs::exists(said, ignored) ? read_whole(said) : "";
    return fmt::format("{} failed: {}", program, text.substr(0, text.find('\n')));
}

void save(const std::string& path, const std::string& bytes) {
    try {
        Output output(path, true);
        output.write(bytes);
        output.commit();
    } catch (const CallError& error) {
        throw DataError(error.what());
    }
}

// The programs that are there, each with its arguments, in the order in which they are tried. Each reads page.html and
// leaves page.docx in the folder.
std::vector<std::vector<std::string>> word_programs(const WorkFolder& folder) {
    std::vector<std::vector<std::string>> out;
    if (const std::string pandoc = find_program("pandoc"); !pandoc.empty())
        out.push_back({pandoc, "--from=html", "--to=docx", "--standalone", "--output=" + folder.file("page.docx"),
                       folder.file("page.html")});
    for (const char* const name : {"soffice", "libreoffice"}) {
        const std::string office = find_program(name);
        if (office.empty()) continue;
        out.push_back({office, "--headless", "-env:UserInstallation=file://" + folder.file("profile"),
                       "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.path(),
                       folder.file("page.html")});
        break;  // the other name is the same program
    }
    return out;
}

}  // namespace

std::string write_docx(const std::string& page, const std::string& path, cchc::Date created,
                       std::chrono::milliseconds limit) {
    const WorkFolder folder;
    const std::vector<std::vector<std::string>> programs = word_programs(folder);
    if (programs.empty()) return "no Word files: neither pandoc nor LibreOffice is installed";
    save(folder.file("page.html"), page);
    std::string reasons;
    for (const std::vector<std::string>& arguments : programs) {
        std::string reason = run_program(arguments, folder, created, limit);
        std::error_code error;
        if (reason.empty() && fs::is_regular_file(folder.file("page.docx"), error)) {
            save(path, read_whole(folder.file("page.docx")));
            return {};
        }
        if (reason.empty()) reason = arguments.front() + " made no file";
        if (!reasons.empty()) reasons.append("; ");
        reasons.append(reason);
    }
    throw DataError(fmt::format("cannot write \"{}\": {}", path, reasons));
}

}  // namespace tool
