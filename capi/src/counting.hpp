// What handles that count dossiers share: statistics, reconciliations and quality reports. Each kind (a "Counter") can be
// copied, knows its query, adds columns and merges; the functions below say how the kinds differ.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <utility>
#include <variant>

#include "cchc.h"
#include "cchc/clock_table.hpp"
#include "cchc/dossier.hpp"
#include "cchc/quality.hpp"
#include "cchc/reconcile.hpp"
#include "cchc/statistics.hpp"
#include "handles.hpp"
#include "refusal.hpp"

namespace cchc::capi {

// Nothing counted yet, with the same query.
inline Statistics empty_like(const Statistics& s) { return Statistics(s.query()); }
inline Reconciliation empty_like(const Reconciliation& r) { return Reconciliation(r.query()); }
inline QualityReport empty_like(const QualityReport& q) { return QualityReport(q.query(), q.today()); }

// Adds a chunk, and sets the problem of rows that only counting finds (a due date that cannot be computed).
void count(Statistics& into, Dossiers& chunk);
void count(Reconciliation& into, Dossiers& chunk);
void count(QualityReport& into, Dossiers& chunk);

// How a document is read.
struct DocumentOptions {
    ReadOptions read;
    bool json = false;
};
// The options of a document; NULL gives the defaults.
DocumentOptions read_options(const cchc_csv_options* options);
// The same for a query with these rules.
ReadOptions for_rules(ReadOptions options, const RuleSet& rules);

// The report as JSON (format cchc.read_report/1); `pauses` may be null.
std::string to_json(const ReadReport& report, const ClockTable* pauses);

// Hands the dossiers of the columns to `take` in chunks, each with the row at which it begins; what `take` leaves in the
// chunk's problems goes to row_problem if it is not NULL. Returns the number of rows with a problem.
using TakeChunk = std::function<void(Dossiers& chunk, std::size_t first_row)>;
std::size_t read_columns(const cchc_dossier_columns& columns, std::uint8_t* row_problem, const TakeChunk& take);

// A struct of the caller, with what it does not have filled in.
cchc_dossier_columns known_columns(const cchc_dossier_columns* columns);

// An open document, CSV or JSON. It counts into a counter of its own that is merged when it ends well: a document that
// breaks in the middle leaves nothing behind. Not movable, because the reader's sink points into it.
template <class Counter>
class Document {
public:
    Document(const Counter& like, DocumentOptions options)
        : counted_(empty_like(like)),
          pauses_(options.read.clock),
          reader_(make_reader(for_rules(std::move(options.read), like.query().rules), options.json)) {}
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    // Throws the first failure again once there was one: a torn document must not be read on.
    void feed(std::string_view block) {
        if (failure_) std::rethrow_exception(failure_);
        try {
            std::visit([block](auto& reader) { reader.feed(block); }, reader_);
        } catch (...) {
            failure_ = std::current_exception();
            throw;
        }
    }
    ReadReport finish() {
        if (failure_) std::rethrow_exception(failure_);
        return std::visit([](auto& reader) { return reader.finish(); }, reader_);
    }
    const Counter& counted() const noexcept { return counted_; }
    const ClockTable* pauses() const noexcept { return pauses_.get(); }  // null: none were given

private:
    std::variant<CsvReader, JsonReader> make_reader(ReadOptions options, bool json) {
        const auto count = [this](Dossiers& rows) { counted_.add(rows); };
        if (json) return JsonReader(std::move(options), count);
        return CsvReader(std::move(options), count);
    }

    Counter counted_;
    std::shared_ptr<const ClockTable> pauses_;
    std::variant<CsvReader, JsonReader> reader_;
    std::exception_ptr failure_;
};

// A counter behind its handle, and the document that is being read into it.
template <class Counter>
struct CountingHandle {
    explicit CountingHandle(Counter counter) : value(std::move(counter)) {}

    Counter value;
    std::unique_ptr<Document<Counter>> document;
};

// Merges all of `other` or, where it throws, nothing. They may be the same.
template <class Counter>
void merge_whole(Counter& into, const Counter& other) {
    Counter merged(into);
    merged.merge(other);
    into = std::move(merged);
}

// The bodies of the entry points, one for each that the kinds have in common; `name` is that of the handle's parameter.
template <class Counter>
void begin_csv(CountingHandle<Counter>* handle, std::string_view name, const cchc_csv_options* options) {
    require(handle, name);
    handle->document = std::make_unique<Document<Counter>>(handle->value, read_options(options));
}

template <class Counter>
void add_csv(CountingHandle<Counter>* handle, std::string_view name, const char* block, std::size_t block_size) {
    require(handle, name);
    const auto content = bytes(block, block_size, "block");
    if (!handle->document) handle->document = std::make_unique<Document<Counter>>(handle->value, read_options(nullptr));
    handle->document->feed(content);
}

template <class Counter>
std::unique_ptr<cchc_bytes> finish_csv(CountingHandle<Counter>* csv, std::string_view name) {
    require(csv, name);
    auto document = std::move(csv->document);  // closed in every outcome
    if (!document) document = std::make_unique<Document<Counter>>(csv->value, read_options(nullptr));
    auto result = handle<cchc_bytes>(to_json(document->finish(), document->pauses()));
    merge_whole(csv->value, document->counted());
    return result;
}

// All of the dossiers, or (where it throws) none.
template <class Counter>
void add_columns(CountingHandle<Counter>* handle, std::string_view name, const cchc_dossier_columns* columns,
                 std::uint8_t* row_problem, std::size_t* failed) {
    require(handle, name);
    const cchc_dossier_columns known = known_columns(columns);
    Counter counted(handle->value);
    const std::size_t bad =
        read_columns(known, row_problem, [&counted](Dossiers& chunk, std::size_t) { count(counted, chunk); });
    handle->value = std::move(counted);
    if (failed != nullptr) *failed = bad;
}

template <class Counter>
void merge(CountingHandle<Counter>* handle, std::string_view name, const CountingHandle<Counter>* other) {
    require(handle, name);
    require(other, "other");
    merge_whole(handle->value, other->value);
}

}  // namespace cchc::capi

struct cchc_statistics : cchc::capi::CountingHandle<cchc::Statistics> {
    using CountingHandle::CountingHandle;
};
struct cchc_reconcile : cchc::capi::CountingHandle<cchc::Reconciliation> {
    using CountingHandle::CountingHandle;
};
struct cchc_quality : cchc::capi::CountingHandle<cchc::QualityReport> {
    using CountingHandle::CountingHandle;
};
