#include "dossier/dictionary.hpp"

#include <algorithm>
#include <atomic>

namespace cchc {
namespace {

constexpr std::size_t first_slots = 64;
constexpr std::size_t load_divisor = 3;  // at most a third of the slots are used: most texts stand in their first one
constexpr std::size_t arena_block = 16 * 1024;

std::uint64_t next_serial() noexcept {
    static std::atomic<std::uint64_t> last{0};
    return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

}  // namespace

Dictionary::Table::Table() : slots(first_slots), serial(next_serial()) { add({}, key_of({})); }

Dictionary::Table::Table(const Table& other) : slots(other.slots), serial(next_serial()) {
    texts.reserve(other.texts.size());
    for (const std::string_view t : other.texts) texts.push_back(keep(t));
}

std::uint32_t Dictionary::Table::add(std::string_view text, const TextKey& key) {
    if (const Slot& found = probe(text, key); found.code_after != 0) return found.code_after - 1;
    if (load_divisor * (texts.size() + 1) > slots.size()) grow();
    const auto code = static_cast<std::uint32_t>(texts.size());
    texts.push_back(keep(text));
    put(key, code);
    return code;
}

// The text is not in the table, and has room.
void Dictionary::Table::put(const TextKey& key, std::uint32_t code) noexcept {
    const std::size_t mask = slots.size() - 1;
    std::size_t i = key.hash & mask;
    while (slots[i].code_after != 0) i = (i + 1) & mask;
    slots[i] = {key.first, key.second, static_cast<std::uint32_t>(key.size), static_cast<std::uint32_t>(key.hash >> 32),
                code + 1};
}

std::string_view Dictionary::Table::keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left) {
        left = std::max(arena_block, text.size());
        arena.push_back(std::make_unique<char[]>(left));
    }
    // The last block is filled from its end, so that `left` alone says where.
    char* place = arena.back().get() + (left - text.size());
    std::memcpy(place, text.data(), text.size());
    left -= text.size();
    return {place, text.size()};
}

void Dictionary::Table::grow() {
    std::vector<Slot> larger(2 * slots.size());
    slots.swap(larger);
    for (std::uint32_t code = 0; code < texts.size(); ++code) put(key_of(texts[code]), code);
}

Dictionary::Dictionary() : table_(std::make_unique<Table>()) {}
Dictionary::Dictionary(const Dictionary& other) : table_(std::make_unique<Table>(*other.table_)) {}
Dictionary& Dictionary::operator=(const Dictionary& other) {
    if (this != &other) table_ = std::make_unique<Table>(*other.table_);
    return *this;
}
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

std::uint32_t Dictionary::add(std::string_view text) { return table_->add(text, key_of(text)); }

std::optional<std::uint32_t> Dictionary::find(std::string_view text) const noexcept {
    const Table::Slot& slot = table_->probe(text, key_of(text));
    if (slot.code_after == 0) return std::nullopt;
    return slot.code_after - 1;
}

std::string_view Dictionary::operator[](std::uint32_t code) const noexcept { return table_->texts[code]; }
std::uint32_t Dictionary::size() const noexcept { return static_cast<std::uint32_t>(table_->texts.size()); }

}  // namespace cchc
