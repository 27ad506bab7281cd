/* Marks a function made of plain loops over arrays, to be compiled for several vector widths and chosen at
 * load.
 *
 * Element-wise loops give the same bits at every width, since contraction is off and sums are never reordered
 * (cmake/flags.cmake). Compilers without multi-versioning, and sanitized builds (their set-up runs after the
 * choice), get the plain function.
 */
#ifndef BASE_VECTORISED_H
#define BASE_VECTORISED_H

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__OPTIMIZE__) &&              \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define VECTORISED __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define VECTORISED
#endif

/* Before a loop over arrays that the compiler cannot know to be apart: no step reads what another wrote. */
#ifdef __clang__
#define STEPS_ARE_APART _Pragma("clang loop vectorize(assume_safety)")
#else
#define STEPS_ARE_APART _Pragma("GCC ivdep")
#endif

#endif
