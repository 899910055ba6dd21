# Compiles the templates in: sets cchc_templates_cpp to a source that has them as texts. Included by CMakeLists.txt.
foreach(name page index word)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/${name}.html cchc_${name}_html)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/${name}.html)
endforeach()
set(cchc_templates_cpp ${CMAKE_CURRENT_BINARY_DIR}/templates.cpp)
configure_file(${CMAKE_CURRENT_LIST_DIR}/templates.cpp.in ${cchc_templates_cpp} @ONLY)
