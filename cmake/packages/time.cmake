# Read by cpack first: the time that stands in packages is that of the commit, where SOURCE_DATE_EPOCH does not say another one.
include(${CPACK_GROUNDSWELL_SOURCE}/cmake/commit.cmake)
if("$ENV{SOURCE_DATE_EPOCH}" STREQUAL "")
    commit_find(${CPACK_GROUNDSWELL_SOURCE})
    if(commit_time)
        set(ENV{SOURCE_DATE_EPOCH} ${commit_time})
    endif()
endif()
