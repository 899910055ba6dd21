// The documents of a round, listed for a program.
#include "cchc/documents.hpp"
#include "json/writer.hpp"

namespace cchc::report {

std::string names_to_json(std::span<const Document> documents) {
    json::Writer w;
    w.array();
    for (const Document& d : documents)
        w.object().member("name", d.name).member("kind", d.kind).member("title", d.title).member("subject", d.subject).end();
    w.end();
    return w.take();
}

}  // namespace cchc::report
