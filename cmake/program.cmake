# What the program needs beyond a room: the headers that name the version and say how it is cited, and the shipped scenarios beside it.
include(cmake/citation.cmake)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/CITATION.cff)
citation_read(${CMAKE_SOURCE_DIR}/CITATION.cff)
if(NOT citation_version STREQUAL PROJECT_VERSION)
    message(FATAL_ERROR "CITATION.cff is of version ${citation_version}, CMakeLists.txt of ${PROJECT_VERSION}")
endif()
get_target_property(program_type gs_program TYPE)
if(program_type STREQUAL "STATIC_LIBRARY")
    set(found_libraries "GSL ${GSL_VERSION}, HDF5 ${HDF5_VERSION}, libfyaml ${FYAML_VERSION}, Jansson ${JANSSON_VERSION}, utf8proc ${UTF8PROC_VERSION}, libpng ${PNG_VERSION}")
    set(generated ${CMAKE_BINARY_DIR}/generated)
    citation_header(${CMAKE_SOURCE_DIR}/CITATION.cff ${generated}/citation_found.h)
    add_custom_target(version_found
        COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DHEADER=${generated}/version_found.h
                "-DLIBRARIES=${found_libraries}" "-DCOMPILER=${CMAKE_C_COMPILER_ID} ${CMAKE_C_COMPILER_VERSION}, ${CMAKE_BUILD_TYPE}"
                -P ${CMAKE_SOURCE_DIR}/cmake/version.cmake
        BYPRODUCTS ${generated}/version_found.h
        COMMENT "Looking up the version" VERBATIM)
    add_dependencies(gs_program version_found)
    target_include_directories(gs_program PRIVATE ${generated} ${CMAKE_SOURCE_DIR})
    # The same place relative to the program as once installed, so that no absolute path is compiled in.
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share)
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/scenarios ${CMAKE_BINARY_DIR}/share/groundswell SYMBOLIC)
endif()
