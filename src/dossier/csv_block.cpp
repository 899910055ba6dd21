#include "dossier/csv_block.hpp"

#include <algorithm>
#include <bit>

#include "base/ascii.hpp"
#include "base/moments.hpp"
#include "base/utf8.hpp"
#include "dossier/columns.hpp"

namespace cchc::csv {
namespace {

// A field without the quotes and blanks around it; the last one may end with a carriage return. The index has seen that a
// quote at the beginning has its fellow at the end.
[[gnu::noinline]] std::string_view bare(std::string_view t, bool last) noexcept {
    if (last && t.ends_with('\r')) t.remove_suffix(1);
    if (t.starts_with('"')) t = t.substr(1, t.size() - 2);
    return text::trim(t);
}

// A date in another layout, or one that stands for none.
bool read_other_moment(std::string_view t, std::int32_t& day, std::int32_t& second) {
    if (is_null_moment(t)) return true;
    const auto moment = parse_moment(t);
    if (!moment) return false;
    day = to_days(moment->date);
    second = moment->second;
    return true;
}

// A limit of one to three digits in thousandths, or -1. The text is read beyond its end (Index::margin).
std::int32_t small_limit(std::string_view t) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        std::uint32_t word = 0;
        std::memcpy(&word, t.data(), 4);
        // The digits in the upper bytes, the last one highest, and zeros where there is none.
        const std::size_t shift = 8 * (4 - t.size());
        word = (word << shift) ^ (0x30303030U << shift);
        const std::uint32_t not_digit = ((word + 0x06060606U) | word) & 0xF0F0F0F0U;
        const std::uint32_t value = (word >> 8 & 0xFF) * 100 + (word >> 16 & 0xFF) * 10 + (word >> 24);
        return not_digit == 0 ? static_cast<std::int32_t>(value * 1000) : -1;
    } else {
        const int whole = text::digits(t, 0, t.size());
        return whole < 0 ? -1 : whole * 1000;
    }
}

}  // namespace

BlockReader::BlockReader(const Header& header, const Mapping& mapping, const DuplicateWindow* watch)
    : flags_(header.flags), mapping_(mapping), hours_per_day_(mapping.tables().hours_per_day), watch_(watch) {
    for (std::size_t at = 0; at < header.column.size(); ++at) {
        if (header.column[at] == unmapped) continue;
        fields_.push_back({at, static_cast<Column>(header.column[at])});
    }
}

void BlockReader::read(const Index& index, Dossiers& out) {
    start_ = out.size();
    rows_ = index.rows();
    make_room(out);
    for (const Field& field : fields_) {
        load_texts(index, field.at);
        read_field(field, out);
    }
    if (hours_per_day_ != 0) count_limits_in_days(out);
    check_flags(index);
    check_limits(out);
    check_dates(out);
}

// All columns get their new rows, as rows of which nothing is known.
void BlockReader::make_room(Dossiers& out) {
    const std::size_t rows = start_ + rows_;
    for (const Field& field : fields_) {
        const std::size_t e = event_of(field.column);
        if (e == event_count) continue;
        out.events[e].day.resize(rows, no_day);
        out.events[e].second.resize(rows, -1);
    }
    for (CodedColumn* column : {&out.agency, &out.field, &out.procedure, &out.cause}) column->codes.resize(rows, 0);
    out.channel.resize(rows, Channel::unknown);
    out.status.resize(rows, Status::unknown);
    out.limit_milli.resize(rows, -1);
    out.limit_unit.resize(rows, Unit::working_day);
    out.service_level.resize(rows, ServiceLevel::unknown);
    out.problem.resize(rows, Problem::none);
    std::fill_n(odd_.begin(), rows_, std::uint8_t{0});
    std::fill_n(has_unit_.begin(), rows_, std::uint8_t{0});
}

// The texts of one field, as RowReader would see them: without quotes and blanks around them.
void BlockReader::load_texts(const Index& index, std::size_t field) {
    const bool last = field + 1 == index.fields();
    const Index::FieldTexts texts = index.texts(field);
    std::string_view* const text = text_.data();
    for (std::size_t row = 0, rows = rows_; row < rows; ++row) {
        const std::string_view t = texts[row];
        // One compare for all that is rare at the beginning: blanks and quotes have the lowest codes.
        const bool usual =
            t.empty() || (static_cast<unsigned char>(t.front()) > '"' && static_cast<unsigned char>(t.back()) > ' ');
        text[row] = usual ? t : bare(t, last);
    }
}

void BlockReader::read_field(const Field& field, Dossiers& out) {
    switch (field.column) {
        case Column::id: return read_ids(out.id);
        case Column::agency: return read_texts(out.agency);
        case Column::field: return read_texts(out.field);
        case Column::procedure: return read_texts(out.procedure);
        case Column::cause: return read_texts(out.cause);
        case Column::limit: return read_limits(out.limit_milli);
        case Column::channel:
            return read_codes(
                channels_, [this](std::string_view t) { return mapping_.channel(t); }, out.channel);
        case Column::status:
            return read_codes(
                statuses_, [this](std::string_view t) { return mapping_.status(t); }, out.status);
        case Column::service_level:
            return read_codes(
                levels_, [this](std::string_view t) { return mapping_.service_level(t); }, out.service_level);
        case Column::unit:
            for (std::size_t row = 0; row < rows_; ++row) has_unit_[row] = static_cast<std::uint8_t>(!text_[row].empty());
            return read_codes(
                units_, [this](std::string_view t) { return mapping_.unit(t); }, out.limit_unit);
        default: {
            const std::size_t e = event_of(field.column);
            return read_event(static_cast<Event>(e), out.events[e]);
        }
    }
}

void BlockReader::read_ids(TextColumn& out) {
    constexpr std::size_t piece = 16;  // copied whole: the text may be read, and the column written, beyond the end
    std::size_t total = 0, end = out.bytes.size();
    for (std::size_t row = 0; row < rows_; ++row) total += text_[row].size();
    out.bytes.resize(end + total + piece);
    out.ends.resize(start_ + rows_);
    char* const bytes = out.bytes.data();
    std::uint64_t* const ends = out.ends.data() + start_;
    const std::string_view* const text = text_.data();
    for (std::size_t row = 0, rows = rows_; row < rows; ++row) {
        const std::string_view t = text[row];
        const TextKey key = key_with_margin(t);
        const bool ascii = ((key.first | key.second) & 0x8080808080808080U) == 0 && key.size <= text_key::head;
        const bool good = key.size != 0 && (ascii || text::is_utf8(t));
        if (!good) [[unlikely]]
            odd_[row] = 1;
        const std::size_t size = good ? key.size : 0;
        for (std::size_t i = 0; i < size; i += piece) std::memcpy(bytes + end + i, t.data() + i, piece);
        end += size;
        ends[row] = end;
        id_hash_[row] = good ? key.hash : 0;
    }
    if (watch_ != nullptr)
        for (std::size_t row = 0; row < rows_; ++row) watch_->prefetch(id_hash_[row]);
    out.bytes.resize(end);
}

void BlockReader::read_event(Event event, EventColumn& out) {
    static_assert(Index::margin >= text::moments_margin);
    std::int32_t* const day = out.day.data() + start_;
    std::int32_t* const second = out.second.data() + start_;
    std::array<std::uint8_t, max_rows> left;
    if (text::read_moments(std::span(text_).first(rows_), day, second, left.data()))
        for (std::size_t row = 0; row < rows_; ++row)
            if (left[row] != 0 && !read_other_moment(text_[row], day[row], second[row])) odd_[row] = 1;
    if (event == Event::due || event == Event::original_due)
        for (std::size_t row = 0; row < rows_; ++row) second[row] = second[row] == 0 ? -1 : second[row];
}

void BlockReader::read_texts(CodedColumn& out) {
    Dictionary::Table& table = out.names.table();
    std::uint32_t* const code = out.codes.data() + start_;
    const std::string_view* const text = text_.data();
    for (std::size_t row = 0, rows = rows_; row < rows; ++row) {
        const std::string_view t = text[row];
        const TextKey key = key_with_margin(t);
        if (const auto& slot = table.probe(t, key); slot.code_after != 0) [[likely]] {
            code[row] = slot.code_after - 1;
        } else if (text::is_utf8(t)) {
            code[row] = table.add(t, key);
        } else {
            odd_[row] = 1;
        }
    }
}

template <class E, class Find>
void BlockReader::read_codes(CodeTable<E>& known, Find find, std::vector<E>& out) {
    E* const value = out.data() + start_;
    const std::string_view* const text = text_.data();
    for (std::size_t row = 0, rows = rows_; row < rows; ++row) {
        const std::string_view t = text[row];
        if (t.empty()) continue;
        if (!known(t, head_with_margin(t), find, value[row])) [[unlikely]]
            odd_[row] = 1;
    }
}

void BlockReader::read_limits(std::vector<std::int32_t>& out) {
    std::int32_t* const limit = out.data() + start_;
    for (std::size_t row = 0; row < rows_; ++row) {
        const std::string_view t = text_[row];
        if (t.empty()) continue;
        limit[row] = t.size() <= 3 ? small_limit(t) : -1;
        if (limit[row] < 0) [[unlikely]]
            limit[row] = columns::parse_limit(t);
        odd_[row] |= static_cast<std::uint8_t>(limit[row] < 0);
    }
}

void BlockReader::count_limits_in_days(Dossiers& out) {
    std::int32_t* const limit = out.limit_milli.data() + start_;
    const Unit* const unit = out.limit_unit.data() + start_;
    for (std::size_t row = 0; row < rows_; ++row) {
        if (limit[row] < 0) continue;
        limit[row] = columns::limit_in_days(limit[row], unit[row], hours_per_day_);
        odd_[row] |= static_cast<std::uint8_t>(limit[row] < 0);
    }
}

// Everyday rows say no.
void BlockReader::check_flags(const Index& index) {
    for (const Header::Flag& flag : flags_) {
        load_texts(index, flag.field);
        for (std::size_t row = 0; row < rows_; ++row)
            odd_[row] |= static_cast<std::uint8_t>(!text_[row].empty() && text_[row] != "0" && text_[row] != "false");
    }
}

// A limit without a unit, or of 0, matters only where there is no due date; without a unit it is none.
void BlockReader::check_limits(Dossiers& out) {
    const EventColumn& due = out.event(Event::due);
    std::int32_t* const limit = out.limit_milli.data() + start_;
    for (std::size_t row = 0; row < rows_; ++row) {
        const bool has_due = !due.day.empty() && due.day[start_ + row] != no_day;
        const bool doubtful = (limit[row] == 0) | ((limit[row] > 0) & (has_unit_[row] == 0));
        odd_[row] |= static_cast<std::uint8_t>(!has_due & doubtful);
        limit[row] = has_unit_[row] == 0 ? -1 : limit[row];
    }
}

void BlockReader::check_dates(const Dossiers& out) {
    const std::int32_t* const received = out.event(Event::received).day.data() + start_;
    for (std::size_t row = 0; row < rows_; ++row) odd_[row] |= static_cast<std::uint8_t>(received[row] == no_day);
    for (const Event e : {Event::due, Event::original_due, Event::completed, Event::returned}) {
        if (out.event(e).day.empty()) continue;
        const std::int32_t* const day = out.event(e).day.data() + start_;
        for (std::size_t row = 0; row < rows_; ++row)
            odd_[row] |= static_cast<std::uint8_t>((day[row] != no_day) & (day[row] < received[row]));
    }
}

}  // namespace cchc::csv
