// Times the library on made-up dossiers of the shape that domain/performance.md describes, one thread, and leaves the same
// data as files for the peers (peers.py). Prints "name ns_per_row checksum", the median of seven runs after one warm-up.
//   cchc_bench FOLDER ROWS
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "cchc/cchc.hpp"

namespace {

// Processor time of this process: what another guest of the machine takes away does not count.
double cpu_seconds() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// The same numbers on every machine; the standard's distributions are not.
class Random {
public:
    std::uint64_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_;
    }
    std::int32_t below(std::int32_t n) { return static_cast<std::int32_t>(next() % static_cast<std::uint64_t>(n)); }
    // Small numbers are likelier, as agencies and procedures are in practice.
    std::int32_t skewed(std::int32_t n) { return std::min(below(n), below(n)); }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

struct Data {
    std::vector<std::int32_t> received;
    std::vector<std::int32_t> limit;
    std::vector<std::int32_t> due;
    std::vector<std::int32_t> completed;
};

constexpr int agencies = 200, fields = 30, procedures = 2000;

cchc::Dossiers make(std::size_t rows, Data& data) {
    Random random;
    const cchc::Calendar calendar = cchc::Calendar::builtin("vn");
    const std::int32_t first = cchc::to_days(*cchc::make_date(2024, 1, 1));
    cchc::Dossiers out;
    for (std::size_t i = 0; i < rows; ++i) {
        cchc::Dossier d;
        const auto received = first + static_cast<std::int32_t>(i * 366 / rows);
        const std::int32_t limit = 1 + random.below(30);
        const std::int32_t due = cchc::to_days(calendar.add_working_days(cchc::from_days(received), limit));
        const std::int32_t took = std::max(0, limit + random.below(12) - 9);
        const std::int32_t done = cchc::to_days(calendar.add_working_days(cchc::from_days(received), took));
        const bool open = random.below(1000) < 81;
        d.id = "H50-" + std::to_string(100000000 + i);
        d.agency = "Don vi " + std::to_string(100 + random.skewed(agencies));
        d.field = "Linh vuc " + std::to_string(10 + random.below(fields));
        d.procedure = "MAU." + std::to_string(1000 + random.skewed(procedures));
        d.channel = static_cast<cchc::Channel>(1 + random.below(3));
        d.limit = cchc::TimeLimit{cchc::Decimal(limit), cchc::Unit::working_day};
        d.event(cchc::Event::received) = cchc::Moment{cchc::from_days(received), 27000 + 60 * random.below(540)};
        d.event(cchc::Event::due) = cchc::Moment{cchc::from_days(due), 61200};
        if (!open) d.event(cchc::Event::completed) = cchc::Moment{cchc::from_days(std::max(done, received)), 61000};
        out.push_back(d);
        data.received.push_back(received);
        data.limit.push_back(limit);
        data.due.push_back(due);
        data.completed.push_back(open ? cchc::no_day : std::max(done, received));
    }
    return out;
}

std::string csv_moment(const cchc::Dossiers& d, cchc::Event e, std::size_t i) {
    const auto m = d.event(e)[i];
    if (!m) return {};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%s %02d:%02d:%02d", cchc::to_string(m->date).c_str(), m->second / 3600,
                  m->second / 60 % 60, m->second % 60);
    return text.data();
}

void write_csv(const cchc::Dossiers& d, const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    out << "id,agency,field,procedure,channel,received,limit,unit,due,completed\n";
    for (std::size_t i = 0; i < d.size(); ++i)
        out << d.id[i] << ',' << d.agency[i] << ',' << d.field[i] << ',' << d.procedure[i] << ','
            << static_cast<int>(d.channel[i]) << ',' << csv_moment(d, cchc::Event::received, i) << ','
            << d.limit_milli[i] / 1000 << ",working_day," << csv_moment(d, cchc::Event::due, i) << ','
            << csv_moment(d, cchc::Event::completed, i) << '\n';
}

void write_column(const std::vector<std::int32_t>& column, const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(column.data()), static_cast<std::streamsize>(column.size() * sizeof column[0]));
}

void report(const std::string& name, std::size_t rows, const std::function<std::uint64_t()>& run) {
    std::uint64_t checksum = run();
    std::vector<double> ns;
    for (int i = 0; i < 7; ++i) {
        const double start = cpu_seconds();
        checksum = run();
        ns.push_back(1e9 * (cpu_seconds() - start) / static_cast<double>(rows));
    }
    std::sort(ns.begin(), ns.end());
    std::printf("%s %.3f %llu\n", name.c_str(), ns[3], static_cast<unsigned long long>(checksum));
    std::fflush(stdout);
}

cchc::Query four_groupings() {
    cchc::Query q;
    q.from = *cchc::make_date(2024, 1, 1);
    q.to = *cchc::make_date(2025, 1, 1);
    using D = cchc::Dimension;
    q.groupings = {{D::agency}, {D::field}, {D::procedure}, {D::month}};
    return q;
}

std::uint64_t outcomes(const cchc::Statistics& s) {
    const cchc::Counts c = s.result().total;
    return c.early.count + 3 * c.on_time.count + 5 * c.overdue.count + 7 * c.within.count + 11 * c.open_overdue.count;
}

std::uint64_t sum(const std::vector<std::int32_t>& v) {
    std::uint64_t s = 0;
    for (const std::int32_t x : v) s += static_cast<std::uint64_t>(x);
    return s;
}

std::uint64_t from_csv(const std::string& path, const cchc::Query& query) {
    cchc::Statistics statistics(query);
    cchc::CsvReader reader({}, [&](cchc::Dossiers& batch) { statistics.add(batch); });
    std::ifstream in(path, std::ios::binary);
    std::vector<char> block(64 * 1024);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0)
        reader.feed({block.data(), static_cast<std::size_t>(in.gcount())});
    reader.finish();
    return statistics.dossiers();
}

void run(const std::string& folder, std::size_t rows) {
    Data data;
    const cchc::Dossiers dossiers = make(rows, data);
    write_column(data.received, folder + "/received.i32");
    write_column(data.limit, folder + "/limit.i32");
    write_column(data.due, folder + "/due.i32");
    write_column(data.completed, folder + "/completed.i32");
    const std::string csv = folder + "/dossiers.csv";
    write_csv(dossiers, csv);

    const cchc::Calendar calendar = cchc::Calendar::builtin("vn");
    std::vector<std::int32_t> out(rows);
    report("add", rows, [&] {
        calendar.add_working_days(data.received, data.limit, out);
        return sum(out);
    });
    report("count", rows, [&] {
        calendar.count_working_days(data.received, data.due, out);
        return sum(out);
    });
    std::vector<cchc::Outcome> outcome(rows);
    const cchc::OutcomePolicy policy = cchc::OutcomePolicy::builtin("form-ii06a");
    report("classify", rows, [&] {
        cchc::classify(dossiers, policy, *cchc::make_date(2025, 1, 1), outcome);
        return static_cast<std::uint64_t>(std::count(outcome.begin(), outcome.end(), cchc::Outcome::overdue));
    });
    // The result is made once outside the clock: it costs per row of the form, not per dossier.
    const cchc::Query query = four_groupings();
    cchc::Statistics last(query);
    report("classify_4_groupings", rows, [&] {
        cchc::Statistics statistics(query);
        statistics.add(dossiers);
        last = std::move(statistics);
        return last.dossiers();
    });
    std::printf("# outcomes %llu\n", static_cast<unsigned long long>(outcomes(last)));
    report("csv_4_groupings", rows, [&] { return from_csv(csv, query); });
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "cchc_bench FOLDER ROWS\n";
        return 2;
    }
    try {
        run(argv[1], static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10)));
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
    return 0;
}
