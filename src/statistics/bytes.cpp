// Statistics as bytes. Layout: "CCHCSTAT", version, the query's JSON, the cells of each grouping in order of key, a
// checksum. Numbers are unsigned LEB128; texts are a length and bytes. Only what is not zero is written, in order, so that
// equal statistics give equal bytes.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "statistics/code_rows.hpp"
#include "statistics/impl.hpp"

namespace cchc {
namespace {

constexpr std::string_view magic = "CCHCSTAT";
constexpr std::uint64_t version = 1;
constexpr std::size_t checksum_bytes = 8;

// FNV-1a, 64 bits: finds damage, not malice.
std::uint64_t checksum(std::string_view bytes) noexcept {
    std::uint64_t h = 0xCBF29CE484222325U;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return h;
}

class Out {
public:
    void number(std::uint64_t n) {
        for (; n >= 0x80; n >>= 7) bytes += static_cast<char>(n | 0x80);
        bytes += static_cast<char>(n);
    }
    void text(std::string_view t) {
        number(t.size());
        bytes += t;
    }
    std::string bytes;
};

[[noreturn]] void corrupt(const std::string& why) {
    throw Error(ErrorCode::bytes_corrupt, "not serialised statistics: " + why);
}

class In {
public:
    explicit In(std::string_view bytes) : rest_(bytes) {}
    std::uint64_t number(std::uint64_t max) {
        std::uint64_t n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) corrupt("truncated");
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            n |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) {
                if (n > max) corrupt("a number out of range");
                return n;
            }
        }
        corrupt("a number out of range");
    }
    std::string_view text() {
        const std::uint64_t size = number(rest_.size());
        if (size > rest_.size()) corrupt("truncated");
        const std::string_view t = rest_.substr(0, size);
        rest_.remove_prefix(size);
        if (!text::is_utf8(t)) corrupt("a text that is not UTF-8");
        return t;
    }
    bool empty() const noexcept { return rest_.empty(); }

private:
    std::string_view rest_;
};

void write_cell(Out& out, const stats::Cells& cells, std::uint32_t cell, const std::vector<std::string>& key) {
    for (const std::string& value : key) out.text(value);
    std::vector<std::pair<std::uint16_t, std::uint32_t>> counts;
    const auto counters = cells.counters(cell);
    for (std::size_t c = 0; c < stats::codes.count; ++c)
        if (counters[c] != 0) counts.emplace_back(word(stats::codes.meaning[c]), counters[c]);
    std::sort(counts.begin(), counts.end());
    out.number(counts.size());
    for (const auto& [meaning, count] : counts) {
        out.number(meaning);
        out.number(count);
    }
    for (std::uint8_t kind = 0; kind < stats::example_kinds; ++kind) {
        const auto ids = cells.examples.find({cell, kind});
        out.number(ids == cells.examples.end() ? 0 : ids->second.size());
        if (ids == cells.examples.end()) continue;
        for (const std::string& id : ids->second) out.text(id);
    }
}

void write_timing(Out& out, const Timing& timing) {
    stats::each_histogram(timing, [&](stats::Distance, const DayHistogram& histogram) {
        out.number(histogram.counts().size());
        for (const auto& [days, dossiers] : histogram.counts()) {
            out.number(static_cast<std::uint64_t>(days));
            out.number(dossiers);
        }
    });
    out.number(timing.due_today);
}

}  // namespace

std::string Statistics::to_bytes() const {
    Out out;
    out.bytes = magic;
    out.number(version);
    out.text(impl_->query_text);
    out.number(impl_->rows);
    for (std::size_t g = 0; g < impl_->groupings.size(); ++g) {
        const stats::Cells& cells = impl_->groupings[g];
        std::vector<std::vector<std::string>> keys(cells.size());
        std::vector<std::uint32_t> order;
        for (std::uint32_t c = 0; c < cells.size(); ++c) {
            if (cells.is_empty(c)) continue;
            keys[c] = impl_->key_texts(g, c);
            order.push_back(c);
        }
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
        out.number(order.size());
        for (const std::uint32_t c : order) {
            write_cell(out, cells, c, keys[c]);
            if (impl_->query.timing) write_timing(out, impl_->timings[g][c]);
        }
    }
    const std::uint64_t sum = checksum(out.bytes);
    for (std::size_t i = 0; i < checksum_bytes; ++i) out.bytes += static_cast<char>(sum >> (8 * i));
    return std::move(out.bytes);
}

namespace {

std::uint64_t read_counts(In& in, std::span<std::uint32_t> counters) {
    std::uint64_t sum = 0;
    for (std::uint64_t n = in.number(stats::stride); n > 0; --n) {
        const int code = stats::code_of(static_cast<std::uint16_t>(in.number(stats::word_count - 1)));
        if (code < 0) corrupt("a meaning that this version does not know");
        const std::uint64_t count = in.number(4'000'000'000);
        counters[static_cast<std::size_t>(code)] += static_cast<std::uint32_t>(count);
        sum += count;
    }
    return sum;
}

void read_examples(In& in, stats::Cells& cells, std::uint32_t cell) {
    for (std::uint8_t kind = 0; kind < stats::example_kinds; ++kind)
        for (std::uint64_t n = in.number(stats::max_examples); n > 0; --n)
            stats::add_example(cells.examples, cell, kind, in.text());
}

void read_timing(In& in, stats::Timings& timings, std::uint32_t cell) {
    Timing timing;
    stats::each_histogram(timing, [&](stats::Distance distance, DayHistogram&) {
        for (std::uint64_t n = in.number(1'000'000); n > 0; --n) {
            const auto days = static_cast<std::int32_t>(in.number(1'000'000));
            timings.add(cell, distance, days, in.number(stats::max_rows));
        }
    });
    if (const std::uint64_t today = in.number(stats::max_rows); today != 0)
        timings.add(cell, stats::Distance::due_today, 0, today);
}

// Statistics of the query inside. It may also be of a version that this library does not know, of its calendar for example.
Statistics begin(std::string_view query) {
    try {
        return Statistics(Query::from_json(query, "serialised query"));
    } catch (const Error& e) {
        corrupt(e.what());
    }
}

}  // namespace

Statistics Statistics::from_bytes(std::string_view bytes) {
    if (!bytes.starts_with(magic)) corrupt("they begin with another signature");
    if (bytes.size() < magic.size() + checksum_bytes) corrupt("truncated");
    const std::string_view body = bytes.substr(0, bytes.size() - checksum_bytes);
    std::uint64_t stored = 0;
    for (std::size_t i = 0; i < checksum_bytes; ++i)
        stored |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[body.size() + i])) << (8 * i);
    if (stored != checksum(body)) corrupt("the checksum differs: truncated or altered");
    In in(body.substr(magic.size()));
    if (const std::uint64_t v = in.number(1'000'000); v != version)
        corrupt(fmt::format("version {}; this library reads {}", v, version));
    Statistics statistics = begin(in.text());
    Impl& impl = *statistics.impl_;
    impl.count_rows(in.number(4'000'000'000));
    for (std::size_t g = 0; g < impl.groupings.size(); ++g) {
        const std::size_t dimensions = g == 0 ? 0 : impl.query.groupings[g - 1].size();
        std::uint64_t rows = 0;
        for (std::uint64_t n = in.number(0xFFFFFFFF); n > 0; --n) {
            std::vector<std::string> key(dimensions);
            for (std::string& value : key) value = in.text();
            const std::uint32_t cell = impl.cell(g, key);
            rows += read_counts(in, impl.groupings[g].counters(cell));
            read_examples(in, impl.groupings[g], cell);
            if (impl.query.timing) read_timing(in, impl.timings[g], cell);
        }
        if (rows != impl.rows) corrupt("the cells do not add up to the number of dossiers");
    }
    if (!in.empty()) corrupt("bytes after the end");
    return statistics;
}

}  // namespace cchc
