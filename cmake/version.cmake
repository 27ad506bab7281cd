# Writes version_found.h: which commit was built, with which libraries. Run as a script at every build, because a
# commit does not touch any source; the header is only rewritten when it says something new. Works without git (commit.cmake).
#   cmake -DSOURCE=... -DHEADER=... -DLIBRARIES=... -DCOMPILER=... -P version.cmake
include(${CMAKE_CURRENT_LIST_DIR}/commit.cmake)
commit_find(${SOURCE})
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
