/* Any bytes at all, taken for the names that a comparison is asked for (the design to compare with in the
 * first line, measures in the others) and for the name of a figure's file. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/figures/figure.h"
#include "analysis/numbers/compare.h"
#include "analysis/words/comparison.h"
#include "base/require.h"
#include "unit/analysis/fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct fixture fixture;
static struct results *results;

static void remove_results(void)
{
    results_close(results);
    fixture_remove(&fixture);
}

static void open_results(void)
{
    struct trouble trouble = {0};
    fixture_make(&fixture);
    results = results_open(fixture.path, &trouble);
    require(results != NULL);
    atexit(remove_results);
}

static void ask(const char *base, const char *const *measures, size_t count)
{
    struct arena arena = {0};
    struct trouble trouble = {0};
    struct text said = {0};
    const struct compare_request request = {
        .base = *base == '\0' ? NULL : base, .measures = measures, .measure_count = count};
    const struct comparison *comparison = compare(results, &request, &arena, &trouble);
    require((comparison == NULL) == (trouble.count > 0));
    if (comparison != NULL)
        comparison_text(comparison, &said);
    text_free(&said);
    trouble_free(&trouble);
    arena_free(&arena);
}

static void ask_for_figure(const char *path)
{
    struct trouble trouble = {0};
    enum figure_format format;
    enum status status = figure_format_of(path, &format, &trouble);
    require((status == STATUS_FINE) == (trouble.count == 0));
    trouble_free(&trouble);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { MOST_LINES = 8 };
    const char *lines[MOST_LINES];
    size_t count = 0;
    if (results == NULL)
        open_results();
    char *text = must_allocate(length + 1, 1);
    memcpy(text, bytes, length);
    for (char *line = text; line != NULL && count < MOST_LINES;) {
        char *end = strchr(line, '\n');
        lines[count++] = line;
        if (end != NULL)
            *end++ = '\0';
        line = end;
    }
    ask(lines[0], lines + 1, count - 1);
    ask_for_figure(lines[0]);
    free(text);
    return 0;
}
