/* Informants, and the silence in which somebody notices an insight, switched off piece by piece. */
#include "ablation.h"

#define OUTSIDE "inquiries=[{name: world, facets: 40, aspects: 4, outside: 100 %}]"
#define PARTLY  "inquiries=[{name: world, facets: 40, aspects: 4, outside: 50 %, insights: 20, notice: 50 %}]"
#define ON(method, inquiry)                                                                                  \
    "proposals.per_day=0 /d", "lasts=1 d", "calendar[0].hold=" method, "calendar[0].inquiry=world", inquiry, \
        "people.guest_room=60", "people.leave_below=0 %"
/* All that somebody hears she keeps, and she says it soon. */
#define TELLING "conversation.retention=100 %", "conversation.amplified=yes", "conversation.urge=1000"

/* A quarter of 40 facets are ten: they are all that anybody can say. */
static void an_informant_tells_what_she_knows_and_nothing_else(void **state)
{
    (void)state;
    struct seen with = CAMP(ON("circle-with-informants", OUTSIDE), TELLING),
                without = CAMP(ON("circle-without-informants", OUTSIDE), TELLING);
    assert_is(&with, "inquiry_voiced", 0.25, 1e-12);
    assert_is(&without, "inquiry_voiced", 0, 0);
    assert_is(&with, "informants", 1, 0);
    assert_is(&with, "informant_hours", 3, 1e-9);
    assert_is(&with, "informants_missing", 0, 0);
    assert_same(&with, &without, "people_hours");
    assert_same(&with, &without, "ever_came");
    assert_same_luck(&with, &without);
}

/* Those who did not come know nothing of it: of the others each knows the same ten facets. */
static void what_she_told_is_known_by_those_who_were_there(void **state)
{
    (void)state;
    struct seen seen = CAMP(ON("circle-with-informants", OUTSIDE), TELLING, "people.attendance=100 %",
                            "people.listening_drain=0 /h", "people.speaking_drain=0 /h");
    assert_is(&seen, "inquiry_coverage", 0.25, 1e-12);
    assert_is(&seen, "outside_known", 0.25, 1e-12);
}

static void without_a_place_she_does_not_come(void **state)
{
    (void)state;
    struct seen seen = CAMP(ON("informants-who-know-nothing", OUTSIDE), "people.guest_room=1");
    assert_is(&seen, "informants", 1, 0);
    assert_is(&seen, "informants_missing", 1, 0);
}

/* All facets speak for the matter, so an informant of the side that is for it knows all of them; of the side
 * that is against it, none. */
static void an_informant_of_a_side_knows_what_speaks_for_it(void **state)
{
    (void)state;
    const char *const kinds[] = {
        "sides.kinds=[{name: for, share: 50 %, support: 90 %}, {name: other, share: 50 %, support: 10 %}]",
        "sides.kinds=[{name: for, share: 50 %, support: 10 %}, {name: other, share: 50 %, support: 90 %}]"};
    struct seen own = CAMP(ON("informants-of-one-side", OUTSIDE), TELLING, kinds[0], "knowledge.merit=100 %",
                           "knowledge.merit_sd=0", "sides.ear=1"),
                other = CAMP(ON("informants-of-one-side", OUTSIDE), TELLING, kinds[1],
                             "knowledge.merit=100 %", "knowledge.merit_sd=0", "sides.ear=1");
    assert_is(&own, "inquiry_voiced", 1, 1e-12);
    assert_is(&other, "inquiry_voiced", 0, 0);
}

/* Laws of all mechanisms are required at the end. Two informants at each table of three rounds, one of whom
 * stays; then one for each of four aspects, and three in the last circle. */
static void informants_come_and_go_beside_all_that_there_is(void **state)
{
    (void)state;
    struct seen seen = CAMP(
        ON("informants-come-and-go", PARTLY), "sites[0].people=60", "people.attendance=100 %",
        "groups={form: yes, work: {hours: 0 h}}", "interests.topics=6", "ties.gain=0.05",
        "hosts={needed: yes, can_host: 0 %, novice: 0.3}", "gathering.partners=yes",
        "sides.kinds=[{name: for, share: 50 %, support: 90 %}, {name: other, share: 50 %, support: 10 %}]");
    assert_is(&seen, "informants", 3 * 2 * 10 + 4 + 3, 0);
    assert_is(&seen, "informants_missing", 0, 0);
    assert_true(seen_value(&seen, "outside_known") > 0);
}

#define QUIET(rate)                                                                                          \
    ON("tables-and-silence", "inquiries=[{name: world, facets: 60, insights: 30, notice: 0 %}]"),            \
        "reflection.incubation=" rate

static void without_incubation_silence_shows_nobody_an_insight(void **state)
{
    (void)state;
    struct seen with = CAMP(QUIET("0.0126 /min")), without = CAMP(QUIET("0 /min"));
    assert_is(&without, "insights_noticed", 0, 0);
    assert_true(seen_value(&with, "insights_noticed") > 0.1);
    assert_same(&with, &without, "inquiry_coverage");
    assert_same(&with, &without, "people_hours");
    assert_same_luck(&with, &without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_informant_tells_what_she_knows_and_nothing_else),
        cmocka_unit_test(what_she_told_is_known_by_those_who_were_there),
        cmocka_unit_test(without_a_place_she_does_not_come),
        cmocka_unit_test(an_informant_of_a_side_knows_what_speaks_for_it),
        cmocka_unit_test(informants_come_and_go_beside_all_that_there_is),
        cmocka_unit_test(without_incubation_silence_shows_nobody_an_insight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
