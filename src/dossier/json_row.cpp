#include "dossier/json_row.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "cchc/clock_table.hpp"
#include "dossier/pause_row.hpp"
#include "json/record.hpp"

namespace cchc::jsonl {
namespace {

using json::Record;
using Kind = json::Value::Kind;

constexpr std::size_t unused = static_cast<std::size_t>(-1);

// The fields of a record: the canonical columns in their order, and behind them the flags.
csv::Header header_of(const Mapping::Names& names, std::vector<std::string>& flags) {
    csv::Header header;
    for (std::size_t c = 0; c < column_count; ++c) header.column.push_back(c);
    for (const auto& [name, channel] : names.channel_flags) {
        header.flags.push_back({header.column.size(), channel});
        header.column.push_back(csv::unmapped);
        flags.push_back(name);
    }
    return header;
}

constexpr std::size_t number(Column column) noexcept { return static_cast<std::size_t>(column); }

}  // namespace

JsonRow::JsonRow(const ReadOptions& options)
    : options_(options),
      names_(options.mapping->tables()),
      header_(header_of(names_, flags_)),
      rows_(header_, *options.mapping, options.zero_limit_allowed),
      history_(*options.mapping),
      slots_(header_.column.size() + array_name_count),
      fields_(header_.column.size()),
      items_(header_.column.size()) {}

JsonRow::Use JsonRow::find_use(std::string_view name) const {
    const std::string folded = text::fold(name);
    for (std::size_t c = 0; c < column_count; ++c)
        if (const auto rank = Mapping::Names::rank_in(names_.folded[c], folded)) return {c, *rank};
    for (std::size_t f = 0; f < flags_.size(); ++f)
        if (flags_[f] == folded) return {column_count + f, 0};
    for (std::size_t a = 0; a < array_name_count; ++a)
        if (const auto rank = Mapping::Names::rank_in(names_.arrays[a], folded)) return {fields_.size() + a, *rank};
    return {unused, 0};
}

// Names repeat from record to record; no more of them are kept than a file has that is meant well.
JsonRow::Use JsonRow::use_of(std::string_view name) {
    if (const auto known = uses_.find(name); known != uses_.end()) return known->second;
    Use use = find_use(name);
    if (uses_.size() >= max_names) return use;
    uses_.emplace(name, use);
    if (use.slot == unused) ignore(name);
    if (use.slot < column_count) seen_[use.slot] = true;
    return use;
}

void JsonRow::ignore(std::string_view name) {
    const auto known = uses_.find(name);
    if (known == uses_.end() || known->second.told) return;
    known->second.told = true;
    ignored_.push_back(text::excerpt(name));
}

std::vector<std::string> JsonRow::missing() const {
    std::vector<std::string> missing;
    for (std::size_t c = 0; c < column_count; ++c)
        if (!seen_[c]) missing.emplace_back(column_names[c]);
    return missing;
}

void JsonRow::fault(Problem problem, std::size_t item, std::string_view column, std::string_view expected) {
    if (fault_.problem == Problem::none) fault_ = {problem, item, column, std::string(expected)};
}

// The best member that is there for each slot.
void JsonRow::collect(const Record& record) {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    for (std::size_t i = Record::first_of(0); i < record.end_of(0); i = record.next_of(i)) {
        const Use use = use_of(record.key(i));
        if (use.slot == unused) continue;
        Slot& slot = slots_[use.slot];
        const auto text = text_of(record, i);
        if (text && text->empty()) continue;
        if (slot.item != 0) ignore(use.rank < slot.rank ? record.key(slot.item) : record.key(i));
        if (slot.item == 0 || use.rank < slot.rank) slot = {i, use.rank};
    }
}

void JsonRow::load_fields(const Record& record) {
    for (std::size_t f = 0; f < fields_.size(); ++f) {
        items_[f] = slots_[f].item;
        const auto text = items_[f] == 0 ? std::string_view() : text_of(record, items_[f]);
        fields_[f] = text.value_or(std::string_view());
        if (!text)
            fault(Problem::bad_json, items_[f], f < column_count ? column_names[f] : column_names[number(Column::channel)],
                  "a text, a number, true, false or null");
    }
}

void JsonRow::read_pauses(const Record& record) {
    clock_.clear();
    const std::size_t array = slots_[fields_.size() + static_cast<std::size_t>(ArrayName::pauses)].item;
    if (array == 0) return;
    if (record[array].kind != Kind::array) return fault(Problem::bad_pause, array, "pauses", "an array of pauses");
    for (std::size_t i = Record::first_of(array); i < record.end_of(array); i = record.next_of(i)) read_pause(record, i);
}

void JsonRow::read_pause(const Record& record, std::size_t item) {
    if (record[item].kind != Kind::object) return fault(Problem::bad_pause, item, "pauses", "an object with from and to");
    PauseTexts texts{};
    std::array<std::size_t, pause_column_count> items{};
    for (std::size_t c = 1; c < pause_column_count; ++c) {  // but for the id, which is that of the dossier
        items[c] = find_member(record, item, names_.pause_columns[c]);
        const auto text = items[c] == 0 ? std::string_view() : text_of(record, items[c]);
        if (!text) return fault(Problem::bad_pause, items[c], pause_column_names[c], "a text, a number or null");
        texts[c] = *text;
    }
    ClockEvent event;
    if (const auto wrong = cchc::read_pause(texts, *options_.mapping, event)) {
        const auto c = static_cast<std::size_t>(wrong->column);
        return fault(Problem::bad_pause, items[c] == 0 ? item : items[c], pause_column_names[c], wrong->expected);
    }
    clock_.push_back(event);
}

// What the history says where no column says it.
void JsonRow::read_history(const Record& record) {
    const std::size_t array = slots_[fields_.size() + static_cast<std::size_t>(ArrayName::history)].item;
    if (array == 0) return;
    if (record[array].kind != Kind::array) return fault(Problem::bad_json, array, "history", "an array of states");
    const History::Fault wrong = history_.read(record, array);
    if (wrong.problem != Problem::none) return fault(wrong.problem, wrong.item, wrong.column, wrong.expected);
    const auto fill = [this](Column column, const History::Text& text) {
        if (!fields_[number(column)].empty() || text.item == 0) return;
        fields_[number(column)] = text.text;
        items_[number(column)] = text.item;
    };
    // A recorded end, of either kind, is the end: the history does not add another.
    const bool ended = !fields_[number(Column::completed)].empty();
    if (!ended) fill(Column::completed, history_.completed());
    fill(Column::returned, history_.returned());
    fill(Column::status, history_.status());
    keep_pauses_of_history();
}

void JsonRow::keep_pauses_of_history() {
    const bool requested = !fields_[number(Column::supplement_requested)].empty();
    const bool supplements = !requested && !has_kind(ClockKind::supplement);
    const bool duties = !has_kind(ClockKind::financial_duty);
    for (const ClockEvent& pause : history_.pauses())
        if (pause.kind == ClockKind::supplement ? supplements : duties) clock_.push_back(pause);
}

// Whether the record or the file of pauses has such an event of this dossier.
bool JsonRow::has_kind(ClockKind kind) const {
    const auto of_kind = [kind](const ClockEvent& e) { return e.kind == kind; };
    if (std::any_of(clock_.begin(), clock_.end(), of_kind)) return true;
    if (!options_.clock) return false;
    const std::size_t dossier = options_.clock->find(fields_[number(Column::id)]);
    if (dossier == ClockTable::none) return false;
    const auto events = options_.clock->events(dossier);
    return std::any_of(events.begin(), events.end(), of_kind);
}

bool JsonRow::read(const Record& record, Dossiers& out, columns::Row& row, std::string_view& id) {
    fault_.problem = Problem::none;
    collect(record);
    load_fields(record);
    read_pauses(record);
    read_history(record);
    if (!rows_.read(fields_, out, row, id)) {
        const csv::RowFault& wrong = rows_.fault();
        const std::size_t item = wrong.field == 0 ? 0 : items_[wrong.field - 1];
        fault_ = {wrong.problem, item, wrong.column, wrong.expected};
    }
    row.problem = fault_.problem;
    return fault_.problem == Problem::none;
}

}  // namespace cchc::jsonl
