# The Debian packages: libcchc0 (the library), libcchc-dev (to build against it) and cchc (tool, completion, schemas, data).
#   cpack -G DEB --config build/release/CPackConfig.cmake      from a build with CCHC_BUILD_TOOL; tests/install/deb.sh tries them
# Included last by the CMakeLists.txt above, when every component is known.
set(CCHC_PACKAGE_MAINTAINER "cchc maintainers <maintainers@cchc.example>" CACHE STRING "Maintainer of the Debian packages")
set(CCHC_PACKAGE_REVISION 1 CACHE STRING "Debian revision of the packages")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME cchc)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_PACKAGE_CONTACT "${CCHC_PACKAGE_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL runtime dev)
if(CCHC_BUILD_TOOL)
  list(APPEND CPACK_COMPONENTS_ALL tool)
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${CCHC_PACKAGE_REVISION})
set(CPACK_DEBIAN_COMPRESSION_TYPE none)  # mend.cmake packs anew
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(runtime_name libcchc${CCHC_ABI_VERSION})
set(about
  "cchc answers, on the real Vietnamese working calendar, when a dossier is due,\nwhether it was early, on time or overdue, what the report forms say and what\nthat is worth.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${runtime_name})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
  "administrative reform: due dates, report forms, scores - library\n${about}\n\nThis package has the shared library.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libcchc-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "${runtime_name} (= ${PROJECT_VERSION}-${CCHC_PACKAGE_REVISION})")
set(CPACK_COMPONENT_DEV_DESCRIPTION
  "administrative reform: due dates, report forms, scores - development\n${about}\n\nThis package has the headers of C and C++, the static libraries, and the files\nfor CMake and pkg-config.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME cchc)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_TOOL_DESCRIPTION
  "administrative reform: due dates, report forms, scores - tool\n${about}\n\nThis package has the command-line tool, the JSON Schemas of its formats, and,\nas files, the calendars, rules, forms and criteria sets that are built in.")

# Which release has which symbol: the node of the version script says it (CCHC_0.1 is 0.1.0).
file(STRINGS ${PROJECT_SOURCE_DIR}/capi/cchc.map map_lines REGEX "^CCHC_|^ +cchc_")
set(symbols "libcchc.so.${CCHC_ABI_VERSION} ${runtime_name} #MINVER#\n* Build-Depends-Package: libcchc-dev\n")
foreach(line IN LISTS map_lines)
  if(line MATCHES "^CCHC_([0-9.]+)")
    set(node ${CMAKE_MATCH_1})
    string(APPEND symbols " CCHC_${node}@CCHC_${node} ${node}.0\n")
  elseif(line MATCHES "(cchc_[a-z0-9_]+)")
    string(APPEND symbols " ${CMAKE_MATCH_1}@CCHC_${node} ${node}.0\n")
  endif()
endforeach()
set(deb_dir ${PROJECT_BINARY_DIR}/deb)
file(CONFIGURE OUTPUT ${deb_dir}/symbols CONTENT "${symbols}" @ONLY)
file(WRITE ${deb_dir}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${deb_dir}/symbols ${deb_dir}/triggers)

# What every package carries is written between the installation and the packing; what cpack cannot say is mended after it.
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/mend.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/documents.cmake)
set(CPACK_CCHC_SOURCE_DIR ${PROJECT_SOURCE_DIR})
set(CPACK_CCHC_COMPRESSION xz)
set(CPACK_CCHC_STRIP ${CMAKE_STRIP})
set(CPACK_CCHC_PACKAGES "runtime=${runtime_name};dev=libcchc-dev;tool=cchc")
include(CPack)
