/* A movement of two camps that finds together and falls apart again, followed by hand. */
#include <string.h>

#include "state/course.h"
#include "unit/models/described.h"

/* Food and media in each of two camps: required are 0-2 (food) and 1-3 (media). All four also work on item 0,
 * ten hours each. Integration is the share of those pairs that are linked (directly, in these tests). */
static const struct group_state camps[] = {
    {.site = 0,
     .topics = {(const struct effort[]){{0, 10}}, 1},
     .work = {(const struct effort[]){{0, 10}}, 1}},
    {.site = 0,
     .topics = {(const struct effort[]){{1, 10}}, 1},
     .work = {(const struct effort[]){{0, 10}}, 1}},
    {.site = 1,
     .topics = {(const struct effort[]){{0, 10}}, 1},
     .work = {(const struct effort[]){{0, 10}}, 1}},
    {.site = 1,
     .topics = {(const struct effort[]){{1, 10}}, 1},
     .work = {(const struct effort[]){{0, 10}}, 1}},
};

static struct measured take(struct course *course, int day, struct edges links,
                            const struct group_state *groups)
{
    struct arena arena = {0};
    const struct movement_state state = {.sites = 2,
                                         .topics = 2,
                                         .work_items = 1,
                                         .groups = groups,
                                         .group_count = groups == NULL ? 0 : 4,
                                         .links = links};
    const struct state_view view = state_view_of(&state, state_terms_of(1), &arena);
    struct measured lost = course_take(course, day * SIM_DAY, &view);
    arena_free(&arena);
    return lost;
}

static const struct edge both[] = {{0, 2}, {1, 3}};

static struct edges links_of(size_t count)
{
    return (struct edges){both, count};
}

static void assert_not_defined(struct measured value, const char *why)
{
    assert_true(isnan(value.value));
    assert_non_null(value.why);
    assert_string_equal(value.why, why);
}

static const char *const never = "never unified: integration has not come to .5";

/* Day 0 no links: 3 of 4 tens are duplicate. Day 10 one link, I = .5: unity. Day 20 both, I = 1. Day 30 one
 * is lost: (1 - .5) / 1. Day 40 both are: 1. After unity 2, 2 (two components, each does half), 2, 3 of four
 * tens. */
static void a_movement_that_unites_and_balkanizes(void **state)
{
    (void)state;
    struct course course = course_begin();
    assert_not_defined(take(&course, 0, links_of(0), camps), never);
    assert_not_defined(time_to_unity(&course), never);
    assert_near(duplication_before_unity(&course).value, .75, 1e-12);
    assert_not_defined(duplication_after_unity(&course), never);
    assert_near(take(&course, 10, links_of(1), camps).value, 0, 0);
    assert_near(time_to_unity(&course).value, 10, 0);
    assert_near(take(&course, 20, links_of(2), camps).value, 0, 0);
    assert_near(take(&course, 30, links_of(1), camps).value, .5, 1e-12);
    assert_near(take(&course, 40, links_of(0), camps).value, 1, 1e-12);
    assert_near(time_to_unity(&course).value, 10, 0);
    assert_near(duplication_before_unity(&course).value, .75, 1e-12);
    /* components share item 0: with one link 20, 10, 10; with both 20, 20 */
    assert_near(duplication_after_unity(&course).value, (20 + 20 + 20 + 30) / 160., 1e-12);
}

/* The same five days: integration 0, .5, 1, .5, 0, of which the last four moments say what is lost: 0, 0,
 * .5, 1. */
static void a_course_has_means_of_what_is_measured_at_its_moments(void **state)
{
    (void)state;
    struct course course = course_begin();
    const size_t links[] = {0, 1, 2, 1, 0};
    for (int i = 0; i < 5; i++)
        take(&course, 10 * i, links_of(links[i]), camps);
    assert_near(mean_integration(&course).value, 2. / 5, 1e-12);
    assert_near(mean_balkanization(&course).value, 1.5 / 4, 1e-12);
    assert_near(mean_differentiation(&course).value, 1, 1e-12);
    assert_near(mean_links_per_group(&course).value, 2. * (0 + 1 + 2 + 1 + 0) / 20, 1e-12);
    assert_near(mean_giant_component(&course).value, (1 + 2 + 2 + 2 + 1) / 20., 1e-12);
    assert_near(duplication_of_all(&course).value, (30 + 20 + 20 + 20 + 30) / 200., 1e-12);
    assert_not_defined(mean_transformation(&course), "no problem that needs two facets or more is described");
}

static void the_mean_of_what_was_never_defined_says_why(void **state)
{
    (void)state;
    struct course course = course_begin();
    assert_not_defined(mean_integration(&course), "no moment is described");
    take(&course, 0, links_of(0), camps);
    assert_not_defined(mean_balkanization(&course), never);
}

static void a_movement_that_was_one_from_the_first_day_wasted_nothing_before(void **state)
{
    (void)state;
    struct course course = course_begin();
    assert_near(take(&course, 0, links_of(2), camps).value, 0, 0);
    assert_near(time_to_unity(&course).value, 0, 0);
    assert_not_defined(duplication_before_unity(&course),
                       "no effort on items of work is described before unity");
    assert_near(duplication_after_unity(&course).value, .5, 1e-12);
}

/* When all go over to food, links between media groups are lost with the topic: that is not balkanization. */
static void integration_that_falls_with_differentiation_is_no_balkanization(void **state)
{
    (void)state;
    struct group_state alike[4];
    memcpy(alike, camps, sizeof alike);
    const struct effort less[] = {{1, 1}};
    alike[1].topics = alike[3].topics = (struct efforts){less, 1};
    struct course course = course_begin();
    assert_near(take(&course, 0, links_of(2), camps).value, 0, 0);
    assert_not_defined(take(&course, 1, links_of(1), alike),
                       "differentiation has fallen since integration was highest");
    assert_near(take(&course, 2, links_of(1), camps).value, .5, 1e-12);
}

static void without_required_pairs_there_is_no_unity_to_wait_for(void **state)
{
    (void)state;
    struct course course = course_begin();
    assert_not_defined(take(&course, 0, links_of(0), NULL), "no two groups are required to work together");
    assert_not_defined(time_to_unity(&course), "integration is not defined at any moment");
    assert_not_defined(duplication_before_unity(&course), "integration is not defined at any moment");
    assert_not_defined(duplication_after_unity(&course), "integration is not defined at any moment");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_movement_that_unites_and_balkanizes),
        cmocka_unit_test(a_course_has_means_of_what_is_measured_at_its_moments),
        cmocka_unit_test(the_mean_of_what_was_never_defined_says_why),
        cmocka_unit_test(a_movement_that_was_one_from_the_first_day_wasted_nothing_before),
        cmocka_unit_test(integration_that_falls_with_differentiation_is_no_balkanization),
        cmocka_unit_test(without_required_pairs_there_is_no_unity_to_wait_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
