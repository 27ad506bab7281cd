/* Every file of the folder `bad` is wrong in the way its name says, and is refused: exit status 65, the
 * sentences that stand in bad/expected.txt, and nothing left behind. Some kinds of file cannot be kept in a
 * repository; they are made here.
 *
 * When sentences change on purpose: bad_scenarios rewrite */
#include "cli/session.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

#define EXPECTED GROUNDSWELL_SOURCE "/tests/scenarios/bad/expected.txt"

#define HEAD     "title: A camp\nlasts: 2 d\nsites: [{name: Square, people: 40}]\n"
#define CALENDAR "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"

enum { MOST_FILES = 1000 };

/* --- files that are made --- */

static void write_bytes(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* `again` is written many times, with its number for each #. */
static void write_repeated(const char *path, const char *before, const char *again, int times,
                           const char *after)
{
    struct text text = {0};
    text_say(&text, before);
    for (int i = 0; i < times; i++)
        for (const char *at = again; *at != '\0'; at++)
            if (*at == '#')
                text_print(&text, "%d", i);
            else
                text_add(&text, at, 1);
    text_say(&text, after);
    write_bytes(path, text.bytes, text.length);
    text_free(&text);
}

static void write_stairs(const char *path, int depth)
{
    struct text text = {0};
    text_say(&text, HEAD "question:\n");
    for (int i = 1; i <= depth; i++)
        text_print(&text, "%*sa:\n", i, "");
    write_bytes(path, text.bytes, text.length);
    text_free(&text);
}

static void make_bytes(void)
{
    write_bytes("made-of-an-archive.yaml", "PK\x03\x04\x14\x00", 6);
    write_bytes("made-of-compressed-bytes.yaml", "\x1F\x8B\x08\x00", 4);
    write_bytes("made-of-machine-code.yaml",
                "\x7F"
                "ELF\x02\x01\x01\x00\x00",
                9);
    write_bytes("made-of-results.yaml", "\x89HDF\r\n\x1A\n", 8);
    write_bytes("made-of-utf-32.yaml", "\xFF\xFE\0\0t\0\0\0i\0\0\0", 12);
    write_bytes("made-of-utf-32-the-other-way.yaml", "\0\0\xFE\xFF\0\0\0t\0\0\0i", 12);
    write_bytes("made-of-utf-32-without-a-mark.yaml", "t\0\0\0i\0\0\0t\0\0\0", 12);
    write_bytes("made-of-utf-32-without-a-mark-the-other-way.yaml", "\0\0\0t\0\0\0i\0\0\0t", 12);
    write_bytes("made-of-utf-16-without-a-mark.yaml", "t\0i\0t\0l\0e\0", 10);
    write_bytes("made-of-utf-16-without-a-mark-the-other-way.yaml", "\0t\0i\0t\0l\0e", 10);
    write_bytes("made-with-a-nul.yaml", "title: A \0camp\n", 15);
    write_bytes("made-with-two-marks.yaml", "\xEF\xBB\xBF\xEF\xBB\xBFtitle: A camp\n", 20);
}

static void make_sizes(void)
{
    write_repeated("made-too-deep.yaml", HEAD "question: ", "[", 100000, "\n");
    write_stairs("made-too-deep-in-blocks.yaml", 200);
    write_repeated("made-with-many-keys.yaml", HEAD, "key_#: #\n", 1200, "");
    write_repeated("made-with-many-unknown-keys.yaml", HEAD, "key_#: #\n", 300, "");
    write_repeated("made-with-many-designs.yaml", HEAD CALENDAR "designs:\n", "  way #: {seed: #}\n", 990,
                   "");
    write_repeated("made-with-many-entries.yaml", HEAD CALENDAR "sweep:\n  - set: people.shyness\n    to:\n",
                   "      - 0.#\n", 250000, "");
    write_repeated("made-with-many-values.yaml", HEAD CALENDAR "sweep:\n  - set: people.shyness\n    to:\n",
                   "      - 0.#\n", 12000, "");
    write_repeated("made-with-many-lines.yaml", HEAD "calendar:\n",
                   "  - {every: 1 d, at: \"19:00\", hold: forum}\n", 300, "");
    write_repeated("made-with-a-long-name.yaml", HEAD "calendar:\n  - {every: 1 d, hold: ", "open", 30000,
                   "}\n");
    write_repeated("made-with-a-long-line.yaml", HEAD CALENDAR "conversation: {retention: ", "9", 500000,
                   " %}\n");
    write_repeated("made-with-a-long-key.yaml", HEAD CALENDAR, "key", 30000, ": 1\n");
    assert_int_equal(system("truncate -s 100M made-of-a-hundred-megabytes.yaml"), 0);
}

static void make_places(void)
{
    assert_int_equal(mkdir("made-as-a-folder.yaml", 0755), 0);
    assert_int_equal(mkfifo("made-as-a-pipe.yaml", 0644), 0);
    assert_int_equal(symlink("/dev/zero", "made-as-a-device.yaml"), 0);
    assert_int_equal(mkdir("methods/folder.yaml", 0755), 0);
    assert_int_equal(mkdir("made-methods", 0755), 0);
    session_write("made-methods/evening.yaml", "title: One\nstages:\n  - {do: harvest, lasts: 1 h}\n");
    session_write("made-methods/Evening.yaml", "title: Two\nstages:\n  - {do: harvest, lasts: 1 h}\n");
    session_write("../outside.yaml", "title: A method\nstages:\n  - {do: close}\n");
    assert_int_equal(symlink("../../outside.yaml", "methods/link-to-outside.yaml"), 0);
}

static int begin(void **state)
{
    if (session_begin(state) != 0)
        return 1;
    assert_int_equal(system("cp -r '" GROUNDSWELL_SOURCE "/tests/scenarios/bad' . && rm -f bad/expected.txt"),
                     0);
    assert_int_equal(chdir("bad"), 0);
    make_bytes();
    make_sizes();
    make_places();
    return 0;
}

/* --- what is said --- */

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* All that there is in the folder, so that what is left behind is seen. */
static void list(struct text *out)
{
    struct dirent **names;
    int count = scandir(".", &names, is_file, alphasort);
    for (int i = 0; i < count; i++) {
        text_print(out, "%s\n", names[i]->d_name);
        free(names[i]);
    }
    if (count >= 0)
        free(names);
}

/* The first lines: a file with a thousand mistakes need not fill the page. */
static void say_first_lines(struct text *all, const char *text)
{
    enum { LINES_SHOWN = 48 };
    for (int line = 0; *text != '\0'; line++) {
        size_t length = strcspn(text, "\n") + 1;
        if (line < LINES_SHOWN)
            text_add(all, text, length);
        text += length;
    }
}

static void say_file(struct text *all, const char *command, const char *path)
{
    struct said said = GROUNDSWELL(command, path);
    text_print(all, "=== %s %s: %d\n", command, path, said.status);
    say_first_lines(all, said.out);
    say_first_lines(all, said.err);
}

static void say_all(struct text *all, const char *command, const char *folder)
{
    struct dirent **names;
    int count = scandir(folder, &names, is_file, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        char path[600];
        snprintf(path, sizeof path, "%s%s%s", strcmp(folder, ".") == 0 ? "" : folder,
                 strcmp(folder, ".") == 0 ? "" : "/", names[i]->d_name);
        if (strstr(names[i]->d_name, ".yaml") != NULL)
            say_file(all, command, path);
        free(names[i]);
    }
    free(names);
}

static char *read_expected(void)
{
    FILE *file = fopen(EXPECTED, "r");
    assert_non_null(file);
    struct text text = {0};
    char bytes[4096];
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_add(&text, bytes, got);
    fclose(file);
    return text.bytes;
}

static void show_first_difference(const char *expected, const char *said)
{
    size_t at = 0, line = 0, part = 0;
    for (; expected[at] != '\0' && expected[at] == said[at]; at++)
        if (expected[at] == '\n') {
            line = at + 1;
            part = strncmp(expected + line, "===", 3) == 0 ? line : part;
        }
    print_error("expected.txt has\n%.*s\n%.*s\nbut what is said is\n%.*s\n",
                (int)strcspn(expected + part, "\n"), expected + part, (int)strcspn(expected + line, "\n"),
                expected + line, (int)strcspn(said + line, "\n"), said + line);
}

static void every_bad_scenario_gets_the_sentences_that_are_expected(void **state)
{
    (void)state;
    struct text said = {0}, before = {0}, after = {0};
    list(&before);
    say_all(&said, "run", ".");
    say_all(&said, "check", "methods");
    list(&after);
    assert_string_equal(after.bytes, before.bytes);
    char *expected = read_expected();
    if (strcmp(expected, said.bytes) != 0) {
        show_first_difference(expected, said.bytes);
        fail();
    }
    text_free(&said);
    text_free(&before);
    text_free(&after);
    free(expected);
}

static void none_of_them_is_taken_for_sound(void **state)
{
    (void)state;
    char *expected = read_expected();
    int files = 0;
    for (const char *at = expected; (at = strstr(at, "=== run ")) != NULL; at++, files++) {
        const char *status = strchr(strstr(at, ".yaml"), ':');
        assert_memory_equal(status, ": 65\n", 5);
    }
    assert_true(files >= 200);
    free(expected);
}

static void check_and_run_say_the_same(void **state)
{
    (void)state;
    static const char *const some[] = {"twelve-mistakes.yaml", "mistakes-of-two-kinds.yaml",
                                       "sweep-into-overlap.yaml", "method-unknown-rule.yaml"};
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        struct said run = GROUNDSWELL("run", some[i]), check = GROUNDSWELL("check", some[i]);
        assert_string_equal(run.err, check.err);
        assert_int_equal(check.status, 65);
    }
}

static size_t complaints_in(const char *said, const char *file)
{
    size_t count = 0, length = strlen(file);
    for (const char *line = said; line != NULL && *line != '\0'; line = strchr(line, '\n')) {
        line += *line == '\n' ? 1 : 0;
        count += strncmp(line, file, length) == 0 && line[length] == ':' ? 1 : 0;
    }
    return count;
}

static void twelve_mistakes_get_twelve_sentences_in_the_order_of_the_file(void **state)
{
    (void)state;
    struct said said = GROUNDSWELL("check", "twelve-mistakes.yaml");
    assert_int_equal(complaints_in(said.err, "twelve-mistakes.yaml"), 12);
    int line = 0, column = 0;
    for (const char *at = said.err; (at = strstr(at, "twelve-mistakes.yaml:")) != NULL; at++) {
        int next_line = 0, next_column = 0;
        assert_int_equal(sscanf(at, "twelve-mistakes.yaml:%d:%d:", &next_line, &next_column), 2);
        assert_true(next_line > line || (next_line == line && next_column > column));
        line = next_line;
        column = next_column;
    }
}

static void a_file_that_is_not_there_or_may_not_be_read_ends_with_66(void **state)
{
    (void)state;
    assert_int_equal(GROUNDSWELL("run", "not-there.yaml").status, 66);
    if (getuid() == 0)
        return; /* root may read everything */
    session_write("secret.yaml", HEAD CALENDAR);
    assert_int_equal(chmod("secret.yaml", 0), 0);
    assert_int_equal(GROUNDSWELL("run", "secret.yaml").status, 66);
    session_write("holds-a-secret.yaml", HEAD "calendar: [{every: 1 d, hold: secret}]\n");
    assert_int_equal(GROUNDSWELL("run", "holds-a-secret.yaml").status, 66);
}

static int rewrite(void)
{
    void *state;
    struct text said = {0};
    if (begin(&state) != 0)
        return 1;
    say_all(&said, "run", ".");
    say_all(&said, "check", "methods");
    write_bytes(EXPECTED, said.bytes, said.length);
    text_free(&said);
    return session_end(&state);
}

int main(int count, char **words)
{
    if (count == 2 && strcmp(words[1], "rewrite") == 0)
        return rewrite();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_scenario_gets_the_sentences_that_are_expected),
        cmocka_unit_test(none_of_them_is_taken_for_sound),
        cmocka_unit_test(check_and_run_say_the_same),
        cmocka_unit_test(twelve_mistakes_get_twelve_sentences_in_the_order_of_the_file),
        cmocka_unit_test(a_file_that_is_not_there_or_may_not_be_read_ends_with_66),
    };
    return cmocka_run_group_tests(tests, begin, session_end);
}
