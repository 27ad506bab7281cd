/* Memory from the system, on large pages where there is much of it: they are found faster, and need fewer
 * visits to the system. That is only advice: refused, it costs time and nothing else. */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>

enum { LARGE_PAGE = 2 * 1024 * 1024 /* bytes */ };

/* At least `bytes`, not zeroed, on a cache line; from `large` bytes on (at least LARGE_PAGE) in whole large
 * pages. NULL where there is none. Given back with free(). */
void *pages_take(size_t bytes, size_t large);

#endif
