// Criteria sets: reading with what they extend, checking, and what they tell of themselves.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "criteria/check.hpp"
#include "criteria/compiler.hpp"
#include "criteria/reader.hpp"
#include "data/data.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using criteria::Findings;

constexpr std::size_t max_bytes = 16U << 20U;
constexpr std::size_t max_chain = 8;

// The documents from the outermost frame to the set itself.
class Chain {
public:
    Chain(std::string_view text, std::string_view source, const CriteriaLookup& lookup, Findings& findings) {
        add(text, source);
        while (const auto base = extended(findings)) {
            if (!follow(*base, lookup, findings)) break;
        }
    }

    std::vector<json::Node> nodes() const {
        std::vector<json::Node> out;
        for (auto it = values_.rbegin(); it != values_.rend(); ++it) out.emplace_back(*it->value, it->source);
        return out;
    }

private:
    struct Document {
        std::unique_ptr<json::Value> value;
        std::string source;
    };

    void add(std::string_view text, std::string_view source) {
        if (text.size() > max_bytes)
            throw Error(ErrorCode::json_syntax,
                        fmt::format("expected a criteria set of at most {} bytes; found {}", max_bytes, text.size()),
                        {std::string(source), -1, -1, -1, ""});
        values_.push_back({std::make_unique<json::Value>(json::parse(text, source)), std::string(source)});
    }

    std::optional<json::Node> extended(Findings& findings) const {
        std::optional<json::Node> base;
        findings.part([&] {
            json::Object o(json::Node(*values_.back().value, values_.back().source));
            const auto node = o.find("extends");
            if (node) (void)node->string();
            base = node;
        });
        return base;
    }

    bool follow(const json::Node& base, const CriteriaLookup& lookup, Findings& findings) {
        const std::string id(base.string());
        const bool seen = std::any_of(values_.begin(), values_.end(), [&](const Document& d) { return id_of(d) == id; });
        if (seen || values_.size() >= max_chain) {
            findings.error("extends", base.pointer(),
                           seen ? fmt::format("the set extends itself through \"{}\"", text::excerpt(id))
                                : fmt::format("expected a chain of at most {} sets", max_chain));
            return false;
        }
        const auto text = lookup ? lookup(id) : builtin_text(id);
        if (!text) {
            findings.error("extends", base.pointer(), fmt::format("no criteria set \"{}\" is known", text::excerpt(id)));
            return false;
        }
        add(*text, id);
        return true;
    }

    static std::optional<std::string> builtin_text(std::string_view id) {
        const auto ids = data::builtin_ids("criteria");
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) return std::nullopt;
        return std::string(data::builtin("criteria", id, "criteria set"));
    }

    static std::string id_of(const Document& d) {
        for (const json::Member& m : d.value->members)
            if (m.name == "id") return m.value.text;
        return {};
    }

    std::vector<Document> values_;  // the set itself first
};

void link_children(CriteriaSet::Impl& set) {
    set.children.assign(set.criteria.size(), {});
    for (std::size_t i = 0; i < set.criteria.size(); ++i)
        if (set.criteria[i].parent >= 0)
            set.children[static_cast<std::size_t>(set.criteria[i].parent)].push_back(static_cast<int>(i));
}

std::shared_ptr<CriteriaSet::Impl> read(std::string_view text, std::string_view source, const CriteriaLookup& lookup,
                                        const std::vector<FactDefinition>& dictionary) {
    auto set = std::make_shared<CriteriaSet::Impl>();
    Findings findings(set->report);
    std::optional<Chain> chain;
    // A key that is there twice: what the document says is not known.
    if (!findings.part([&] { chain.emplace(text, source, lookup, findings); })) return set;
    criteria::Reader(*set, findings).read(chain->nodes());
    link_children(*set);
    criteria::Compiler(*set, findings, dictionary).run();
    criteria::check_sums(*set, findings);
    criteria::check_leaves(*set, findings);
    criteria::check_tables(*set, dictionary, findings);
    criteria::check_bands(*set, findings);
    return set;
}

}  // namespace

int CriteriaSet::Impl::find(std::string_view criterion_id) const noexcept {
    const auto found =
        std::find_if(criteria.begin(), criteria.end(), [&](const Criterion& c) { return c.id == criterion_id; });
    return found == criteria.end() ? -1 : static_cast<int>(found - criteria.begin());
}

int CriteriaSet::Impl::find_account(std::string_view account_id) const noexcept {
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const Account& a) { return a.id == account_id; });
    return found == accounts.end() ? -1 : static_cast<int>(found - accounts.begin());
}

CriteriaSet CriteriaSet::from_json(std::string_view text, std::string_view source, const CriteriaLookup& lookup) {
    auto set = read(text, source, lookup, {});
    const auto& findings = set->report.findings;
    const auto is_error = [](const CheckFinding& f) { return f.severity == CheckFinding::Severity::error; };
    const auto first = std::find_if(findings.begin(), findings.end(), is_error);
    if (first != findings.end()) {
        const auto others = std::count_if(findings.begin(), findings.end(), is_error) - 1;
        throw Error(ErrorCode::json_schema,
                    others == 0 ? first->message : fmt::format("{} (and {} more: see check)", first->message, others),
                    {std::string(source), -1, -1, -1, first->pointer});
    }
    return CriteriaSet(std::move(set));
}

CheckReport CriteriaSet::check(std::string_view text, std::string_view source, const CriteriaLookup& lookup,
                               const std::vector<FactDefinition>& dictionary) {
    return read(text, source, lookup, dictionary)->report;
}

CriteriaSet CriteriaSet::builtin(std::string_view id) { return from_json(builtin_json(id), id); }
std::vector<std::string> CriteriaSet::builtin_ids() { return data::builtin_ids("criteria"); }
std::string_view CriteriaSet::builtin_json(std::string_view id) { return data::builtin("criteria", id, "criteria set"); }

const std::string& CriteriaSet::id() const noexcept { return impl_->id; }
const std::string& CriteriaSet::version() const noexcept { return impl_->version; }
const LocalText& CriteriaSet::title() const noexcept { return impl_->title; }
bool CriteriaSet::is_example() const noexcept { return impl_->example; }
const std::vector<std::string>& CriteriaSet::units() const noexcept { return impl_->units; }
std::optional<Date> CriteriaSet::valid_from() const noexcept { return impl_->from; }
std::optional<Date> CriteriaSet::valid_to() const noexcept { return impl_->to; }
const std::vector<LegalBasis>& CriteriaSet::legal_basis() const noexcept { return impl_->legal_basis; }
const std::vector<LocalText>& CriteriaSet::notes() const noexcept { return impl_->notes; }
const std::vector<Criterion>& CriteriaSet::criteria() const noexcept { return impl_->criteria; }
const std::vector<Account>& CriteriaSet::accounts() const noexcept { return impl_->accounts; }
const std::vector<Band>& CriteriaSet::bands() const noexcept { return impl_->bands; }
const std::vector<FactDefinition>& CriteriaSet::facts() const noexcept { return impl_->facts; }
const std::vector<std::string>& CriteriaSet::fact_names() const noexcept { return impl_->fact_names; }
const CheckReport& CriteriaSet::report() const noexcept { return impl_->report; }
int CriteriaSet::find(std::string_view criterion_id) const noexcept { return impl_->find(criterion_id); }

const Number& CriteriaSet::max(std::size_t kind) const {
    if (kind >= impl_->kinds()) throw Error(ErrorCode::argument_range, "no kind of unit has this index");
    return impl_->max[kind];
}

int CriteriaSet::find_kind(std::string_view kind) const noexcept {
    const auto& units = impl_->units;
    if (kind.empty() && units.size() <= 1) return 0;
    const auto found = std::find(units.begin(), units.end(), kind);
    return found == units.end() ? -1 : static_cast<int>(found - units.begin());
}

}  // namespace cchc
