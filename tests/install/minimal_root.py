#!/usr/bin/env python3
"""A small Debian root made from the packages of this machine, without network: what is essential, and what is asked for, with all
that they depend on and nothing else.

    minimal_root.py ROOT PACKAGE[,PACKAGE ...]

Files are copied as dpkg lists them, and dpkg in ROOT knows the packages, so that it checks dependencies, removes and runs triggers
as it would on a machine. A ROOT that is there gets what it lacks. Needs root, as the owners of files are kept.
"""
import os
import re
import shutil
import subprocess
import sys

FORMAT = "${Package}\t${binary:Package}\t${Essential}\t${Provides}\t${Pre-Depends}, ${Depends}\t${db:Status-Abbrev}\n"
UNREAD = ("/usr/share/doc/", "/usr/share/man/", "/usr/share/locale/", "/usr/share/info/")
INFO = "/var/lib/dpkg/info"


def installed():
    """Packages by name and by what they provide: (name as dpkg files it, groups of alternatives, essential)."""
    packages, provided = {}, {}
    text = subprocess.run(["dpkg-query", "-W", "-f", FORMAT], check=True, capture_output=True, text=True).stdout
    for line in text.splitlines():
        name, filed, essential, provides, depends, status = line.split("\t")
        if not status.startswith("ii"):
            continue
        packages[name] = (filed, [names_in(group, "|") for group in depends.split(",")], essential == "yes")
        for other in names_in(provides, ","):
            provided.setdefault(other, name)
    return packages, provided


def names_in(text, separator):
    return [re.split(r"[ (:]", part.strip())[0] for part in text.split(separator) if part.strip()]


def closure(wanted, packages, provided):
    found, open_names = set(), [name for name, package in packages.items() if package[2]] + wanted
    while open_names:
        name = open_names.pop()
        if name in found:
            continue
        if name not in packages:
            sys.exit(f"minimal_root.py: {name} is not installed on this machine")
        found.add(name)
        for group in packages[name][1]:
            fits = [other if other in packages else provided[other] for other in group if other in packages or other in provided]
            if group and not fits:
                sys.exit(f"minimal_root.py: {name} needs {' or '.join(group)}, which is not installed")
            open_names += fits[:1]
    return sorted(found)


def copy_files(root, filed):
    for path in open(f"{INFO}/{filed}.list", encoding="utf-8").read().splitlines():
        target = root + path
        if path.startswith(UNREAD) or not os.path.lexists(path) or os.path.lexists(target):
            continue
        if os.path.islink(path):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.symlink(os.readlink(path), target)
        elif os.path.isdir(path):
            os.makedirs(target)
            shutil.copystat(path, target)
        else:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            put(path, target)


def put(path, target):
    """Programs and libraries are linked where the file system is the same, which copies nothing: nobody writes into them, dpkg
    puts new files beside and renames. What may be written in place, such as /etc, is copied."""
    if path.startswith("/usr/"):
        try:
            return os.link(path, target)
        except OSError:
            pass
    return shutil.copy2(path, target)


def tell_dpkg(root, filed):
    for file in os.listdir(INFO):
        if file.rsplit(".", 1)[0] == filed:
            shutil.copy2(f"{INFO}/{file}", f"{root}{INFO}/{file}")


def main():
    root, wanted = sys.argv[1], sys.argv[2].split(",")
    packages, provided = installed()
    names = closure(wanted, packages, provided)
    os.makedirs(root, exist_ok=True)
    for folder in ("bin", "sbin", "lib", "lib32", "lib64", "libx32"):
        if os.path.islink(f"/{folder}") and not os.path.lexists(f"{root}/{folder}"):
            os.makedirs(f"{root}/usr/{folder}")
            os.symlink(f"usr/{folder}", f"{root}/{folder}")
    for folder in ("tmp", "dev", "proc", "var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "var/log"):
        os.makedirs(f"{root}/{folder}", exist_ok=True)
    filed = [packages[name][0] for name in names]
    for name in filed:
        copy_files(root, name)
        tell_dpkg(root, name)
    status = subprocess.run(["dpkg-query", "-s", *filed], check=True, capture_output=True, text=True).stdout
    for name, text in (("status", status), ("available", ""), ("triggers/ldconfig", "libc-bin\n")):
        with open(f"{root}/var/lib/dpkg/{name}", "w", encoding="utf-8") as out:
            out.write(text)
    shutil.copy2(f"{INFO}/format", f"{root}{INFO}/format")
    with open(f"{root}/dev/null", "w", encoding="utf-8"):
        pass
    os.chmod(f"{root}/dev/null", 0o666)
    subprocess.run(["chroot", root, "ldconfig"], check=True)
    print(f"{len(names)} packages")


main()
