# Contraction off: a fused multiply-add rounds once instead of twice, so results would hang on the machine.
# -fno-math-errno changes no result, only lets square roots be one instruction.
# The names of the folders get into no byte of a program that is passed on: built elsewhere, it is the same.
# Processors since 2009 count bits in one instruction; bit sets of facets are counted everywhere.
include(CheckCCompilerFlag)
check_c_compiler_flag(-march=x86-64-v2 HAS_X86_64_V2)

# Also as ccache may write it (base_dir), seen from the build folder.
file(RELATIVE_PATH source_from_build ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR})
string(REGEX REPLACE "//$" "/" source_from_build "${source_from_build}/")

add_library(use_flags INTERFACE)
target_compile_options(use_flags INTERFACE
    -ffp-contract=off -fno-math-errno -fno-trapping-math
    $<$<BOOL:${HAS_X86_64_V2}>:-march=x86-64-v2>
    $<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=>
    $<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${source_from_build}=>
    $<$<NOT:$<CONFIG:Debug>>:-ffile-prefix-map=${CMAKE_BINARY_DIR}=build>
    -Wall -Wextra -Wconversion -Wshadow -Wvla -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes
    -Wundef -Wformat=2 -Wswitch-enum -Wcast-qual -Wwrite-strings
    $<$<BOOL:${GROUNDSWELL_STRICT}>:-Werror>)
# What has the property WHOLE is compiled as one with the rooms that it is linked with: calls from room to room become part of the
# caller. The objects hold the usual code beside what that takes, for tests, which are linked in an instant.
if(GROUNDSWELL_WHOLE AND CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT GROUNDSWELL_SANITIZE)
    set(whole $<BOOL:$<TARGET_PROPERTY:WHOLE>>)
    target_compile_options(use_flags INTERFACE $<${whole}:-flto=auto> $<${whole}:-ffat-lto-objects>)
    target_link_options(use_flags INTERFACE $<IF:${whole},-flto=auto,-fno-lto> $<${whole}:-ffile-prefix-map=${CMAKE_BINARY_DIR}=build>)
endif()
target_compile_definitions(use_flags INTERFACE _GNU_SOURCE GROUNDSWELL_VERSION="${PROJECT_VERSION}")
target_link_libraries(use_flags INTERFACE m)
if(GROUNDSWELL_SANITIZE)
    target_compile_options(use_flags INTERFACE -fsanitize=${GROUNDSWELL_SANITIZE} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    target_link_options(use_flags INTERFACE -fsanitize=${GROUNDSWELL_SANITIZE})
endif()
set(CMAKE_C_FLAGS_RELEASE "-O3 -g1")
if(GROUNDSWELL_FUZZ) # many times as many inputs a second; at -O1 no loop is made for vectors
    target_compile_options(use_flags INTERFACE $<$<C_COMPILER_ID:Clang>:-Wno-pass-failed>)
    set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
else()
    set(CMAKE_C_FLAGS_DEBUG "-O0 -g")
endif()
