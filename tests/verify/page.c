#include "page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "evidence.h"

struct block {
    const char *begins, *ends;
    bool claims; /* laws that are checked; else numbers that are only told */
};

// clang-format off
static const struct block blocks[] = {
    {"<!-- laws begin -->\n", "<!-- laws end -->\n", true},
    {"<!-- misfits begin -->\n", "<!-- misfits end -->\n", false},
};
// clang-format on

static void write_law(FILE *out, const struct law *law, const struct evidence *evidence)
{
    struct finding found = evidence_find(evidence, law);
    double exact = law->exact(law->with), of = fabs(exact);
    double percent = 100 / (of > 0 ? of : 1); /* what should be 0 is that to the bit */
    double off = percent * (found.mean - exact);
    double error = percent * (SLACK * found.standard_error + law->bias * fabs(exact));
    fprintf(out, "| %s | %s | %.5g | %.5g | %+.2f | %.2f |\n", law->what, law->source, exact, found.mean,
            fabs(off) < 0.005 ? 0.0 : off, error);
}

/* The rows of one kind, scenario by scenario; false when results are missing. */
static bool write_table(FILE *out, const struct block *block)
{
    fprintf(out, "| what | source | exact | got | off, %% | allowed, %% |\n|---|---|--:|--:|--:|--:|\n");
    for (size_t i = 0; i < null_scenario_count; i++) {
        struct evidence evidence;
        if (!evidence_open(null_scenarios[i].name, &evidence)) {
            fprintf(stderr, "verify_laws: there are no results of `%s` here\n", null_scenarios[i].name);
            return false;
        }
        for (size_t j = 0; j < law_count; j++)
            if (strcmp(laws[j].scenario, null_scenarios[i].name) == 0 &&
                (laws[j].within > 0) == block->claims)
                write_law(out, &laws[j], &evidence);
        evidence_close(&evidence);
    }
    return true;
}

static char *read_page(const char *path)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL || getdelim(&text, &length, '\0', file) < 0) {
        fprintf(stderr, "verify_laws: %s cannot be read\n", path);
        free(text);
        text = NULL;
    }
    if (file != NULL)
        fclose(file);
    return text;
}

/* The page with fresh tables; NULL when a marker or a result is missing. */
static char *fresh_page(const char *path, const char *old)
{
    char *fresh = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&fresh, &length);
    bool fine = out != NULL;
    for (size_t i = 0; fine && i < sizeof blocks / sizeof blocks[0]; i++) {
        const char *begins = strstr(old, blocks[i].begins), *ends = strstr(old, blocks[i].ends);
        if (begins == NULL || ends == NULL || ends < begins) {
            fprintf(stderr, "verify_laws: %s has no place for %s", path, blocks[i].begins);
            fine = false;
            break;
        }
        begins += strlen(blocks[i].begins);
        fwrite(old, 1, (size_t)(begins - old), out);
        fine = write_table(out, &blocks[i]);
        old = ends;
    }
    if (out != NULL) {
        fputs(old, out);
        fclose(out);
    }
    if (!fine) {
        free(fresh);
        fresh = NULL;
    }
    return fresh;
}

static void say_first_difference(const char *old, const char *fresh)
{
    size_t at = 0;
    while (old[at] != '\0' && old[at] == fresh[at])
        at++;
    while (at > 0 && old[at - 1] != '\n')
        at--;
    fprintf(stderr, "the page says:    %.*s\nthe results say:  %.*s\n", (int)strcspn(old + at, "\n"),
            old + at, (int)strcspn(fresh + at, "\n"), fresh + at);
}

bool page_is_up_to_date(const char *path)
{
    char *old = read_page(path);
    char *fresh = old == NULL ? NULL : fresh_page(path, old);
    bool same = fresh != NULL && strcmp(old, fresh) == 0;
    if (fresh != NULL && !same)
        say_first_difference(old, fresh);
    free(old);
    free(fresh);
    return same;
}

bool page_write(const char *path)
{
    char *old = read_page(path);
    char *fresh = old == NULL ? NULL : fresh_page(path, old);
    FILE *file = fresh == NULL ? NULL : fopen(path, "w");
    bool fine = file != NULL && fputs(fresh, file) >= 0;
    if (file != NULL && fclose(file) != 0)
        fine = false;
    free(old);
    free(fresh);
    return fine;
}
