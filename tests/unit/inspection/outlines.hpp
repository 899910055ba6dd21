// A small outline with a figure of every type, made by hand.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "cchc/outline.hpp"

namespace outlines {

inline cchc::Figure figure(std::string id, cchc::FigureType type, std::string fact = {}) {
    cchc::Figure f;
    f.section = "1";
    f.type = type;
    f.title = {"Chỉ tiêu " + id, "Figure " + id};
    f.id = std::move(id);
    f.fact = std::move(fact);
    return f;
}

inline cchc::Figure optional(cchc::Figure f) {
    f.required = false;
    return f;
}

inline std::vector<cchc::FigureKind> kinds(std::vector<std::pair<std::string, std::string>> ids_and_facts) {
    std::vector<cchc::FigureKind> out;
    for (auto& [id, fact] : ids_and_facts) out.push_back({id, {id, id}, fact});
    return out;
}

// Required of all: one figure of each type; of "phong" only: office. Not required: a second pair and breakdown, and dossiers
// whose early ones lie beside those on time.
inline cchc::Outline small() {
    using enum cchc::FigureType;
    cchc::Outline out;
    out.id = "small";
    out.version = "1";
    out.title = {"Đề cương", "Outline"};
    out.sections = {{"1", "", 0, {"Mục 1", "Section 1"}, {}}};
    out.figures = {figure("words", text, "o.words"),        figure("plan", yes_no, "o.plan"),
                   figure("iso", choice, "o.iso"),          figure("meetings", count, "o.meetings"),
                   figure("tasks", pair, "o.done"),         figure("share", rate, "o.share"),
                   figure("income", money, "o.income"),     figure("day", date, "o.day"),
                   figure("papers", documents, "o.papers"), figure("items", breakdown, "o.items"),
                   figure("slips", dossiers, "o.slips"),    figure("par", index, "o.par"),
                   figure("office", count, "o.office"),     optional(figure("remedies", pair)),
                   optional(figure("channels", breakdown)), optional(figure("beside", dossiers)),
                   optional(figure("staff", count))};
    const auto at = [&](std::size_t i) -> cchc::Figure& { return out.figures.at(i); };
    at(2).kinds = kinds({{"kept", ""}, {"dropped", ""}});
    at(4).whole_fact = "o.planned";
    at(9).kinds = kinds({{"radio", "o.radio"}, {"web", "o.web"}});
    at(10).early_inside = true;
    at(12).of = {"phong"};
    at(14).kinds = kinds({{"radio", ""}, {"web", ""}});
    return out;
}

// A report of "UBND xã A" with these figures, and these members after them (", \"sent\": …").
inline std::string report(const std::string& figures, const std::string& more = {}) {
    std::string out = R"({"format": "cchc.self-report/1", "unit": "UBND xã A", )";
    out.append(R"("period": {"from": "2020-01-01", "to": "2020-10-01"}, "figures": {)").append(figures).append("}");
    return out.append(more).append("}");
}

// The text of a file of tests/golden/inspection.
inline std::string golden(const std::string& name) {
    std::ifstream in(CCHC_SOURCE_DIR "/tests/golden/inspection/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// An answer to every figure that a commune owes; each is right.
inline const char* const whole_answer = R"j(
    "words": {"value": "Có phong trào thi đua", "note": "n", "evidence": ["a.pdf", "b.pdf"]},
    "plan": {"value": true, "document": {"number": "05/KH-UBND", "date": "2020-01-20"}},
    "iso": {"value": "kept"}, "meetings": {"value": "3"}, "tasks": {"part": 18, "whole": 20},
    "share": {"value": "85,5"}, "income": {"value": 350000.5}, "day": {"value": "2020-03-01"},
    "papers": {"documents": [{"number": "1/CV"}, {"title": "Công văn đôn đốc"}]},
    "items": {"kinds": {"web": 4}, "total": 4},
    "slips": {"received": 72, "on_time": 60, "early": 40, "overdue": 2},
    "par": {"indices": [{"name": "PAR INDEX", "year": 2019, "value": "81.25", "rank": 3},
                        {"name": "PAR INDEX", "year": 2018, "value": 79},
                        {"name": "PAR INDEX", "year": 2020, "rank": 1}]})j";

}  // namespace outlines
