/* Votes that know abstention, proposals that need endorsers, what newcomers tell again, and so many facets a
 * person: small cases worked out by hand, in whole runs. */
#include "ablation.h"
#include "near.h"

/* Ten people who stand where they stand: three for, five in the middle, two against. */
#define TEN                                                                                                  \
    "sites[0].people=10", "people.attendance=100 %", "people.leave_below=0 %", "knowledge.start=given",      \
        "knowledge.leanings=[0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.1, 0.1]", "opinions.step=0",          \
        "opinions.argument_weight=0", "decisions.amendment=0 %", "decisions.table_below=0 %",                \
        "proposals.reopening=0 /d", "calendar[0].hold=ballot"

/* 3 of 5 votes cast are a majority, and so are 8 of 10 where nobody abstains: the middle votes in favour. */
static void a_threshold_counts_votes_cast(void **state)
{
    (void)state;
    struct seen all = CAMP(TEN), half = CAMP(TEN, "decisions.abstain=50 %"),
                cast = CAMP(TEN, "decisions.abstain=100 %");
    assert_is(&all, "pass_rate", 1, 0);
    assert_is(&cast, "pass_rate", 1, 0);
    assert_is(&cast, "abstained", 0.5, 1e-12);
    double decisions = seen_value(&half, "decided") * REPLICATIONS; /* five chances of one half at each */
    assert_is(&half, "abstained", 0.25, 4 * 0.05 * sqrt(5 / decisions));
}

/* Three for and two against pass by a majority. When those in the middle are the three and two, and those at
 * .6 are indifferent too, only the two are left: all votes cast are against. */
static void who_is_indifferent_is_told_by_the_distance_from_the_middle(void **state)
{
    (void)state;
#define SIX_AND_FOUR "knowledge.leanings=[0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.1, 0.1, 0.1]"
    struct seen near = CAMP(TEN, SIX_AND_FOUR, "decisions.abstain=100 %", "decisions.indifferent=0.05"),
                far = CAMP(TEN, SIX_AND_FOUR, "decisions.abstain=100 %", "decisions.indifferent=0.2");
    assert_is(&near, "pass_rate", 1, 0);
    assert_is(&near, "abstained", 0, 0);
    assert_is(&far, "pass_rate", 0, 0);
    assert_is(&far, "abstained", 0.7, 1e-6);
}

static void where_nobody_casts_a_vote_nothing_is_decided(void **state)
{
    (void)state;
    struct seen nobody =
        CAMP(TEN, "decisions.abstain=100 %", "decisions.indifferent=0.5", "decisions.most_visits=1000");
    assert_is(&nobody, "decided", 0, 0);
    assert_true(seen_value(&nobody, "hearings_tabled") > 0);
}

/* Ten are present, five vote: a quorum of ten is there, one of eleven is not. */
static void a_quorum_counts_all_who_are_present(void **state)
{
    (void)state;
    struct seen ten = CAMP(TEN, "decisions.abstain=100 %", "decisions.quorum=10"),
                eleven = CAMP(TEN, "decisions.abstain=100 %", "decisions.quorum=11");
    assert_true(seen_value(&ten, "decided") > 0);
    assert_is(&eleven, "decided", 0, 0);
}

/* --- a share that the settings say --- */

/* No hearing is cut by the end of a session. */
#define SHARE_OF_TEN                                                                                         \
    TEN, "calendar[0].hold=share", "decisions.most_visits=3", "decisions.least_left=1 h",                    \
        "decisions.discussing=5 min"

/* Eight of the ten are in favour. Their opinions are .54 in the mean, and .28 apart. */
static void what_has_the_share_passes_at_its_first_vote(void **state)
{
    (void)state;
    struct seen seen = CAMP(SHARE_OF_TEN, "decisions.threshold=80 %");
    assert_true(seen_value(&seen, "decided") > 0);
    assert_is(&seen, "pass_rate", 1, 0);
    assert_is(&seen, "visits", 1, 0);
    assert_is(&seen, "acceptance", 0.54, 1e-6);
    assert_is(&seen, "acceptance_spread", 0.28, 1e-6);
}

/* It does not fail: it comes back twice, and is withdrawn at its third hearing. */
static void what_falls_short_of_the_share_comes_back(void **state)
{
    (void)state;
    struct seen share = CAMP(SHARE_OF_TEN, "decisions.threshold=81 %"),
                once = CAMP(SHARE_OF_TEN, "decisions.threshold=81 %", "decisions.most_visits=1");
    assert_is(&share, "passed", 0, 0);
    assert_true(seen_value(&share, "decided") > 0);
    assert_is(&share, "visits", 3, 0);
    assert_true(seen_value(&share, "hearings_tabled") > 0.5);
    assert_true(isnan(seen_value(&share, "acceptance")) && isnan(seen_value(&share, "acceptance_spread")));
    assert_is(&once, "visits", 1, 0);
    assert_is(&once, "hearings_tabled", 0, 0);
}

/* --- the end of a discussion --- */

/* Turns of a minute without pauses; all know all of twenty facets, and nobody goes home. */
#define MINUTES                                                                                              \
    TEN, "conversation.turn_cv=0", "conversation.gap_circle=0 s", "conversation.repeat=0 %",                 \
        "knowledge.common_share=100 %", "knowledge.common_known=100 %", "proposals.per_day=1 /d",            \
        "decisions.time_box=10 h"

/* Four minutes of presentation, five of discussion, one of checking, and a vote of two minutes and a second
 * for each of the ten. */
static void a_discussion_that_has_its_time_is_over(void **state)
{
    (void)state;
    struct seen seen = CAMP(MINUTES, "decisions.discussing=5 min"),
                short_one = CAMP(MINUTES, "decisions.discussing=1 s");
    assert_is(&seen, "hearing_hours", (4 + 5 + 1 + 2 + 10.0 / 60) / 60, 1e-9);
    assert_is(&seen, "facets_voiced", 9.0 / 20, 1e-9);
    assert_is(&short_one, "hearing_hours", (4 + 1 + 1 + 2 + 10.0 / 60) / 60, 1e-9); /* one turn had begun */
}

/* --- endorsers --- */

/* Sixty people sit in one circle, know all there is and lean toward everything. */
#define ALL_FOR_IT                                                                                           \
    "people.attendance=100 %", "people.leave_below=0 %", "knowledge.common_share=100 %",                     \
        "knowledge.common_known=100 %", "knowledge.support=100 %", "knowledge.support_sd=0",                 \
        "opinions.step=0"

static void sixty_people_endorse_what_needs_sixty_and_not_what_needs_one_more(void **state)
{
    (void)state;
    struct seen off = CAMP(ALL_FOR_IT), sixty = CAMP(ALL_FOR_IT, "proposals.endorsers=60"),
                more = CAMP(ALL_FOR_IT, "proposals.endorsers=61");
    double arrived = seen_value(&off, "submitted");
    assert_true(seen_value(&sixty, "submitted") > 0);
    assert_near(seen_value(&sixty, "submitted") + seen_value(&sixty, "unendorsed"), arrived, 1e-9);
    assert_is(&more, "submitted", 0, 0);
    assert_near(seen_value(&more, "unendorsed"), arrived, 1e-9);
    /* they wait for the next assembly to close, 22:00, a day at most */
    assert_true(seen_value(&sixty, "hours_to_endorse") > 0 && seen_value(&sixty, "hours_to_endorse") < 27);
}

static void who_leans_against_endorses_nothing(void **state)
{
    (void)state;
    struct seen against =
        CAMP("knowledge.support=40 %", "knowledge.support_sd=0", "opinions.step=0", "proposals.endorsers=1");
    assert_is(&against, "submitted", 0, 0);
}

static void who_knows_nothing_of_it_endorses_nothing(void **state)
{
    (void)state;
    struct seen ignorant = CAMP("knowledge.common_share=0 %", "knowledge.knowers=0",
                                "knowledge.support=100 %", "knowledge.support_sd=0", "proposals.endorsers=1");
    assert_is(&ignorant, "submitted", 0, 0);
}

/* --- what newcomers tell again --- */

#define HEARD_AGAIN "decisions.table_below=100 %", "knowledge.support=60 %", "decisions.most_visits=1000"

static void where_all_come_to_all_hearings_nobody_is_new_to_one(void **state)
{
    (void)state;
    struct seen all = CAMP(HEARD_AGAIN, "people.attendance=100 %", "people.leave_below=0 %"),
                few = CAMP(HEARD_AGAIN, "people.attendance=30 %"),
                known = CAMP(HEARD_AGAIN, "people.attendance=30 %", "knowledge.common_share=0 %",
                             "knowledge.knowers=0");
    assert_is(&all, "newcomer_repeats", 0, 0);
    assert_true(seen_value(&few, "newcomer_repeats") > 0.05 && seen_value(&few, "newcomer_repeats") < 0.7);
    assert_is(&known, "newcomer_repeats", 0, 0); /* they come, and have nothing to tell */
}

/* --- so many facets a person --- */

static void everybody_knows_5_of_20_facets(void **state)
{
    (void)state;
    struct seen each =
        CAMP("calendar[0].hold=small-circles", "conversation.retention=0 %", "knowledge.each=5");
    assert_is(&each, "question_coverage", 0.25, 1e-9);
    assert_is(&each, "question_reach", 60 * 0.25, 1e-9);
    struct seen all =
        CAMP("calendar[0].hold=small-circles", "conversation.retention=0 %", "knowledge.each=256");
    assert_is(&all, "question_common", 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_threshold_counts_votes_cast),
        cmocka_unit_test(who_is_indifferent_is_told_by_the_distance_from_the_middle),
        cmocka_unit_test(where_nobody_casts_a_vote_nothing_is_decided),
        cmocka_unit_test(a_quorum_counts_all_who_are_present),
        cmocka_unit_test(what_has_the_share_passes_at_its_first_vote),
        cmocka_unit_test(what_falls_short_of_the_share_comes_back),
        cmocka_unit_test(a_discussion_that_has_its_time_is_over),
        cmocka_unit_test(sixty_people_endorse_what_needs_sixty_and_not_what_needs_one_more),
        cmocka_unit_test(who_leans_against_endorses_nothing),
        cmocka_unit_test(who_knows_nothing_of_it_endorses_nothing),
        cmocka_unit_test(where_all_come_to_all_hearings_nobody_is_new_to_one),
        cmocka_unit_test(everybody_knows_5_of_20_facets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
