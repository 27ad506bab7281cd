# With `keep: courses` the runs at points of a sweep keep their measures over time, and a figure shows them, a panel for each point; what is
# said of whole runs is the same as without. Without it there is nothing to draw, and a sentence says so.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
file(WRITE ${FOLDER}/sweep.yaml "title: A camp of twenty
lasts: 6 d
measure_from: 2 d
replications: 3
variant_replications: 3
sites: [{name: Square, people: 20}]
proposals: {per_day: 4 /d}
calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]
designs:
  the assembly: {}
  \"circles <b>'\\\"\": {calendar: [{every: 1 d, at: \"19:00\", hold: open-space-decides, for: 2 h}]}
sweep: [{set: proposals.per_day, to: [1 /d, 9 /d]}]
")
function(run target)
    execute_process(COMMAND ${PROGRAM} run sweep.yaml --quiet -o ${target}.h5 ${ARGN} WORKING_DIRECTORY ${FOLDER} OUTPUT_QUIET
                    COMMAND_ERROR_IS_FATAL ANY)
endfunction()
function(said target result)
    execute_process(COMMAND ${PROGRAM} compare ${target}.h5 WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
    string(REPLACE "${target}" "" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

run(plain)
run(courses --set keep=courses)
run(threads --set keep=courses --threads 3)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${FOLDER}/courses.h5 ${FOLDER}/threads.h5 RESULT_VARIABLE differ)
if(differ)
    message(SEND_ERROR "three threads give other bytes than one")
endif()
said(plain without)
said(courses with)
if(NOT without STREQUAL with)
    message(SEND_ERROR "what is said of whole runs is another where courses are kept")
endif()
execute_process(COMMAND ${PROGRAM} plot courses.h5 backlog_at --kind=courses -o panels.svg WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE words
                COMMAND_ERROR_IS_FATAL ANY)
file(READ ${FOLDER}/panels.svg svg)
foreach(point "proposals.per_day = 1 /d" "proposals.per_day = 9 /d" "days since the beginning" "the assembly" "circles &lt")
    string(FIND "${svg}" "${point}" place)
    if(place EQUAL -1)
        message(SEND_ERROR "the figure does not say ${point}")
    endif()
endforeach()
if(NOT words MATCHES "a panel for each point" OR svg MATCHES "<b>")
    message(SEND_ERROR "the figure is told of as ${words}")
endif()
foreach(refused "plain.h5 backlog_at;keep: courses" "courses.h5 decided;cannot be drawn that way")
    list(GET refused 0 what)
    list(GET refused 1 sentence)
    separate_arguments(what)
    execute_process(COMMAND ${PROGRAM} plot ${what} --kind=courses -o none.svg WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result
                    OUTPUT_QUIET ERROR_VARIABLE said)
    if(result EQUAL 0 OR NOT said MATCHES "${sentence}")
        message(SEND_ERROR "plot ${what} ended with ${result} and said: ${said}")
    endif()
endforeach()
# The course of the scenario itself marks the day from which is measured.
execute_process(COMMAND ${PROGRAM} plot courses.h5 backlog_at -o course.svg WORKING_DIRECTORY ${FOLDER} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
file(READ ${FOLDER}/course.svg svg)
if(NOT svg MATCHES "measured from here")
    message(SEND_ERROR "the course does not mark where measuring begins")
endif()
