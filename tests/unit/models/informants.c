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

/* Ten tables of six have two informants each for half an hour, and then none. */
static void informants_who_leave_sit_there_no_more(void **state)
{
    (void)state;
    struct seen seen =
        CAMP(ON("informants-who-leave", OUTSIDE), "sites[0].people=60", "people.attendance=100 %");
    assert_is(&seen, "informants", 20, 0);
    assert_is(&seen, "informant_hours", 10, 1e-9);
    assert_is(&seen, "circle_size", (8 + 6) / 2.0, 1e-9);
}

/* Nobody hears another side, and only she knows what there is to know, all for her side: a quarter of the
 * people learn it. */
static void an_informant_of_a_side_is_heard_by_that_side(void **state)
{
    (void)state;
    struct seen seen = CAMP(
        ON("informants-of-one-side", OUTSIDE), TELLING, "sites[0].people=60", "people.attendance=100 %",
        "people.listening_drain=0 /h", "people.speaking_drain=0 /h", "knowledge.merit=100 %",
        "knowledge.merit_sd=0", "sides.ear=0", "sides.warmth=0", "sides.contact=0",
        "sides.kinds=[{name: for, share: 25 %, support: 90 %}, {name: other, share: 75 %, support: 10 %}]");
    assert_is(&seen, "inquiry_coverage", 0.25, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_she_told_is_known_by_those_who_were_there),
        cmocka_unit_test(informants_who_leave_sit_there_no_more),
        cmocka_unit_test(an_informant_of_a_side_is_heard_by_that_side),
        cmocka_unit_test(informants_come_and_go_beside_all_that_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
