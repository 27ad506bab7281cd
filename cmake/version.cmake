# Writes version_found.h: which commit was built, with which libraries. Run as a script at every build, because a
# commit does not touch any source; the header is only rewritten when it says something new. Works without git.
#   cmake -DSOURCE=... -DHEADER=... -DLIBRARIES=... -DCOMPILER=... -P version.cmake
set(commit unknown)
find_program(GIT git)
if(GIT AND EXISTS ${SOURCE}/.git)
    set(ENV{GIT_OPTIONAL_LOCKS} 0) # looking must not lock the index that somebody else is writing
    execute_process(COMMAND ${GIT} -C ${SOURCE} -c safe.directory=${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
                    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(NOT failed AND found)
        set(commit ${found})
    endif()
endif()
set(text "#define FOUND_COMMIT \"${commit}\"\n")
string(APPEND text "#define FOUND_LIBRARIES \"${LIBRARIES}\"\n")
string(APPEND text "#define FOUND_COMPILER \"${COMPILER}\"\n")
set(old "")
if(EXISTS ${HEADER})
    file(READ ${HEADER} old)
endif()
if(NOT text STREQUAL old)
    file(WRITE ${HEADER} "${text}")
endif()
