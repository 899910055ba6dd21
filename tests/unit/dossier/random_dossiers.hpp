// Random dossiers in which everything that the rules tell apart occurs often: few days, few hours, many coincidences.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc::test {

class RandomDossiers {
public:
    // Days of receipt: [first, first + days).
    RandomDossiers(unsigned seed, Date first, int days) : random_(seed), first_(first), days_(days) {}

    Dossier next() {
        Dossier d;
        d.id = "HS-" + std::to_string(below(1'000'000));
        d.agency = below(12) == 0 ? "" : "UBND xã " + std::to_string(below(5));
        d.field = below(9) == 0 ? "" : "Lĩnh vực " + std::to_string(below(4));
        d.procedure = "TT." + std::to_string(below(7));
        d.channel = static_cast<Channel>(below(4));
        d.status = below(3) == 0 ? Status::finished : static_cast<Status>(below(status_count));
        const Date received = first_ + std::chrono::days{below(days_)};
        if (below(40) != 0) d.event(Event::received) = Moment{received, second()};
        d.event(Event::due) = perhaps(3, 4, received);
        d.event(Event::original_due) = perhaps(1, 4, received);
        d.event(Event::completed) = perhaps(2, 3, received);
        d.event(Event::returned) = perhaps(1, 2, received);
        d.event(Event::supplement_requested) = perhaps(1, 4, received);
        d.event(Event::supplement_received) = perhaps(1, 8, received);
        d.event(Event::apology) = perhaps(1, 4, received);
        if (below(2) == 0)
            d.limit = TimeLimit{Decimal(1 + below(6)), below(4) == 0 ? Unit::calendar_day : Unit::working_day};
        if (below(30) == 0) d.problem = static_cast<Problem>(1 + below(problem_count - 1));
        return d;
    }

    Dossiers rows(std::size_t count) {
        Dossiers out;
        for (std::size_t i = 0; i < count; ++i) out.push_back(next());
        return out;
    }

    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

private:
    std::int32_t second() {
        static const std::vector<std::int32_t> seconds = {-1, -1, 0, 8 * 3600, 17 * 3600, 17 * 3600 + 1, seconds_per_day};
        return seconds[static_cast<std::size_t>(below(static_cast<int>(seconds.size())))];
    }

    // An event up to a week after the receipt (now and then the day before it), in `times` of `of` cases.
    std::optional<Moment> perhaps(int times, int of, Date received) {
        if (below(of) >= times) return std::nullopt;
        const int after = below(60) == 0 ? -1 : below(8);
        return Moment{received + std::chrono::days{after}, second()};
    }

    std::mt19937 random_;
    Date first_;
    int days_;
};

}  // namespace cchc::test
