# Debian packages; cmake/packages.txt has their names.
find_package(PkgConfig REQUIRED)
# `pkg-config hdf5` may mean the MPI flavour where both are installed; CMake's finder means the serial one.
find_package(HDF5 REQUIRED COMPONENTS C HL)
find_package(GSL REQUIRED)
find_package(OpenMP REQUIRED COMPONENTS C)
pkg_check_modules(FYAML REQUIRED IMPORTED_TARGET libfyaml)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)

add_library(use_gsl INTERFACE)
target_link_libraries(use_gsl INTERFACE GSL::gsl)
add_library(use_yaml INTERFACE)
target_link_libraries(use_yaml INTERFACE PkgConfig::FYAML)
add_library(use_json INTERFACE)
target_link_libraries(use_json INTERFACE PkgConfig::JANSSON)
add_library(use_openmp INTERFACE)
target_link_libraries(use_openmp INTERFACE OpenMP::OpenMP_C)
add_library(use_hdf5 INTERFACE)
target_include_directories(use_hdf5 SYSTEM INTERFACE ${HDF5_C_INCLUDE_DIRS})
# The interface of 1.10, which later ones offer too: there some names mean other types by themselves (H5O_info_t).
target_compile_definitions(use_hdf5 INTERFACE ${HDF5_C_DEFINITIONS} H5_USE_110_API)
target_link_libraries(use_hdf5 INTERFACE ${HDF5_C_HL_LIBRARIES} ${HDF5_C_LIBRARIES})
