# commit_find(SOURCE): commit (its first 12 digits, "-dirty" behind them where files differ from it; "unknown") and commit_time (seconds since
# 1970, "" where not known) of a source folder: from git, or from what git wrote into cmake/archive.txt when it made an archive of it.
function(commit_find source)
    set(commit unknown)
    set(commit_time "")
    find_program(GIT git)
    file(READ ${source}/cmake/archive.txt archived)
    if(archived MATCHES "^([0-9a-f]+) ([0-9]+)\n$")
        string(SUBSTRING ${CMAKE_MATCH_1} 0 12 commit)
        set(commit_time ${CMAKE_MATCH_2})
    elseif(GIT AND EXISTS ${source}/.git)
        set(ENV{GIT_OPTIONAL_LOCKS} 0) # looking must not lock the index that somebody else is writing
        set(git ${GIT} -C ${source} -c safe.directory=${source})
        execute_process(COMMAND ${git} describe --always --dirty --abbrev=12 --exclude=*
                        OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
        if(NOT failed AND found)
            set(commit ${found})
            execute_process(COMMAND ${git} log -1 --format=%ct OUTPUT_VARIABLE commit_time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
        endif()
    endif()
    set(commit ${commit} PARENT_SCOPE)
    set(commit_time "${commit_time}" PARENT_SCOPE)
endfunction()
