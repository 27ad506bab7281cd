/* Nobody is waited for without limit: how programs that we start may end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "analysis/file/child.h"

/* A shell that does this, with a second and 10,000 bytes. */
static struct child shell(const char *script)
{
    const char *const arguments[] = {"sh", "-c", script, NULL};
    struct child child = {.arguments = arguments, .input = "", .seconds = 1, .most = 10000};
    assert_true(child_run(&child));
    child.arguments = NULL;
    return child;
}

static void forget(struct child *child)
{
    text_free(&child->output);
    text_free(&child->errors);
}

static void one_that_ends_gives_what_it_wrote_and_its_status(void **state)
{
    (void)state;
    struct child child = shell("echo drawn; echo a word >&2; exit 3");
    assert_int_equal(child.end, CHILD_EXITED);
    assert_int_equal(child.exit_code, 3);
    assert_string_equal(child.output.bytes, "drawn\n");
    assert_string_equal(child.errors.bytes, "a word\n");
    forget(&child);
}

/* The same for one that writes "." after each of two pieces of work. */
static struct child worker(const char *script, unsigned seconds)
{
    const char *const arguments[] = {"sh", "-c", script, NULL};
    struct child child = {
        .arguments = arguments, .input = "", .mark = ".", .pieces = 2, .seconds = seconds, .most = 10000};
    assert_true(child_run(&child));
    child.arguments = NULL;
    return child;
}

static void limits_are_of_a_piece_of_work(void **state)
{
    (void)state;
    struct child slow = worker("sleep 2; echo one.; sleep 2; echo two.", 3);
    struct child large = worker("printf '%08000d.%08000d.' 1 2", 30);
    assert_int_equal(slow.end, CHILD_EXITED);
    assert_int_equal(large.end, CHILD_EXITED);
    assert_int_equal(large.output.length, 16002);
    forget(&slow);
    forget(&large);
}

static void marks_beyond_the_work_give_no_more_room(void **state)
{
    (void)state;
    struct child child = worker("yes .", 30);
    assert_int_equal(child.end, CHILD_FLOODED);
    forget(&child);
}

static void one_that_hangs_in_its_second_piece_is_ended(void **state)
{
    (void)state;
    struct child child = worker("echo one.; sleep 600", 1);
    assert_int_equal(child.end, CHILD_SLOW);
    assert_string_equal(child.output.bytes, "one.\n");
    forget(&child);
}

static void what_it_reads_can_be_opened_again(void **state)
{
    (void)state;
    const char *const arguments[] = {"sh", "-c", "cat; cat /dev/stdin", NULL};
    struct child child = {
        .arguments = arguments, .input = "said ", .length = 5, .seconds = 30, .most = 10000};
    assert_true(child_run(&child));
    assert_string_equal(child.output.bytes, "said said ");
    forget(&child);
}

static void one_that_hangs_is_ended(void **state)
{
    (void)state;
    struct child child = shell("echo half a drawing; sleep 600");
    assert_int_equal(child.end, CHILD_SLOW);
    forget(&child);
}

static void one_that_floods_either_stream_is_ended(void **state)
{
    (void)state;
    struct child output = shell("yes"), errors = shell("yes >&2");
    assert_int_equal(output.end, CHILD_FLOODED);
    assert_int_equal(errors.end, CHILD_FLOODED);
    assert_true(output.output.length <= 10000 + 65536);
    forget(&output);
    forget(&errors);
}

static void one_that_leaves_another_with_its_output_does_not_hold_us_up(void **state)
{
    (void)state;
    struct child child = shell("echo drawn; sleep 600 & exit 0");
    assert_int_equal(child.end, CHILD_OUTLIVED);
    forget(&child);
}

static void one_that_is_killed_is_not_taken_for_done(void **state)
{
    (void)state;
    struct child child = shell("echo drawn; kill -SEGV $$");
    assert_int_equal(child.end, CHILD_KILLED);
    forget(&child);
}

static void one_that_is_not_there_is_said_not_to_be(void **state)
{
    (void)state;
    const char *const arguments[] = {"no-such-program-as-this", NULL};
    struct child child = {.arguments = arguments, .input = "", .seconds = 1, .most = 10000};
    bool started = child_run(&child);
    assert_true(!started || child.exit_code != 0);
    forget(&child);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_that_ends_gives_what_it_wrote_and_its_status),
        cmocka_unit_test(limits_are_of_a_piece_of_work),
        cmocka_unit_test(marks_beyond_the_work_give_no_more_room),
        cmocka_unit_test(one_that_hangs_in_its_second_piece_is_ended),
        cmocka_unit_test(what_it_reads_can_be_opened_again),
        cmocka_unit_test(one_that_hangs_is_ended),
        cmocka_unit_test(one_that_floods_either_stream_is_ended),
        cmocka_unit_test(one_that_leaves_another_with_its_output_does_not_hold_us_up),
        cmocka_unit_test(one_that_is_killed_is_not_taken_for_done),
        cmocka_unit_test(one_that_is_not_there_is_said_not_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
