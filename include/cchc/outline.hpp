// The outline of a report (đề cương báo cáo): a tree of sections whose leaves are figures with a type. Source of the one
// built in: the annex of plan 274/KH-UBND (Hướng Hóa district, 2020).
// Thread safety: values; const calls may run beside each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/time.hpp"

namespace cchc {

// A document (văn bản) that a plan, an outline or a unit names.
struct LegalDocument {
    std::string number;        // number and symbol: "61/2018/NĐ-CP"; may be empty
    std::optional<Date> date;  // of issue, where it is given
    std::string issuer;        // may be empty
    std::string title;         // may be empty
    friend bool operator==(const LegalDocument&, const LegalDocument&) = default;
};

// Where something stands in the text that it was taken from, word for word.
struct SourceLine {
    std::string place;  // "II, gạch 12", "I.1.a, gạch 1"
    std::string quote;  // the words as they stand there
};

// A place where the text contradicts itself, or was read wrongly. Said, never repaired.
struct SourceConflict {
    std::string place;
    std::string found;
    LocalText note;
};

enum class FigureType : std::uint8_t {
    text,       // words
    yes_no,     // and the document that proves it, where there is one
    choice,     // one of the figure's choices
    count,      // a whole number, not negative
    pair,       // a part of a whole: gives a rate; part ≤ whole
    rate,       // per cent, 0 to 100
    money,      // đồng
    date,       //
    documents,  // a list
    breakdown,  // counts by named kinds; they add up to a total
    dossiers,   // received, early, on time, overdue: comes from the statistics, too
    index,      // name, year, value and rank of an index
};
std::string_view to_string(FigureType type) noexcept;

// Which rates of a pair are good ones; "neither": the pair only tells a share.
enum class Better : std::uint8_t { higher, lower, neither };

// One of the kinds of a breakdown, or one of the values of a choice.
struct FigureKind {
    std::string id;  // "radio", "kept"
    LocalText title;
    std::string fact;  // of a breakdown: the fact that its count becomes; may be empty
};

// A count of a figure of dossiers.
enum class DossierPart : std::uint8_t { received, resolved, early, on_time, overdue };

// A count in another figure.
struct FigurePart {
    std::string figure;  // id, of type dossiers
    DossierPart part = DossierPart::received;
};

struct Figure {
    std::string id;       // "i1a.tasks"; unique in the outline
    std::string section;  // id of its section
    FigureType type = FigureType::text;
    LocalText title;
    LocalText part, whole;           // of a pair: what is counted; else empty
    Better better = Better::higher;  // of a pair
    std::vector<FigureKind> kinds;   // of a breakdown or a choice
    std::vector<std::string> of;     // kinds of units that are asked; empty: all
    bool required = true;            // a unit that is asked and does not answer is named
    bool adds_up = true;             // of a count or money: over units; a mean of each unit is only listed
    bool early_inside = false;  // of dossiers: early ones are shown inside those on time (mục I.3.d), not beside (I.8)
    std::string fact;           // the fact that the value becomes; of a pair the part; may be empty
    // Of a pair: handled of raised, as the records of findings say, since this day. It answers where the unit does not.
    std::optional<Date> remedies_since;
    std::vector<std::string> remedies_origins;  // the origins (Finding::origin) of those records; empty: all
    std::string whole_fact;                     // of a pair: the fact of the whole
    // Of a count, rate, money, pair or dossiers: id of another figure that has the same numbers, shown otherwise; may be
    // empty. A report in which the two differ gets a warning.
    std::string same_as;
    // Of a pair: what the whole holds at least. A report whose whole is less gets a warning.
    std::optional<FigurePart> whole_at_least;
    std::vector<LegalDocument> basis;
    SourceLine source;
};

struct OutlineSection {
    std::string id;      // "I.1.a"
    std::string parent;  // "" at the top
    int depth = 0;       // 0 at the top
    LocalText title;
    SourceLine source;
};

// An outline (format cchc.outline/1).
struct Outline {
    std::string id, version;
    LocalText title;
    std::vector<LegalDocument> basis;
    std::vector<OutlineSection> sections;  // in order, each after its parent
    std::vector<Figure> figures;           // in order of the text
    std::vector<SourceConflict> conflicts;
    std::vector<LocalText> additions;  // what this data says and the text does not: choices of whoever made it

    const Figure* find(std::string_view figure) const noexcept;
    const OutlineSection* section(std::string_view section) const noexcept;

    // "huong-hoa-2020": the annex of plan 274/KH-UBND. Throws unknown_name.
    static Outline builtin(std::string_view id);
    static std::vector<std::string> builtin_ids();
    // Throws json_syntax, json_schema with a pointer: unknown key, wrong type, two figures of one id, a figure of no
    // section, a pair without what is counted, a choice or breakdown without kinds, a fact that two figures give, origins of
    // remedies without the day since which they count, a member that figures of this type do not have.
    // section, a pair without what is counted, a choice or breakdown without kinds, a fact that two figures give, a member
    // that figures of this type do not have, a figure that is the same as none that there is.
    static Outline from_json(std::string_view text, std::string_view source = "outline");
    std::string to_json() const;
};

}  // namespace cchc
