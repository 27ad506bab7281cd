/* How hearings end and how many proposals come back: small cases worked out by hand. */
#include <math.h>
#include <stdio.h>

#include "ablation.h"
#include "house.h"
#include "near.h"

static double sum_of_endings(const struct seen *seen)
{
    return seen_value(seen, "hearings_passed") + seen_value(seen, "hearings_tabled") +
           seen_value(seen, "hearings_failed");
}

/* Every hearing ends in one of three ways; nothing is heard at midnight, when the run ends. */
static void failed_passed_and_tabled_shares_of_hearings_sum_to_one(void **state)
{
    (void)state;
    struct seen votes = CAMP("decisions.block_base=0.02", "decisions.threshold=97 %");
    assert_near(sum_of_endings(&votes), 1, 1e-12);
    assert_true(seen_value(&votes, "hearings_passed") > 0);
    assert_true(seen_value(&votes, "hearings_tabled") > 0);
    assert_true(seen_value(&votes, "hearings_failed") > 0);
    struct seen talk = CAMP("calendar[0].hold=open-space-decides", "proposals.reopening=1 /d");
    assert_near(sum_of_endings(&talk), 1, 1e-12);
}

/* Five proposals of 20 minutes that somebody always objects to, withdrawn at the third hearing: of 15
 * hearings ten end tabled and five failed. */
static void what_is_always_objected_to_is_tabled_twice_and_then_withdrawn(void **state)
{
    (void)state;
    struct seen seen = CAMP("people.attendance=100 %", "people.leave_below=0 %", "proposals.per_day=0 /d",
                            "proposals.waiting=5", "decisions.item_length=20 min", "decisions.item_cv=0",
                            "decisions.objection=100 %", "decisions.most_visits=3");
    assert_near(seen_value(&seen, "hearings_passed"), 0, 0);
    assert_near(seen_value(&seen, "hearings_tabled"), 2.0 / 3, 1e-12);
    assert_near(seen_value(&seen, "hearings_failed"), 1.0 / 3, 1e-12);
    assert_is(&seen, "decided", 5, 0);
    assert_is(&seen, "passed", 0, 0);
    assert_is(&seen, "visits", 3, 1e-12);
    assert_true(isnan(seen_value(&seen, "no_vote")));
}

/* Forty a day for six days are 240, with a standard error of the square root of that. */
static void as_many_proposals_come_in_as_their_rate_says(void **state)
{
    (void)state;
    struct house house;
    house_prepare(&house);
    house.hall.settings.proposals.per_hour = 40.0 / 24;
    house_open(&house);
    run_until(house.hall.run, 6 * SIM_DAY);
    assert_near(agenda_count(agenda_of(&house.hall.parts)), 240, 4 * sqrt(240));
    house_close(&house);
}

/* Four sit together, and no talk changes what they think: a proposal on which they stand at `leanings` is put
 * to the vote. What is recorded of it, with the share of its 70 facets that were said. */
static struct item_record put_to_the_vote(const char *decision, const float *leanings,
                                          enum outcome_of_item *outcome)
{
    struct house house;
    house_prepare(&house);
    house.hall.settings.opinions.influence = (const struct influence_rule *)influence_rules[1];
    house.hall.settings.opinions.step = 0;
    house.hall.settings.decisions.amendment = 0;
    house.hall.settings.decisions.table_below = 0;
    house_open(&house);
    const struct item *item = agenda_submit(house.hall.site, agenda_of(&house.hall.parts));
    for (uint32_t i = 0; i < 4; i++)
        item->matter->leaning[4 + i] = item->matter->first[4 + i] = leanings[i];
    char stage[100];
    snprintf(stage, sizeof stage, "{do: decide, matter: agenda, decision: %s}", decision);
    house_convene(&house, house_line(&house, stage), 4, 4, NULL, NULL);
    run_until(house.hall.run, 6 * SIM_HOUR);
    assert_false(item->open);
    *outcome = item->outcome;
    struct item_record record = item->record;
    uint32_t voiced = facet_count(&item->matter->heard.voiced);
    assert_in_range(voiced, 1, HALL_FACETS);
    assert_near(record.voiced * HALL_FACETS, voiced, 1e-9);
    house_close(&house);
    return record;
}

/* Who leans neither way lets it pass. */
static void those_in_between_are_in_favour(void **state)
{
    (void)state;
    static const float halfway[] = {0.5F, 0.5F, 0.5F, 0.5F}, all_but_one[] = {0.5F, 0.5F, 0.5F, 0.49F};
    enum outcome_of_item outcome;
    assert_near(put_to_the_vote("two-thirds", halfway, &outcome).favour, 1, 0);
    assert_int_equal(outcome, ITEM_PASSED);
    assert_near(put_to_the_vote("two-thirds", all_but_one, &outcome).favour, 3.0 / 4, 0);
    assert_int_equal(outcome, ITEM_PASSED);
}

/* Two of four are not more than a half; three are, and they are more than two thirds too. */
static void a_majority_is_more_than_half_of_the_votes(void **state)
{
    (void)state;
    static const float two[] = {1, 0, 1, 0}, three[] = {1, 1, 1, 0};
    enum outcome_of_item outcome;
    assert_near(put_to_the_vote("majority", two, &outcome).favour, 1.0 / 2, 0);
    assert_int_equal(outcome, ITEM_FAILED);
    assert_near(put_to_the_vote("majority", three, &outcome).favour, 3.0 / 4, 0);
    assert_int_equal(outcome, ITEM_PASSED);
    put_to_the_vote("two-thirds", two, &outcome);
    assert_int_equal(outcome, ITEM_FAILED);
}

enum { PROPOSALS = 2000 };

/* Proposals decided at the beginning, at a hazard of reopening of .25 a day. */
static uint32_t reopened_within(enum outcome_of_item outcome, sim_time span)
{
    struct house house;
    house_prepare(&house);
    house.hall.settings.proposals.reopening = 0.25 / 24;
    house.hall.settings.proposals.waiting = PROPOSALS;
    house_open(&house);
    struct agenda *agenda = agenda_of(&house.hall.parts);
    for (uint32_t i = 0; i < PROPOSALS; i++)
        agenda_dispose(house.hall.site, agenda, agenda_item(agenda, i), outcome);
    assert_int_equal(agenda_decided(agenda), PROPOSALS);
    run_until(house.hall.run, span);
    uint32_t reopened = (uint32_t)agenda_books(agenda)->reopened;
    assert_int_equal(agenda_queued(agenda), reopened); /* they are open again, and nobody decided them */
    assert_int_equal(agenda_decided(agenda), PROPOSALS - reopened);
    house_close(&house);
    return reopened;
}

/* 1 - exp(-.25 t) of those that passed; nothing that failed or was withdrawn. */
static void as_many_passed_proposals_are_reopened_as_their_hazard_says(void **state)
{
    (void)state;
    for (int days = 1; days <= 4; days += 3) {
        double share = 1 - exp(-0.25 * days);
        assert_near((double)reopened_within(ITEM_PASSED, days * SIM_DAY) / PROPOSALS, share,
                    4 * sqrt(share * (1 - share) / PROPOSALS));
    }
    assert_int_equal(reopened_within(ITEM_FAILED, 4 * SIM_DAY), 0);
    assert_int_equal(reopened_within(ITEM_WITHDRAWN, 4 * SIM_DAY), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(failed_passed_and_tabled_shares_of_hearings_sum_to_one),
        cmocka_unit_test(what_is_always_objected_to_is_tabled_twice_and_then_withdrawn),
        cmocka_unit_test(those_in_between_are_in_favour),
        cmocka_unit_test(a_majority_is_more_than_half_of_the_votes),
        cmocka_unit_test(as_many_proposals_come_in_as_their_rate_says),
        cmocka_unit_test(as_many_passed_proposals_are_reopened_as_their_hazard_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
