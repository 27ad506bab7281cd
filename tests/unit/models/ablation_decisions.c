/* How a proposal is decided, switched off step by step. */
#include "ablation.h"

#define NO_BLOCKS     "decisions.block_base=0", "decisions.block_most=0"
#define FEW_IN_FAVOUR "knowledge.support=40 %", "opinions.argument_weight=0", "opinions.step=0"
#define NO_TIME                                                                                              \
    "decisions.amending=0 min", "decisions.checking=0 min", "decisions.counting=0 min",                      \
        "decisions.counting_each=0 s"

static void without_amendments_no_decision_carries_conditions(void **state)
{
    (void)state;
    struct seen with = CAMP("decisions.amendment=100 %"), without = CAMP("decisions.amendment=0 %");
    assert_true(seen_value(&with, "amended") > 0.5);
    assert_true(seen_value(&with, "work_factor") > 1);
    assert_is(&without, "amended", 0, 0);
    assert_is(&without, "conditions", 0, 0);
    assert_is(&without, "work_factor", 1, 0);
    assert_same_luck(&with, &without);
}

static void without_their_cost_conditions_make_no_work_and_nothing_else(void **state)
{
    (void)state;
    struct seen with = CAMP("decisions.amendment=100 %"),
                without = CAMP("decisions.amendment=100 %", "decisions.condition_cost=0");
    assert_is(&without, "work_factor", 1, 0);
    assert_same_but(&with, &without, "work_factor");
}

static void without_a_shift_amendments_move_nobody(void **state)
{
    (void)state;
    struct seen with = CAMP(FEW_IN_FAVOUR, "decisions.amendment=100 %", "decisions.shift=0.5"),
                without = CAMP(FEW_IN_FAVOUR, "decisions.amendment=100 %", "decisions.shift=0"),
                neither = CAMP(FEW_IN_FAVOUR, "decisions.amendment=0 %", "decisions.shift=0.5"),
                nor = CAMP(FEW_IN_FAVOUR, "decisions.amendment=0 %", "decisions.shift=0");
    assert_less(&without, &with, "passed");
    assert_all_same(&neither, &nor);
    assert_same_luck(&with, &without);
}

static void without_distance_only_arguments_raise_concerns(void **state)
{
    (void)state;
    /* nothing speaks against, and all stand far off: each concern is one of distance */
    struct seen with = CAMP("knowledge.merit=100 %", "knowledge.merit_sd=0", "decisions.far=1",
                            "opinions.argument_weight=0", "decisions.amendment=100 %"),
                without = CAMP("knowledge.merit=100 %", "knowledge.merit_sd=0", "decisions.far=0",
                               "opinions.argument_weight=0", "decisions.amendment=100 %");
    assert_true(seen_value(&with, "amended") > 0);
    assert_is(&without, "amended", 0, 0);
    assert_same_luck(&with, &without);
}

static void without_blocks_every_call_finds_consensus(void **state)
{
    (void)state;
    struct seen with = CAMP("decisions.block_base=0.05"), without = CAMP(NO_BLOCKS);
    assert_true(seen_value(&with, "no_vote") < 0.5);
    assert_is(&without, "no_vote", 1, 0);
    assert_is(&without, "hearings_failed", 0, 0);
    assert_same_luck(&with, &without);
}

static void blocks_without_distance_do_not_hang_on_opinions(void **state)
{
    (void)state;
    struct seen with = CAMP("knowledge.support=20 %", "opinions.argument_weight=0",
                            "decisions.table_below=0 %", "decisions.block_base=0", "decisions.block_most=1"),
                without =
                    CAMP("knowledge.support=20 %", "opinions.argument_weight=0", "decisions.table_below=0 %",
                         "decisions.block_base=0", "decisions.block_most=0");
    assert_true(seen_value(&with, "no_vote") < 0.5);
    assert_is(&without, "no_vote", 1, 0);
}

static void without_weight_tension_blocks_nothing(void **state)
{
    (void)state;
    struct seen tense = CAMP("tension.unmet_bid=5 /h", "tension.chill=0 %", "tension.outburst=0 %",
                             "decisions.block_most=1"),
                no_weight = CAMP("tension.unmet_bid=5 /h", "tension.chill=0 %", "tension.outburst=0 %",
                                 "decisions.block_most=1", "decisions.block_tension=0"),
                calm = CAMP("tension.unmet_bid=0 /h", "tension.chill=0 %", "tension.outburst=0 %",
                            "decisions.block_most=1", "decisions.block_tension=0");
    assert_less(&tense, &no_weight, "no_vote");
    assert_same_but(&no_weight, &calm, "tension");
}

static void without_a_temperature_check_all_are_asked_for_consensus(void **state)
{
    (void)state;
    struct seen with = CAMP("knowledge.support=5 %", "opinions.argument_weight=0", "decisions.amendment=0 %"),
                without = CAMP("knowledge.support=5 %", "opinions.argument_weight=0",
                               "decisions.amendment=0 %", "decisions.table_below=0 %", NO_BLOCKS);
    assert_is(&with, "passed", 0, 0);
    assert_true(seen_value(&with, "hearings_tabled") > 0);
    assert_true(seen_value(&without, "passed") > 0);
    assert_is(&without, "no_vote", 1, 0);
}

static void without_a_narrow_box_nothing_is_tabled_for_time(void **state)
{
    (void)state;
    struct seen narrow = CAMP("calendar[0].hold=agenda", "calendar[0].for=3 h", "decisions.time_box=2 min",
                              "decisions.table_below=0 %", NO_BLOCKS),
                wide = CAMP("calendar[0].hold=agenda", "calendar[0].for=3 h", "decisions.time_box=24 h",
                            "decisions.table_below=0 %", NO_BLOCKS, "decisions.least_left=0 min");
    assert_is(&narrow, "hearings_passed", 0, 0);
    /* what the end of the session cuts is continued: at most one a session */
    double cut = seen_value(&wide, "hearings_tabled") / seen_value(&wide, "hearings_passed") *
                 seen_value(&wide, "passed");
    assert_true(cut <= seen_value(&wide, "sessions") + 1e-9);
    assert_same(&narrow, &wide, "submitted");
}

static void without_a_last_visit_nothing_is_withdrawn(void **state)
{
    (void)state;
    struct seen with =
                    CAMP("decisions.table_below=100 %", "knowledge.support=20 %",
                         "opinions.argument_weight=0", "decisions.amendment=0 %", "decisions.most_visits=1"),
                without = CAMP("decisions.table_below=100 %", "knowledge.support=20 %",
                               "opinions.argument_weight=0", "decisions.amendment=0 %",
                               "decisions.most_visits=1000000");
    assert_true(seen_value(&with, "decided") > 0);
    assert_is(&with, "passed", 0, 0);
    assert_is(&without, "decided", 0, 0);
    assert_same(&with, &without, "submitted");
}

static void a_discussion_without_an_end_goes_on_until_it_is_talked_out(void **state)
{
    (void)state;
    struct seen without = CAMP("proposals.per_day=2 /d"),
                late = CAMP("proposals.per_day=2 /d", "decisions.discussing=20 h"),
                with = CAMP("proposals.per_day=2 /d", "decisions.discussing=5 min");
    assert_all_same(&without, &late);
    assert_less(&with, &without, "hearing_hours");
    assert_less(&with, &without, "facets_voiced");
}

static void a_quorum_that_nobody_asks_for_is_always_there(void **state)
{
    (void)state;
    struct seen with = CAMP("decisions.quorum=61"),
                reached = CAMP("people.attendance=100 %", "people.leave_below=0 %", "decisions.quorum=60"),
                without = CAMP("people.attendance=100 %", "people.leave_below=0 %");
    assert_is(&with, "decided", 0, 0);
    assert_all_same(&reached, &without);
}

static void steps_without_length_take_no_time(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=ballot", "decisions.amendment=0 %"),
                without = CAMP("calendar[0].hold=ballot", "decisions.amendment=0 %", NO_TIME);
    assert_less(&without, &with, "hearing_hours");
    assert_same_luck(&with, &without);
}

static void items_of_fixed_length_replace_the_whole_hearing(void **state)
{
    (void)state;
    struct seen items = CAMP("decisions.item_length=12 min", "proposals.per_day=0 /d",
                             "proposals.reopening=0 /d", "proposals.waiting=5"),
                objections =
                    CAMP("decisions.item_length=12 min", "proposals.per_day=0 /d", "proposals.reopening=0 /d",
                         "proposals.waiting=5", "decisions.objection=100 %", "decisions.most_visits=3");
    assert_is(&items, "hearing_hours", 0.2, 1e-9);
    assert_is(&items, "passed", 5, 0);
    assert_is(&items, "visits", 1, 0);
    assert_true(isnan(seen_value(&items, "no_vote")));
    assert_is(&objections, "passed", 0, 0);
    assert_is(&objections, "visits", 3, 0);
}

static void every_rule_of_decision_can_be_met_by_all(void **state)
{
    (void)state;
    struct seen full = CAMP("calendar[0].hold=agenda", NO_BLOCKS, "decisions.table_below=0 %"),
                majority =
                    CAMP("calendar[0].hold=ballot", NO_BLOCKS, "decisions.table_below=0 %",
                         "knowledge.support=100 %", "knowledge.support_sd=0", "opinions.argument_weight=0");
    assert_is(&full, "pass_rate", 1, 0);
    assert_is(&majority, "pass_rate", 1, 0);
}

static void without_abstention_all_who_are_present_vote(void **state)
{
    (void)state;
    struct seen off = CAMP("calendar[0].hold=ballot"),
                nobody =
                    CAMP("calendar[0].hold=ballot", "decisions.abstain=100 %", "decisions.indifferent=0"),
                many =
                    CAMP("calendar[0].hold=ballot", "decisions.abstain=100 %", "decisions.indifferent=0.2");
    assert_all_same(&off, &nobody);
    assert_is(&nobody, "abstained", 0, 0);
    assert_true(seen_value(&many, "abstained") > 0.1);
}

static void without_endorsers_a_proposal_is_submitted_when_it_arrives(void **state)
{
    (void)state;
    struct seen without = CAMP("proposals.endorsers=0"), with = CAMP("proposals.endorsers=5");
    assert_less(&with, &without, "submitted");
    assert_is(&with, "submitted", seen_value(&without, "submitted") - seen_value(&with, "unendorsed"), 1e-9);
    assert_same(&without, &with, "sessions");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_amendments_no_decision_carries_conditions),
        cmocka_unit_test(without_their_cost_conditions_make_no_work_and_nothing_else),
        cmocka_unit_test(without_a_shift_amendments_move_nobody),
        cmocka_unit_test(without_distance_only_arguments_raise_concerns),
        cmocka_unit_test(without_blocks_every_call_finds_consensus),
        cmocka_unit_test(blocks_without_distance_do_not_hang_on_opinions),
        cmocka_unit_test(without_weight_tension_blocks_nothing),
        cmocka_unit_test(without_a_temperature_check_all_are_asked_for_consensus),
        cmocka_unit_test(without_a_narrow_box_nothing_is_tabled_for_time),
        cmocka_unit_test(without_a_last_visit_nothing_is_withdrawn),
        cmocka_unit_test(a_discussion_without_an_end_goes_on_until_it_is_talked_out),
        cmocka_unit_test(a_quorum_that_nobody_asks_for_is_always_there),
        cmocka_unit_test(steps_without_length_take_no_time),
        cmocka_unit_test(items_of_fixed_length_replace_the_whole_hearing),
        cmocka_unit_test(every_rule_of_decision_can_be_met_by_all),
        cmocka_unit_test(without_abstention_all_who_are_present_vote),
        cmocka_unit_test(without_endorsers_a_proposal_is_submitted_when_it_arrives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
