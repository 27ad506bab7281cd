#include "unit/scenario/reading.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A directory of its own for each test, gone afterwards. */
static int enter_directory(void **state)
{
    static const char template[] = "/tmp/groundswell-test-XXXXXX";
    char *directory = strdup(template);
    *state = mkdtemp(directory);
    return *state == NULL;
}

static int leave_directory(void **state)
{
    char *directory = *state;
    char path[256];
    snprintf(path, sizeof path, "%s/file", directory);
    unlink(path);
    rmdir(path);
    int failed = rmdir(directory);
    free(directory);
    return failed;
}

static const char *in_directory(void *const *state, char *path, size_t size)
{
    snprintf(path, size, "%s/file", (const char *)*state);
    return path;
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void assert_file_refused(const char *path, enum status status, const char *sentence)
{
    struct reading_room room = {0};
    assert_null(node_read_file(path, &room.arena, &room.trouble));
    assert_told(&room, 0, sentence);
    assert_int_equal(room.trouble.count, 1);
    assert_int_equal(room.trouble.complaints[0].status, status);
    assert_string_equal(room.trouble.complaints[0].where.file, path);
    leave(&room);
}

static void a_file_is_read_under_the_name_it_was_given(void **state)
{
    char path[256];
    in_directory(state, path, sizeof path);
    write_file(path, "a: 1\n", 5);
    struct reading_room room = {0};
    room.root = node_read_file(path, &room.arena, &room.trouble);
    assert_non_null(room.root);
    assert_string_equal(node_at(room.root, "a")->text, "1");
    assert_string_equal(room.root->document->file, path);
    assert_string_equal(room.root->document->text, "a: 1\n");
    leave(&room);
}

static void a_file_that_is_not_there_is_no_input(void **state)
{
    char path[256];
    assert_file_refused(in_directory(state, path, sizeof path), STATUS_NO_INPUT, "0:0 there is no such file");
    assert_file_refused("", STATUS_NO_INPUT, "0:0 there is no such file");
    assert_file_refused("/dev/null/x", STATUS_NO_INPUT, "0:0 this file cannot be read: Not a directory");
}

static void an_empty_file_says_nothing(void **state)
{
    char path[256];
    in_directory(state, path, sizeof path);
    write_file(path, "", 0);
    assert_file_refused(path, STATUS_BAD_INPUT, "0:0 there is no key and no value, only blanks or comments");
}

static void a_directory_is_no_file(void **state)
{
    char path[256];
    mkdir(in_directory(state, path, sizeof path), 0700);
    assert_file_refused(path, STATUS_BAD_INPUT, "0:0 this is a directory; name a file in it");
}

static void a_pipe_is_refused_at_once_and_not_waited_for(void **state)
{
    char path[256];
    assert_int_equal(mkfifo(in_directory(state, path, sizeof path), 0600), 0);
    assert_file_refused(path, STATUS_BAD_INPUT,
                        "0:0 this is a pipe or a device, not a file (give `-` to read standard input)");
}

static void an_endless_device_is_refused(void **state)
{
    (void)state;
    assert_file_refused("/dev/zero", STATUS_BAD_INPUT,
                        "0:0 this is a pipe or a device, not a file (give `-` to read standard input)");
}

static void a_huge_file_is_refused_unread(void **state)
{
    char path[256];
    in_directory(state, path, sizeof path);
    write_file(path, "a: 1\n", 5);
    assert_int_equal(truncate(path, 100l * 1024 * 1024), 0);
    struct reading_room room = {0};
    assert_null(node_read_file(path, &room.arena, &room.trouble));
    assert_told(&room, 0, "0:0 larger than 4 MiB, the most that is read");
    assert_int_equal(room.arena.taken, 0);
    leave(&room);
}

/* Reads standard input from a file, and puts the old one back. */
static void read_standard_input(const char *path, struct reading_room *room)
{
    *room = (struct reading_room){0};
    int kept = dup(STDIN_FILENO);
    int file = open(path, O_RDONLY);
    dup2(file, STDIN_FILENO);
    close(file);
    room->root = node_read_file("-", &room->arena, &room->trouble);
    dup2(kept, STDIN_FILENO);
    close(kept);
}

static void a_dash_is_standard_input(void **state)
{
    char path[256];
    in_directory(state, path, sizeof path);
    write_file(path, "a: 1\nb: [\n", 10);
    struct reading_room room;
    read_standard_input(path, &room);
    assert_told(&room, 0, "2:4 this bracket is never closed");
    assert_string_equal(room.trouble.complaints[0].where.file, "<stdin>");
    leave(&room);
}

static void endless_standard_input_is_read_no_further_than_a_file_may_be(void **state)
{
    (void)state;
    struct reading_room room;
    read_standard_input("/dev/zero", &room);
    assert_told(&room, 0, "0:0 larger than 4 MiB, the most that is read");
    leave(&room);
    read_standard_input("/", &room);
    assert_told(&room, 0, "0:0 this is a directory; name a file in it");
    leave(&room);
}

#define IN_DIRECTORY(test) cmocka_unit_test_setup_teardown(test, enter_directory, leave_directory)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(a_file_is_read_under_the_name_it_was_given),
        IN_DIRECTORY(a_file_that_is_not_there_is_no_input),
        IN_DIRECTORY(an_empty_file_says_nothing),
        IN_DIRECTORY(a_directory_is_no_file),
        IN_DIRECTORY(a_pipe_is_refused_at_once_and_not_waited_for),
        IN_DIRECTORY(a_huge_file_is_refused_unread),
        IN_DIRECTORY(a_dash_is_standard_input),
        cmocka_unit_test(an_endless_device_is_refused),
        cmocka_unit_test(endless_standard_input_is_read_no_further_than_a_file_may_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
