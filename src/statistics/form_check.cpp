// The identities of a published form, checked row by row; of two forms also the stock that one hands on to the other.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "cchc/published_form.hpp"

namespace cchc {
namespace {

// A sum of cells; nothing where one of them is no count.
std::optional<std::uint64_t> sum_of(const FormRow& row, const std::vector<std::size_t>& columns) {
    std::uint64_t sum = 0;
    for (const std::size_t c : columns) {
        if (!row.cells[c]) return std::nullopt;
        sum += *row.cells[c];
    }
    return sum;
}

FormCellValue cell_value(const PublishedForm& form, std::size_t row, std::size_t column) {
    const FormColumn& c = form.variant.columns[column];
    return {c.id, c.number, form.rows[row].name, form.rows[row].cells[column], form.rows[row].place};
}

std::int64_t difference(std::uint64_t left, std::uint64_t right) {
    return static_cast<std::int64_t>(left) - static_cast<std::int64_t>(right);
}

LocalText same(const std::string& text) { return {text, text}; }

// The texts of chains are English; Vietnamese says "của kỳ trước".
LocalText chain_text(const FormChain& chain) {
    constexpr std::string_view english = "of the previous period";
    std::string vi = chain.text;
    vi.replace(vi.size() - english.size(), english.size(), "của kỳ trước");
    return {std::move(vi), chain.text};
}

class Checker {
public:
    Checker(const PublishedForm& form, FormCheck& out) : form_(form), out_(out) {}

    void run() {
        for (const FormIdentity& identity : form_.variant.identities) check_identity(identity);
        check_sums();
        check_cells();
    }

private:
    FormIdentityCheck& summary(const std::string& id, const LocalText& text) {
        for (FormIdentityCheck& check : out_.identities)
            if (check.id == id) return check;
        out_.identities.push_back({id, text, 0, 0, std::nullopt});
        return out_.identities.back();
    }

    FormViolation violation(const std::string& id, LocalText text, std::size_t row, std::uint64_t left,
                            std::uint64_t right) const {
        FormViolation v;
        v.identity = id;
        v.text = std::move(text);
        v.source = form_.source;
        v.row = form_.rows[row].name;
        v.place = form_.rows[row].place;
        v.left = left;
        v.right = right;
        v.difference = difference(left, right);
        return v;
    }

    std::optional<std::size_t> absent_column(const FormIdentity& identity) const {
        for (const auto* side : {&identity.left, &identity.right})
            for (const std::size_t c : *side)
                if (!form_.has(c)) return c;
        return std::nullopt;
    }

    std::vector<std::size_t> present(const std::vector<std::size_t>& columns) const {
        std::vector<std::size_t> out;
        std::copy_if(columns.begin(), columns.end(), std::back_inserter(out), [&](std::size_t c) { return form_.has(c); });
        return out;
    }

    void check_identity(const FormIdentity& identity) {
        FormIdentityCheck& check = summary(identity.id, same(identity.text));
        if (const auto column = absent_column(identity)) {
            const FormColumn& c = form_.variant.columns[*column];
            check.unchecked = LocalText{"biểu không có cột " + c.id, "the form has no column " + c.id};
            return;
        }
        std::vector<std::size_t> right = identity.right;
        const std::vector<std::size_t> more = present(identity.if_present), maybe = present(identity.maybe);
        right.insert(right.end(), more.begin(), more.end());
        for (std::size_t r = 0; r < form_.rows.size(); ++r) {
            const FormRow& row = form_.rows[r];
            if (row.kind == FormRowKind::heading) continue;
            const auto left = sum_of(row, identity.left), sum = sum_of(row, right), perhaps = sum_of(row, maybe);
            if (!left || !sum || !perhaps) {
                skip_bad(check);
                continue;
            }
            ++check.checked;
            if (*left == *sum || *left == *sum + *perhaps || (identity.at_most && *left < *sum)) continue;
            ++check.broken;
            FormViolation v = violation(identity.id, same(identity.text), r, *left, *sum);
            for (const auto* side : {&identity.left, &std::as_const(right), &maybe})
                for (const std::size_t c : *side) v.cells.push_back(cell_value(form_, r, c));
            out_.violations.push_back(std::move(v));
        }
    }

    static void skip_bad(FormIdentityCheck& check) {
        check.unchecked = LocalText{"có dòng không kiểm tra được vì ô sai", "not in rows with a bad cell"};
    }

    void check_sums() {
        const LocalText text{"dòng tổng = tổng các dòng", "a row of sums = the sum of its rows"};
        FormIdentityCheck& check = summary("F", text);
        for (const FormSum& sum : form_.sums)
            for (std::size_t c = 0; c < form_.variant.columns.size(); ++c)
                if (form_.has(c)) check_sum(sum, c, check);
        if (form_.sums_unchecked) check.unchecked = form_.sums_unchecked;
    }

    void check_sum(const FormSum& sum, std::size_t column, FormIdentityCheck& check) {
        const auto left = form_.rows[sum.row].cells[column];
        std::uint64_t right = 0;
        bool good = left.has_value();
        for (const std::size_t part : sum.parts) {
            good = good && form_.rows[part].cells[column].has_value();
            right += form_.rows[part].cells[column].value_or(0);
        }
        if (!good) return skip_bad(check);
        ++check.checked;
        if (*left == right) return;
        ++check.broken;
        const FormColumn& c = form_.variant.columns[column];
        const std::string name = c.number == 0 ? c.id : fmt::format("{} ({})", c.id, c.number);
        FormViolation v = violation("F",
                                    {fmt::format("{}: dòng này = tổng {} dòng", name, sum.parts.size()),
                                     fmt::format("{}: this row = the sum of {} rows", name, sum.parts.size())},
                                    sum.row, *left, right);
        v.cells.push_back(cell_value(form_, sum.row, column));
        for (const std::size_t part : sum.parts) v.cells.push_back(cell_value(form_, part, column));
        out_.violations.push_back(std::move(v));
    }

    void check_cells() {
        FormIdentityCheck& check =
            summary("G", {"mỗi ô là số nguyên không âm", "every cell is a whole number of 0 or more"});
        for (const FormRow& row : form_.rows)
            for (std::size_t c = 0; c < row.cells.size() && row.kind != FormRowKind::heading; ++c)
                if (form_.has(c)) ++check.checked;
        for (const BadFormCell& bad : form_.bad_cells) {
            ++check.broken;
            FormViolation v = violation("G", bad.reason, bad.row, 0, 0);
            v.place = bad.place;
            v.found = bad.found;
            if (bad.column) {
                v.cells.push_back(cell_value(form_, bad.row, *bad.column));
                v.cells.back().place = bad.place;
            }
            out_.violations.push_back(std::move(v));
        }
    }

    const PublishedForm& form_;
    FormCheck& out_;
};

void add_form(FormCheck& out, const PublishedForm& form) {
    const bool first = out.sources.empty();
    out.sources.push_back(form.source);
    if (first) out.variant = form.variant;
    out.rows += static_cast<std::uint64_t>(
        std::count_if(form.rows.begin(), form.rows.end(), [](const FormRow& r) { return r.kind != FormRowKind::heading; }));
    for (const LocalText& note : form.notes)
        out.notes.push_back({form.source + ": " + note.vi, form.source + ": " + note.en});
    Checker(form, out).run();
}

// Rows by name, with how often each name stands there; total rows are called alike, whatever they are called.
constexpr std::string_view total_name = "\n";
struct Named {
    std::size_t row = 0;
    std::size_t times = 0;
};
std::map<std::string, Named> by_name(const PublishedForm& form) {
    std::map<std::string, Named> out;
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
        if (form.rows[i].kind == FormRowKind::heading) continue;
        Named& named = out[form.rows[i].kind == FormRowKind::total ? std::string(total_name) : form.rows[i].name];
        named.row = i;
        ++named.times;
    }
    return out;
}

class ChainChecker {
public:
    ChainChecker(const PublishedForm& before, const PublishedForm& now, FormCheck& out)
        : before_(before), now_(now), chain_(*now.variant.chain), out_(out) {}

    void run() {
        check_ = {chain_.id, chain_text(chain_), 0, 0, std::nullopt};
        const auto before = by_name(before_), now = by_name(now_);
        for (const auto& [name, row] : before) compare(name, &row, now.contains(name) ? &now.at(name) : nullptr);
        for (const auto& [name, row] : now)
            if (!before.contains(name)) compare(name, nullptr, &row);
        out_.identities.push_back(std::move(check_));
    }

private:
    void compare(const std::string& name, const Named* before, const Named* now) {
        if ((before != nullptr && before->times > 1) || (now != nullptr && now->times > 1)) {
            check_.unchecked = LocalText{fmt::format("tên dòng \"{}\" có hơn một lần", name),
                                         fmt::format("the row name \"{}\" stands more than once", name)};
            return;
        }
        // A total that only one of the two prints says nothing about the other.
        if (name == total_name && (before == nullptr || now == nullptr)) return;
        const std::optional<std::uint64_t> closing =
            before == nullptr ? 0 : sum_of(before_.rows[before->row], chain_.closing);
        const std::optional<std::uint64_t> opening = now == nullptr ? 0 : sum_of(now_.rows[now->row], chain_.opening);
        if (!closing || !opening) {
            check_.unchecked = LocalText{"có dòng không kiểm tra được vì ô sai", "not in rows with a bad cell"};
            return;
        }
        ++check_.checked;
        if (*closing == *opening) return;
        ++check_.broken;
        report(before, now, *opening, *closing);
    }

    void report(const Named* before, const Named* now, std::uint64_t opening, std::uint64_t closing) {
        const PublishedForm& form = now == nullptr ? before_ : now_;
        const FormRow& row = form.rows[now == nullptr ? before->row : now->row];
        FormViolation v;
        v.identity = chain_.id;
        v.text = chain_text(chain_);
        if (now == nullptr)
            add(v.text, fmt::format("; {} không có dòng này", now_.source),
                fmt::format("; {} has no such row", now_.source));
        if (before == nullptr)
            add(v.text, fmt::format("; {} không có dòng này", before_.source),
                fmt::format("; {} has no such row", before_.source));
        v.source = form.source;
        v.row = row.name;
        v.place = row.place;
        v.left = opening;
        v.right = closing;
        v.difference = difference(opening, closing);
        for (const std::size_t c : chain_.opening)
            if (now != nullptr) v.cells.push_back(cell_value(now_, now->row, c));
        for (const std::size_t c : chain_.closing)
            if (before != nullptr) v.cells.push_back(cell_value(before_, before->row, c));
        out_.violations.push_back(std::move(v));
    }

    static void add(LocalText& text, const std::string& vi, const std::string& en) {
        text.vi += vi;
        text.en += en;
    }

    const PublishedForm& before_;
    const PublishedForm& now_;
    const FormChain& chain_;
    FormCheck& out_;
    FormIdentityCheck check_;
};

// By file and line; violations of one row in order of the identities.
void sort_by_row(FormCheck& check, std::size_t from) {
    std::stable_sort(check.violations.begin() + static_cast<std::ptrdiff_t>(from), check.violations.end(),
                     [](const FormViolation& a, const FormViolation& b) { return a.place.line < b.place.line; });
}

}  // namespace

FormCheck check_form(const PublishedForm& form) {
    FormCheck out;
    add_form(out, form);
    sort_by_row(out, 0);
    return out;
}

FormCheck check_forms(const PublishedForm& previous, const PublishedForm& current) {
    if (previous.variant.id != current.variant.id)
        throw Error(ErrorCode::incompatible,
                    fmt::format("{} is a form {}, {} a form {}: stocks cannot be compared", previous.source,
                                previous.variant.id, current.source, current.variant.id));
    FormCheck out = check_form(previous);
    const std::size_t from = out.violations.size();
    add_form(out, current);
    sort_by_row(out, from);
    if (current.variant.chain) ChainChecker(previous, current, out).run();
    return out;
}

}  // namespace cchc
