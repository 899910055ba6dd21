"""Recipe for Conan 2, beside the sources that it builds: conan create capi/package/conan"""
import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain
from conan.tools.files import copy

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")


class CchcConan(ConanFile):
    name = "cchc"
    description = "Vietnamese administrative reform: due dates, outcomes, report forms and scores of dossiers"
    license = "Apache-2.0"
    package_type = "library"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False]}
    default_options = {"shared": True, "boost/*:header_only": True, "fmt/*:header_only": True}

    def set_version(self):
        # The version lives in this header and nowhere else.
        with open(os.path.join(ROOT, "include", "cchc", "version.hpp"), encoding="utf-8") as header:
            self.version = ".".join(re.findall(r"#define CCHC_VERSION_\w+ (\d+)", header.read()))

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "include/*", "src/*", "capi/*"):
            copy(self, pattern, src=ROOT, dst=self.export_sources_folder)

    def validate(self):
        if self.settings.os != "Linux":
            raise ConanInvalidConfiguration("cchc is built for Linux only")

    def requirements(self):
        # Compiled in and hidden; nobody who uses the package needs them.
        self.requires("boost/[>=1.81 <2]", visible=False)
        self.requires("fmt/[>=9.1 <10]", visible=False)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["CCHC_BUILD_TESTS"] = False
        toolchain.cache_variables["CCHC_DEVELOPER"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))
        CMake(self).install()

    def package_info(self):
        self.cpp_info.components["cchc"].libs = ["cchc"]
        self.cpp_info.components["cchc"].set_property("cmake_target_name", "cchc::cchc")
        if not self.options.shared:
            self.cpp_info.components["cchc"].system_libs = ["stdc++", "m"]
        self.cpp_info.components["core"].libs = ["cchc_core"]
        self.cpp_info.components["core"].set_property("cmake_target_name", "cchc::core")
