#include "row_writer.hpp"

#include <cchc/cchc.hpp>

#include "csv.hpp"
#include "json_writer.hpp"
#include "table.hpp"
#include "utf8.hpp"

namespace tool {
namespace {

class CsvWriter : public RowWriter {
public:
    CsvWriter(char delimiter, Output& output) : delimiter_(delimiter), output_(output) {}
    void header(const std::vector<std::string>& captions) override { row(captions); }
    void row(const std::vector<std::string>& cells) override {
        std::string line;
        for (const std::string& cell : cells) {
            if (&cell != &cells.front()) line += delimiter_;
            line += csv_quoted(cell, delimiter_);
        }
        output_.write(line + '\n');
    }
    void end() override {}

private:
    char delimiter_;
    Output& output_;
};

class JsonRows : public RowWriter {
public:
    explicit JsonRows(Output& output) : output_(output) { json_.array(); }
    void header(const std::vector<std::string>& captions) override { captions_ = captions; }
    void row(const std::vector<std::string>& cells) override {
        json_.object();
        for (std::size_t i = 0; i < cells.size(); ++i)
            json_.member(captions_[i], is_utf8(cells[i]) ? cells[i] : printable(cells[i]));
        json_.end();
        output_.write(json_.take());
    }
    void end() override {
        json_.end();
        output_.write(json_.take());
    }

private:
    Output& output_;
    JsonWriter json_;
    std::vector<std::string> captions_;
};

class TableRows : public RowWriter {
public:
    explicit TableRows(Output& output) : output_(output) {}
    void header(const std::vector<std::string>& captions) override {
        table_.captions = {captions};
        table_.numeric.resize(captions.size(), false);
    }
    void row(const std::vector<std::string>& cells) override { table_.rows.push_back(cells); }
    void end() override { output_.write(render(table_)); }

private:
    Output& output_;
    cchc::Table table_;
};

}  // namespace

std::unique_ptr<RowWriter> make_row_writer(std::string_view format, char delimiter, Output& output) {
    if (format == "json") return std::make_unique<JsonRows>(output);
    if (format == "table") return std::make_unique<TableRows>(output);
    return std::make_unique<CsvWriter>(delimiter, output);
}

}  // namespace tool
