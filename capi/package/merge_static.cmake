# Makes WHOLE of the objects in the file OBJECTS, one a line: one object in which only the names in the file KEEP are global.
# Run at build time; LINKER, NM and OBJCOPY are the programs.
# Groups are dissolved: the linker would drop ours for the program's of the same name, and local names would point nowhere.
execute_process(COMMAND ${LINKER} -r --force-group-allocation -o ${WHOLE} @${OBJECTS} COMMAND_ERROR_IS_FATAL ANY)
# objcopy passes over names that are to be unique in a process (statics of templates), unless they are made weak first. Only
# those: made weak, a name that is to be found elsewhere would not be looked for in an archive.
execute_process(COMMAND ${NM} --defined-only ${WHOLE} OUTPUT_VARIABLE names COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL " u [^\n]+\n" unique "${names}")
list(TRANSFORM unique REPLACE "^ u " "")
string(CONCAT unique ${unique})
file(WRITE ${WHOLE}.unique "${unique}")
execute_process(COMMAND ${OBJCOPY} --weaken-symbols=${WHOLE}.unique ${WHOLE} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${OBJCOPY} --keep-global-symbols=${KEEP} ${WHOLE} COMMAND_ERROR_IS_FATAL ANY)
