/* Hosts, switched off as a whole and effect by effect, in whole runs. */
#include "ablation.h"

#define CIRCLE "calendar[0].hold=one-circle"
#define PERFECT                                                                                              \
    CIRCLE, "hosts.needed=yes", "hosts.can_host=100 %", "hosts.skill=1", "hosts.stray=100 %",                \
        "hosts.slip=100 %"
#define NOVICES CIRCLE, "hosts.needed=yes", "hosts.can_host=0 %", "hosts.slip=0 %"
#define ROUNDS                                                                                               \
    "sites[0].people=12", "calendar[0].hold=three-rounds", "people.attendance=100 %",                        \
        "people.leave_below=0 %", "proposals.per_day=0 /d", "conversation.split_above=1000",                 \
        "hosts.needed=yes", "hosts.can_host=0 %", "hosts.novice=0.001", "hosts.stray=0 %"

static void hosts_of_full_skill_who_speak_like_others_change_nothing(void **state)
{
    (void)state;
    struct seen off = CAMP(CIRCLE), perfect = CAMP(PERFECT, "hosts.holds_back=1");
    assert_all_same(&off, &perfect);
    assert_is(&perfect, "hosted", 1, 1e-12);
    assert_is(&perfect, "strayed", 0, 0);
}

static void what_a_host_keeps_back_is_heard_less(void **state)
{
    (void)state;
    struct seen open = CAMP(PERFECT, "hosts.holds_back=1"), back = CAMP(PERFECT, "hosts.holds_back=0");
    assert_less(&back, &open, "effective_speakers");
    assert_same_luck(&open, &back);
}

static void without_straying_more_is_known(void **state)
{
    (void)state;
    struct seen with = CAMP(NOVICES, "hosts.stray=60 %"), without = CAMP(NOVICES, "hosts.stray=0 %");
    assert_less(&with, &without, "question_coverage");
    assert_true(seen_value(&with, "strayed") > 0.4); /* 60 % of what is missing of a skill of .2 */
    assert_is(&without, "strayed", 0, 0);
    assert_same_luck(&with, &without);
}

static void without_slips_everybody_has_her_turn_in_a_round(void **state)
{
    (void)state;
    struct seen with = CAMP(ROUNDS, "hosts.slip=50 %"), without = CAMP(ROUNDS, "hosts.slip=0 %");
    assert_is(&without, "turn_gini", 0, 1e-12);
    assert_true(seen_value(&with, "turn_gini") > 0.05);
    assert_same_luck(&with, &without);
}

static void without_training_novices_go_on_as_they_began(void **state)
{
    (void)state;
    struct seen with = CAMP(NOVICES, "hosts.training=50 %"), without = CAMP(NOVICES, "hosts.training=0 %");
    assert_less(&with, &without, "strayed");
    assert_same_luck(&with, &without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hosts_of_full_skill_who_speak_like_others_change_nothing),
        cmocka_unit_test(what_a_host_keeps_back_is_heard_less),
        cmocka_unit_test(without_straying_more_is_known),
        cmocka_unit_test(without_slips_everybody_has_her_turn_in_a_round),
        cmocka_unit_test(without_training_novices_go_on_as_they_began),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
