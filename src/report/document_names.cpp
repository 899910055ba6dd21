// The documents of a round, listed for a program.
#include "cchc/documents.hpp"
#include "json/writer.hpp"

namespace cchc::report {

std::string names_to_json(std::span<const DocumentName> names) {
    json::Writer w;
    w.array();
    for (const DocumentName& n : names)
        w.object().member("name", n.name).member("kind", n.kind).member("title", n.title).member("subject", n.subject).end();
    w.end();
    return w.take();
}

}  // namespace cchc::report
