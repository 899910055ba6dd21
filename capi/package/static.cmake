# cchc::cchc_static, libcchc.a: the C ABI for a program that carries the library in itself. Included by capi/CMakeLists.txt.

# What a C compiler must be told to link, because the library is C++ inside.
set(cchc_static_libraries ${CMAKE_CXX_IMPLICIT_LINK_LIBRARIES})
list(REMOVE_ITEM cchc_static_libraries ${CMAKE_C_IMPLICIT_LINK_LIBRARIES})
list(REMOVE_DUPLICATES cchc_static_libraries)
list(TRANSFORM cchc_static_libraries PREPEND "-l" OUTPUT_VARIABLE cchc_static_libs)
list(JOIN cchc_static_libs " " cchc_static_libs)

set(cchc_static_objects $<TARGET_OBJECTS:cchc> $<TARGET_OBJECTS:cchc_core>)
# All as one object in which only the names of the C ABI are global: an archive has no version script, and the Boost and the fmt
# inside would meet those of the program. Sanitizers and coverage keep tables by object that do not outlive this.
if(CMAKE_OBJCOPY AND CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize=|--coverage")
  set(whole ${CMAKE_CURRENT_BINARY_DIR}/cchc_whole.o)
  file(GENERATE OUTPUT ${whole}.objects CONTENT "$<JOIN:${cchc_static_objects},\n>\n")
  add_custom_command(
    OUTPUT ${whole}
    COMMAND ${CMAKE_COMMAND} -DWHOLE=${whole} -DOBJECTS=${whole}.objects -DKEEP=${CMAKE_CURRENT_SOURCE_DIR}/abi/symbols.txt
            -DLINKER=${CMAKE_LINKER} -DNM=${CMAKE_NM} -DOBJCOPY=${CMAKE_OBJCOPY} -P ${CMAKE_CURRENT_SOURCE_DIR}/package/merge_static.cmake
    DEPENDS ${cchc_static_objects} ${whole}.objects abi/symbols.txt package/merge_static.cmake
    VERBATIM)
  set(cchc_static_objects ${whole})
  set_source_files_properties(${whole} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
endif()

add_library(cchc_static STATIC ${cchc_static_objects})
add_library(cchc::cchc_static ALIAS cchc_static)
set_target_properties(cchc_static PROPERTIES OUTPUT_NAME cchc LINKER_LANGUAGE C)
target_include_directories(cchc_static INTERFACE
  $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(cchc_static INTERFACE ${cchc_static_libraries})
