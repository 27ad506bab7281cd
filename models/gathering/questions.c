/* Questions that were talked about: what people know and think of them in the end. */
#include <math.h>

#include "chronicle.h"
#include "gathering/gathering_parts.h"
#include "knowledge/census.h"
#include "mechanism.h"

/* What people think with the arguments that they know. */
static void questions_note_opinions(const struct parts *parts, const struct panel *panel,
                                    const struct matter *matter, struct gathering_questions *questions)
{
    struct knowledge *knowledge = knowledge_of(parts);
    double weight = conversation_argument_weight(conversation_of(parts));
    const struct opinions opinions =
        panel_opinions(knowledge, panel, matter, weight, knowledge_scratch(knowledge));
    struct opinion_spread spread = opinion_spread(&opinions);
    questions->spread += spread.deviation;
    questions->extreme += spread.extreme;
}

/* How people lean on it, whatever they know. Returns the mean. */
static double questions_note_leanings(const struct parts *parts, const struct panel *panel,
                                      struct gathering_questions *questions)
{
    const double cluster_gap = 0.02, cluster_least = 0.05;
    struct knowledge *knowledge = knowledge_of(parts);
    struct opinions leanings = panel_leanings(knowledge, panel, knowledge_scratch(knowledge));
    double mean = 0;
    for (uint32_t i = 0; i < leanings.count; i++)
        mean += leanings.all[i] / leanings.people * (i < panel->each_one ? 1 : panel->weight);
    opinion_sort(&leanings, panel->each_one, knowledge_more_scratch(knowledge));
    questions->agreement += opinion_agreement(&leanings);
    questions->clusters += opinion_clusters(&leanings, cluster_gap, cluster_least);
    questions->opinion += mean;
    return mean;
}

void questions_close(struct site *site, const struct matter *matter)
{
    const struct parts *parts = parts_of(site);
    struct knowledge *knowledge = knowledge_of(parts);
    struct gathering *gathering = gathering_of(parts);
    struct gathering_questions *questions = &gathering->questions;
    const struct panel panel = knowledge_panel(knowledge, matter);
    struct census census = matter_census(&panel, matter);
    matter_count_voiced(knowledge, matter);
    questions->closed++;
    questions->voiced += (double)facet_count(&matter->heard.voiced) / matter->facets;
    questions->coverage += census.coverage;
    questions->common += census.common;
    questions->reach += census.reach;
    double mean = questions_note_leanings(parts, &panel, questions);
    questions_note_opinions(parts, &panel, matter, questions);
    chronicle_tell(site, TOLD_QUESTION_CLOSES, CHRONICLE_NOBODY, CHRONICLE_NOBODY, mean);
    if (!gathering->terms.keeps_people)
        return;
    if (questions->leaning == NULL)
        questions->leaning = ARENA_NEW(gathering->arena, float, people_of(parts)->count);
    matter_leanings(knowledge, matter, questions->leaning);
}

static double questions(const struct parts *parts)
{
    return gathering_of(parts)->questions.closed;
}

#define OF_QUESTIONS(name)                                                                                   \
    static double question_##name(const struct parts *parts)                                                 \
    {                                                                                                        \
        return row_ratio(gathering_of(parts)->questions.name, gathering_of(parts)->questions.closed);        \
    }
OF_QUESTIONS(voiced)
OF_QUESTIONS(coverage)
OF_QUESTIONS(common)
OF_QUESTIONS(agreement)
OF_QUESTIONS(clusters)
OF_QUESTIONS(reach)
OF_QUESTIONS(opinion)
OF_QUESTIONS(spread)
OF_QUESTIONS(extreme)

/* Said of each that looks at people. */
#define OF_PANEL "; in a site of more than 1024 people, of those who met it and of some 1024 others"

// clang-format off
static const struct measure_row question_rows[] = {
    {.measure = {NAMED("questions", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS(NULL, "Questions talked about", "counted")},
     .value = questions},
    {.measure = {NAMED("question_voiced", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "Share of a question's facets that were voiced", "Stasser & Titus 1985")},
     .value = question_voiced},
    {.measure = {NAMED("question_coverage", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "Share of a question's facets that a person knows in the end" OF_PANEL, "Stasser & Titus 1985")},
     .value = question_coverage},
    {.measure = {NAMED("question_common", "1", SHARE), RUN_MEAN, MORE,
                 SAYS(NULL, "What most people know about a question in the end: the share of its facets that at least 80 % of the people know" OF_PANEL, "cut assumed")},
     .value = question_common},
    {.measure = {NAMED("question_reach", "1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS(NULL, "People who know a facet of a question in the end" OF_PANEL, "counted")},
     .value = question_reach},
    {.measure = {NAMED("question_agreement", "1", SHARE), RUN_MEAN,
                 SAYS(NULL, "Agreement on questions in the end" OF_PANEL, "1 - 2 mean |x - y|")},
     .value = question_agreement},
    {.measure = {NAMED("question_clusters", "1", FROM_ZERO), RUN_MEAN,
                 SAYS(NULL, "Clusters of opinion on a question that hold at least 5 % of the people" OF_PANEL, "Deffuant et al. 2000; gap .02")},
     .value = question_clusters},
    {.measure = {NAMED("question_opinion", "1", SHARE), RUN_MEAN,
                 SAYS(NULL, "Mean opinion on a question in the end" OF_PANEL, "counted")},
     .value = question_opinion},
    {.measure = {NAMED("question_spread", "1", BETWEEN(0, 0.5)), RUN_MEAN, LESS,
                 SAYS("Spread of opinions on a question", "Standard deviation of what people think of a question in the end, with the arguments that they know" OF_PANEL, "Butler, Pigozzi & Rouchier 2019, doi:10.1155/2019/3758159: variance of opinions"),
                 MUCH("ended with", "spread of opinions on a question")},
     .value = question_spread},
    {.measure = {NAMED("question_extreme", "1", SHARE), RUN_MEAN, LESS,
                 SAYS("People of extreme opinion on a question", "Share of the people who think below .2 or above .8 of a question in the end, with the arguments that they know" OF_PANEL, "Butler, Pigozzi & Rouchier 2019; cut assumed"),
                 MANY("ended with", "people of extreme opinion on a question")},
     .value = question_extreme},
};
// clang-format on

extern const struct chapter question_chapter;
const struct chapter question_chapter = {.subject = SUBJECT_QUESTIONS, ROWS(question_rows)};
