# cmake -DBUILD=... -DFOLDER=... -P installed.cmake
# Installs into a folder, as a package would, and uses what is there.
file(REMOVE_RECURSE ${FOLDER})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${FOLDER}/usr OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
set(program ${FOLDER}/usr/bin/groundswell)
execute_process(COMMAND ${program} methods OUTPUT_VARIABLE methods COMMAND_ERROR_IS_FATAL ANY)
if(NOT methods MATCHES "general-assembly")
    message(FATAL_ERROR "the installed program does not find its methods: ${methods}")
endif()
execute_process(COMMAND ${program} check assembly-vs-open-space OUTPUT_VARIABLE checked COMMAND_ERROR_IS_FATAL ANY)
if(NOT checked MATCHES "${FOLDER}/usr/.*share/groundswell/assembly-vs-open-space.yaml: no mistakes found")
    message(FATAL_ERROR "the installed program uses other scenarios than those beside it: ${checked}")
endif()
foreach(file share/man/man1/groundswell.1 share/man/man5/groundswell-scenario.5 share/bash-completion/completions/groundswell
        share/zsh/vendor-completions/_groundswell share/fish/vendor_completions.d/groundswell.fish)
    if(NOT EXISTS ${FOLDER}/usr/${file})
        message(FATAL_ERROR "${file} was not installed")
    endif()
endforeach()
