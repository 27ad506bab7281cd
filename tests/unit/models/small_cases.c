/* Hosts, calls, sides, inquiries and records in whole runs: small cases of which the outcome is known. */
#include "ablation.h"

/* --- hosts --- */

/* Two people are there at first; all others come during the run. */
#define COMERS                                                                                               \
    "sites[0].people=2", "arrivals.per_day=80 /d", "people.attendance=100 %", "people.leave_below=0 %",      \
        "calendar[0].hold=small-circles", "hosts.needed=yes", "hosts.stray=0 %", "hosts.slip=0 %"

static void those_who_come_can_host_as_those_who_were_there(void **state)
{
    (void)state;
    struct seen all = CAMP(COMERS, "hosts.can_host=100 %", "hosts.novice=0"),
                novices = CAMP(COMERS, "hosts.can_host=0 %", "hosts.novice=0.5"),
                nobody = CAMP(COMERS, "hosts.can_host=0 %", "hosts.novice=0");
    assert_is(&all, "hosted", 1, 1e-12);
    assert_is(&novices, "hosted", 1, 1e-12);
    assert_is(&nobody, "hosted", 0, 0);
}

/* --- calls --- */

/* Sixty people in six circles: six calls, and each signs for one that she likes. */
static void people_sign_for_different_calls(void **state)
{
    (void)state;
    struct seen all =
        CAMP("people.attendance=100 %", "people.leave_below=0 %", "proposals.per_day=0 /d", "groups.form=yes",
             "groups.work.hours=0 h", "groups.newcomers.conversion=0 %", "groups.founding.announce=0 %",
             "lasts=1 d", "calendar[0].hold=circles-that-commit", "commit.sign=100 %",
             "commit.follow_through=100 %");
    assert_is(&all, "signed", 60, 0);
    assert_is(&all, "turned_up", 60, 0);
    assert_true(seen_value(&all, "groups_committed") > 4 && seen_value(&all, "groups_committed") <= 6);
}

/* One call, for which somebody of one of two sides stands, and a side that is as cold as can be to the other.
 */
static void who_goes_by_warmth_signs_for_no_call_of_a_side_that_she_is_cold_to(void **state)
{
    (void)state;
#define ONE_CALL                                                                                             \
    "people.attendance=100 %", "people.leave_below=0 %", "proposals.per_day=0 /d", "groups.form=yes",        \
        "groups.work.hours=0 h", "groups.newcomers.conversion=0 %", "groups.founding.announce=0 %",          \
        "lasts=1 d", "calendar[0].hold=one-circle-that-commits", "commit.sign=100 %", "sides.contact=0",     \
        "sides.kinds=[{name: a, share: 50 %, support: 70 %}, {name: b, share: 50 %, support: 30 %}]"
    struct seen cold = CAMP(ONE_CALL, "commit.by_warmth=yes", "sides.warmth=0");
    struct seen warm = CAMP(ONE_CALL, "commit.by_warmth=yes", "sides.warmth=1");
    struct seen blind = CAMP(ONE_CALL, "sides.warmth=0");
    assert_true(seen_value(&cold, "signed") > 20 && seen_value(&cold, "signed") < 40);
    assert_is(&warm, "signed", 60, 0);
    assert_is(&blind, "signed", 60, 0);
}

/* --- sides --- */

/* Three sides of people who stand exactly where their side stands and stay there. */
#define SIDES_AT(one, two, three)                                                                            \
    "sites[0].people=60", "people.attendance=100 %", "people.leave_below=0 %", "opinions.step=0",            \
        "opinions.argument_weight=0", "decisions.amendment=0 %", "decisions.table_below=0 %",                \
        "proposals.reopening=0 /d", "calendar[0].hold=ballot",                                               \
        "sides.kinds=[{name: a, share: 40 %, support: " one ", support_sd: 0}, "                             \
        "{name: b, share: 40 %, support: " two ", support_sd: 0}, "                                          \
        "{name: c, share: 20 %, support: " three ", support_sd: 0}]"

static void distances_between_sides_are_those_of_their_people(void **state)
{
    (void)state;
    struct seen seen = CAMP(SIDES_AT("90 %", "30 %", "60 %"));
    assert_is(&seen, "side_gap", 0.6, 1e-6);
    assert_is(&seen, "spread_within", 0, 1e-6);
    assert_is(&seen, "extremity", 0.4 * 0.4 + 0.4 * 0.2 + 0.2 * 0.1, 1e-6);
}

/* Inside three sides of sixty people in all, who lie .1 around the middle of their side: .1 times the root of
 * 57 / 60, and a little less on average, since roots of sums are. The standard error of one matter is a tenth
 * of that. */
static void people_of_a_side_differ_as_they_did_at_first(void **state)
{
    (void)state;
    struct seen seen = CAMP(SIDES_AT("60 %", "50 %", "40 %"), "sides.kinds[0].support_sd=0.1",
                            "sides.kinds[1].support_sd=0.1", "sides.kinds[2].support_sd=0.1");
    double matters = REPLICATIONS * seen_value(&seen, "decided");
    assert_true(matters > 50);
    assert_is(&seen, "spread_within", 0.1 * sqrt(57.0 / 60) * (1 - 1.0 / (4 * 57)),
              4 * 0.0095 / sqrt(matters));
}

/* The smallest side is against in the first case, and nobody in the second; a majority passes both. */
static void all_sides_favour_what_no_side_is_against(void **state)
{
    (void)state;
    struct seen without = CAMP(SIDES_AT("90 %", "60 %", "40 %")),
                with = CAMP(SIDES_AT("90 %", "60 %", "50 %"));
    assert_is(&without, "pass_rate", 1, 0);
    assert_is(&without, "both_sides", 0, 0);
    assert_is(&without, "passed_both", 0, 0);
    assert_is(&with, "both_sides", 1, 0);
    assert_is(&with, "passed_both", 1, 0);
}

/* --- inquiries and records --- */

#define ONE_INQUIRY "proposals.per_day=0 /d", "inquiries=[{name: winter, facets: 60}]"

/* All know all of six facets and say them on Monday in the square, and on Tuesday at the same hour on the
 * net. Nobody reads. */
#define TWO_LEVELS                                                                                           \
    "proposals.per_day=0 /d", "inquiries=[{name: winter, facets: 6, aspects: 2}]",                           \
        "sites=[{name: square, people: 10, practice: one}, {name: net, people: 10, online: yes, practice: "  \
        "two}]",                                                                                             \
        "people.attendance=100 %", "knowledge.common_share=100 %", "knowledge.common_known=100 %",           \
        "conversation.repeat=0 %", "records.reads=0 /d"
#define MONDAY  "{on: monday, at: \"10:00\", hold: recorded-tables, inquiry: winter, practice: one}"
#define TUESDAY "{on: tuesday, at: \"10:00\", hold: recorded-tables, inquiry: winter, practice: two}"

static void what_is_said_on_two_levels_crossed_when_it_was_said_on_the_second(void **state)
{
    (void)state;
    struct seen both = CAMP(TWO_LEVELS, "calendar=[" MONDAY ", " TUESDAY "]"),
                never = CAMP(TWO_LEVELS,
                             "calendar=[" MONDAY ", {on: tuesday, hold: small-circles, practice: two}]");
    assert_is(&both, "inquiry_voiced", 1, 0);
    assert_is(&both, "crossed_levels", 1, 0);
    assert_is(&both, "days_to_cross", 1, 1e-9);
    assert_is(&never, "crossed_levels", 0, 0);
    assert_true(isnan(seen_value(&never, "days_to_cross")));
}

/* Nobody meets, and each facet is known to four people: of five, these are just 80 %. */
static void what_four_of_five_know_is_common(void **state)
{
    (void)state;
#define FOUR_KNOW ONE_INQUIRY, "calendar=[]", "knowledge.common_share=0 %", "knowledge.knowers=4"
    struct seen five = CAMP(FOUR_KNOW, "sites[0].people=5"), six = CAMP(FOUR_KNOW, "sites[0].people=6");
    assert_is(&five, "inquiry_coverage", 4.0 / 5, 1e-12);
    assert_is(&five, "inquiry_common", 1, 0);
    assert_is(&six, "inquiry_coverage", 4.0 / 6, 1e-12);
    assert_is(&six, "inquiry_common", 0, 0);
}

/* Nobody keeps what she hears, and all read again and again what hangs there: so they know what was said,
 * also in circles that closed when the last of them had walked away. */
static void a_record_holds_what_was_said_in_circles_that_closed(void **state)
{
    (void)state;
    struct seen seen =
        CAMP(ONE_INQUIRY, "people.attendance=100 %", "knowledge.common_share=0 %", "knowledge.knowers=1",
             "conversation.retention=0 %", "conversation.report_loss=0 %",
             "calendar=[{at: \"10:00\", hold: recorded-party, inquiry: winter}]", "records.reads=10 /d",
             "records.read_retention=100 %");
    assert_true(seen_value(&seen, "inquiry_voiced") > 0.2 && seen_value(&seen, "inquiry_voiced") < 1);
    assert_is(&seen, "inquiry_common", seen_value(&seen, "inquiry_voiced"), 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_on_two_levels_crossed_when_it_was_said_on_the_second),
        cmocka_unit_test(what_four_of_five_know_is_common),
        cmocka_unit_test(a_record_holds_what_was_said_in_circles_that_closed),
        cmocka_unit_test(distances_between_sides_are_those_of_their_people),
        cmocka_unit_test(people_of_a_side_differ_as_they_did_at_first),
        cmocka_unit_test(all_sides_favour_what_no_side_is_against),
        cmocka_unit_test(those_who_come_can_host_as_those_who_were_there),
        cmocka_unit_test(people_sign_for_different_calls),
        cmocka_unit_test(who_goes_by_warmth_signs_for_no_call_of_a_side_that_she_is_cold_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
