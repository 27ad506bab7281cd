/* Ties, silence and the tension that is there at first, switched off piece by piece. */
#include "ablation.h"

/* Groups that meet, people who leave them, drift away and look for another group. */
#define KNIT                                                                                                 \
    "groups.form=yes", "groups.work.hours=0 h", "groups.meetings.hold=working-group",                        \
        "groups.meetings.every=1 d", "groups.start.groups=8", "groups.start.members=6",                      \
        "groups.founding.announce=0 %", "groups.membership.leave_rate=1 /week",                              \
        "groups.newcomers.welcome=0 %", "groups.newcomers.notice=2 %", "groups.newcomers.mention=0 %",       \
        "groups.newcomers.fit=0", "groups.attention.attraction=0", "arrivals.visit_every=1 d",               \
        "people.drift=0.02 /d", "proposals.per_day=1 /d", "lasts=20 d"

static void ties_that_do_nothing_change_nothing_else(void **state)
{
    (void)state;
    struct seen none = CAMP(KNIT),
                idle = CAMP(KNIT, "ties.gain=0.2", "ties.holds=0", "ties.stays=0", "ties.finds=0 %");
    for (size_t i = 0; i < none.count; i++)
        assert_same(&none, &idle, none.name[i]);
    assert_true(seen_value(&idle, "tie_degree") > 0.5);
}

static void fewer_members_leave_where_ties_hold(void **state)
{
    (void)state;
    struct seen without = CAMP(KNIT, "ties.gain=0.2", "ties.holds=0", "ties.stays=0", "ties.finds=0 %"),
                with = CAMP(KNIT, "ties.gain=0.2", "ties.holds=3", "ties.stays=0", "ties.finds=0 %");
    assert_less(&with, &without, "groups_left");
}

static void fewer_people_drift_away_where_ties_keep_them(void **state)
{
    (void)state;
    struct seen without = CAMP(KNIT, "ties.gain=0.2", "ties.holds=0", "ties.stays=0", "ties.finds=0 %"),
                with = CAMP(KNIT, "ties.gain=0.2", "ties.holds=0", "ties.stays=3", "ties.finds=0 %");
    assert_less(&with, &without, "left_drifted");
}

/* Nobody sees a group by herself, and everybody is tied to some members: an assembly ties whom it seats. */
#define TOLD                                                                                                 \
    "groups.start.groups=3", "groups.start.members=4", "groups.newcomers.notice=0 %", "ties.gain=0.2",       \
        "ties.dilution=0", "ties.holds=0", "ties.stays=0"

static void more_people_find_a_group_where_they_are_told_of_it(void **state)
{
    (void)state;
    struct seen without = CAMP(KNIT, TOLD, "ties.finds=0 %"), with = CAMP(KNIT, TOLD, "ties.finds=100 %");
    assert_less(&without, &with, "groups_joined");
}

static void without_dilution_an_assembly_ties_people_too(void **state)
{
    (void)state;
    struct seen with = CAMP("ties.gain=0.05"), without = CAMP("ties.gain=0.05", "ties.dilution=0");
    assert_less(&with, &without, "tie_sum");
}

static void talk_about_feelings_ties_more_than_talk_without_content(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=feelings", "ties.gain=0.05"),
                without = CAMP("calendar[0].hold=feelings", "ties.gain=0.05", "ties.disclosure=1");
    assert_less(&without, &with, "tie_sum");
    assert_same_but(&with, &without, "tie_sum", "tie_degree", "tie_component", "tie_clustering");
}

static void who_keeps_few_ties_has_a_smaller_sum_of_them(void **state)
{
    (void)state;
    struct seen many = CAMP("ties.gain=0.05"), few = CAMP("ties.gain=0.05", "ties.most=3");
    assert_less(&few, &many, "tie_sum");
}

static void ties_that_last_are_stronger_in_the_end(void **state)
{
    (void)state;
    struct seen lasting = CAMP("ties.gain=0.05", "ties.half_life=365 d"),
                fading = CAMP("ties.gain=0.05", "ties.half_life=2 d");
    assert_less(&fading, &lasting, "tie_sum");
}

/* --- silence, and tension from the start --- */

static void silence_without_its_effects_is_waiting(void **state)
{
    (void)state;
    struct seen none = CAMP("calendar[0].hold=quiet", "tension.start=0.5"),
                off = CAMP("calendar[0].hold=quiet", "tension.start=0.5", "reflection.calm=0 /min",
                           "reflection.own_mind=0 /min");
    for (size_t i = 0; i < none.count; i++)
        assert_same(&none, &off, none.name[i]);
}

static void silence_that_calms_leaves_less_tension_and_the_same_opinions(void **state)
{
    (void)state;
    const char *chill = "tension.chill=0 %", *outburst = "tension.outburst=0 %"; /* tension acts on nothing */
    struct seen with = CAMP("calendar[0].hold=quiet", "tension.start=0.5", chill, outburst,
                            "reflection.calm=0.02 /min"),
                without = CAMP("calendar[0].hold=quiet", "tension.start=0.5", chill, outburst);
    assert_less(&with, &without, "tension");
    assert_same_but(&with, &without, "tension");
}

/* All lean against what most of what they know speaks for. */
static void silence_with_an_own_mind_moves_opinions_to_what_people_know(void **state)
{
    (void)state;
    struct seen with =
                    CAMP("calendar[0].hold=quiet", "knowledge.support=20 %", "reflection.own_mind=0.05 /min"),
                without = CAMP("calendar[0].hold=quiet", "knowledge.support=20 %");
    assert_less(&without, &with, "question_opinion");
}

static void tension_from_the_start_is_there_until_it_decays(void **state)
{
    (void)state;
    struct seen calm = CAMP("tension.half_life=4 d"),
                tense = CAMP("tension.half_life=4 d", "tension.start=0.6");
    assert_less(&calm, &tense, "tension");
    assert_less(&calm, &tense, "outbursts");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_that_do_nothing_change_nothing_else),
        cmocka_unit_test(fewer_members_leave_where_ties_hold),
        cmocka_unit_test(fewer_people_drift_away_where_ties_keep_them),
        cmocka_unit_test(more_people_find_a_group_where_they_are_told_of_it),
        cmocka_unit_test(without_dilution_an_assembly_ties_people_too),
        cmocka_unit_test(talk_about_feelings_ties_more_than_talk_without_content),
        cmocka_unit_test(who_keeps_few_ties_has_a_smaller_sum_of_them),
        cmocka_unit_test(ties_that_last_are_stronger_in_the_end),
        cmocka_unit_test(silence_without_its_effects_is_waiting),
        cmocka_unit_test(silence_that_calms_leaves_less_tension_and_the_same_opinions),
        cmocka_unit_test(silence_with_an_own_mind_moves_opinions_to_what_people_know),
        cmocka_unit_test(tension_from_the_start_is_there_until_it_decays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
