/* Informants in whole runs: who learns what they tell, and how they come and go. */
#include "ablation.h"

#define PARTLY  "inquiries=[{name: world, facets: 40, aspects: 4, outside: 50 %, insights: 20, notice: 50 %}]"
#define OUTSIDE "inquiries=[{name: world, facets: 40, aspects: 4, outside: 100 %}]"
#define ON(method, inquiry)                                                                                  \
    "proposals.per_day=0 /d", "lasts=1 d", "calendar[0].hold=" method, "calendar[0].inquiry=world", inquiry, \
        "people.guest_room=60", "people.leave_below=0 %"
/* All that somebody hears she keeps, and she says it soon. */
#define TELLING "conversation.retention=100 %", "conversation.amplified=yes", "conversation.urge=1000"

/* A quarter of the facets, and the same ten for all. */
static void what_she_told_is_known_by_those_who_were_there(void **state)
{
    (void)state;
    struct seen seen = CAMP(ON("circle-with-informants", OUTSIDE), TELLING, "people.attendance=100 %",
                            "people.listening_drain=0 /h", "people.speaking_drain=0 /h");
    assert_is(&seen, "inquiry_coverage", 0.25, 1e-12);
    assert_is(&seen, "outside_known", 0.25, 1e-12);
}

/* Laws of all mechanisms are required at the end. Two informants at each table of three rounds, one of whom
 * stays; then one for each of four aspects, and three in the last circle. */
static void informants_come_and_go_beside_all_that_there_is(void **state)
{
    (void)state;
    struct seen seen = CAMP(
        ON("informants-come-and-go", PARTLY), "sites[0].people=60", "people.attendance=100 %",
        "groups={form: yes, work: {hours: 0 h}}", "interests.topics=6", "ties.gain=0.05",
        "hosts={needed: yes, can_host: 0 %, novice: 0.3, slip: 0 %}", "gathering.partners=yes",
        "sides.kinds=[{name: for, share: 50 %, support: 90 %}, {name: other, share: 50 %, support: 10 %}]");
    assert_is(&seen, "informants", 3 * 2 * 10 + 4 + 3, 0);
    assert_is(&seen, "informants_missing", 0, 0);
    assert_true(seen_value(&seen, "outside_known") > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_she_told_is_known_by_those_who_were_there),
        cmocka_unit_test(informants_come_and_go_beside_all_that_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
