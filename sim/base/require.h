/* Conditions that hold unless the program has a bug.
 *
 * `require` is always on, in release builds too. What the world can get wrong (files, input, disks) is never
 * required: it is reported as trouble (base/trouble.h). A failed requirement prints its place and aborts; the
 * program room turns the abort into exit status 70. A lack of memory is no bug, but the program cannot
 * continue without memory: it ends at once, with exit status 71.
 */
#ifndef BASE_REQUIRE_H
#define BASE_REQUIRE_H

#define require(condition) ((condition) ? (void)0 : require_failed(#condition, __FILE__, __LINE__))

_Noreturn void require_failed(const char *condition, const char *file, int line);

/* Says how much was wanted and which limit is reached, and ends with OUT_OF_MEMORY; aborts when no
 * machine could have that much. */
enum { OUT_OF_MEMORY = 71 };
_Noreturn void out_of_memory(unsigned long count, unsigned long size);

/* Memory that the program cannot do without: ends with a sentence when there is none. Zeroed. */
void *must_allocate(unsigned long count, unsigned long size) __attribute__((malloc, returns_nonnull));
char *must_copy(const char *text) __attribute__((malloc, returns_nonnull)); /* freed by the caller */
void *must_grow(void *memory, unsigned long count, unsigned long size) __attribute__((returns_nonnull));

#endif
