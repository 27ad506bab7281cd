/* Strategy groups, their advice and their community, switched off piece by piece. */
#include "ablation.h"

/* Four camps with six groups each, who keep together and do much common work of few topics, and the net. */
#define CAMPS                                                                                                \
    "sites=[{name: camp, people: 40, count: 4}, {name: net, people: 40, online: yes}]",                      \
        "people.guest_room=20", "groups.form=yes", "groups.start.groups=6", "groups.start.members=4",        \
        "groups.founding.announce=0 %", "groups.newcomers.conversion=0 %",                                   \
        "groups.membership.leave_rate=0 /week", "groups.membership.death_below=1", "interests.topics=2",     \
        "groups.operational.approval=0 %", "groups.sectorial.approval=0 %", "groups.strategy.approval=0 %",  \
        "groups.operational.common=100 %", "groups.work.content=30 h", "groups.work.common_items=30",        \
        "lasts=20 d", "sample_every=5 d", "proposals.per_day=0 /d"
#define LOOKED_AT CAMPS, "strategy.worth=yes"
#define ADVISED   LOOKED_AT, "strategy.advice=100 %"
#define TOLD      ADVISED, "strategy.reports=100 %"
#define LINKED                                                                                               \
    LOOKED_AT, "links.form=lateral", "links.per_day=0.5 /d", "links.half_life=0 d", "links.same_topic=no"
#define CALLING   LINKED, "links.calls.hold=link-call", "links.calls.every=2 d"
#define MONDAYS   "{every: 2 d, at: \"19:00\", hold: no-content, for: 2 h, who: delegates, category: "
#define COMMUNITY LOOKED_AT, "calendar=[" MONDAYS "strategy, of: all}]"

static void looking_at_strategy_groups_changes_nothing(void **state)
{
    (void)state;
    struct seen bare = CAMP(CAMPS), seen = CAMP(LOOKED_AT), told = CAMP(LOOKED_AT, "strategy.reports=100 %");
    assert_all_same(&bare, &seen);
    assert_same(&seen, &told, "worth_done");
    assert_same(&seen, &told, "done_twice");
    assert_less(&seen, &told, "overview");
    assert_is(&seen, "told_from_elsewhere", 0, 0);
}

static void without_advice_more_is_done_twice(void **state)
{
    (void)state;
    struct seen with = CAMP(TOLD), without = CAMP(TOLD, "strategy.advice=0 %");
    assert_less(&with, &without, "done_twice");
    assert_is(&without, "advised", 0, 0);
    assert_true(seen_value(&with, "advised") > 0.5); /* where there is a strategy group */
}

/* Who knows of nobody can say nothing: the members of these groups know of their own alone. */
static void without_reports_members_must_know_of_groups(void **state)
{
    (void)state;
#define STRANGERS                                                                                            \
    "groups.newcomers.welcome=0 %", "groups.newcomers.notice=0 %", "groups.newcomers.mention=0 %"
    struct seen known = CAMP(ADVISED, "groups.newcomers.mention=100 %",
                             "calendar=[{every: 1 d, at: \"12:00\", hold: no-content}]"),
                strange = CAMP(ADVISED, STRANGERS), told = CAMP(TOLD, STRANGERS);
    assert_is(&strange, "overview", 1.0 / 30, 1e-9); /* of thirty groups its own */
    assert_less(&strange, &known, "overview");
    assert_less(&strange, &told, "overview");
    assert_less(&told, &strange, "done_twice");
}

static void an_adviser_who_knows_nothing_of_the_question_names_nothing_worth_more(void **state)
{
    (void)state;
#define QUESTION "inquiries=[{name: where, facets: 9, aspects: 1}]", "strategy.inquiry=where"
    struct seen none = CAMP(TOLD),
                all = CAMP(TOLD, QUESTION, "knowledge.knowers=1000000", "knowledge.common_share=0 %"),
                alike = CAMP(TOLD, "strategy.worth=no");
    assert_true(isnan(seen_value(&none, "worth_named")));
    assert_true(seen_value(&all, "worth_named") > 2);
    assert_less(&none, &all, "worth_per_hour");
    assert_is(&alike, "worth_done", seen_value(&alike, "items_done"), 0);
}

static void without_calls_strategy_groups_hear_nothing_from_elsewhere(void **state)
{
    (void)state;
    struct seen with = CAMP(CALLING), silent = CAMP(CALLING, "links.share_work=no"), without = CAMP(LINKED);
    assert_true(seen_value(&with, "told_from_elsewhere") > 10);
    assert_is(&silent, "told_from_elsewhere", 0, 0);
    assert_is(&without, "told_from_elsewhere", 0, 0);
    assert_less(&without, &with, "overview");
}

static void groups_of_one_category_seek_each_other_alone(void **state)
{
    (void)state;
    struct seen any = CAMP(LINKED), strategic = CAMP(LINKED, "links.category=strategy"),
                none = CAMP(LINKED, "links.category=strategy", "groups.strategy.share=0.0000001");
    assert_less(&strategic, &any, "links_made");
    assert_true(seen_value(&strategic, "links_made") > 0);
    assert_is(&none, "links_made", 0, 0);
}

static void without_of_all_nobody_comes_from_elsewhere(void **state)
{
    (void)state;
    struct seen all = CAMP(COMMUNITY), here = CAMP(LOOKED_AT, "calendar=[" MONDAYS "strategy}]"),
                nobody = CAMP(LOOKED_AT, "calendar=[]");
    assert_true(seen_value(&all, "community_delegates") > 10);
    assert_is(&here, "community_delegates", 0, 0);
    assert_is(&here, "told_from_elsewhere", 0, 0);
    assert_less(&nobody, &all, "overview");
    assert_less(&all, &here, "sessions"); /* at the net alone, and not at each site */
}

static void delegates_of_every_category_are_more(void **state)
{
    (void)state;
    struct seen some = CAMP(COMMUNITY), all = CAMP(LOOKED_AT, "calendar=[" MONDAYS "any, of: all}]");
    assert_less(&some, &all, "community_delegates");
}

static void who_tells_of_one_group_in_a_turn_is_heard_on_less(void **state)
{
    (void)state;
    struct seen one = CAMP(COMMUNITY, "strategy.tells=1", "strategy.reports=100 %"),
                all = CAMP(COMMUNITY, "strategy.tells=0", "strategy.reports=100 %");
    assert_less(&one, &all, "told_from_elsewhere");
    assert_same(&one, &all, "community_delegates");
}

static void what_was_under_way_an_hour_ago_may_be_taken_again(void **state)
{
    (void)state;
    struct seen ever = CAMP(TOLD, "groups.newcomers.mention=0 %", "strategy.outdated=0 d"),
                hour = CAMP(TOLD, "groups.newcomers.mention=0 %", "strategy.outdated=1 h");
    assert_less(&ever, &hour, "done_twice");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looking_at_strategy_groups_changes_nothing),
        cmocka_unit_test(without_advice_more_is_done_twice),
        cmocka_unit_test(without_reports_members_must_know_of_groups),
        cmocka_unit_test(an_adviser_who_knows_nothing_of_the_question_names_nothing_worth_more),
        cmocka_unit_test(without_calls_strategy_groups_hear_nothing_from_elsewhere),
        cmocka_unit_test(groups_of_one_category_seek_each_other_alone),
        cmocka_unit_test(without_of_all_nobody_comes_from_elsewhere),
        cmocka_unit_test(delegates_of_every_category_are_more),
        cmocka_unit_test(who_tells_of_one_group_in_a_turn_is_heard_on_less),
        cmocka_unit_test(what_was_under_way_an_hour_ago_may_be_taken_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
