/* Sparks, switched off piece by piece. */
#include "ablation.h"

#define FROM_OUTSIDE "sparks.routes=[{by: outside, first: 6 h, every: 6 h}]"
#define BY_ANYBODY   "sparks.routes=[{by: anybody, calls: 1 /week, hold: spark-circle}]"
#define HARVESTED                                                                                            \
    "sparks.routes=[{by: anybody, calls: 1 /week, hold: spark-circle}, {by: harvest, every: 1 d, take: 3}]", \
        "sparks.silence=6 h", "sparks.reads=5 /d"
/* Three working groups of ten, who do nothing else. */
#define GROUPS                                                                                               \
    "groups.form=yes", "groups.work.hours=0 h", "groups.start.groups=3", "groups.start.members=10",          \
        "groups.founding.announce=0 %"

static void sparks_that_nobody_takes_up_change_nothing_else(void **state)
{
    (void)state;
    struct seen none = CAMP("interests.kept=yes"), idle = CAMP(FROM_OUTSIDE, "sparks.uptake=0 %");
    for (size_t i = 0; i < none.count; i++)
        assert_same(&none, &idle, none.name[i]);
    assert_is(&idle, "sparks_announced", 23, 0);
    assert_is(&idle, "spark_active", 0, 0);
    assert_is(&idle, "spark_outside", 0, 0);
}

static void what_nobody_passes_on_ends_where_it_began(void **state)
{
    (void)state;
    struct seen still = CAMP(FROM_OUTSIDE, "sparks.passes=0"), passed = CAMP(FROM_OUTSIDE, "sparks.passes=3");
    assert_is(&still, "cascades_alone", 1, 0);
    assert_is(&still, "cascade_size", 1, 0);
    assert_is(&still, "generations", 0, 0);
    /* All became active by the announcement: two of them are two steps from each other. */
    assert_is(&still, "structural_virality", 2, 1e-9);
    assert_less(&passed, &still, "cascades_alone");
    assert_less(&still, &passed, "generations");
    assert_less(&still, &passed, "structural_virality");
}

static void who_has_room_for_one_misses_more(void **state)
{
    (void)state;
    struct seen one = CAMP(FROM_OUTSIDE, "sparks.attention=1"),
                many = CAMP(FROM_OUTSIDE, "sparks.attention=64");
    assert_less(&many, &one, "sparks_missed");
    assert_is(&many, "sparks_missed", 0, 0);
}

static void fewer_take_up_what_does_not_fit_them(void **state)
{
    (void)state;
    struct seen any = CAMP(FROM_OUTSIDE, "sparks.fit=0"), fitting = CAMP(FROM_OUTSIDE, "sparks.against=0");
    struct seen usual = CAMP(FROM_OUTSIDE);
    assert_less(&fitting, &usual, "spark_active");
    assert_less(&usual, &any, "spark_active");
}

static void who_was_active_on_a_concept_is_so_again_more_easily(void **state)
{
    (void)state;
    struct seen once = CAMP(FROM_OUTSIDE, "sparks.anchor=100 %", "sparks.again=0"),
                alike = CAMP(FROM_OUTSIDE, "sparks.anchor=100 %", "sparks.again=1"),
                again = CAMP(FROM_OUTSIDE, "sparks.anchor=100 %", "sparks.again=4");
    assert_less(&once, &alike, "spark_active");
    assert_less(&alike, &again, "spark_active");
}

static void a_concept_of_many_topics_is_found_by_more_people(void **state)
{
    (void)state;
    struct seen narrow =
        CAMP(FROM_OUTSIDE, "sparks.against=0", "sparks.anchor=100 %", "sparks.breadth=1", "sparks.again=1");
    struct seen broad =
        CAMP(FROM_OUTSIDE, "sparks.against=0", "sparks.anchor=100 %", "sparks.breadth=12", "sparks.again=1");
    assert_less(&narrow, &broad, "found_something");
    assert_less(&narrow, &broad, "concert");
}

static void who_loses_interest_late_acts_with_more_others(void **state)
{
    (void)state;
    const char *kinds = "spark_kinds=[{name: action, asks: act}]";
    struct seen brief = CAMP(kinds, FROM_OUTSIDE, "sparks.fit=0", "sparks.lasts=1 h", "sparks.attention=64"),
                lasting =
                    CAMP(kinds, FROM_OUTSIDE, "sparks.fit=0", "sparks.lasts=5 d", "sparks.attention=64"),
                never = CAMP(kinds, FROM_OUTSIDE, "sparks.fit=0", "sparks.lasts=5 d", "sparks.attention=64",
                             "sparks.mass=61");
    assert_less(&brief, &lasting, "concert");
    assert_less(&never, &lasting, "actions");
    assert_is(&never, "actions", 0, 0);
}

static void people_talk_where_talks_have_a_method(void **state)
{
    (void)state;
    const char *kinds = "spark_kinds=[{name: question, asks: talk}]";
    struct seen without = CAMP(kinds, FROM_OUTSIDE, "sparks.fit=0"),
                with = CAMP(kinds, FROM_OUTSIDE, "sparks.fit=0", "sparks.talks.hold=spark-circle");
    assert_is(&without, "spark_talks", 0, 0);
    assert_is(&without, "sparks_hours", 0, 0);
    assert_true(seen_value(&with, "spark_talks") > 5);
    /* Three people for twenty minutes at most. */
    assert_true(seen_value(&with, "sparks_hours") > seen_value(&with, "spark_talks") * 0.5);
    assert_true(seen_value(&with, "sparks_hours") <= seen_value(&with, "spark_talks") * 1.0 + 1e-9);
}

/* --- routes --- */

static void approval_takes_time_and_its_lack_none(void **state)
{
    (void)state;
    struct seen free = CAMP(GROUPS, "sparks.routes=[{by: group, category: any, first: 6 h, every: 1 d}]"),
                asked = CAMP(GROUPS,
                             "sparks.routes=[{by: group, category: any, first: 6 h, every: 1 d, "
                             "approval: yes}]",
                             "sparks.stale=30 d");
    assert_is(&free, "sparks_proposed", 6, 0);
    assert_is(&free, "sparks_announced", 6, 0);
    assert_is(&free, "days_to_announcement", 0, 0);
    assert_is(&asked, "sparks_proposed", 6, 0);
    assert_less(&free, &asked, "days_to_announcement");
    assert_less(&free, &asked, "submitted");
}

static void what_waits_for_too_long_is_stale(void **state)
{
    (void)state;
    const char *routes = "sparks.routes=[{by: group, category: any, first: 6 h, every: 1 d, approval: yes}]";
    struct seen patient = CAMP(GROUPS, routes, "sparks.stale=30 d"),
                hasty = CAMP(GROUPS, routes, "sparks.stale=1 h");
    assert_is(&hasty, "sparks_announced", 0, 0);
    assert_is(&hasty, "sparks_stale", 6, 0);
    assert_less(&hasty, &patient, "sparks_announced");
    assert_is(&patient, "sparks_stale", 0, 0);
}

static void a_group_that_meets_to_choose_takes_hours(void **state)
{
    (void)state;
    struct seen at_once = CAMP(GROUPS, "sparks.routes=[{by: group, category: any, first: 18 h, every: 1 d}]"),
                met = CAMP(GROUPS, "sparks.routes=[{by: group, category: any, first: 12 h, every: 1 d, hold: "
                                   "spark-choice}]");
    assert_true(seen_value(&met, "sparks_announced") > 3);
    assert_less(&at_once, &met, "sparks_hours");
}

static void what_people_find_is_announced_where_it_is_harvested(void **state)
{
    (void)state;
    struct seen stays = CAMP(BY_ANYBODY), harvested = CAMP(HARVESTED);
    assert_true(seen_value(&stays, "sparks_proposed") > 5);
    assert_is(&stays, "sparks_announced", 0, 0);
    assert_true(seen_value(&harvested, "sparks_announced") > 3);
    assert_less(&stays, &harvested, "spark_active");
}

static void a_reader_who_objects_keeps_it_from_being_announced(void **state)
{
    (void)state;
    struct seen objecting = CAMP(HARVESTED, "sparks.object=100 %"),
                silent = CAMP(HARVESTED, "sparks.object=0 %");
    assert_less(&objecting, &silent, "sparks_announced");
    assert_less(&silent, &objecting, "sparks_refused");
    assert_is(&silent, "sparks_refused", 0, 0);
}

static void who_calls_for_more_people_finds_less(void **state)
{
    (void)state;
    struct seen few = CAMP(BY_ANYBODY),
                many = CAMP("sparks.routes=[{by: anybody, calls: 1 /week, people: 15, hold: spark-circle}]");
    assert_less(&many, &few, "sparks_proposed");
}

/* --- sites, ties, inquiries --- */

#define TWO_SITES "sites=[{name: here, people: 40}, {name: there, people: 40}]"

static void other_sites_hear_of_it_by_the_announcement_or_from_person_to_person(void **state)
{
    (void)state;
    const char *here = "sparks.routes=[{by: outside, site: here, first: 6 h, every: 6 h}]";
    struct seen alone = CAMP(TWO_SITES, here, "sparks.reach.sites=0 %",
                             "sparks.mix={own: 100 %, others: 0 %, public: 0 %}"),
                told = CAMP(TWO_SITES, here, "sparks.reach.sites=50 %",
                            "sparks.mix={own: 100 %, others: 0 %, public: 0 %}"),
                passed = CAMP(TWO_SITES, here, "sparks.reach.sites=0 %",
                              "sparks.mix={own: 0 %, others: 100 %, public: 0 %}");
    assert_true(seen_value(&alone, "spark_reach") <= 40);
    assert_less(&alone, &told, "spark_reach");
    assert_less(&alone, &passed, "spark_reach");
}

/* Where strangers weigh nothing, only who is tied to anybody is told. */
static void without_strangers_sparks_go_along_ties(void **state)
{
    (void)state;
    const char *own = "sparks.mix={own: 100 %, others: 0 %, public: 0 %}", *most = "sparks.passes=4";
    struct seen ties = CAMP(FROM_OUTSIDE, own, most, "ties.gain=0.0001", "sparks.strangers=0"),
                strangers = CAMP(FROM_OUTSIDE, own, most, "ties.gain=0.0001", "sparks.strangers=1");
    assert_less(&ties, &strangers, "sparks_heard");
}

static void who_is_active_contributes_to_the_inquiry_until_it_is_due(void **state)
{
    (void)state;
    const char *kinds = "spark_kinds=[{name: question, asks: think, inquiry: theme}]";
    const char *open = "inquiries=[{name: theme}]", *due = "inquiries=[{name: theme, due: 2 d}]";
    struct seen calm = CAMP(kinds, FROM_OUTSIDE, open, "sparks.contributes=1 /d"),
                none = CAMP(kinds, FROM_OUTSIDE, open, "sparks.contributes=0 /d"),
                late = CAMP(kinds, FROM_OUTSIDE, due, "sparks.contributes=1 /d", "sparks.urgent=1 d"),
                hurried = CAMP(kinds, FROM_OUTSIDE, due, "sparks.contributes=1 /d", "sparks.urgent=1 d",
                               "sparks.urgency=5");
    assert_is(&none, "harvest_coverage", 0, 0);
    assert_less(&none, &calm, "harvest_coverage");
    assert_less(&late, &calm, "harvest_coverage");
    assert_less(&late, &hurried, "spark_contributed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sparks_that_nobody_takes_up_change_nothing_else),
        cmocka_unit_test(what_nobody_passes_on_ends_where_it_began),
        cmocka_unit_test(who_has_room_for_one_misses_more),
        cmocka_unit_test(fewer_take_up_what_does_not_fit_them),
        cmocka_unit_test(who_was_active_on_a_concept_is_so_again_more_easily),
        cmocka_unit_test(a_concept_of_many_topics_is_found_by_more_people),
        cmocka_unit_test(who_loses_interest_late_acts_with_more_others),
        cmocka_unit_test(people_talk_where_talks_have_a_method),
        cmocka_unit_test(approval_takes_time_and_its_lack_none),
        cmocka_unit_test(what_waits_for_too_long_is_stale),
        cmocka_unit_test(a_group_that_meets_to_choose_takes_hours),
        cmocka_unit_test(what_people_find_is_announced_where_it_is_harvested),
        cmocka_unit_test(a_reader_who_objects_keeps_it_from_being_announced),
        cmocka_unit_test(who_calls_for_more_people_finds_less),
        cmocka_unit_test(other_sites_hear_of_it_by_the_announcement_or_from_person_to_person),
        cmocka_unit_test(without_strangers_sparks_go_along_ties),
        cmocka_unit_test(who_is_active_contributes_to_the_inquiry_until_it_is_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
