# Run by cpack for the Debian packages, between installation and packing: copyright and changelog into each package; no debug
# symbols in static libraries; the manual page compressed.
foreach(pair IN LISTS CPACK_CCHC_PACKAGES)
  string(REGEX MATCH "^(.*)=(.*)$" pair "${pair}")
  set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${CMAKE_MATCH_1})
  set(doc ${tree}/usr/share/doc/${CMAKE_MATCH_2})
  if(NOT EXISTS ${tree})
    continue()
  endif()
  set(mode OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  file(COPY ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${doc} FILE_PERMISSIONS ${mode}
    DIRECTORY_PERMISSIONS ${mode} OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
  execute_process(
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/changelog.sh ${CPACK_CCHC_SOURCE_DIR}/CHANGELOG.md
            ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE} ${CPACK_PACKAGE_CONTACT}
    COMMAND gzip -9n
    OUTPUT_FILE ${doc}/changelog.Debian.gz COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND gzip -9nc ${CPACK_CCHC_SOURCE_DIR}/CHANGELOG.md OUTPUT_FILE ${doc}/changelog.gz COMMAND_ERROR_IS_FATAL ANY)
  file(CHMOD ${doc}/changelog.Debian.gz ${doc}/changelog.gz PERMISSIONS ${mode})
  # cpack strips programs and libraries, but leaves what the compiler says of itself.
  file(GLOB programs ${tree}/usr/bin/*)
  file(GLOB_RECURSE libraries ${tree}/usr/lib/*.so.*)
  foreach(binary IN LISTS programs libraries)
    if(NOT IS_SYMLINK ${binary})
      execute_process(COMMAND ${CPACK_CCHC_STRIP} --strip-unneeded --remove-section=.comment --remove-section=.note ${binary}
        COMMAND_ERROR_IS_FATAL ANY)
    endif()
  endforeach()
  file(GLOB_RECURSE archives ${tree}/*.a)
  if(archives)
    execute_process(COMMAND ${CPACK_CCHC_STRIP} --strip-debug --remove-section=.comment --enable-deterministic-archives ${archives}
      COMMAND_ERROR_IS_FATAL ANY)
  endif()
  file(GLOB manuals ${tree}/usr/share/man/man1/*.1)
  foreach(manual IN LISTS manuals)
    execute_process(COMMAND gzip -9n ${manual} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endforeach()
