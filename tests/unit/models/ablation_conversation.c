/* How circles talk and how opinions move, switched off piece by piece. */
#include "ablation.h"

/* Sixty people in one circle for an hour: a question, with nothing but talk. */
#define TALK                                                                                                 \
    "calendar[0].hold=one-circle", "people.attendance=100 %", "people.listening_drain=0 /h",                 \
        "people.speaking_drain=0 /h", "proposals.per_day=0 /d", "tension.outburst=0 %"
#define EVEN_TURNS            "conversation.turn_cv=0", "conversation.gap_circle=0 s"
#define ALL_ALIKE             "people.talk_sd=0", "people.shyness=0", "tension.chill=0 %", "conversation.urge=0"
#define NO_EFFECT_OF_OPINIONS "tension.discord=0"
#define EVERYTHING_TOLD       "calendar[0].hold=reports", "conversation.digest_ratio=30"

static void turns_without_spread_gaps_and_waves_last_a_facet_each(void **state)
{
    (void)state;
    struct seen seen = CAMP(TALK, EVEN_TURNS, "conversation.amplified=yes");
    assert_is(&seen, "turns_per_hour", 59, 0); /* the sixtieth ends with the hour, and is cut */
    struct seen uneven =
        CAMP(TALK, "conversation.turn_cv=1.5", "conversation.gap_circle=0 s", "conversation.amplified=yes");
    assert_true(!same_number(seen_value(&uneven, "turns_per_hour"), 59));
    assert_same_luck(&seen, &uneven);
}

static void without_gaps_one_turn_follows_another(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "conversation.turn_cv=0", "conversation.amplified=yes",
                            "conversation.gap_circle=1 min"),
                without = CAMP(TALK, EVEN_TURNS, "conversation.amplified=yes");
    assert_is(&with, "turns_per_hour", 29, 0);
    assert_is(&without, "turns_per_hour", 59, 0);
}

static void amplified_talk_needs_no_waves(void **state)
{
    (void)state;
    struct seen mic = CAMP(TALK, EVEN_TURNS), sound = CAMP(TALK, EVEN_TURNS, "conversation.amplified=yes"),
                no_cut = CAMP(TALK, EVEN_TURNS, "conversation.wave_from=61");
    assert_is(&mic, "turns_per_hour", 29, 0); /* each sentence is said twice */
    assert_is(&sound, "turns_per_hour", 59, 0);
    assert_all_same(&sound, &no_cut);
}

static void without_recency_the_floor_returns_by_chance_alone(void **state)
{
    (void)state;
    enum { PEOPLE = 60 };
    struct seen with = CAMP(TALK, EVEN_TURNS, ALL_ALIKE, "conversation.facet_minutes=1 s",
                            "conversation.recency=10"),
                without = CAMP(TALK, EVEN_TURNS, ALL_ALIKE, "conversation.facet_minutes=1 s",
                               "conversation.recency=1");
    /* 6 hours of 1800 turns: standard error .0012 */
    assert_is(&without, "floor_returns", 1.0 / (PEOPLE - 1), 0.005);
    assert_is(&with, "floor_returns", 10.0 / (PEOPLE - 2 + 10), 0.013);
    assert_same_but(&with, &without, "floor_returns", "voice_gini", "turn_gini", "effective_speakers",
                    "never_spoke", "tension", "novel_turns", "question_voiced", "question_coverage",
                    "question_common", "question_reach", "question_agreement", "question_clusters",
                    "question_opinion", "question_spread", "question_extreme");
}

static void without_urge_who_speaks_does_not_hang_on_who_knows(void **state)
{
    (void)state;
    struct seen few = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0", "knowledge.knowers=1"),
                many = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0", "knowledge.knowers=20"),
                few_with = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "knowledge.knowers=1"),
                many_with = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "knowledge.knowers=20");
    assert_same(&few, &many, "voice_gini");
    assert_same(&few, &many, "turn_gini");
    assert_same(&few, &many, "floor_returns");
    assert_same(&few, &many, "tension");
    assert_true(!same_number(seen_value(&few_with, "voice_gini"), seen_value(&many_with, "voice_gini")));
    assert_less(&few, &few_with, "question_voiced"); /* the urge finds those who know */
}

#define EQUAL_GAPS "conversation.gap_stack=1 s", "conversation.gap_circle=1 s", "tension.unmet_bid=0 /h"

static void without_hands_a_stack_is_an_open_floor(void **state)
{
    (void)state;
    struct seen stack = CAMP(TALK, EQUAL_GAPS, "calendar[0].hold=one-stack", "conversation.hands=0 /h"),
                queues = CAMP(TALK, EQUAL_GAPS, "calendar[0].hold=one-stack", "conversation.hands=60 /h"),
                open_with = CAMP(TALK, EQUAL_GAPS),
                open_without = CAMP(TALK, EQUAL_GAPS, "conversation.hands=0 /h");
    assert_all_same(&open_with, &open_without); /* an open floor knows no hands */
    assert_all_same(&open_with, &stack);
    assert_less(&queues, &open_with, "floor_returns"); /* who has just spoken waits like the others */
}

static void without_repetition_more_turns_are_new(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "conversation.repeat=80 %", "conversation.advocacy=0 %"),
                without = CAMP(TALK, "conversation.repeat=0 %", "conversation.advocacy=0 %");
    assert_less(&with, &without, "novel_turns");
    assert_same_luck(&with, &without);
    assert_same(&with, &without, "turns_per_hour");
}

static void without_retention_nobody_learns(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0", "opinions.argument_weight=0",
                            "knowledge.common_share=0 %"),
                without =
                    CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0", "opinions.argument_weight=0",
                         "knowledge.common_share=0 %", "conversation.retention=0 %");
    assert_is(&without, "question_reach", 2, 1e-9); /* the knowers at first */
    assert_less(&without, &with, "question_reach");
    assert_same_but(&with, &without, "question_voiced", "question_reach", "question_coverage",
                    "question_common", "novel_turns");
}

static void what_all_retain_all_know_who_heard_it(void **state)
{
    (void)state;
    struct seen seen = CAMP(TALK, "conversation.retention=100 %");
    assert_true(seen_value(&seen, "question_voiced") > 0);
    /* voiced is known to all; what is not voiced may still be common */
    assert_true(seen_value(&seen, "question_common") >= seen_value(&seen, "question_voiced") - 1e-9);
}

static void without_advocacy_supporters_also_say_what_speaks_against(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "knowledge.support=100 %", "knowledge.support_sd=0", "knowledge.merit=50 %",
                            "knowledge.merit_sd=0", "opinions.argument_weight=0",
                            "conversation.advocacy=100 %", "conversation.facet_minutes=1 s"),
                without = CAMP(TALK, "knowledge.support=100 %", "knowledge.support_sd=0",
                               "knowledge.merit=50 %", "knowledge.merit_sd=0", "opinions.argument_weight=0",
                               "conversation.advocacy=0 %", "conversation.facet_minutes=1 s");
    assert_is(&without, "question_voiced", 1, 0);
    assert_is(&with, "question_voiced", 0.5, 0.15); /* the facets for, no more */
    assert_same_luck(&with, &without);
}

static void with_replacement_what_was_voiced_does_not_matter(void **state)
{
    (void)state;
    struct seen one = CAMP(TALK, "conversation.content=with-replacement", "conversation.repeat=0 %"),
                other = CAMP(TALK, "conversation.content=with-replacement", "conversation.repeat=80 %",
                             "conversation.advocacy=100 %"),
                without_replacement = CAMP(TALK, "conversation.repeat=0 %");
    assert_all_same(&one, &other);
    assert_less(&one, &without_replacement, "novel_turns");
}

static void circles_that_may_be_of_any_size_do_not_fall_apart(void **state)
{
    (void)state;
    struct seen loose = CAMP(TALK, "calendar[0].hold=loose-circles"),
                large = CAMP(TALK, "calendar[0].hold=loose-circles", "conversation.split_above=60"),
                held = CAMP(TALK, "calendar[0].hold=held-circles");
    assert_less(&loose, &large, "circle_size");
    assert_less(&large, &loose, "turns_per_hour"); /* more circles, more channels */
    assert_all_same(&large, &held);
}

static void a_report_that_loses_all_tells_nothing(void **state)
{
    (void)state;
    struct seen none = CAMP(TALK, "calendar[0].hold=small-circles"),
                lossless = CAMP(TALK, EVERYTHING_TOLD, "conversation.report_loss=0 %"),
                lossy = CAMP(TALK, EVERYTHING_TOLD),
                lost = CAMP(TALK, EVERYTHING_TOLD, "conversation.report_loss=100 %");
    assert_less(&lossy, &lossless, "question_coverage");
    assert_less(&none, &lossy, "question_coverage");
    assert_same(&none, &lost, "question_coverage");
    assert_same(&none, &lost, "question_voiced");
    assert_same(&lossless, &lost, "session_hours");
}

static void a_report_of_no_length_takes_no_time(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=reports"),
                without = CAMP(TALK, "calendar[0].hold=reports", "conversation.report_minutes=0 min");
    assert_is(&without, "session_length", 1, 1e-6);
    assert_is(&with, "session_length", 1 + 10 * 2 * 2 / 60.0, 1e-6); /* ten circles, two minutes, one wave */
}

static void the_digest_ratio_is_how_much_a_report_holds(void **state)
{
    (void)state;
    struct seen one = CAMP(TALK, "calendar[0].hold=reports", "conversation.digest_ratio=1"),
                four = CAMP(TALK, "calendar[0].hold=reports", "conversation.digest_ratio=4");
    assert_less(&one, &four, "question_coverage");
    assert_same(&one, &four, "session_hours");
    assert_same(&one, &four, "turns_per_hour");
    assert_same(&one, &four, "question_voiced"); /* a report tells what was voiced */
}

static void without_a_step_nobody_moves_whom_arguments_do_not(void **state)
{
    (void)state;
    struct seen first = CAMP(TALK, "conversation.facet_minutes=24 h",
                             "conversation.turn_cv=0"), /* nobody comes to an end */
        with = CAMP(TALK, "opinions.argument_weight=0"),
                without = CAMP(TALK, "opinions.argument_weight=0", "opinions.step=0");
    assert_same(&without, &first, "question_agreement");
    assert_same(&without, &first, "question_opinion");
    assert_less(&without, &with, "question_agreement");
}

static void without_their_weight_arguments_move_nobody(void **state)
{
    (void)state;
    struct seen few = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0", "conversation.retention=0 %"),
                many =
                    CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0", "conversation.retention=100 %"),
                few_off = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0",
                               "conversation.retention=0 %", "opinions.argument_weight=0"),
                many_off = CAMP(TALK, NO_EFFECT_OF_OPINIONS, "conversation.urge=0",
                                "conversation.retention=100 %", "opinions.argument_weight=0");
    assert_same(&few_off, &many_off, "question_opinion");
    assert_same(&few_off, &many_off, "question_agreement");
    assert_true(!same_number(seen_value(&few, "question_opinion"), seen_value(&many, "question_opinion")));
}

static void with_unbounded_confidence_all_are_listened_to(void **state)
{
    (void)state;
    struct seen argument = CAMP(TALK, "opinions.argument_weight=0"),
                unbounded = CAMP(TALK, "opinions.influence=bounded", "opinions.confidence=1"),
                bounded = CAMP(TALK, "opinions.influence=bounded", "opinions.confidence=0.2"),
                deaf = CAMP(TALK, "opinions.influence=bounded", "opinions.confidence=0"),
                still = CAMP(TALK, "opinions.influence=bounded", "opinions.step=0");
    assert_all_same(&argument, &unbounded);
    assert_less(&bounded, &unbounded, "question_agreement");
    assert_same(&deaf, &still, "question_agreement");
}

static void the_stubborn_stay_and_the_open_are_moved_as_by_any_voice(void **state)
{
    (void)state;
    struct seen stubborn = CAMP(TALK, "opinions.influence=friedkin-johnsen", "opinions.stubbornness=1"),
                open = CAMP(TALK, "opinions.influence=friedkin-johnsen", "opinions.stubbornness=0"),
                still = CAMP(TALK, "opinions.influence=friedkin-johnsen", "opinions.step=0"),
                argument = CAMP(TALK, "opinions.argument_weight=0");
    assert_same(&stubborn, &still, "question_agreement");
    assert_all_same(&open, &argument);
    assert_less(&stubborn, &open, "question_agreement");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_without_spread_gaps_and_waves_last_a_facet_each),
        cmocka_unit_test(without_gaps_one_turn_follows_another),
        cmocka_unit_test(amplified_talk_needs_no_waves),
        cmocka_unit_test(without_recency_the_floor_returns_by_chance_alone),
        cmocka_unit_test(without_urge_who_speaks_does_not_hang_on_who_knows),
        cmocka_unit_test(without_hands_a_stack_is_an_open_floor),
        cmocka_unit_test(without_repetition_more_turns_are_new),
        cmocka_unit_test(without_retention_nobody_learns),
        cmocka_unit_test(what_all_retain_all_know_who_heard_it),
        cmocka_unit_test(without_advocacy_supporters_also_say_what_speaks_against),
        cmocka_unit_test(with_replacement_what_was_voiced_does_not_matter),
        cmocka_unit_test(circles_that_may_be_of_any_size_do_not_fall_apart),
        cmocka_unit_test(a_report_that_loses_all_tells_nothing),
        cmocka_unit_test(a_report_of_no_length_takes_no_time),
        cmocka_unit_test(the_digest_ratio_is_how_much_a_report_holds),
        cmocka_unit_test(without_a_step_nobody_moves_whom_arguments_do_not),
        cmocka_unit_test(without_their_weight_arguments_move_nobody),
        cmocka_unit_test(with_unbounded_confidence_all_are_listened_to),
        cmocka_unit_test(the_stubborn_stay_and_the_open_are_moved_as_by_any_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
