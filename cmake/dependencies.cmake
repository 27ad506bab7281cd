# Debian packages; cmake/packages.txt has their names.
find_package(PkgConfig REQUIRED)
# `pkg-config hdf5` may mean the MPI flavour where both are installed; CMake's finder means the serial one.
# Debian's shared one brings 35 more libraries with it, to read files from the web: each start of the program would take four times as
# long. So the static one, where it is there.
set(HDF5_USE_STATIC_LIBRARIES ON)
find_package(HDF5 QUIET COMPONENTS C HL)
if(NOT HDF5_FOUND)
    set(HDF5_USE_STATIC_LIBRARIES OFF)
    find_package(HDF5 REQUIRED COMPONENTS C HL)
endif()
find_package(GSL REQUIRED)
find_package(OpenMP REQUIRED COMPONENTS C)
# Where it is not found the program for many processes is left out; no other part needs it.
find_package(MPI QUIET COMPONENTS C)
pkg_check_modules(FYAML REQUIRED IMPORTED_TARGET libfyaml)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)

add_library(use_gsl INTERFACE)
target_link_libraries(use_gsl INTERFACE GSL::gsl)
add_library(use_yaml INTERFACE)
target_link_libraries(use_yaml INTERFACE PkgConfig::FYAML)
add_library(use_json INTERFACE)
target_link_libraries(use_json INTERFACE PkgConfig::JANSSON)
add_library(use_png INTERFACE)
target_link_libraries(use_png INTERFACE PkgConfig::PNG)
add_library(use_unicode INTERFACE)
target_link_libraries(use_unicode INTERFACE PkgConfig::UTF8PROC)
add_library(use_openmp INTERFACE)
target_link_libraries(use_openmp INTERFACE OpenMP::OpenMP_C)
add_library(use_hdf5 INTERFACE)
target_include_directories(use_hdf5 SYSTEM INTERFACE ${HDF5_C_INCLUDE_DIRS})
# The interface of 1.10, which later ones offer too: there some names mean other types by themselves (H5O_info_t).
target_compile_definitions(use_hdf5 INTERFACE ${HDF5_C_DEFINITIONS} H5_USE_110_API)
target_link_libraries(use_hdf5 INTERFACE ${HDF5_C_HL_LIBRARIES} ${HDF5_C_LIBRARIES})
# The finder names libraries for the web that the static one does not ask for.
target_link_options(use_hdf5 INTERFACE -Wl,--as-needed)
if(MPI_C_FOUND)
    add_library(use_mpi INTERFACE)
    target_include_directories(use_mpi SYSTEM INTERFACE ${MPI_C_INCLUDE_DIRS})
    target_link_libraries(use_mpi INTERFACE MPI::MPI_C)
endif()
