#!/usr/bin/env python3
"""The vcpkg port and the Conan recipe: their syntax, what they must have, and the version, which is that of version.hpp.

    recipes.py SOURCE CMAKE
Neither tool is at hand here. The port is run by CMake with vcpkg's functions replaced by ones that write down how they are called;
the recipe is run by Python against a `conan` of the same names."""
import json
import os
import re
import subprocess
import sys
import tempfile
import types

STUBS = """cmake_minimum_required(VERSION 3.25)
foreach(name vcpkg_cmake_configure vcpkg_cmake_install vcpkg_cmake_config_fixup vcpkg_fixup_pkgconfig vcpkg_install_copyright)
  function(${name})
    message(STATUS "${CMAKE_CURRENT_FUNCTION} ${ARGN}")
  endfunction()
endforeach()
"""
EXPECTED = ["vcpkg_cmake_configure", "vcpkg_cmake_install", "vcpkg_cmake_config_fixup", "vcpkg_fixup_pkgconfig", "vcpkg_install_copyright"]


def expect(condition, message):
    if not condition:
        sys.exit(f"recipes.py: {message}")


def options_of(source):
    with open(f"{source}/CMakeLists.txt", encoding="utf-8") as file:
        return set(re.findall(r"option\((CCHC_\w+)", file.read()))


def check_options(text, source, where):
    used = set(re.findall(r"CCHC_(?:BUILD_\w+|DEVELOPER)", text))
    expect(used and used <= options_of(source), f"{where} sets {used - options_of(source)}, which CMakeLists.txt does not know")


def check_port(source, version, cmake):
    folder = f"{source}/capi/package/vcpkg"
    with open(f"{folder}/vcpkg.json", encoding="utf-8") as file:
        manifest = json.load(file)
    for key in ("name", "version", "description", "license", "supports", "dependencies"):
        expect(manifest.get(key), f"vcpkg.json has no {key}")
    expect(re.fullmatch(r"[a-z0-9-]+", manifest["name"]) and manifest["name"] == "cchc", "vcpkg.json has another name")
    expect(manifest["version"] == version, f"vcpkg.json has version {manifest['version']}, version.hpp {version}")
    for dependency in manifest["dependencies"]:
        expect(isinstance(dependency, str) or "name" in dependency, f"vcpkg.json: a dependency without a name: {dependency}")
    with tempfile.TemporaryDirectory() as packages:
        script = f"{packages}/run.cmake"
        with open(script, "w", encoding="utf-8") as file:
            file.write(STUBS + f"include({folder}/portfile.cmake)\n")
        run = subprocess.run([cmake, f"-DCURRENT_PORT_DIR={folder}", f"-DCURRENT_PACKAGES_DIR={packages}", "-DPORT=cchc", "-P", script],
                             capture_output=True, text=True, check=False)
        expect(run.returncode == 0, f"portfile.cmake: {run.stderr}")
        called = re.findall(r"^-- (vcpkg_\w+)", run.stdout, re.M)
        expect(called == EXPECTED, f"portfile.cmake calls {called}")
        expect(f"SOURCE_PATH;{source}" in run.stdout, f"portfile.cmake builds other sources:\n{run.stdout}")
        expect(os.path.exists(f"{packages}/share/cchc/usage"), "portfile.cmake installs no usage")
        check_options(run.stdout, source, "portfile.cmake")


def stub_conan():
    """As much of Conan 2 as the recipe imports."""
    names = {"conan": {"ConanFile": type("ConanFile", (), {})},
             "conan.errors": {"ConanInvalidConfiguration": type("ConanInvalidConfiguration", (Exception,), {})},
             "conan.tools": {}, "conan.tools.cmake": {"CMake": object, "CMakeDeps": object, "CMakeToolchain": object},
             "conan.tools.files": {"copy": lambda *_args, **_named: None}}
    for name, members in names.items():
        sys.modules[name] = types.ModuleType(name)
        vars(sys.modules[name]).update(members)


def check_recipe(source, version):
    path = f"{source}/capi/package/conan/conanfile.py"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    stub_conan()
    module = {"__file__": path, "__name__": "conanfile"}
    exec(compile(text, path, "exec"), module)  # pylint: disable=exec-used
    recipe = module["CchcConan"]
    expect(recipe.name == "cchc" and recipe.license == "Apache-2.0", "conanfile.py has another name or license")
    expect(not hasattr(recipe, "version"), "conanfile.py has a version of its own")
    for key in ("description", "package_type", "settings", "options", "default_options"):
        expect(getattr(recipe, key, None), f"conanfile.py has no {key}")
    for step in ("export_sources", "requirements", "generate", "build", "package", "package_info"):
        expect(callable(getattr(recipe, step, None)), f"conanfile.py has no {step}()")
    made = recipe()
    made.set_version()
    expect(made.version == version, f"conanfile.py finds version {made.version}, version.hpp has {version}")
    required = []
    made.requires = lambda name, **named: required.append((name.split("/")[0], named.get("visible")))
    made.requirements()
    expect(required == [("boost", False), ("fmt", False)], f"conanfile.py requires {required}")
    check_options(text, source, "conanfile.py")


def main():
    source, cmake = os.path.realpath(sys.argv[1]), sys.argv[2]
    with open(f"{source}/include/cchc/version.hpp", encoding="utf-8") as header:
        version = ".".join(re.findall(r"#define CCHC_VERSION_\w+ (\d+)", header.read()))
    check_port(source, version, cmake)
    check_recipe(source, version)
    print(f"vcpkg and Conan: cchc {version}")


main()
