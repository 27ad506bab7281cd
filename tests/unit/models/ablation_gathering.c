/* How people spread over circles, and what comes to the agenda, switched off piece by piece. */
#include "ablation.h"

#define TALK                                                                                                 \
    "people.attendance=100 %", "people.listening_drain=0 /h", "people.speaking_drain=0 /h",                  \
        "proposals.per_day=0 /d"

static void without_two_feet_people_keep_their_seats(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=walkers", "gathering.partners=yes"),
                without = CAMP(TALK, "calendar[0].hold=walkers", "gathering.partners=yes",
                               "gathering.two_feet=0 /h"),
                none = CAMP(TALK, "calendar[0].hold=small-circles", "gathering.partners=yes");
    assert_all_same(&without, &none);
    assert_less(&without, &with, "question_coverage"); /* people carry what they heard */

    assert_same(&with, &without, "heads");
    assert_same(&with, &without, "session_hours");
}

static void without_attraction_interest_draws_nobody(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=chosen", "gathering.partners=yes",
                            "gathering.two_feet=0 /h"),
                without = CAMP(TALK, "calendar[0].hold=chosen", "gathering.partners=yes",
                               "gathering.two_feet=0 /h", "gathering.topic_attraction=0"),
                alike = CAMP(TALK, "calendar[0].hold=chosen", "gathering.partners=yes",
                             "gathering.two_feet=0 /h", "knowledge.interest_sd=0");
    assert_less(&without, &with, "question_voiced"); /* those who know go elsewhere */
    assert_same(&without, &alike, "partners");       /* nobody's interest weighs, or all weigh the same */
    assert_same(&without, &alike, "circle_size");
    assert_same(&without, &with, "heads");
    assert_same(&without, &with, "questions");
}

static void without_novelty_a_circle_is_as_good_as_it_was(void **state)
{
    (void)state;
    struct seen with = CAMP(TALK, "calendar[0].hold=walkers", "gathering.revisit=0"),
                without = CAMP(TALK, "calendar[0].hold=walkers", "gathering.revisit=1");
    assert_less(&without, &with, "question_coverage"); /* who goes to new circles hears more */
    assert_same(&without, &with, "heads");
    assert_same(&without, &with, "session_hours");
}

static void books_of_partners_change_nothing_that_is_written_in_others(void **state)
{
    (void)state;
    struct seen with = CAMP("calendar[0].hold=chosen", "gathering.partners=yes"),
                without = CAMP("calendar[0].hold=chosen");
    assert_true(seen_value(&with, "partners") > 0);
    assert_true(isnan(seen_value(&without, "partners")));
    assert_same_but(&with, &without, "partners");
}

static void without_arrivals_and_a_backlog_there_is_nothing_to_decide(void **state)
{
    (void)state;
    struct seen none = CAMP("proposals.per_day=0 /d"),
                some = CAMP("proposals.per_day=0 /d", "proposals.waiting=3", "proposals.reopening=0 /d");
    assert_is(&none, "submitted", 0, 0);
    assert_is(&none, "decided", 0, 0);
    assert_is(&none, "backlog", 0, 0);
    assert_is(&some, "submitted", 3, 0);
}

static void without_reopening_each_proposal_is_decided_once(void **state)
{
    (void)state;
    struct seen with = CAMP("proposals.reopening=0.9 /h", "proposals.per_day=0 /d", "proposals.waiting=1",
                            "lasts=12 d"),
                without = CAMP("proposals.reopening=0 /d", "proposals.per_day=0 /d", "proposals.waiting=1",
                               "lasts=12 d");
    assert_true(seen_value(&with, "decided") <= 1); /* one proposal counts once, however often it came back */
    assert_is(&with, "ever_decided", 1, 0);
    assert_true(seen_value(&with, "decided_again") > 0);
    assert_true(seen_value(&with, "reopened") >= seen_value(&with, "decided_again"));
    assert_is(&without, "reopened", 0, 0);
    assert_is(&without, "undone", 0, 0);
    assert_is(&without, "decided", 1, 0);
    assert_same_luck(&with, &without);
    assert_same(&with, &without, "hours_to_decision"); /* of the first decision */
}

static void proposers_who_do_not_care_come_as_seldom_as_others(void **state)
{
    (void)state;
    struct seen with = CAMP("people.attendance=20 %"),
                without = CAMP("people.attendance=20 %", "proposals.proposer_comes=no"),
                none =
                    CAMP("people.attendance=20 %", "proposals.proposer_comes=no", "proposals.per_day=0 /d");
    assert_less(&without, &with, "heads");
    assert_same(&without, &none, "heads");
}

static void new_before_old_lets_what_returns_wait(void **state)
{
    (void)state;
    struct seen old_first =
                    CAMP("decisions.table_below=100 %", "decisions.most_visits=20", "proposals.per_day=8 /d"),
                in_turn = CAMP("decisions.table_below=100 %", "decisions.most_visits=20",
                               "proposals.per_day=8 /d", "proposals.old_first=no");
    assert_less(&in_turn, &old_first, "wait"); /* new ones are heard sooner where old ones go behind them */
    assert_same(&old_first, &in_turn, "submitted");
    assert_same(&old_first, &in_turn, "sessions");
}

/* What is written down must not change what happens. */
static void looking_more_often_changes_nothing(void **state)
{
    (void)state;
    struct seen seldom = CAMP("sample_every=6 d"), often = CAMP("sample_every=10 min", "record_people=yes");
    assert_all_same(&seldom, &often);
    assert_int_equal(seldom.people, 0);
    assert_int_equal(often.people, 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_two_feet_people_keep_their_seats),
        cmocka_unit_test(without_attraction_interest_draws_nobody),
        cmocka_unit_test(without_novelty_a_circle_is_as_good_as_it_was),
        cmocka_unit_test(books_of_partners_change_nothing_that_is_written_in_others),
        cmocka_unit_test(without_arrivals_and_a_backlog_there_is_nothing_to_decide),
        cmocka_unit_test(without_reopening_each_proposal_is_decided_once),
        cmocka_unit_test(proposers_who_do_not_care_come_as_seldom_as_others),
        cmocka_unit_test(new_before_old_lets_what_returns_wait),
        cmocka_unit_test(looking_more_often_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
