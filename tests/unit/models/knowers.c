/* Who knows what only few know, in a site so large that they are drawn among some of its people. */
#include <math.h>
#include <stdlib.h>

#include "house.h"
#include "knowledge/initial.h"
#include "knowledge/knowledge_parts.h"
#include "yard.h"

enum { TOWN = 18000, QUESTIONS = 800, PARTS = 30, FACETS = 12, KNOWERS = 2, EVERY = 8 };

/* What was found of those who knew something of a question that only few knew. */
struct found {
    uint32_t knowers, of_part[PARTS]; /* who knows two facets is two of them */
    uint32_t of_residue[EVERY];       /* questions */
    double log_interest;
};

/* In a question that keeps minds of those who have met it, these are the knowers and nobody else. */
static void add_knowers(const struct knowledge *knowledge, const struct matter *question, struct found *found)
{
    for (uint32_t i = 0; i < question->met->count; i++) {
        const uint32_t person = question->met->person[i];
        const struct facet_set known = facets_known(question, person);
        for (uint32_t facet = initial_common(knowledge, question); facet < question->facets; facet++) {
            if (!facet_in(&known, facet))
                continue;
            found->knowers++;
            found->of_part[person / (TOWN / PARTS)]++;
            found->log_interest += log((double)matter_interest(question, person));
        }
    }
    found->of_residue[question->met->person[0] % EVERY]++;
}

static struct matter *ask(struct knowledge *knowledge, uint32_t number)
{
    const uint32_t id = QUESTIONS_FROM + number;
    return matter_planned(knowledge, &(struct matter_plan){MATTER_QUESTION, id, id, FACETS, NULL});
}

static struct found knowers_of_many_questions(double interest_sd)
{
    struct yard yard;
    struct found found = {0};
    yard_prepare(&yard, TOWN, SIM_DAY);
    yard.settings.knowledge.interest_sd = interest_sd;
    yard.settings.knowledge.knowers = KNOWERS;
    yard_open(&yard, 7);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        struct matter *question = ask(knowledge, i);
        assert_int_equal(knowledge->candidates.every, EVERY);
        add_knowers(knowledge, question, &found);
        matter_release(knowledge, question);
    }
    yard_close(&yard);
    return found;
}

/* The log of a lognormal that is drawn in proportion to itself is a normal around its variance. */
static void they_are_drawn_in_proportion_to_interest(void **state)
{
    (void)state;
    const double sd = 0.7;
    const struct found found = knowers_of_many_questions(sd);
    assert_true(found.knowers > 10 * QUESTIONS);
    assert_near(found.log_interest / found.knowers, sd * sd, 4 * sd / sqrt(found.knowers));
}

static double chi_square(const uint32_t *counts, int kinds, double expected)
{
    double sum = 0;
    for (int i = 0; i < kinds; i++)
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    return sum;
}

/* Where all care alike: by when people came, and by which of eight is looked at. Four standard deviations of
 * a chi-square above its mean. */
static void everybody_is_as_likely_to_be_one(void **state)
{
    (void)state;
    const struct found found = knowers_of_many_questions(0);
    assert_true(chi_square(found.of_part, PARTS, (double)found.knowers / PARTS) <
                PARTS - 1 + 4 * sqrt(2.0 * (PARTS - 1)));
    assert_true(chi_square(found.of_residue, EVERY, (double)QUESTIONS / EVERY) <
                EVERY - 1 + 4 * sqrt(2.0 * (EVERY - 1)));
}

static void assert_knowers(const struct knowledge *knowledge, const struct matter *question, uint32_t knowers)
{
    uint32_t few = 0;
    for (uint32_t facet = initial_common(knowledge, question); facet < question->facets; facet++, few++)
        assert_int_equal(question->first_knowers[facet], knowers);
    assert_true(few > 0);
    for (uint32_t i = 0; i < question->met->count; i++)
        assert_true(person_is_here(knowledge->people, question->met->person[i]));
}

/* Every fourth is here, and every second would be looked at: for one question in two, none of those. */
static void they_are_found_wherever_those_who_are_here_lie(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, TOWN, SIM_DAY);
    yard.settings.knowledge.knowers = KNOWERS;
    yard_open(&yard, 7);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    for (uint32_t person = 0; person < TOWN; person++)
        if (person % 4 > 0)
            person_goes_away(yard.site, person);
    bool all = false, some = false;
    for (uint32_t i = 0; i < 20; i++) {
        struct matter *question = ask(knowledge, i);
        all = all || knowledge->candidates.every == 1;
        some = some || knowledge->candidates.every == 2;
        assert_knowers(knowledge, question, KNOWERS);
        matter_release(knowledge, question);
    }
    assert_true(all && some);
    yard_close(&yard);
}

static void thousands_of_knowers_are_drawn_among_all(void **state)
{
    (void)state;
    struct yard yard;
    yard_prepare(&yard, TOWN, SIM_DAY);
    yard.settings.knowledge.knowers = 3000;
    yard_open(&yard, 7);
    struct knowledge *knowledge = knowledge_of(&yard.parts);
    struct matter *question = ask(knowledge, 0);
    assert_int_equal(knowledge->candidates.every, 1);
    assert_knowers(knowledge, question, 3000);
    yard_close(&yard);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_drawn_in_proportion_to_interest),
        cmocka_unit_test(everybody_is_as_likely_to_be_one),
        cmocka_unit_test(they_are_found_wherever_those_who_are_here_lie),
        cmocka_unit_test(thousands_of_knowers_are_drawn_among_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
