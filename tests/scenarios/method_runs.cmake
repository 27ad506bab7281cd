# A method says what it is, where it is from and what it is recommended for; and forty people hold it once, for as long as it
# takes, in a scenario that has all that a stage may ask for: proposals, an inquiry, sides, working groups, tension.
get_filename_component(name ${METHOD} NAME_WE)
file(READ ${METHOD} text)
foreach(word title meaning source use recommended_for)
    if(NOT text MATCHES "\n${word}: [^\n]+\n")
        message(SEND_ERROR "${METHOD} does not say its `${word}`")
    endif()
endforeach()

set(inquiry "")
if(text MATCHES "matter: (inquiry|aspect)")
    set(inquiry ", inquiry: the winter")
endif()
set(work "")
if(text MATCHES "into: task")
    set(work ", start: {groups: 4, members: 6}, work: {sprint: 2}")
endif()
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
file(WRITE ${FOLDER}/once.yaml "title: One session
lasts: 3 d
sites: [{name: Square, people: 40}]
people: {attendance: 100 %, leave_below: 0 %, guest_room: 20}
proposals: {per_day: 6 /d}
tension: {start: 0.5}
sides: {kinds: [{name: here, share: 50 %, support: 70 %}, {name: there, share: 50 %, support: 30 %}]}
groups: {form: yes, operational: {approval: 0 %}, sectorial: {approval: 0 %}, strategy: {approval: 0 %}${work}}
inquiries: [{name: the winter, outside: 20 %, insights: 6}]
records: {to: nowhere}
calendar: [{on: tuesday, at: \"10:00\", hold: ${name}${inquiry}}]
")
execute_process(COMMAND ${PROGRAM} run once.yaml --replications 1 --quiet -o once.h5
                WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PROGRAM} summary once.h5 --json WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE summary
                COMMAND_ERROR_IS_FATAL ANY)
foreach(measure session_hours people_hours turns_per_hour)
    string(JSON ${measure} GET "${summary}" designs 0 measures ${measure} mean)
    if(NOT ${measure} GREATER 0.15)
        message(SEND_ERROR "${name} was held with people, and its ${measure} is ${${measure}}")
    endif()
endforeach()
# And it ends where all have gone home in the middle of it.
execute_process(COMMAND ${PROGRAM} run once.yaml --replications 1 --set "people.leave_below=95 %" --quiet -o home.h5
                WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "${name} takes ${session_hours} h, ${people_hours} person-hours, ${turns_per_hour} turns an hour")
