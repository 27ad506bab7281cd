# Run by cpack between installing and packing: what Debian wants to be otherwise than as it is installed by hand.
# Manual pages are compressed, copyright and changelogs are there as policy says, and neither umask nor machine gets into the package.
cmake_minimum_required(VERSION 3.25)
find_program(GZIP gzip REQUIRED)
find_program(SHLIBDEPS dpkg-shlibdeps)
if(NOT SHLIBDEPS)
    message(FATAL_ERROR "dpkg-shlibdeps is missing, which finds the packages of the libraries: install dpkg-dev")
endif()
set(source ${CPACK_GROUNDSWELL_SOURCE})
set(version ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
include(${source}/cmake/commit.cmake)
commit_find(${source})

function(compressed file)
    execute_process(COMMAND ${GZIP} -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# LICENSE as a field of a Debian copyright file: indented, and with a dot for each empty line.
function(licence_field variable)
    file(STRINGS ${source}/LICENSE lines)
    list(SUBLIST lines 1 -1 lines)
    set(field "")
    foreach(line IN LISTS lines)
        if(line MATCHES "^Copyright \\(c\\) (.*)$")
            set(holder "${CMAKE_MATCH_1}" PARENT_SCOPE)
        elseif(line STREQUAL "")
            string(APPEND field " .\n")
        else()
            string(APPEND field " ${line}\n")
        endif()
    endforeach()
    string(REGEX REPLACE "^( [.]\n)+" "" field "${field}")
    set(${variable} "${field}" PARENT_SCOPE)
endfunction()

function(documents folder)
    licence_field(licence)
    configure_file(${source}/cmake/packages/copyright.in ${folder}/copyright @ONLY)
    file(RENAME ${folder}/CHANGELOG.md ${folder}/changelog)
    compressed(${folder}/changelog)
    file(REMOVE ${folder}/LICENSE)
    string(TIMESTAMP time "%a, %d %b %Y %H:%M:%S +0000" UTC) # of SOURCE_DATE_EPOCH
    set(contact "${CPACK_PACKAGE_CONTACT}")
    if(NOT contact MATCHES "<")
        string(APPEND contact " <>")
    endif()
    file(WRITE ${folder}/changelog.Debian
"groundswell (${version}) unstable; urgency=medium

  * Commit ${commit}; changelog.gz says what is new.

 -- ${contact}  ${time}
")
    compressed(${folder}/changelog.Debian)
endfunction()

# overrides(ROOT PACKAGE TAG...): what lintian says with reason, and we know.
function(overrides root package)
    if(NOT CPACK_PACKAGE_CONTACT MATCHES "<")
        set(text "# CITATION.cff names no address, and none is invented; -DGROUNDSWELL_MAINTAINER=... names who builds this package.\n")
        foreach(tag IN LISTS ARGN)
            string(APPEND text "${package}: ${tag} *\n")
        endforeach()
        file(WRITE ${root}/usr/share/lintian/overrides/${package} "${text}")
    endif()
endfunction()

# libraries(COMPONENT ROOT): what its program needs is added to what it depends on. cpack could ask for that itself, but starts two programs for
# each of the files to find the one that is a program.
function(libraries component root)
    string(TOUPPER ${component} upper)
    set(aside ${CPACK_TEMPORARY_DIRECTORY}/libraries-of-${component})
    file(WRITE ${aside}/debian/control "")
    file(GLOB programs ${root}/usr/bin/*)
    execute_process(COMMAND ${SHLIBDEPS} -O ${programs} WORKING_DIRECTORY ${aside} OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE
                    ERROR_VARIABLE said RESULT_VARIABLE failed)
    if(failed OR NOT found MATCHES "^shlibs:Depends=(.+)$")
        message(FATAL_ERROR "dpkg-shlibdeps: ${said}")
    endif()
    set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS}, ${CMAKE_MATCH_1}" PARENT_SCOPE)
    file(REMOVE_RECURSE ${aside})
endfunction()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    set(root ${CPACK_TEMPORARY_DIRECTORY}/${component})
    libraries(${component} ${root})
    file(GLOB pages ${root}/usr/share/man/man*/*.[1-8])
    foreach(page IN LISTS pages)
        compressed(${page})
    endforeach()
    if(component STREQUAL "program")
        documents(${root}/usr/share/doc/groundswell)
        overrides(${root} groundswell malformed-contact bogus-mail-host-in-debian-changelog)
    else()
        file(MAKE_DIRECTORY ${root}/usr/share/doc)
        overrides(${root} groundswell-${component} malformed-contact)
    endif()
    file(CHMOD_RECURSE ${root}/usr FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
         DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    file(CHMOD_RECURSE ${root}/usr/bin PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    if(NOT component STREQUAL "program") # the documents are those of the package that it depends on
        file(CREATE_LINK groundswell ${root}/usr/share/doc/groundswell-${component} SYMBOLIC)
    endif()
endforeach()
