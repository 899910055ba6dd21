"""The operations that the public C++ headers declare, with the number of their overloads: functions and public member functions
by their name without "cchc::": "Calendar::due", "report::to_text". Operators, destructors and what stands in an unnamed namespace
are none.

    cpp_operations.py include/cchc        prints them by header"""

import collections
import pathlib
import re
import sys

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[A-Za-z_]\w*|::|->|\S')
NAME = re.compile(r"[A-Za-z_]\w*$")
NO_FUNCTION = {"noexcept", "decltype", "alignas", "static_assert", "requires", "sizeof"}
NO_DECLARATION = {"using", "typedef", "friend"}
ACCESS = {"public", "private", "protected"}


class Scope:
    """What a pair of braces is: a namespace or class, by name (empty: unnamed), or anything else."""

    def __init__(self, kind, name="", public=True):
        self.kind, self.name, self.public = kind, name, public


def tokens(text):
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", text, flags=re.S)
    text = re.sub(r"^\s*#(?:[^\n\\]|\\.|\\\n)*", " ", text, flags=re.M)
    return TOKEN.findall(text)


def function_of(head):
    """The name that a declaration gives to a function; None if it declares something else."""
    angles = 0
    for at, token in enumerate(head):
        if token in "<>":
            angles += 1 if token == "<" else -1
        elif token == "=" and angles == 0:
            return None
        elif token == "(" and angles <= 0 and at > 0:
            before = head[at - 2] if at > 1 else ""
            if "operator" in head[:at] or before in ("~", "::") or head[at - 1] in NO_FUNCTION:
                return None  # "::" stands in a definition of what was declared before
            return head[at - 1] if NAME.match(head[at - 1]) else None
    return None


def scope_of(head):
    if "namespace" in head:
        return Scope("namespace", "::".join(part for part in head[head.index("namespace") + 1:] if part != "::"))
    if "enum" in head:
        return Scope("other")
    for word in ("class", "struct"):
        # In "template <class T> void f()" the word stands inside angles, and a parenthesis follows.
        if word in head and "(" not in head:
            at = len(head) - 1 - head[::-1].index(word)
            return Scope("class", head[at + 1], word == "struct")
    return Scope("other")


class Reader:
    def __init__(self):
        self.found, self.scopes, self.head, self.parentheses = collections.Counter(), [], [], 0

    def collecting(self):
        return all(s.kind != "other" and s.name and s.public for s in self.scopes)

    def end_of_declaration(self):
        if self.collecting() and self.head and self.head[0] not in NO_DECLARATION:
            name = function_of(self.head)
            if name:
                self.found[re.sub(r"^cchc(::|$)", "", "::".join([s.name for s in self.scopes] + [name]))] += 1
        self.head = []

    def take(self, token):
        if token in "()":
            self.parentheses += 1 if token == "(" else -1
        if self.parentheses > 0 or token not in ("{", "}", ";", ":"):
            self.head.append(token)
        elif token == "{":
            scope = scope_of(self.head)
            if scope.kind == "other" and "enum" not in self.head:
                self.end_of_declaration()
            self.scopes.append(scope)
            self.head = []
        elif token == "}":
            self.scopes.pop()
            self.head = []
        elif token == ";":
            self.end_of_declaration()
        elif self.head and self.head[-1] in ACCESS:
            self.scopes[-1].public = self.head[-1] == "public"
            self.head = []
        else:
            self.head.append(token)


def operations(text):
    reader = Reader()
    for token in tokens(text):
        reader.take(token)
    return reader.found


def of_headers(folder):
    """Header name -> operations of it."""
    found = {path.name: operations(path.read_text(encoding="utf-8")) for path in sorted(pathlib.Path(folder).rglob("*.hpp"))}
    return {name: names for name, names in found.items() if names}


def shown(name, count):
    return name if count == 1 else f"{name} x{count}"


def main():
    total = 0
    for header, found in of_headers(sys.argv[1]).items():
        print(header, len(found), ", ".join(shown(name, found[name]) for name in sorted(found)))
        total += len(found)
    print(total)


if __name__ == "__main__":
    main()
