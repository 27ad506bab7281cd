# Runs a scenario for eight days (a whole week and what follows it) with 1, 2 and 8 threads and compares the files byte by byte; then with another seed, whose
# file must differ, or the comparison would prove nothing.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
function(run target)
    execute_process(COMMAND ${PROGRAM} run ${SCENARIO} --set "lasts=8 d" --replications 3 --base-only --quiet -o ${target} ${ARGN}
                    WORKING_DIRECTORY ${FOLDER} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endfunction()
function(same one other result)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${FOLDER}/${one} ${FOLDER}/${other} RESULT_VARIABLE differ
                    ERROR_QUIET)
    set(${result} ${differ} PARENT_SCOPE)
endfunction()

run(1.h5 --threads 1)
foreach(threads 2 8)
    run(${threads}.h5 --threads ${threads})
    same(1.h5 ${threads}.h5 differ)
    if(differ)
        message(FATAL_ERROR "${threads} threads give other bytes than one")
    endif()
endforeach()
run(other.h5 --set seed=987654321)
same(1.h5 other.h5 differ)
if(NOT differ)
    message(FATAL_ERROR "another seed gives the same bytes")
endif()
