/* Every bad scenario is wrong in the way its name says, and is refused: exit status 65, the sentences that
 * stand below it in its topic (topics.h; the topics lie in the folder `bad`), and nothing left behind.
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
#include "made.h"
#include "topics.h"

#define HEAD     "title: A camp\nlasts: 2 d\nsites: [{name: Square, people: 40}]\n"
#define CALENDAR "calendar: [{every: 1 d, at: \"19:00\", hold: general-assembly, for: 1 h}]\n"

static struct topics *read_topics(void)
{
    struct text wrong = {0};
    struct topics *topics = topics_read(BAD_TOPICS, &wrong);
    if (topics == NULL)
        fail_msg("%s", wrong.bytes);
    return topics;
}

static int begin(void **state)
{
    setenv("OMP_NUM_THREADS", "2", 1); /* `check` says on how many threads it would run */
    struct topics *topics = read_topics();
    if (session_begin(state) != 0)
        return 1;
    assert_int_equal(mkdir("bad", 0755), 0);
    assert_int_equal(chdir("bad"), 0);
    topics_unpack(topics);
    topics_free(topics);
    make_bytes();
    make_sizes();
    make_places();
    return 0;
}

/* --- what is said --- */

/* The first lines: a file with a thousand mistakes need not fill the page. */
static void say_first_lines(struct text *all, const char *text)
{
    enum { LINES_SHOWN = 48 };
    for (int line = 0; *text != '\0'; line++) {
        size_t length = strcspn(text, "\n");
        length += text[length] == '\n' ? 1 : 0;
        if (line < LINES_SHOWN)
            text_add(all, text, length);
        text += length;
    }
}

/* The reply to a file, as it stands in a topic. */
static struct text said_of(const char *name)
{
    const char *command = case_command(name);
    struct said said = GROUNDSWELL(command, name);
    struct text reply = {0};
    text_print(&reply, "%s: %d\n", command, said.status);
    say_first_lines(&reply, said.out);
    say_first_lines(&reply, said.err);
    return reply;
}

static void show_first_difference(const struct bad_case *one, const char *said)
{
    const char *expected = one->reply.at;
    size_t line = 0;
    for (size_t at = 0; at < one->reply.length && expected[at] == said[at]; at++)
        line = expected[at] == '\n' ? at + 1 : line;
    int number = 1;
    for (const char *at = one->topic->text.bytes; at < expected + line; at++)
        number += *at == '\n' ? 1 : 0;
    bool has_line = line < one->reply.length;
    print_error("%s: %s:%d has\n%.*s\nbut what is said is\n%.*s\n", one->name, one->topic->name, number,
                has_line ? (int)strcspn(expected + line, "\n") : 0, expected + line,
                (int)strcspn(said + line, "\n"), said + line);
}

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

static void every_bad_scenario_gets_the_sentences_that_are_expected(void **state)
{
    (void)state;
    struct topics *topics = read_topics();
    struct text before = {0}, after = {0};
    int differ = 0;
    list(&before);
    for (const struct bad_case *one = topics->cases; one < topics->cases + topics->case_count; one++) {
        struct text said = said_of(one->name);
        if (said.length != one->reply.length || memcmp(said.bytes, one->reply.at, said.length) != 0) {
            show_first_difference(one, said.bytes);
            differ++;
        }
        text_free(&said);
    }
    list(&after);
    assert_string_equal(after.bytes, before.bytes);
    assert_int_equal(differ, 0);
    text_free(&before);
    text_free(&after);
    topics_free(topics);
}

static void each_file_is_a_case_and_each_case_a_file(void **state)
{
    (void)state;
    struct topics *topics = read_topics();
    int files = 0;
    static const char *const folders[] = {"", "methods/"};
    for (int i = 0; i < 2; i++) {
        struct dirent **names;
        int count = scandir(i == 0 ? "." : folders[i], &names, is_file, alphasort);
        assert_true(count > 0);
        for (int k = 0; k < count; k++) {
            char path[600];
            snprintf(path, sizeof path, "%s%s", folders[i], names[k]->d_name);
            if (strstr(path, ".yaml") != NULL) {
                if (topics_find(topics, path) == NULL)
                    fail_msg("nothing is said of %s in any topic", path);
                files++;
            }
            free(names[k]);
        }
        free(names);
    }
    for (const struct bad_case *one = topics->cases; one < topics->cases + topics->case_count; one++)
        if (access(one->name, F_OK) != 0)
            fail_msg("%s:%d: made.c makes no `%s`", one->topic->name, one->line, one->name);
    assert_int_equal(files, topics->case_count);
    topics_free(topics);
}

static void none_of_them_is_taken_for_sound(void **state)
{
    (void)state;
    struct topics *topics = read_topics();
    int files = 0;
    for (const struct bad_case *one = topics->cases; one < topics->cases + topics->case_count; one++)
        if (strcmp(case_command(one->name), "run") == 0) {
            assert_memory_equal(one->reply.at, "run: 65\n", 8);
            files++;
        }
    assert_true(files >= 200);
    topics_free(topics);
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

/* The text of each topic with what is said now. */
static void write_anew(const struct topics *topics, struct text *anew)
{
    for (const struct bad_case *one = topics->cases; one < topics->cases + topics->case_count; one++) {
        struct text said = said_of(one->name), *text = &anew[one->topic - topics->topics];
        if (text->length > 0)
            text_say(text, "\n");
        case_write(text, one, (struct bytes){said.bytes, said.length});
        text_free(&said);
    }
}

static int rewrite(void)
{
    void *state;
    if (begin(&state) != 0)
        return 1;
    struct topics *topics = read_topics();
    struct text anew[MOST_TOPICS] = {0};
    write_anew(topics, anew);
    for (int i = 0; i < topics->topic_count; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/%s", BAD_TOPICS, topics->topics[i].name);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(anew[i].bytes, 1, anew[i].length, file), anew[i].length);
        assert_int_equal(fclose(file), 0);
        text_free(&anew[i]);
    }
    topics_free(topics);
    return session_end(&state);
}

int main(int count, char **words)
{
    if (count == 2 && strcmp(words[1], "rewrite") == 0)
        return rewrite();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_scenario_gets_the_sentences_that_are_expected),
        cmocka_unit_test(each_file_is_a_case_and_each_case_a_file),
        cmocka_unit_test(none_of_them_is_taken_for_sound),
        cmocka_unit_test(check_and_run_say_the_same),
        cmocka_unit_test(twelve_mistakes_get_twelve_sentences_in_the_order_of_the_file),
        cmocka_unit_test(a_file_that_is_not_there_or_may_not_be_read_ends_with_66),
    };
    return cmocka_run_group_tests(tests, begin, session_end);
}
