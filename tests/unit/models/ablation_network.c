/* What goes between sites, switched off piece by piece. */
#include "ablation.h"

/* Four camps with four groups each, who keep together; only what goes between them is looked at. */
#define CAMPS                                                                                                \
    "sites=[{name: camp, people: 40, count: 4}]", "people.guest_room=12", "groups.form=yes",                 \
        "groups.start.groups=4", "groups.start.members=6", "groups.founding.announce=0 %",                   \
        "groups.newcomers.conversion=0 %", "groups.membership.leave_rate=0 /week",                           \
        "groups.membership.death_below=1", "interests.topics=3", "lasts=20 d", "sample_every=1 d",           \
        "proposals.per_day=1 /d"
#define LINKED  CAMPS, "links.form=lateral", "links.per_day=0.5 /d", "links.half_life=0 d"
#define CALLING LINKED, "links.calls.hold=link-call", "links.calls.every=2 d"

static void without_links_the_movement_does_not_unite(void **state)
{
    (void)state;
    struct seen with = CAMP(LINKED), without = CAMP(CAMPS);
    assert_true(seen_value(&with, "time_to_unity") > 0);
    assert_true(isnan(seen_value(&without, "time_to_unity")));
    assert_same(&with, &without, "heads");
    assert_same(&with, &without, "decided");
    assert_same(&with, &without, "tasks_done"); /* a link that nobody calls on changes no work */
}

static void without_fading_a_link_lasts_as_long_as_its_groups(void **state)
{
    (void)state;
    struct seen with = CAMP(LINKED, "links.half_life=5 d"), without = CAMP(LINKED);
    assert_true(seen_value(&with, "links_ended") > 5);
    assert_is(&without, "links_ended", 0, 0);
    assert_same(&with, &without, "tasks_done");
}

static void without_calls_nothing_goes_over_a_link(void **state)
{
    (void)state;
    struct seen with = CAMP(CALLING), without = CAMP(LINKED);
    assert_true(seen_value(&with, "calls") > 20);
    assert_is(&without, "calls", 0, 0);
    assert_is(&without, "guests", 0, 0);
    assert_less(&without, &with, "know_how_at_hand");
    assert_same(&with, &without, "links_made");
}

static void a_call_keeps_a_link(void **state)
{
    (void)state;
    struct seen with = CAMP(CALLING, "links.half_life=3 d"), without = CAMP(LINKED, "links.half_life=3 d");
    assert_less(&with, &without, "links_ended");
}

static void without_sharing_work_it_is_done_twice(void **state)
{
    (void)state;
    struct seen with = CAMP(CALLING, "groups.work.content_cv=0"),
                without = CAMP(CALLING, "groups.work.content_cv=0", "links.share_work=no");
    assert_less(&with, &without, "common_tasks_done");
    assert_less(&without, &with, "tasks_dropped"); /* what a linked group has solved is dropped */
    assert_same(&with, &without, "links_made");
}

/* One group a camp, and two camps whose groups are on different topics: what one solves is nothing to the
 * other. */
static void groups_on_different_topics_have_nothing_to_share_but_know_how(void **state)
{
    (void)state;
#define STRANGERS                                                                                            \
    CALLING, "sites=[{name: camp, people: 40, count: 2}]", "links.same_topic=no", "interests.topics=12",     \
        "groups.start.groups=1", "groups.operational.common=100 %", "groups.sectorial.common=100 %",         \
        "groups.strategy.common=100 %", "groups.work.content=20 h"
    struct seen with = CAMP(STRANGERS), without = CAMP(STRANGERS, "links.share_work=no");
    assert_true(isnan(seen_value(&with, "mean_integration"))); /* nobody needs the other: the topics differ */
    assert_true(seen_value(&with, "calls") >= 3);
    assert_true(seen_value(&with, "common_tasks_done") >= 4);
    assert_same(&with, &without, "common_tasks_done");
    assert_same(&with, &without, "tasks_dropped");
}

static void without_room_no_delegate_finds_a_place(void **state)
{
    (void)state;
    struct seen narrow = CAMP(CALLING, "people.guest_room=1"), wide = CAMP(CALLING);
    assert_is(&wide, "guests_turned_away", 0, 0);
    assert_true(seen_value(&narrow, "guests_turned_away") > 0);
    assert_less(&narrow, &wide, "calls");
}

static void a_group_that_seeks_any_other_finds_more(void **state)
{
    (void)state;
    struct seen any = CAMP(LINKED, "links.same_topic=no"), same = CAMP(LINKED);
    assert_less(&same, &any, "links_made");
}

static void a_group_with_room_for_one_link_keeps_one(void **state)
{
    (void)state;
    struct seen one = CAMP(LINKED, "links.most=1"), any = CAMP(LINKED, "links.most=0");
    assert_less(&one, &any, "links_made");
    assert_true(seen_value(&one, "links_made") <= 8); /* of 16 groups */
}

static void seeks_that_stay_at_home_make_no_links_outside(void **state)
{
    (void)state;
    struct seen home = CAMP(LINKED, "links.own_site=100 %"), out = CAMP(LINKED);
    assert_true(isnan(seen_value(&home, "time_to_unity")));
    assert_true(seen_value(&home, "links_made") > 0);
    assert_true(seen_value(&out, "time_to_unity") > 0);
}

#define FAR_AND_NEAR                                                                                         \
    "sites=[{name: a, people: 40}, {name: b, people: 40, east: 1}, {name: c, people: 40, east: 900}, "       \
    "{name: d, people: 40, east: 901}]"

static void without_nearness_distance_does_not_matter(void **state)
{
    (void)state;
    struct seen none = CAMP(LINKED, FAR_AND_NEAR), anywhere = CAMP(LINKED),
                near = CAMP(LINKED, FAR_AND_NEAR, "links.nearness=3");
    assert_same(&none, &anywhere, "links_made");
    assert_less(&near, &none, "links_made"); /* each has one neighbour left to seek at */
}

static void without_merging_nobody_moves_over(void **state)
{
    (void)state;
    struct seen merged = CAMP(CAMPS, "links.form=supergroup", "links.per_day=0.5 /d", "people.guest_room=40"),
                stays = CAMP(CAMPS, "links.form=supergroup", "links.per_day=0.5 /d", "people.guest_room=40",
                             "links.follow=0 %"),
                linked = CAMP(LINKED);
    assert_true(seen_value(&merged, "groups_merged") > 4);
    assert_true(seen_value(&merged, "guests") > 10);
    assert_true(seen_value(&stays, "groups_merged") > 4);
    assert_is(&stays, "guests", 0, 0);
    assert_is(&linked, "groups_merged", 0, 0);
}

static void without_visits_everybody_stays(void **state)
{
    (void)state;
    struct seen with = CAMP(LINKED, "visits.per_day=0.2 /d"), without = CAMP(LINKED);
    assert_true(seen_value(&with, "visits_begun") > 100);
    assert_is(&without, "visits_begun", 0, 0);
    assert_is(&without, "guests", 0, 0);
}

static void without_experts_what_only_they_know_stays_unknown(void **state)
{
    (void)state;
    struct seen with = CAMP(LINKED, "interests.expert_share=50 %", "experts.per_day=1 /d"),
                without = CAMP(LINKED, "interests.expert_share=50 %");
    assert_true(seen_value(&with, "expert_facets") > 10);
    assert_is(&without, "expert_facets", 0, 0);
    assert_less(&without, &with, "know_how_at_hand");
}

static void without_closure_one_link_outside_is_as_good_as_many(void **state)
{
    (void)state;
    struct seen open = CAMP(LINKED, "experts.per_day=1 /d", "experts.closure=0"),
                closed = CAMP(LINKED, "experts.per_day=1 /d", "experts.closure=20"),
                none = CAMP(CAMPS, "links.form=lateral", "links.per_day=0 /d", "experts.per_day=1 /d",
                            "experts.closure=0");
    assert_less(&closed, &open, "experts_met");
    assert_is(&none, "experts_met", 0, 0); /* groups without a link outside miss them */
}

/* --- practices --- */

#define TWO_WAYS                                                                                             \
    "sites=[{name: a, people: 30, count: 6}, {name: b, people: 30, practice: briefly, count: 2}]",           \
        "lasts=20 d", "adoption.start=at length",                                                            \
        "calendar=[{every: 1 d, at: \"12:00\", hold: general-assembly, for: 3 h, practice: at length}, "     \
        "{every: 1 d, at: \"12:00\", hold: general-assembly, for: 2 h, practice: briefly}]"

static void without_a_rule_every_site_keeps_its_practice(void **state)
{
    (void)state;
    struct seen with = CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d"),
                without = CAMP(TWO_WAYS);
    assert_true(seen_value(&with, "practice_changes") > 0);
    assert_is(&without, "practice_changes", 0, 0);
}

static void without_sensitivity_a_coin_decides(void **state)
{
    (void)state;
    struct seen keen =
                    CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d", "adoption.sensitivity=50"),
                blind =
                    CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d", "adoption.sensitivity=0");
    assert_less(&blind, &keen, "practice_changes");
}

/* Brief assemblies decide more in an hour; voice is spread alike, or better in long ones. */
static void without_weights_of_its_own_decisions_alone_are_judged(void **state)
{
    (void)state;
    struct seen usual = CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d"),
                alone = CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d",
                             "adoption.judge={decisions: 1}"),
                voice = CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d",
                             "adoption.judge={decisions: 0, voice: 1}"),
                days = CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=2 d",
                            "adoption.judge={decisions: 0, days_to_decision: 1, coverage: 1, correct: 1}");
    assert_all_same(&usual, &alone);
    assert_true(fabs(seen_value(&voice, "decided") - seen_value(&usual, "decided")) > 0);
    assert_true(fabs(seen_value(&days, "decided") - seen_value(&usual, "decided")) > 0);
}

static void without_experiments_a_practice_that_nobody_began_with_is_held_by_nobody(void **state)
{
    (void)state;
#define ONE_WAY                                                                                              \
    TWO_WAYS, "sites=[{name: a, people: 30, count: 6}]", "adoption.rule=compare", "adoption.every=2 d"
    struct seen with = CAMP(ONE_WAY, "adoption.experiment=0.1 /d", "adoption.trial=4 d"),
                rare = CAMP(ONE_WAY, "adoption.experiment=0.000001 /d");
    assert_is(&rare, "practice_changes", 0, 0);
    assert_is(&rare, "experiments", 0, 0);
    assert_is(&rare, "nothing_to_compare", 1, 0);
    assert_true(seen_value(&with, "experiments") > 1);
    assert_less(&with, &rare, "nothing_to_compare");
}

static void who_tells_of_the_best_time_is_believed_more_often(void **state)
{
    (void)state;
    struct seen mean = CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=1 d"),
                best =
                    CAMP(TWO_WAYS, "adoption.rule=compare", "adoption.every=1 d", "adoption.told_best=yes");
    assert_less(&mean, &best, "practice_changes");
}

#define SPREADING TWO_WAYS, "adoption.rule=bass", "adoption.spread=briefly"

static void without_innovation_and_imitation_nothing_spreads(void **state)
{
    (void)state;
    struct seen none = CAMP(SPREADING), innovation = CAMP(SPREADING, "adoption.innovation=0.1 /d"),
                imitation = CAMP(SPREADING, "adoption.imitation=0.3 /d"),
                both = CAMP(SPREADING, "adoption.innovation=0.1 /d", "adoption.imitation=0.3 /d");
    assert_is(&none, "practice_changes", 0, 0);
    assert_less(&none, &innovation, "adopters");
    assert_less(&none, &imitation, "adopters");
    assert_less(&innovation, &both, "adopters");
    assert_less(&imitation, &both, "adopters");
}

static void a_threshold_that_nobody_reaches_keeps_all_as_they_are(void **state)
{
    (void)state;
    struct seen low = CAMP(TWO_WAYS, "adoption.rule=threshold", "adoption.spread=briefly",
                           "sites[0].threshold=2"),
                high = CAMP(TWO_WAYS, "adoption.rule=threshold", "adoption.spread=briefly",
                            "sites[0].threshold=3");
    assert_is(&low, "adopters", 1, 0);
    assert_is(&high, "adopters", 0.25, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_links_the_movement_does_not_unite),
        cmocka_unit_test(without_fading_a_link_lasts_as_long_as_its_groups),
        cmocka_unit_test(without_calls_nothing_goes_over_a_link),
        cmocka_unit_test(a_call_keeps_a_link),
        cmocka_unit_test(without_sharing_work_it_is_done_twice),
        cmocka_unit_test(groups_on_different_topics_have_nothing_to_share_but_know_how),
        cmocka_unit_test(without_room_no_delegate_finds_a_place),
        cmocka_unit_test(a_group_that_seeks_any_other_finds_more),
        cmocka_unit_test(a_group_with_room_for_one_link_keeps_one),
        cmocka_unit_test(seeks_that_stay_at_home_make_no_links_outside),
        cmocka_unit_test(without_nearness_distance_does_not_matter),
        cmocka_unit_test(without_merging_nobody_moves_over),
        cmocka_unit_test(without_visits_everybody_stays),
        cmocka_unit_test(without_experts_what_only_they_know_stays_unknown),
        cmocka_unit_test(without_closure_one_link_outside_is_as_good_as_many),
        cmocka_unit_test(without_a_rule_every_site_keeps_its_practice),
        cmocka_unit_test(without_sensitivity_a_coin_decides),
        cmocka_unit_test(without_weights_of_its_own_decisions_alone_are_judged),
        cmocka_unit_test(without_experiments_a_practice_that_nobody_began_with_is_held_by_nobody),
        cmocka_unit_test(who_tells_of_the_best_time_is_believed_more_often),
        cmocka_unit_test(without_innovation_and_imitation_nothing_spreads),
        cmocka_unit_test(a_threshold_that_nobody_reaches_keeps_all_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
