// How the targets feed a document of dossiers to statistics, reconciliations and quality reports.
#pragma once

#include "../fuzz.hpp"

namespace cchc_fuzz {

inline constexpr std::string_view few_dossiers =
    "id,agency,field,received,due,completed,status,channel\n"
    "A1,UBND A,Land,2020-03-02 08:00,2020-03-09,2020-03-06,9,online\n"
    "A2,UBND A,Justice,2020-03-02,2020-03-09,2020-03-10,9,\n"
    "B1,UBND B,Land,2020-09-02,2020-12-09,,4,in_person\n"
    "B2,UBND B,,2019-11-02,,,5,post\n";

// The report of a document that is fed in blocks; the status of the failure where there is none.
template <auto Begin, auto Add, auto Finish, class Handle>
std::string feed(Handle* handle, const cchc_csv_options& options, std::string_view document, std::size_t block) {
    if (!done([&](cchc_error* e) { return Begin(handle, &options, e); })) return "not begun";
    for (std::size_t at = 0; at < document.size(); at += block) {
        const std::string_view part = document.substr(at, block);
        if (!done([&](cchc_error* e) { return Add(handle, part.data(), part.size(), e); })) break;
    }
    cchc_status status = CCHC_OK;
    capi_test::BytesPtr report =
        made<capi_test::BytesPtr>([&](auto out, auto e) { return status = Finish(handle, out, e); });
    return report == nullptr ? cchc_status_name(status) : capi_test::take(report.release());
}

}  // namespace cchc_fuzz
