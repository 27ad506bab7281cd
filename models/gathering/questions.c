/* Questions that were talked about: what people know and think of them in the end; and the
 * table of people. */
#include <math.h>

#include "base/sorting.h"
#include "chronicle.h"
#include "gathering/gathering_parts.h"
#include "knowledge/census.h"
#include "mechanism.h"

void questions_close(struct site *site, const struct matter *matter)
{
    const double cluster_gap = 0.02, cluster_least = 0.05;
    const struct parts *parts = parts_of(site);
    struct gathering *gathering = gathering_of(parts);
    struct question_books *books = &gathering->answered;
    const struct people *people = people_of(parts);
    double *opinions = knowledge_scratch(knowledge_of(parts)), mean = 0;
    uint32_t here = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        if (!person_is_here(people, person))
            continue;
        opinions[here++] = (double)matter->leaning[person];
        mean += (double)matter->leaning[person] / people_here(people);
    }
    struct census census = matter_census(matter, people);
    matter_count_voiced(knowledge_of(parts), matter);
    books->questions++;
    books->question_voiced += (double)facet_count(&matter->heard.voiced) / matter->facets;
    books->question_coverage += census.coverage;
    books->question_common += census.common;
    books->question_reach += census.reach;
    sort_numbers(opinions, knowledge_more_scratch(knowledge_of(parts)), here);
    books->question_agreement += opinion_agreement(opinions, here);
    books->question_clusters += opinion_clusters(opinions, here, cluster_gap, cluster_least);
    books->question_opinion += mean;
    chronicle_tell(site, TOLD_QUESTION_CLOSES, CHRONICLE_NOBODY, CHRONICLE_NOBODY, mean);
    if (!gathering->keeps_people)
        return;
    if (books->leaning == NULL)
        books->leaning = ARENA_NEW(gathering->arena, float, people->count);
    for (uint32_t person = 0; person < people->count; person++)
        books->leaning[person] = matter->leaning[person];
}

static double questions(const struct parts *parts)
{
    return gathering_of(parts)->answered.questions;
}

#define OF_QUESTIONS(name)                                                                                   \
    static double name(const struct parts *parts)                                                            \
    {                                                                                                        \
        return row_ratio(gathering_of(parts)->answered.name, gathering_of(parts)->answered.questions);       \
    }
OF_QUESTIONS(question_voiced)
OF_QUESTIONS(question_coverage)
OF_QUESTIONS(question_common)
OF_QUESTIONS(question_agreement)
OF_QUESTIONS(question_clusters)
OF_QUESTIONS(question_reach)
OF_QUESTIONS(question_opinion)

// clang-format off
static const struct measure_row question_rows[] = {
    {.measure = {NAMED("questions", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS(NULL, "Questions talked about", "counted")},
     .value = questions},
    {.measure = {NAMED("question_voiced", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "Share of a question's facets that were voiced", "Stasser & Titus 1985")},
     .value = question_voiced},
    {.measure = {NAMED("question_coverage", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "Share of a question's facets that a person knows in the end", "Stasser & Titus 1985")},
     .value = question_coverage},
    {.measure = {NAMED("question_common", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "Share of a question's facets that at least 80 % of the people know in the end", "cut assumed")},
     .value = question_common},
    {.measure = {NAMED("question_reach", "1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS(NULL, "People who know a facet of a question in the end", "counted")},
     .value = question_reach},
    {.measure = {NAMED("question_agreement", "1", SHARE), RUN_MEAN,
                 SAYS(NULL, "Agreement on questions in the end", "1 - 2 mean |x - y|")},
     .value = question_agreement},
    {.measure = {NAMED("question_clusters", "1", FROM_ZERO), RUN_MEAN,
                 SAYS(NULL, "Clusters of opinion on a question that hold at least 5 % of the people", "Deffuant et al. 2000; gap .02")},
     .value = question_clusters},
    {.measure = {NAMED("question_opinion", "1", SHARE), RUN_MEAN,
                 SAYS(NULL, "Mean opinion on a question in the end", "counted")},
     .value = question_opinion},
};
// clang-format on

extern const struct chapter question_chapter;
const struct chapter question_chapter = {.subject = SUBJECT_QUESTIONS, ROWS(question_rows)};

/* --- the table of people --- */

// clang-format off
static const struct column person_columns[] = {
    {"number", "1", "The person within the site", COLUMN_WHOLE, NULL},
    {"spoke", "h", "Floor time", COLUMN_REAL, NULL},
    {"turns", "1", "Turns spoken", COLUMN_WHOLE, NULL},
    {"heard", "1", "Turns heard", COLUMN_WHOLE, NULL},
    {"attended", "h", "Time in sessions", COLUMN_REAL, NULL},
    {"sessions", "1", "Sessions come to", COLUMN_WHOLE, NULL},
    {"energy", "1", "Energy when she last came or went", COLUMN_REAL, NULL},
    {"tension", "1", "Tension when she last came or went", COLUMN_REAL, NULL},
    {"leaning", "1", "Social part of the opinion on the last question, in the end", COLUMN_REAL, NULL},
};
// clang-format on

static const struct table person_table = {"person", "One row a person, where the scenario asks for it",
                                          person_columns, sizeof person_columns / sizeof person_columns[0]};

static void write_people(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct people *people = people_of(parts);
    if (!gathering_of(parts)->keeps_people)
        return;
    for (uint32_t person = 0; person < people_ever(people); person++) {
        const double row[] = {
            person,
            sim_hours(people->books.spoke[person]),
            people->books.turns[person],
            people->books.heard[person],
            sim_hours(people->books.attended[person]),
            people->books.sessions[person],
            (double)people->body.energy[person],
            (double)people->body.tension[person],
            gathering_of(parts)->answered.leaning == NULL
                ? NAN
                : (double)gathering_of(parts)->answered.leaning[person],
        };
        outcome_add(outcome, &person_table, site, row);
    }
}

static const struct table *const tables[] = {&person_table, NULL};
extern const struct chapter person_chapter;
const struct chapter person_chapter = {.tables = tables, .write = write_people};
