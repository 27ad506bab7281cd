# Packages to pass on:
#   cmake --build build/release --target deb             groundswell_..._amd64.deb (and groundswell-mpi_... where MPI is found) in the build folder
#   cmake --build build/release --target source-archive  groundswell-....tar.gz of what is committed; it builds without git
# (`package`, and `cpack --preset release`, make the same as deb.) The same commit gives the same bytes of both, wherever it lies and whenever
# it is built by the same compiler with the same libraries: times in them are SOURCE_DATE_EPOCH, or that of the commit.
set(GROUNDSWELL_MAINTAINER "" CACHE STRING "who makes the Debian package, as in \"Ada Example <ada@example.org>\"; left out, the authors of CITATION.cff")
set(packages ${CMAKE_SOURCE_DIR}/cmake/packages)

citation_names(authors ${citation_authors})
set(CPACK_PACKAGE_NAME groundswell)
set(CPACK_PACKAGE_VERSION ${citation_version})
set(CPACK_PACKAGE_VENDOR "${authors}")
set(CPACK_PACKAGE_CONTACT "${authors}")
if(GROUNDSWELL_MAINTAINER)
    set(CPACK_PACKAGE_CONTACT "${GROUNDSWELL_MAINTAINER}")
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES TRUE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PROJECT_CONFIG_FILE ${packages}/time.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${packages}/debian.cmake)
set(CPACK_GROUNDSWELL_SOURCE ${CMAKE_SOURCE_DIR})
# No target of this name: it would take whatever lies in the folder, where source-archive takes what is committed.
set(CPACK_SOURCE_OUTPUT_CONFIG_FILE ${CMAKE_BINARY_DIR}/CMakeFiles/CPackSourceConfig.cmake)

set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 0upstream1) # lower than any of Debian itself
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${citation_code}${citation_url})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME groundswell)
# The libraries are added by debian.cmake.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "gnuplot-nox | gnuplot")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"simulator of how movements meet, decide and organize
Groundswell compares ways to run the meetings of a camp or a movement: general
assembly, Open Space, World Cafe, circles and others. It plays them out many
times with the same people, the same proposals and the same luck, and says
which did better, by how much, how sure that is, and what it cost.
.
Scenarios and methods are files in YAML. Results are HDF5 files, read by
xarray, h5py, R and ncdump, and pages for a browser.")
if(TARGET groundswell-mpi)
    list(APPEND CPACK_COMPONENTS_ALL mpi)
    set(CPACK_DEBIAN_MPI_PACKAGE_NAME groundswell-mpi)
    set(CPACK_DEBIAN_MPI_PACKAGE_DEPENDS "groundswell (= ${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
    set(CPACK_DEBIAN_MPI_PACKAGE_RECOMMENDS openmpi-bin)
    set(CPACK_COMPONENT_MPI_DESCRIPTION
"simulator of how movements meet, decide and organize (MPI)
Groundswell compares ways to run the meetings of a camp or a movement.
.
This package has groundswell-mpi, which deals the runs to many processes, on
one machine or many, under mpirun or Slurm. The results have the same bytes.")
endif()
include(CPack)

# cpack writes the umask of who calls it into the package, and cannot set it.
add_custom_target(deb COMMAND sh -c "umask 022 && exec \"$0\" -G DEB" ${CMAKE_CPACK_COMMAND}
                  WORKING_DIRECTORY ${CMAKE_BINARY_DIR} COMMENT "Making the Debian package" VERBATIM)
add_dependencies(deb groundswell)
foreach(part groundswell-mpi page)
    if(TARGET ${part})
        add_dependencies(deb ${part})
    endif()
endforeach()
add_custom_target(source-archive
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DNAME=groundswell-${citation_version} -DFOLDER=${CMAKE_BINARY_DIR} -P ${packages}/source_archive.cmake
    COMMENT "Making the source archive" VERBATIM)
