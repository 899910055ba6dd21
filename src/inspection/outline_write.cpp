#include "cchc/outline.hpp"

#include <algorithm>

#include "inspection/json_parts.hpp"
#include "inspection/outline_names.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace inspection {

using json::Writer;

namespace {

void write_outline_kinds(Writer& w, const std::vector<FigureKind>& kinds) {
    if (kinds.empty()) return;
    w.key("kinds").array();
    for (const FigureKind& kind : kinds) {
        w.object().member("id", kind.id);
        write(w, "title", kind.title);
        write_text(w, "fact", kind.fact);
        w.end();
    }
    w.end();
}

void write_outline_figure(Writer& w, const Figure& f) {
    w.object().member("id", f.id).member("type", to_string(f.type));
    write(w, "title", f.title);
    write(w, "part", f.part);
    write(w, "whole", f.whole);
    write_outline_kinds(w, f.kinds);
    write(w, "of", f.of);
    if (!f.required) w.member("required", false);
    if (!f.adds_up) w.member("adds_up", false);
    if (f.early_inside) w.member("early", "inside");
    write_text(w, "fact", f.fact);
    write_text(w, "whole_fact", f.whole_fact);
    write_text(w, "same_as", f.same_as);
    if (f.whole_at_least)
        w.key("whole_at_least")
            .object()
            .member("figure", f.whole_at_least->figure)
            .member("part", json::name_of(f.whole_at_least->part, dossier_part_names))
            .end();
    write(w, "remedies_since", f.remedies_since);
    write(w, "remedies_origins", f.remedies_origins);
    if (f.better != Better::higher) w.member("better", json::name_of(f.better, better_names));
    write(w, "basis", f.basis);
    write(w, f.source);
    w.end();
}

// The sections in `parent` among those from `first` on: a section stands after its parent, so no circle is followed.
void write_outline_sections(Writer& w, const Outline& outline, const std::string& parent, std::size_t first) {
    w.key("sections").array();
    for (std::size_t i = first; i < outline.sections.size(); ++i) {
        const OutlineSection& s = outline.sections[i];
        if (s.parent != parent) continue;
        w.object().member("id", s.id);
        write(w, "title", s.title);
        write(w, s.source);
        const auto here = [&](const Figure& f) { return f.section == s.id; };
        if (std::any_of(outline.figures.begin(), outline.figures.end(), here)) {
            w.key("figures").array();
            for (const Figure& f : outline.figures)
                if (here(f)) write_outline_figure(w, f);
            w.end();
        }
        const auto inside = [&](const OutlineSection& other) { return other.parent == s.id; };
        if (std::any_of(outline.sections.begin(), outline.sections.end(), inside))
            write_outline_sections(w, outline, s.id, i + 1);
        w.end();
    }
    w.end();
}

}  // namespace

}  // namespace inspection

std::string Outline::to_json() const {
    json::Writer w;
    w.object().member("format", "cchc.outline/1").member("id", id).member("version", version);
    inspection::write(w, "title", title);
    inspection::write(w, "basis", basis);
    inspection::write_outline_sections(w, *this, {}, 0);
    inspection::write_conflicts(w, conflicts);
    inspection::write(w, "additions", additions);
    w.end();
    return w.take();
}

}  // namespace cchc
