# Writes OUT: a C++ table of (path, text) for FILES below ROOT. Raw strings, cut where compilers limit their length.
set(body "// Generated from src/data. Do not edit.\n#include \"data/data.hpp\"\n\nnamespace cchc::data {\n\nconst Text texts[] = {\n")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} content)
  string(REPLACE "\n" "\n)cchc\" R\"cchc(" content "${content}")
  string(APPEND body "    {\"${file}\", R\"cchc(${content})cchc\"},\n")
endforeach()
string(APPEND body "};\nconst std::size_t text_count = sizeof texts / sizeof texts[0];\n\n}  // namespace cchc::data\n")
file(WRITE ${OUT} "${body}")
