# The page with the simulator inside: share/groundswell-page/page.html, which `groundswell page` puts a scenario into.
# Built where emscripten is, and the sources of the libraries that it holds can be had; no other part needs it.
set(GROUNDSWELL_PAGE AUTO CACHE STRING "build the page with the simulator inside: ON, OFF, or AUTO where it can be")
find_program(EMCC emcc)
set(page_sources ${CMAKE_BINARY_DIR}/page/sources)
set(page_emscripten 3.1.6) # with which it was tried
set(page_built OFF)
set(page_version "")
if(EMCC AND EXISTS /usr/share/emscripten/emscripten-version.txt)
    file(STRINGS /usr/share/emscripten/emscripten-version.txt page_version LIMIT_COUNT 1)
    string(REGEX REPLACE "[^0-9.]" "" page_version "${page_version}")
endif()
if(page_version AND NOT GROUNDSWELL_SANITIZE AND
   (GROUNDSWELL_PAGE STREQUAL "ON" OR (GROUNDSWELL_PAGE STREQUAL "AUTO" AND page_version VERSION_EQUAL page_emscripten)))
    execute_process(COMMAND ${CMAKE_SOURCE_DIR}/cmake/page/sources.sh ${page_sources} RESULT_VARIABLE failed)
    if(NOT failed)
        set(page_built ON)
    endif()
endif()
if(NOT page_built AND NOT GROUNDSWELL_PAGE STREQUAL "OFF")
    message(STATUS "The page with the simulator inside is left out: it takes Debian's emscripten ${page_emscripten}, and the sources of libfyaml and Jansson")
endif()
if(GROUNDSWELL_PAGE STREQUAL "ON" AND NOT page_built)
    message(FATAL_ERROR "the page cannot be built: emscripten, or the sources of libfyaml and Jansson, are not there")
endif()
if(page_built)
    include(ExternalProject)
    include(GNUInstallDirs)
    ExternalProject_Add(page_core
        SOURCE_DIR ${CMAKE_SOURCE_DIR}/cmake/page
        BINARY_DIR ${CMAKE_BINARY_DIR}/page/core
        PREFIX ${CMAKE_BINARY_DIR}/page
        CMAKE_GENERATOR Ninja
        CMAKE_ARGS -DCMAKE_TOOLCHAIN_FILE=${CMAKE_SOURCE_DIR}/cmake/page/toolchain.cmake -DCMAKE_BUILD_TYPE=Release
                   -DSOURCES=${page_sources} -DCMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER}
        INSTALL_COMMAND ""
        BUILD_ALWAYS ON
        BUILD_BYPRODUCTS ${CMAKE_BINARY_DIR}/page/core/core.js ${CMAKE_BINARY_DIR}/page/core/core.wasm)
    file(GLOB page_parts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sim/page/*.html ${CMAKE_SOURCE_DIR}/sim/page/*.css
         ${CMAKE_SOURCE_DIR}/sim/page/*.js ${CMAKE_SOURCE_DIR}/sim/page/*.sh)
    set(page_html ${CMAKE_BINARY_DIR}/share/groundswell-page/page.html)
    add_custom_command(OUTPUT ${page_html}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/share/groundswell-page
        COMMAND ${CMAKE_SOURCE_DIR}/sim/page/assemble.sh ${CMAKE_BINARY_DIR}/page/core/core.js
                ${CMAKE_BINARY_DIR}/page/core/core.wasm ${page_html}
        DEPENDS page_core ${CMAKE_BINARY_DIR}/page/core/core.js ${CMAKE_BINARY_DIR}/page/core/core.wasm ${page_parts}
        COMMENT "Putting the page together" VERBATIM)
    add_custom_target(page ALL DEPENDS ${page_html})
    install(FILES ${page_html} DESTINATION ${CMAKE_INSTALL_DATADIR}/groundswell-page COMPONENT program)
endif()
