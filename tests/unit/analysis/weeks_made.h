/* Weeks that were chosen, planted in the file of fixture.h: a search, and six finalists of known numbers.
 *
 * Finalist 1 decides most, 2 has fewest who never spoke, 3 is in between, 4 is worse than 3 in both; 5 and 6
 * are better than all, and miss the limit or may miss it. What the search saw of them is better by far.
 */
#ifndef TESTS_ANALYSIS_WEEKS_MADE_H
#define TESTS_ANALYSIS_WEEKS_MADE_H

#define FIXTURE_DESIGNS 1
#include "unit/analysis/fixture.h"

#include "analysis/numbers/front.h"

enum {
    SEARCHED = 6,
    FINALISTS = 6,
    WEEKS = SEARCHED + FINALISTS,
    FACTORS = 2,
    RUNS = 12,
    MOST_ASKED = 3,
    MEASURES = 6
};

/* All that a test may bend before the file is written. */
struct chosen {
    const char *asked[MOST_ASKED];
    double kinds[MOST_ASKED], least[MOST_ASKED], most[MOST_ASKED];
    hsize_t asked_count, sections;
    double combinations, tries_all, search_runs, impossible, searched;
    double tried[FINALISTS], values[WEEKS * FACTORS], runs[WEEKS], luck[WEEKS];
    double decided[WEEKS], silent[WEEKS], sessions[WEEKS]; /* means */
    double missing; /* a run of the first finalist has no value: its number from 1 */
};

static inline struct chosen usual(void)
{
    static const double decided[] = {10, 2, 8, 5, 20, 12}, silent[] = {.6, .1, .2, .4, .05, .05},
                        sessions[] = {20, 20, 20, 20, 40, 30};
    struct chosen chosen = {.asked = {"decisions_per_hour", "never_spoke", "sessions"},
                            .kinds = {0, 1, 2},
                            .least = {NAN, NAN, NAN},
                            .most = {NAN, NAN, 30.5},
                            .asked_count = 3,
                            .sections = FINALISTS,
                            .combinations = 9,
                            .tries_all = 0,
                            .search_runs = 72,
                            .impossible = 1,
                            .searched = SEARCHED};
    for (size_t i = 0; i < FINALISTS; i++) {
        const size_t world = SEARCHED + i;
        chosen.tried[i] = (double)(SEARCHED - i);
        chosen.decided[world] = decided[i];
        chosen.silent[world] = silent[i];
        chosen.sessions[world] = sessions[i];
        chosen.decided[SEARCHED - 1 - i] = 2 * decided[i];
        chosen.silent[SEARCHED - 1 - i] = silent[i] / 2;
        chosen.sessions[SEARCHED - 1 - i] = 10;
        for (size_t factor = 0; factor < FACTORS; factor++)
            chosen.values[world * FACTORS + factor] = chosen.values[(SEARCHED - 1 - i) * FACTORS + factor] =
                (double)(factor == 0 ? i / 3 : i % 3);
    }
    for (size_t i = 0; i < WEEKS; i++) {
        chosen.runs[i] = RUNS;
        chosen.luck[i] = i < SEARCHED ? 4000 : 1;
    }
    return chosen;
}

/* Up and down by turns, so that means are as planted; of the third finalist the other way round. */
static inline double noise(size_t world, size_t run)
{
    return (run % 2 == 0) == (world != SEARCHED + 2) ? 1 : -1;
}

static inline void write_measure(hid_t file, const char *name, const double *means, double size,
                                 double missing)
{
    const hsize_t shape[] = {WEEKS, FIXTURE_DESIGNS, RUNS, FIXTURE_SITES};
    double numbers[WEEKS * RUNS];
    char path[64];
    for (size_t i = 0; i < WEEKS * RUNS; i++)
        numbers[i] = means[i / RUNS] + size * noise(i / RUNS, i % RUNS);
    if (missing > 0)
        numbers[SEARCHED * RUNS + (size_t)missing - 1] = NAN;
    snprintf(path, sizeof path, "worlds/%s", name);
    fixture_numbers(file, path, 4, shape, numbers);
}

static inline void write_weeks(hid_t file, const struct chosen *chosen)
{
    static const char *const paths[] = {"calendar[0].hold", "calendar[0].for"}, *const none[] = {"", ""},
                             *const choices[] = {"assembly\ncircles", "1 h\n2 h\n3 h"};
    static const double least[] = {0, 0}, most[] = {1, 2}, usual_values[] = {0, 1}, spread[] = {2, 2},
                        no[] = {1, 1};
    const hsize_t factors = FACTORS, weeks = WEEKS, runs = RUNS, places[] = {WEEKS, FACTORS};
    double positions[WEEKS * FACTORS] = {0}, counted[WEEKS];
    for (size_t i = 0; i < WEEKS; i++)
        counted[i] = (double)i + 1;
    fixture_strings(file, "worlds/factor", 1, &factors, paths);
    fixture_strings(file, "worlds/factor_meaning", 1, &factors, none);
    fixture_strings(file, "worlds/factor_unit", 1, &factors, none);
    fixture_strings(file, "worlds/factor_choices", 1, &factors, choices);
    fixture_numbers(file, "worlds/factor_least", 1, &factors, least);
    fixture_numbers(file, "worlds/factor_most", 1, &factors, most);
    fixture_numbers(file, "worlds/factor_usual", 1, &factors, usual_values);
    fixture_numbers(file, "worlds/factor_spread", 1, &factors, spread);
    fixture_numbers(file, "worlds/factor_observable", 1, &factors, no);
    fixture_numbers(file, "worlds/position", 2, places, positions);
    fixture_numbers(file, "worlds/value", 2, places, chosen->values);
    fixture_numbers(file, "worlds/runs", 1, &weeks, chosen->runs);
    fixture_numbers(file, "worlds/luck", 1, &weeks, chosen->luck);
    fixture_numbers(file, "worlds/world", 1, &weeks, counted);
    fixture_numbers(file, "worlds/repeat", 1, &runs, counted);
    hid_t world = H5Dopen2(file, "worlds/world", H5P_DEFAULT);
    fixture_attribute(world, "by", "choice");
    H5Dclose(world);
    fixture_number(file, "worlds/world", "groups", 1);
    write_measure(file, "decisions_per_hour", chosen->decided, 1, chosen->missing);
    write_measure(file, "never_spoke", chosen->silent, .04, 0);
    write_measure(file, "sessions", chosen->sessions, 1, 0);
    write_measure(file, "people_hours_per_decision", chosen->decided, 0, 0);
    write_measure(file, "common_knowledge", chosen->silent, 0, 0);
    write_measure(file, "voice_gini", chosen->silent, 0, 0);
}

static inline void write_choice(hid_t file, const struct chosen *chosen)
{
    static const char *const sections[] = {"calendar: one\n",  "calendar: two\n",  "calendar: three\n",
                                           "calendar: four\n", "calendar: five\n", "calendar: six\n"};
    static const char *const words[] = {
        "Assembly: every day.\nCircles: <never>.\n", "Two.\n", "Three.\n", "Four.\n", "Five.\n", "Six.\n"};
    const hsize_t finalists = FINALISTS;
    fixture_strings(file, "choice/asked_measure", 1, &chosen->asked_count, chosen->asked);
    fixture_numbers(file, "choice/asked_kind", 1, &chosen->asked_count, chosen->kinds);
    fixture_numbers(file, "choice/asked_least", 1, &chosen->asked_count, chosen->least);
    fixture_numbers(file, "choice/asked_most", 1, &chosen->asked_count, chosen->most);
    fixture_numbers(file, "choice/weeks", 0, NULL, &chosen->combinations);
    fixture_numbers(file, "choice/tries_all", 0, NULL, &chosen->tries_all);
    fixture_numbers(file, "choice/search_runs", 0, NULL, &chosen->search_runs);
    fixture_numbers(file, "choice/impossible", 0, NULL, &chosen->impossible);
    fixture_numbers(file, "choice/searched", 0, NULL, &chosen->searched);
    fixture_numbers(file, "choice/finalist_tried", 1, &finalists, chosen->tried);
    fixture_strings(file, "choice/finalist_sections", 1, &chosen->sections, sections);
    fixture_strings(file, "choice/finalist_words", 1, &finalists, words);
}

/* --- opened --- */

struct opened {
    struct fixture fixture;
    struct results *results;
    const struct front *front;
    struct arena arena;
    struct trouble trouble;
    struct text out;
};

static inline void write_file(struct opened *opened, const struct chosen *chosen)
{
    static const char *const designs[] = {"as it is"};
    memset(opened, 0, sizeof *opened);
    fixture_begin(&opened->fixture);
    fixture_fill(&opened->fixture, "Which week?", designs);
    H5Gclose(H5Gcreate2(opened->fixture.file, "worlds", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    H5Gclose(H5Gcreate2(opened->fixture.file, "choice", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
    write_weeks(opened->fixture.file, chosen);
    write_choice(opened->fixture.file, chosen);
    fixture_end(&opened->fixture);
    opened->results = results_open(opened->fixture.path, &opened->trouble);
}

static inline void open_chosen(struct opened *opened, const struct chosen *chosen)
{
    write_file(opened, chosen);
    if (opened->results == NULL)
        fail_msg("%s", opened->trouble.complaints[0].sentence);
    opened->front = front_of(opened->results, 0, &opened->arena, &opened->trouble);
    assert_non_null(opened->front);
}

static inline void close_chosen(struct opened *opened)
{
    results_close(opened->results);
    fixture_remove(&opened->fixture);
    arena_free(&opened->arena);
    trouble_free(&opened->trouble);
    text_free(&opened->out);
}

#endif
