/* Informants, and the silence in which somebody notices an insight, switched off piece by piece. */
#include "ablation.h"

#define OUTSIDE "inquiries=[{name: world, facets: 40, aspects: 4, outside: 100 %}]"
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
        cmocka_unit_test(without_a_place_she_does_not_come),
        cmocka_unit_test(an_informant_of_a_side_knows_what_speaks_for_it),
        cmocka_unit_test(without_incubation_silence_shows_nobody_an_insight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
