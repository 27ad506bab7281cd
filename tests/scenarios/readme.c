/* The page about scenarios holds files; each is what a reader would write, so each must be sound.
 *
 * A block of YAML begins with a comment that names it. One with stages is a method and is checked. One with
 * sites is a whole scenario: it is checked and run for a day. Any other is a part of one, and is checked and
 * run with the lines that it leaves out. */
#include "cli/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"

#define README GROUNDSWELL_SOURCE "/scenarios/README.md"
#define FENCE  "```yaml\n"

struct block {
    char name[128]; /* the comment on its first line */
    char *text;
};

enum { MOST_BLOCKS = 64 };

struct page {
    struct block blocks[MOST_BLOCKS];
    size_t count;
};

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    struct text text = {0};
    char bytes[4096];
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_add(&text, bytes, got);
    fclose(file);
    return text.bytes;
}

static struct page *read_page(void)
{
    struct page *page = calloc(1, sizeof *page);
    char *readme = read_all(README);
    for (char *at = readme; (at = strstr(at, FENCE)) != NULL;) {
        char *start = at + strlen(FENCE), *end = strstr(start, "\n```");
        assert_non_null(end);
        assert_true(page->count < MOST_BLOCKS);
        struct block *block = &page->blocks[page->count++];
        assert_int_equal(sscanf(start, "# %127[^\n]", block->name), 1);
        block->text = strndup(start, (size_t)(end + 1 - start));
        at = end;
    }
    free(readme);
    return page;
}

static void free_page(struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        free(page->blocks[i].text);
    free(page);
}

static bool has_key(const char *text, const char *key)
{
    char start[64];
    snprintf(start, sizeof start, "\n%s:", key);
    return strstr(text, start) != NULL;
}

/* The block as a file of its own: the lines that every scenario needs are added where it has none. */
static void write_block(const struct block *block, const char *path)
{
    static const struct {
        const char *key, *line;
    } needed[] = {
        {"title", "title: A part of a scenario\n"},
        {"lasts", "lasts: 7 d\n"},
        {"sites", "sites: [{name: Square, people: 40}]\n"},
    };
    struct text text = {0};
    text_say(&text, block->text);
    bool method = has_key(block->text, "stages");
    for (size_t i = 0; i < sizeof needed / sizeof needed[0] && !method; i++)
        if (!has_key(block->text, needed[i].key))
            text_say(&text, needed[i].line);
    session_write(path, text.bytes);
    text_free(&text);
}

static void must_end_well(const struct said *said, const struct block *block)
{
    if (said->status != 0)
        fail_msg("\"%s\" ends with %d:\n%s", block->name, said->status, said->err);
}

static void every_file_of_the_page_is_sound(void **state)
{
    const struct page *page = *state;
    assert_true(page->count >= 10);
    for (size_t i = 0; i < page->count; i++) {
        const struct block *block = &page->blocks[i];
        const char *path = strstr(block->name, ".yaml") != NULL ? block->name : "part.yaml";
        write_block(block, path);
        struct said said = GROUNDSWELL("check", path);
        must_end_well(&said, block);
    }
}

static void every_scenario_of_the_page_runs_for_a_day(void **state)
{
    const struct page *page = *state;
    size_t run = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct block *block = &page->blocks[i];
        if (has_key(block->text, "stages"))
            continue;
        write_block(block, "part.yaml");
        struct said said = GROUNDSWELL("run", "part.yaml", "--set", "lasts=1 d", "--replications", "1",
                                       "--base-only", "--quiet", "-o", "day.h5");
        must_end_well(&said, block);
        run++;
    }
    assert_true(run >= 8);
}

static void the_commands_of_the_page_that_set_something_are_understood(void **state)
{
    (void)state;
    struct said said =
        GROUNDSWELL("check", "camp.yaml", "--set", "proposals.facets=40", "--set", "sites[0].people=500");
    assert_int_equal(said.status, 0);
    said = GROUNDSWELL("check", "camp.yaml", "--set", "designs.\"assembly only\".calendar[0].for=2 h");
    assert_int_equal(said.status, 0);
}

static int begin(void **state)
{
    struct page **page = (struct page **)state;
    void *folder;
    if (session_begin(&folder) != 0)
        return 1;
    assert_int_equal(mkdir("methods", 0755), 0);
    *page = read_page();
    session_write(".folder", folder);
    free(folder);
    return 0;
}

static int end(void **state)
{
    void *folder = read_all(".folder");
    free_page(*state);
    return session_end(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_of_the_page_is_sound),
        cmocka_unit_test(every_scenario_of_the_page_runs_for_a_day),
        cmocka_unit_test(the_commands_of_the_page_that_set_something_are_understood),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
