# What is measured from some moment on, and what was measured before it, make what is measured of all: of a year of a queue with proposals
# that are reopened, groups that work and people who speak. Where nobody arrives a run that ends then is the same run until then.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
file(WRITE ${FOLDER}/camp.yaml "title: A camp of forty
lasts: 20 d
sites: [{name: Square, people: 40}]
people: {attendance: 70 %}
proposals: {per_day: 4 /d, reopening: 0.02 /d}
groups: {form: yes, start: {groups: 4, members: 5}, meetings: {hold: working-group, every: 3 d, for: 1 h}, work: {content: 4 h}}
teamwork: {assign: pull, parts: 4}
calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 2 h}]
")
function(run target)
    execute_process(COMMAND ${PROGRAM} run camp.yaml --replications 3 --quiet -o ${target}.h5 ${ARGN} WORKING_DIRECTORY ${FOLDER}
                    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${PROGRAM} summary ${target}.h5 --json WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE said
                    COMMAND_ERROR_IS_FATAL ANY)
    set(${target} "${said}" PARENT_SCOPE)
endfunction()
# In millionths: CMake counts in whole numbers.
function(mean summary measure result)
    string(JSON number GET "${summary}" designs 0 measures ${measure} mean)
    if(NOT number MATCHES "^[0-9]+(\\.[0-9]+)?$")
        message(FATAL_ERROR "${measure} is ${number}")
    endif()
    string(REGEX REPLACE "\\..*" "" whole "${number}")
    string(REGEX MATCH "\\.[0-9]*" part "${number}")
    string(SUBSTRING "${part}0000000" 0 7 part)
    string(REPLACE "." "" part "${part}")
    math(EXPR millionths "${whole} * 1000000 + 1${part} - 1000000")
    set(${result} ${millionths} PARENT_SCOPE)
endfunction()

run(all)
run(first --set "lasts=8 d")
run(rest --set "measure_from=8 d")
run(again --set "measure_from=8 d" --threads 3)
if(NOT rest STREQUAL again)
    message(FATAL_ERROR "three threads say something else than one")
endif()
foreach(measure people_hours session_hours submitted decided ever_decided reopened tasks_done work_hours meetings_of_groups parts_finished)
    mean("${all}" ${measure} whole)
    mean("${first}" ${measure} before)
    mean("${rest}" ${measure} after)
    math(EXPR apart "${whole} - ${before} - ${after}")
    if(apart GREATER 20 OR apart LESS -20)
        message(SEND_ERROR "${measure}: ${before} before, ${after} after, and ${whole} in all (millionths)")
    endif()
    if(NOT (after GREATER 0 AND before GREATER 0))
        message(SEND_ERROR "${measure} was nothing, so that nothing was compared")
    endif()
endforeach()
# A rate is of the time that is measured, and what stands at the end stands there however it is measured.
mean("${rest}" decided decided)
mean("${rest}" decisions_per_day a_day)
math(EXPR apart "${decided} - 12 * ${a_day}")
if(apart GREATER 50 OR apart LESS -50)
    message(SEND_ERROR "decided ${decided} in twelve days, and ${a_day} a day (millionths)")
endif()
mean("${rest}" open_at_end open)
mean("${all}" open_at_end open_of_all)
if(NOT open EQUAL open_of_all)
    message(SEND_ERROR "${open_of_all} were open at the end, and ${open} where measuring began later")
endif()
# Who never spoke from then on: no fewer than who never spoke at all.
mean("${rest}" never_spoke silent)
mean("${all}" never_spoke silent_of_all)
if(silent LESS silent_of_all)
    message(SEND_ERROR "${silent_of_all} never spoke, and from then on only ${silent}")
endif()
execute_process(COMMAND ${PROGRAM} check camp.yaml --set "measure_from=20 d" WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE result
                OUTPUT_QUIET ERROR_VARIABLE said)
if(NOT said MATCHES "ends before measuring would begin")
    message(SEND_ERROR "a run that ends when measuring begins was not refused: ${result}, ${said}")
endif()
