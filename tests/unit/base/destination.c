/* What is there and is not ours stays, whatever way leads to it. */
#include "base/destination.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char page[] = "<!doctype html>\n" MARK_OF_PAGES "\n";
static const char figure[] = "<svg></svg>\n<!-- " MARK_OF_FIGURES " -->\n";
static const char schema[] = "{\n  " MARK_OF_SCHEMAS "x.json\"\n}\n";
static const char results[] =
    "\x89HDF\r\n\x1a\n and much between " MARK_OF_RESULTS " and " MARK_OF_RESULTS_TOO " and more";

static const struct {
    enum made kind;
    const char *bytes;
    size_t length;
} ours[] = {
    {MADE_RESULTS, results, sizeof results},  {MADE_PAGE, page, sizeof page - 1},
    {MADE_FIGURE, figure, sizeof figure - 1}, {MADE_SCHEMA, schema, sizeof schema - 1},
    {MADE_SCENARIO, "title: x\n", 9},
};
enum { KINDS = sizeof ours / sizeof ours[0] };

static void put(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void holds(const char *path, const char *bytes, size_t length)
{
    char read[512];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(read, 1, sizeof read, file), length);
    assert_memory_equal(read, bytes, length);
    fclose(file);
}

static enum status write_new(const char *path, enum made kind, const struct inputs *inputs)
{
    struct trouble trouble = {0};
    enum status status = destination_put(path, kind, inputs, "new", 3, &trouble);
    assert_int_equal(trouble.count, status == STATUS_FINE ? 0 : 1);
    trouble_free(&trouble);
    return status;
}

static int begin(void **state)
{
    char folder[] = "/tmp/groundswell-destination-XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    *state = strdup(folder);
    return 0;
}

static int end(void **state)
{
    static const char *const names[] = {"it", "link", "hard", "other"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unlink(names[i]);
    assert_int_equal(chdir("/"), 0);
    int left = rmdir(*state); /* fails when a draft was left behind */
    free(*state);
    return left;
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

static void each_kind_replaces_its_own_kind_and_nothing_else(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < KINDS; kind++)
        for (size_t there = 0; there < KINDS; there++) {
            put("it", ours[there].bytes, ours[there].length);
            bool replaced = kind == there && ours[kind].kind != MADE_SCENARIO;
            assert_int_equal(write_new("it", ours[kind].kind, NULL),
                             replaced ? STATUS_FINE : STATUS_NO_OUTPUT);
            if (replaced)
                holds("it", "new", 3);
            else
                holds("it", ours[there].bytes, ours[there].length);
        }
}

static void an_empty_file_is_filled_and_an_absent_one_made(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < KINDS; kind++) {
        unlink("it");
        assert_int_equal(write_new("it", ours[kind].kind, NULL), STATUS_FINE);
        holds("it", "new", 3);
        if (ours[kind].kind == MADE_SCENARIO)
            continue;
        put("it", "", 0);
        assert_int_equal(write_new("it", ours[kind].kind, NULL), STATUS_FINE);
        holds("it", "new", 3);
    }
}

static void a_mark_far_inside_a_large_file_is_found(void **state)
{
    (void)state;
    enum { LARGE = 3 << 20 };
    char *bytes = calloc(LARGE, 1);
    assert_non_null(bytes);
    for (size_t place = (1 << 20) - 80; place < (1 << 20) + 8; place++) { /* over the end of a piece */
        memset(bytes, 'x', LARGE);
        memcpy(bytes, "\x89HDF\r\n\x1a\n", 8);
        memcpy(bytes + 100, MARK_OF_RESULTS_TOO, sizeof MARK_OF_RESULTS_TOO - 1);
        memcpy(bytes + place, MARK_OF_RESULTS, sizeof MARK_OF_RESULTS - 1);
        put("it", bytes, LARGE);
        assert_int_equal(write_new("it", MADE_RESULTS, NULL), STATUS_FINE);
    }
    free(bytes);
}

static void what_was_read_is_never_written_over(void **state)
{
    (void)state;
    static const char *const names[] = {"it", "./it", "link", "hard"};
    put("it", results, sizeof results);
    assert_int_equal(symlink("it", "link") | link("it", "hard"), 0);
    for (size_t read = 0; read < sizeof names / sizeof names[0]; read++) {
        struct inputs inputs = {0};
        inputs_note(&inputs, names[read]);
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
            assert_int_equal(write_new(names[i], MADE_RESULTS, &inputs), STATUS_NO_OUTPUT);
        inputs_free(&inputs);
    }
    holds("it", results, sizeof results);
}

/* As editors do it: a new file is renamed to the old name. */
static void what_took_the_place_of_what_was_read_is_not_written_over(void **state)
{
    (void)state;
    struct inputs inputs = {0};
    put("it", results, sizeof results);
    inputs_note(&inputs, "it");
    put("other", results, sizeof results);
    assert_int_equal(rename("other", "it"), 0);
    assert_int_equal(write_new("it", MADE_RESULTS, &inputs), STATUS_NO_OUTPUT);
    inputs_free(&inputs);
}

static void links_are_followed_and_stay(void **state)
{
    (void)state;
    struct stat facts;
    put("it", page, sizeof page - 1);
    assert_int_equal(symlink("it", "link"), 0);
    assert_int_equal(write_new("link", MADE_PAGE, NULL), STATUS_FINE);
    assert_int_equal(lstat("link", &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    holds("it", "new", 3);
    assert_int_equal(write_new("link", MADE_PAGE, NULL), STATUS_NO_OUTPUT);
    assert_int_equal(unlink("it"), 0);
    assert_int_equal(write_new("link", MADE_PAGE, NULL), STATUS_NO_OUTPUT);
    assert_int_equal(lstat("it", &facts), -1);
}

static void what_comes_between_looking_and_writing_stays(void **state)
{
    (void)state;
    struct trouble trouble = {0};
    struct destination destination;
    assert_int_equal(destination_find("it", MADE_PAGE, NULL, &destination, &trouble), STATUS_FINE);
    put("it", "an essay", 8);
    assert_int_equal(destination_write(&destination, "new", 3, NULL, &trouble), STATUS_NO_OUTPUT);
    holds("it", "an essay", 8);
    destination_free(&destination);
    trouble_free(&trouble);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(each_kind_replaces_its_own_kind_and_nothing_else),
        FOLDER_TEST(an_empty_file_is_filled_and_an_absent_one_made),
        FOLDER_TEST(a_mark_far_inside_a_large_file_is_found),
        FOLDER_TEST(what_was_read_is_never_written_over),
        FOLDER_TEST(what_took_the_place_of_what_was_read_is_not_written_over),
        FOLDER_TEST(links_are_followed_and_stay),
        FOLDER_TEST(what_comes_between_looking_and_writing_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
