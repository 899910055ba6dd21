// Dossiers (hồ sơ) in columns, and the readers of CSV and JSON that fill them.
//
// A row that cannot be read or judged is never dropped: it stays in the columns with a `problem`, so that statistics
// count it under its agency, and the reader keeps line, column and reason.
// Source of the columns and their names: exchange formats of the national portal and of the systems in use.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cchc/deadline.hpp"
#include "cchc/error.hpp"
#include "cchc/time.hpp"

namespace cchc {

// How a dossier was filed (kênh tiếp nhận); the numbers are those of the national portal.
enum class Channel : std::uint8_t { unknown = 0, in_person = 1, online = 2, post = 3 };
std::string_view to_string(Channel channel) noexcept;
std::string to_text(Channel channel, Lang lang);

// The state that a system records for a dossier (trạng thái); 1..10 are the codes of the national portal.
// Outcomes are computed from dated events; the status only says what kind of end a dated end was.
enum class Status : std::uint8_t {
    unknown = 0,
    registered = 1,        // mới đăng ký: filed, not yet received
    received = 2,          // được tiếp nhận
    not_accepted = 3,      // không được tiếp nhận: refused at the counter, never received
    processing = 4,        // đang xử lý
    supplement = 5,        // yêu cầu bổ sung giấy tờ
    financial_duty = 6,    // yêu cầu thực hiện nghĩa vụ tài chính
    withdrawn = 7,         // công dân yêu cầu rút hồ sơ
    stopped = 8,           // dừng xử lý
    finished = 9,          // đã xử lý xong
    result_returned = 10,  // đã trả kết quả
    refused = 11,          // từ chối giải quyết, with a written notice as its result (Decree 61/2018 art. 19.8)
    returned = 12,         // trả lại hồ sơ: sent back as ineligible
};
inline constexpr std::uint8_t status_count = 13;
std::string_view to_string(Status status) noexcept;
std::string to_text(Status status, Lang lang);

// How far a procedure can be done online (mức độ dịch vụ công trực tuyến): the levels 1 to 4 that systems record, and the
// two that newer reports have.
enum class ServiceLevel : std::uint8_t {
    unknown = 0,
    level_1 = 1,
    level_2 = 2,
    level_3 = 3,
    level_4 = 4,
    partial = 5,  // một phần
    full = 6,     // toàn trình
};
inline constexpr std::uint8_t service_level_count = 7;
std::string_view to_string(ServiceLevel level) noexcept;
std::string to_text(ServiceLevel level, Lang lang);

// Why a row cannot be judged. 0 is a good row.
enum class Problem : std::uint8_t {
    none = 0,
    wrong_field_count = 1,  // more or fewer fields than the header
    line_too_long = 2,      // a record beyond ReadOptions::max_record_bytes
    open_quote = 3,         // a quote that is never closed
    bad_quote = 4,          // text after a closing quote
    invalid_utf8 = 5,
    bad_date = 6,   // text that is no date in an accepted format
    bad_limit = 7,  // not a decimal, negative, 0, too large, or too many decimals
    bad_unit = 8,   // unknown unit of the limit
    unknown_status = 9,
    unknown_channel = 10,
    missing_received = 11,  // no date of receipt
    due_before_received = 12,
    completed_before_received = 13,
    outside_coverage = 14,  // its due date cannot be computed inside the calendar's coverage
    limit_refused = 15,     // the counting rule does not allow its limit
    needs_hour = 16,        // a limit in hours, but the receipt has no hour
    missing_id = 17,
    unknown_service_level = 18,
    bad_pause = 19,  // a pause or extension that cannot be read, or that ends before it begins
    bad_json = 20,   // a JSON record that is no object, is cut off, nested too deep, or says a thing twice
};
inline constexpr std::uint8_t problem_count = 21;
std::string_view to_string(Problem problem) noexcept;
std::string to_text(Problem problem, Lang lang);

// Distinct texts with dense codes 0, 1, 2 … in order of first appearance. Code 0 is always the empty text.
class Dictionary {
public:
    Dictionary();
    Dictionary(const Dictionary&);
    Dictionary& operator=(const Dictionary&);
    Dictionary(Dictionary&&) noexcept;
    Dictionary& operator=(Dictionary&&) noexcept;
    ~Dictionary();

    std::uint32_t add(std::string_view text);  // the code of `text`, new or known
    std::optional<std::uint32_t> find(std::string_view text) const noexcept;
    std::string_view operator[](std::uint32_t code) const noexcept;  // valid while the dictionary lives
    std::uint32_t size() const noexcept;

    struct Table;  // of the library
    Table& table() noexcept { return *table_; }
    const Table& table() const noexcept { return *table_; }

private:
    std::unique_ptr<Table> table_;
};

// Texts that are mostly distinct, one after the other.
struct TextColumn {
    std::string bytes;
    std::vector<std::uint64_t> ends;  // ends[i] is one past text i
    std::string_view operator[](std::size_t i) const noexcept;
    void push_back(std::string_view text);
};

// Texts that repeat: codes into a dictionary.
struct CodedColumn {
    Dictionary names;
    std::vector<std::uint32_t> codes;
    std::string_view operator[](std::size_t i) const noexcept { return names[codes[i]]; }
};

// A dated event. second is -1 where only the date is known; day is no_day where the event did not happen. An event that
// no dossier has takes no room: both vectors are then empty.
struct EventColumn {
    std::vector<std::int32_t> day;
    std::vector<std::int32_t> second;
    std::optional<Moment> operator[](std::size_t i) const noexcept;
};

// The events of a dossier, in the order of the columns.
enum class Event : std::uint8_t {
    received,              // ngày tiếp nhận
    original_due,          // ngày hẹn trả ban đầu
    due,                   // ngày hẹn trả (current)
    completed,             // ngày kết thúc xử lý: the result is ready, or the dossier ended in another way
    returned,              // ngày trả kết quả: the applicant has it
    supplement_requested,  // ngày yêu cầu bổ sung
    supplement_received,   // ngày tiếp nhận bổ sung
    apology,               // ngày gửi phiếu xin lỗi
};
inline constexpr std::size_t event_count = 8;
std::string_view to_string(Event event) noexcept;
std::string to_text(Event event, Lang lang);

// What stops the clock of a dossier or moves its due date.
enum class ClockKind : std::uint8_t {
    supplement = 0,      // yêu cầu bổ sung hồ sơ: the applicant was asked to complete it
    financial_duty = 1,  // thực hiện nghĩa vụ tài chính
    verification = 2,    // xác minh, giám định, kiểm tra thực địa
    other_body = 3,      // lấy ý kiến cơ quan khác
    extension = 4,       // gia hạn, hẹn lại ngày trả kết quả: stops nothing, sets a new due date
};
inline constexpr std::uint8_t clock_kind_count = 5;
std::string_view to_string(ClockKind kind) noexcept;
std::string to_text(ClockKind kind, Lang lang);

// One such event: a pause (tạm dừng) from `from` to `to`, open while `to` is missing; or an extension, made at `from`.
// The due date that it replaced and the new one are there where the system kept them (NgayHenTraTruoc, NgayHenTraMoi).
struct ClockEvent {
    ClockKind kind = ClockKind::supplement;
    Moment from;
    std::optional<Moment> to;
    std::optional<Moment> due_before;
    std::optional<Moment> due_after;
    friend bool operator==(const ClockEvent&, const ClockEvent&) = default;
};

// The clock events of all dossiers, one dossier after the other, each dossier's in order of `from`. Where no dossier has
// any, both vectors are empty.
struct ClockColumn {
    std::vector<ClockEvent> events;
    std::vector<std::uint64_t> ends;  // ends[i] is one past the last event of dossier i
    bool empty() const noexcept { return events.empty(); }
    std::span<const ClockEvent> operator[](std::size_t i) const noexcept;
};

// One dossier, as a row. Texts may be empty; events may be missing.
struct Dossier {
    std::string id;
    std::string agency;
    std::string field;
    std::string procedure;
    std::string cause;  // cause of lateness, as recorded
    Channel channel = Channel::unknown;
    Status status = Status::unknown;
    std::array<std::optional<Moment>, event_count> events;
    std::optional<TimeLimit> limit;
    ServiceLevel service_level = ServiceLevel::unknown;
    std::vector<ClockEvent> clock;  // in any order
    Problem problem = Problem::none;

    std::optional<Moment>& event(Event e) noexcept { return events[static_cast<std::size_t>(e)]; }
    const std::optional<Moment>& event(Event e) const noexcept { return events[static_cast<std::size_t>(e)]; }
};

// Dossiers in columns; all columns have size() elements, but for those of events that no dossier has. A dossier with clock
// events of kind supplement has its rounds there; else the columns supplement_requested and supplement_received are its
// only round. A due date at exactly
// 00:00 counts as "only the date is known", because databases write dates so. Not thread-safe while it is changed.
class Dossiers {
public:
    TextColumn id;
    CodedColumn agency;
    CodedColumn field;
    CodedColumn procedure;
    CodedColumn cause;
    std::vector<Channel> channel;
    std::vector<Status> status;
    std::array<EventColumn, event_count> events;
    std::vector<std::int32_t> limit_milli;  // thousandths of the unit; -1: none
    std::vector<Unit> limit_unit;
    std::vector<ServiceLevel> service_level;
    ClockColumn clock;
    std::vector<Problem> problem;

    std::size_t size() const noexcept { return problem.size(); }
    const EventColumn& event(Event e) const noexcept { return events[static_cast<std::size_t>(e)]; }
    EventColumn& event(Event e) noexcept { return events[static_cast<std::size_t>(e)]; }

    // Appends a dossier. Checks it as the reader does: sets `problem` (unless already set) to missing_received,
    // due_before_received, completed_before_received, bad_limit … Returns the problem.
    Problem push_back(const Dossier& dossier);
    // Gives dossier i further clock events, as a file of child records brings them; sets its problem to bad_pause where one
    // ends before it begins. Takes time in proportion to the events of all dossiers after it: begin with the last one.
    Problem add_clock(std::size_t i, std::span<const ClockEvent> events);
    Dossier operator[](std::size_t i) const;
    void clear_rows();  // keeps dictionaries and capacity
};

// How a file's headers, codes and units are named (format cchc.mapping/1). The built-in mapping knows the names of
// the national portal, OpenCPS and others, in Vietnamese with and without diacritics; a mapping file adds to it,
// and its names come first. It may also name the arrays and columns of pauses and of the status history ("arrays",
// "pause_columns", "pause_kind", "history_columns"), columns of which a yes sets the channel ("channel_flags"), and say that
// limits in days are recorded in hours ("limit_hours_per_day").
class Mapping {
public:
    static const Mapping& builtin();  // "default"
    // "default", "dvcqg", "opencps", "td": the default one and what these systems add to it. Throws unknown_name.
    static Mapping builtin(std::string_view id);
    static std::vector<std::string> builtin_ids();
    // A document that is only a string names a built-in mapping. Throws json_syntax, json_schema with a JSON pointer, or
    // unknown_name.
    static Mapping from_json(std::string_view text, std::string_view source = "mapping");

    // Canonical columns: id, agency, field, procedure, channel, received, limit, unit, original_due, due, completed,
    // returned, status, supplement_requested, supplement_received, apology, cause, service_level.
    static const std::vector<std::string>& canonical_columns();

    // Rank of a header caption for a column, 0 first; std::nullopt if it is no name of that column.
    std::optional<std::size_t> rank(std::size_t column, std::string_view caption) const;
    std::vector<std::string> names(std::size_t column) const;
    std::optional<Channel> channel(std::string_view text) const;
    std::optional<Status> status(std::string_view text) const;
    std::optional<Unit> unit(std::string_view text) const;
    std::optional<ServiceLevel> service_level(std::string_view text) const;

    Mapping(const Mapping&);
    Mapping& operator=(const Mapping&);
    ~Mapping();

    struct Names;  // of the library
    const Names& tables() const noexcept { return *names_; }

private:
    explicit Mapping(std::shared_ptr<const Names> names);
    std::shared_ptr<const Names> names_;
};

// A row (or the header) that could not be read, and where.
struct RowIssue {
    std::uint64_t line = 0;    // 1-based line of the file on which the field begins
    std::uint64_t column = 0;  // 1-based field number; 0: the record as a whole
    std::uint64_t byte = 0;    // 1-based byte within the line on which the field begins
    Problem problem = Problem::none;
    std::string field;    // canonical column name, or empty
    std::string id;       // the dossier's id, if it was read
    std::string message;  // English; what was expected and what was found (at most 80 bytes of it)
    std::string pointer;  // JSON: the place of the value within its record (RFC 6901); else empty
};

// An id that stood before. Both rows stay in the columns: which of them is right is not the library's to decide.
struct DuplicateId {
    std::uint64_t line = 0;
    std::uint64_t first_row = 0;  // 1-based row (not counting the header): the earliest within the window
    std::string id;
};

class ClockTable;  // cchc/clock_table.hpp

struct ReadOptions {
    std::string source = "input";             // name in messages
    char delimiter = 0;                       // CSV: ',' ';' or tab; 0: found from the header line
    std::shared_ptr<const Mapping> mapping;   // null: Mapping::builtin()
    std::size_t max_record_bytes = 1u << 20;  // longer records are refused, counted and skipped
    std::size_t max_issues = 100;             // issues kept with their text; all are counted
    bool zero_limit_allowed = false;          // a limit of 0 without a due date: for rules that count the day of receipt
    bool stop_at_first_issue = false;         // throw at the first bad row: ErrorCode::csv; of JSON json_schema
    std::size_t batch_rows = 4096;            // rows handed to the sink at a time; these still fit a cache
    std::size_t duplicate_window = 1u << 20;  // ids remembered to find duplicates; 0: do not look
    std::shared_ptr<const ClockTable> clock;  // pauses and extensions from a file of their own; null: none
};

struct ReadReport {
    std::string source;
    std::uint64_t rows = 0;      // records after the header, good and bad
    std::uint64_t bad_rows = 0;  // of these, rows with a problem (they are in the columns, too)
    std::uint64_t bytes = 0;
    std::array<std::uint64_t, problem_count> by_problem{};
    std::vector<RowIssue> issues;         // the first max_issues
    std::uint64_t duplicate_count = 0;    // ids seen again within the window
    std::vector<DuplicateId> duplicates;  // the first max_issues
    bool duplicates_complete = true;      // false: the input had more rows than the window
    // Header captions that are no column of ours, or a second name of one. JSON: names of members, at most 1000.
    std::vector<std::string> ignored;
    std::vector<std::string> missing;  // canonical columns that the file does not have
    // Of ReadOptions::clock: its rows whose dossier the file does not have, and for each dossier of the table, whether the
    // file has it (ClockTable::unmatched() tells the same of several files).
    std::uint64_t clock_unmatched = 0;
    std::vector<bool> clock_seen;
};

// Reads CSV (RFC 4180: quotes, doubled quotes, line breaks inside quotes; CRLF or LF; a byte order mark is skipped) in
// blocks of any size, in memory that does not grow with the file. One reader, one file, one thread.
class CsvReader {
public:
    // The sink receives batches of rows; it may use the columns until it returns.
    using Sink = std::function<void(Dossiers&)>;
    CsvReader(ReadOptions options, Sink sink);
    ~CsvReader();
    CsvReader(CsvReader&&) noexcept;
    CsvReader& operator=(CsvReader&&) noexcept;

    // The next block of the file. Throws ErrorCode::csv when the header is unusable (empty file, UTF-16, no column for
    // id or received, one caption twice), or at the first bad row if asked; the reader is then finished.
    void feed(std::string_view block);
    // The end of the file: hands over the last rows. Throws as feed(); ErrorCode::csv for an empty file.
    ReadReport finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Reads JSON in blocks of any size: one dossier a line (newline-delimited JSON), an array of dossiers, or an object with
// that array under "data". Memory does not grow with the file. Names of members, codes and checks are those of CSV; numbers
// and true or false are taken as their text; a member that is null, "" or "null" is not there, and of several names of a
// column the best that is there counts. Also read are arrays inside the dossier: pauses (DanhSachHoSoBoSung), and its status
// history (LichSu), where no column says the same: status 5 and 6 begin a pause that the next other status ends; 9 is the
// completion, 10 the return, 3, 7, 8 and the states refused and returned a completion in that state, unless processing goes
// on after it; the last status is that of the dossier. Entries of the history without a time are passed over.
class JsonReader {
public:
    using Sink = CsvReader::Sink;
    JsonReader(ReadOptions options, Sink sink);
    ~JsonReader();
    JsonReader(JsonReader&&) noexcept;
    JsonReader& operator=(JsonReader&&) noexcept;

    // The next block of the file. A record that is no object, is nested deeper than 16, too long, or has a key twice is a
    // bad row; so is any text on a line of its own. Throws ErrorCode::json_syntax with line and byte where an array or what
    // is around it is no JSON (UTF-16 included), and at the first bad row if asked; the reader is then finished.
    void feed(std::string_view block);
    // The end of the file: hands over the last rows. Throws as feed(); also for an empty file.
    ReadReport finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// A whole text at once.
struct ReadResult {
    Dossiers dossiers;
    ReadReport report;
};
ReadResult read_csv(std::string_view text, ReadOptions options = {});
ReadResult read_json(std::string_view text, ReadOptions options = {});

}  // namespace cchc
