// Statistics behind the handle, and the document, CSV or JSON, that is being read into them.
#pragma once

#include <exception>
#include <memory>
#include <utility>
#include <variant>

#include "cchc.h"
#include "cchc/clock_table.hpp"
#include "cchc/dossier.hpp"
#include "cchc/statistics.hpp"

namespace cchc::capi {

// How a document is read.
struct DocumentOptions {
    ReadOptions read;
    bool json = false;
};

// An open document, CSV or JSON. It counts into statistics of its own that are merged when it ends well: a document that
// breaks in the middle leaves nothing behind. Not movable, because the reader's sink points into it.
class CsvDocument {
public:
    CsvDocument(const Query& query, DocumentOptions options);
    CsvDocument(const CsvDocument&) = delete;
    CsvDocument& operator=(const CsvDocument&) = delete;

    // Throws the first failure again once there was one: a torn document must not be read on.
    void feed(std::string_view block);
    ReadReport finish();
    const Statistics& counted() const noexcept { return counted_; }
    const ClockTable* pauses() const noexcept { return pauses_.get(); }  // null: none were given

private:
    std::variant<CsvReader, JsonReader> make_reader(ReadOptions options, bool json);

    Statistics counted_;
    std::shared_ptr<const ClockTable> pauses_;
    std::variant<CsvReader, JsonReader> reader_;
    std::exception_ptr failure_;
};

// The options of a document; NULL gives the defaults.
DocumentOptions read_options(const cchc_csv_options* options);

// Merges all of `other` or, where it throws, nothing. They may be the same.
void merge_whole(Statistics& into, const Statistics& other);

// Adds the dossiers of the columns, all or (where it throws) none; fills row_problem if it is not NULL. Returns the number
// of rows with a problem.
std::size_t add_columns(Statistics& statistics, const cchc_dossier_columns& columns, std::uint8_t* row_problem);

// The report as JSON (format cchc.read_report/1); `pauses` may be null.
std::string to_json(const ReadReport& report, const ClockTable* pauses);

}  // namespace cchc::capi

struct cchc_statistics {
    explicit cchc_statistics(cchc::Statistics statistics) : value(std::move(statistics)) {}

    cchc::Statistics value;
    std::unique_ptr<cchc::capi::CsvDocument> document;
};
