/* Inquiries, their aspects and their insights, switched off piece by piece. */
#include "ablation.h"

#define NO_PROPOSALS "proposals.per_day=0 /d"
#define ON_THE_LINE  "calendar[0].inquiry=winter"
#define TABLES       NO_PROPOSALS, "calendar[0].hold=inquiry-tables", ON_THE_LINE
#define WINTER(more) "inquiries=[{name: winter, facets: 60, aspects: 12" more "}]"

static void an_inquiry_that_nobody_talks_about_changes_nothing(void **state)
{
    (void)state;
    struct seen with = CAMP(WINTER(", insights: 30, begins: 2 d, due: 5 d")), without = CAMP("seed=2011");
    assert_all_same(&without, &with);
    assert_is(&with, "inquiry_voiced", 0, 0);
}

/* What people learn of a question is gone with its session; of an inquiry it is there the next day. */
static void an_inquiry_outlives_its_sessions(void **state)
{
    (void)state;
    struct seen once = CAMP(TABLES, WINTER(""), "lasts=1 d"), daily = CAMP(TABLES, WINTER("")),
                asked_once = CAMP(NO_PROPOSALS, "calendar[0].hold=question-tables", "lasts=1 d"),
                asked_daily = CAMP(NO_PROPOSALS, "calendar[0].hold=question-tables");
    assert_true(seen_value(&daily, "inquiry_coverage") > seen_value(&once, "inquiry_coverage") + 0.1);
    assert_true(seen_value(&daily, "inquiry_voiced") > seen_value(&once, "inquiry_voiced") + 0.1);
    assert_is(&asked_daily, "question_coverage", seen_value(&asked_once, "question_coverage"), 0.02);
}

/* Nobody says what nobody notices: the talk is the same to the last bit. */
static void insights_that_nobody_notices_change_nothing(void **state)
{
    (void)state;
    struct seen none = CAMP(TABLES, WINTER("")), unseen = CAMP(TABLES, WINTER(", insights: 30, notice: 0 %")),
                seen = CAMP(TABLES, WINTER(", insights: 30, notice: 50 %"));
    assert_all_same(&none, &unseen);
    assert_is(&unseen, "insights_noticed", 0, 0);
    assert_is(&unseen, "insights_voiced", 0, 0);
    assert_less(&unseen, &seen, "insights_noticed");
    assert_less(&unseen, &seen, "insights_voiced");
    assert_less(&unseen, &seen, "insight_reach");
    assert_same(&unseen, &seen, "people_hours");
    assert_is(&seen, "insights_per_person_hour",
              30 * seen_value(&seen, "insights_noticed") / seen_value(&seen, "people_hours"), 1e-2);
}

static void who_sees_less_notices_less(void **state)
{
    (void)state;
    struct seen rare = CAMP(TABLES, WINTER(", insights: 30, notice: 2 %")),
                often = CAMP(TABLES, WINTER(", insights: 30, notice: 50 %")),
                four = CAMP(TABLES, WINTER(", insights: 30, notice: 50 %, parts: 4"));
    assert_less(&rare, &often, "insights_noticed");
    assert_less(&four, &often, "insights_noticed");
}

static void what_nobody_knows_is_not_said(void **state)
{
    (void)state;
    struct seen outside = CAMP(TABLES, WINTER(", outside: 40 %")),
                all = CAMP(TABLES, WINTER(", outside: 100 %"));
    assert_true(seen_value(&outside, "inquiry_voiced") <= 0.6);
    assert_is(&all, "inquiry_voiced", 0, 0);
    assert_is(&all, "inquiry_coverage", 0, 0);
    assert_is(&all, "aspects_touched", 0, 0);
}

#define SERIES                                                                                               \
    NO_PROPOSALS, "calendar[0].hold=aspect-circles", ON_THE_LINE, "knowledge.common_share=0 %",              \
        "knowledge.knowers=20"

/* Two of twelve aspects in two days, and all in twelve. */
static void a_series_takes_one_aspect_after_the_other(void **state)
{
    (void)state;
    struct seen two = CAMP(SERIES, WINTER(""), "calendar[0].aspect=next", "lasts=2 d"),
                chosen = CAMP(SERIES, WINTER(""), "calendar[0].aspect=chosen", "lasts=2 d"),
                all = CAMP(SERIES, WINTER(""), "calendar[0].aspect=next", "lasts=12 d");
    assert_true(seen_value(&two, "inquiry_voiced") > 0);
    assert_true(seen_value(&two, "inquiry_voiced") <= 2.0 / 12);
    assert_true(seen_value(&chosen, "inquiry_voiced") > 2.0 / 12);
    assert_true(seen_value(&all, "inquiry_voiced") > 6.0 / 12);
}

/* Who posts names an aspect that nobody has posted: in one slot of a market there are at most as many circles
 * as aspects, and with one aspect all sit in one. */
static void a_market_posts_each_aspect_once_at_most(void **state)
{
    (void)state;
    struct seen many = CAMP(NO_PROPOSALS, "calendar[0].hold=aspect-market", ON_THE_LINE, WINTER("")),
                one = CAMP(NO_PROPOSALS, "calendar[0].hold=aspect-market", ON_THE_LINE,
                           "inquiries=[{name: winter, facets: 60, aspects: 1}]");
    assert_is(&many, "questions", 0, 0);
    assert_true(seen_value(&many, "inquiry_voiced") > 0.3);
    assert_true(seen_value(&one, "inquiry_voiced") > 0);
    assert_true(seen_value(&one, "circle_size") > 2 * seen_value(&many, "circle_size"));
}

static void it_is_asked_where_it_is_asked_and_while_it_is(void **state)
{
    (void)state;
    const char *const north = "sites=[{name: North, people: 30}, {name: South, people: 30}]";
    struct seen one = CAMP(TABLES, north, WINTER(", sites: North")), both = CAMP(TABLES, north, WINTER("")),
                late = CAMP(TABLES, WINTER(", begins: 5 d")), early = CAMP(TABLES, WINTER(", due: 1 d")),
                one_day = CAMP(TABLES, WINTER(""), "lasts=1 d"), both_days = CAMP(TABLES, WINTER(""));
    assert_true(seen_value(&one, "inquiry_voiced") > 0);
    assert_true(seen_value(&both, "inquiry_voiced") > 0);
    assert_less(&both, &one,
                "inquiry_voiced"); /* each facet is known to two people of all, not of each site */
    assert_true(seen_value(&late, "inquiry_voiced") > 0);
    assert_less(&late, &both_days, "inquiry_coverage");
    assert_same(&early, &one_day, "inquiry_coverage");
    assert_same(&early, &one_day, "inquiry_voiced");
}

/* It is due in the midst of the first session: what was noticed by then counts, and all hours of the session.
 */
static void hours_of_a_session_count_when_it_is_due_in_its_midst(void **state)
{
    (void)state;
    struct seen midst = CAMP(TABLES, WINTER(", insights: 30, notice: 50 %, due: 19 h 15 min")),
                whole = CAMP(TABLES, WINTER(", insights: 30, notice: 50 %"), "lasts=1 d");
    assert_less(&midst, &whole, "insights_noticed");
    assert_less(&midst, &whole, "inquiry_coverage");
    double share = seen_value(&midst, "insights_noticed") / seen_value(&whole, "insights_noticed");
    assert_is(&midst, "insights_per_person_hour", share * seen_value(&whole, "insights_per_person_hour"),
              1e-2);
}

/* Who goes for good can only bring something; nothing comes home. */
static void who_travels_carries_what_she_knows(void **state)
{
    (void)state;
    const char *const sites = "sites=[{name: North, people: 30}, {name: South, people: 30}]";
    struct seen apart = CAMP(TABLES, sites, WINTER(", insights: 30, notice: 50 %"), "people.guest_room=20"),
                gone = CAMP(TABLES, sites, WINTER(", insights: 30, notice: 50 %"), "people.guest_room=20",
                            "visits.per_day=0.3 /d", "visits.lasts=30 d");
    assert_less(&apart, &gone, "inquiry_voiced");
    assert_less(&apart, &gone, "insights_noticed");
}

/* Those of the South talk about it nowhere but on the net, and nobody comes to them: what they know in the
 * end came home. Else each would know one facet of them, and the mean of both sites would be little above one
 * half. */
static void who_comes_home_brings_what_she_learned(void **state)
{
    (void)state;
    struct seen seen =
        CAMP(NO_PROPOSALS, "lasts=8 d", "people.guest_room=30", "people.attendance=100 %",
             "sites=[{name: the net, people: 30, online: yes, practice: talk}, {name: South, people: 30, "
             "practice: wait}]",
             "calendar=[{every: 4 h, hold: inquiry-tables, inquiry: winter, practice: talk}, {hold: "
             "one-circle, for: 1 h, practice: wait}]",
             "inquiries=[{name: winter, facets: 20}]", "knowledge.common_share=0 %",
             "conversation.retention=100 %", "visits.online_per_day=1 /d", "visits.online_for=12 h");
    assert_true(seen_value(&seen, "inquiry_coverage") > 0.8);
}

/* Nothing else is on the agenda; it is put there once, however many sessions there are. */
static void what_enough_people_are_for_becomes_a_proposal_once(void **state)
{
    (void)state;
    struct seen nothing = CAMP(TABLES, WINTER("")),
                becomes = CAMP(TABLES, WINTER(", becomes: proposal, endorsers: 3"), "knowledge.support=90 %"),
                hardly = CAMP(TABLES, WINTER(", becomes: proposal, endorsers: 60"));
    assert_is(&nothing, "submitted", 0, 0);
    assert_is(&becomes, "submitted", 1, 0);
    assert_is(&hardly, "submitted", 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_inquiry_that_nobody_talks_about_changes_nothing),
        cmocka_unit_test(an_inquiry_outlives_its_sessions),
        cmocka_unit_test(insights_that_nobody_notices_change_nothing),
        cmocka_unit_test(who_sees_less_notices_less),
        cmocka_unit_test(what_nobody_knows_is_not_said),
        cmocka_unit_test(a_series_takes_one_aspect_after_the_other),
        cmocka_unit_test(a_market_posts_each_aspect_once_at_most),
        cmocka_unit_test(it_is_asked_where_it_is_asked_and_while_it_is),
        cmocka_unit_test(hours_of_a_session_count_when_it_is_due_in_its_midst),
        cmocka_unit_test(who_travels_carries_what_she_knows),
        cmocka_unit_test(who_comes_home_brings_what_she_learned),
        cmocka_unit_test(what_enough_people_are_for_becomes_a_proposal_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
