# Runs a scenario for one day, once, and looks at what came out.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
execute_process(COMMAND ${PROGRAM} run ${SCENARIO} --set "lasts=1 d" --replications 1 --base-only --quiet -o day.h5
                WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} summary day.h5 WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE summary
                COMMAND_ERROR_IS_FATAL ANY)
string(LENGTH "${summary}" length)
if(length LESS 200)
    message(FATAL_ERROR "the summary says next to nothing: ${summary}")
endif()
file(GLOB left ${FOLDER}/*)
if(NOT left STREQUAL "${FOLDER}/day.h5")
    message(FATAL_ERROR "more than the results was left behind: ${left}")
endif()
