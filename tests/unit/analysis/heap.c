/* Memory for reading a large file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "analysis/file/heap.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* The library counts apart what it took from the system for one piece alone. */
static void what_is_freed_is_kept_for_the_next_piece(void **state)
{
    (void)state;
#ifdef __GLIBC__
    enum { SMALL_PIECE = 1 << 18, PIECE = 30 << 20 };
    void *volatile before = malloc(SMALL_PIECE);
    const bool counts = mallinfo2().hblks > 0; /* a sanitizer's memory is not counted */
    free(before);
    if (!counts)
        skip();
    heap_keep_pieces();
    void *volatile piece = malloc(PIECE);
    assert_int_equal(mallinfo2().hblks, 0);
    free(piece);
    assert_true(mallinfo2().fordblks >= PIECE);
#else
    skip();
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_freed_is_kept_for_the_next_piece),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
