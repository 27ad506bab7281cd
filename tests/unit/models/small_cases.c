/* Hosts and calls in whole runs: small cases of which the outcome is known. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(those_who_come_can_host_as_those_who_were_there),
        cmocka_unit_test(people_sign_for_different_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
