/* Measures of a state against what a pencil makes of it, and what must be true of every state. */
#include <string.h>

#include "state/differentiation.h"
#include "state/duplication.h"
#include "state/integration.h"
#include "state/sharing.h"
#include "state/state_measures.h"
#include "state/transformation.h"
#include "unit/models/described.h"

enum { FOOD, MEDIA, HEALTH };
enum { STATES = 40 };

/* Three sites and three topics. 100 hours in all: food 40, media 40, health 20. */
static const struct group_state five_groups[] = {
    {.site = 0, .topics = {(const struct effort[]){{FOOD, 30}}, 1}},
    {.site = 1, .topics = {(const struct effort[]){{FOOD, 10}}, 1}},
    {.site = 0, .topics = {(const struct effort[]){{MEDIA, 20}}, 1}},
    {.site = 1, .topics = {(const struct effort[]){{MEDIA, 20}}, 1}},
    {.site = 2, .topics = {(const struct effort[]){{HEALTH, 20}}, 1}},
};

static struct movement_state five(void)
{
    return (struct movement_state){
        .sites = 3, .topics = 3, .groups = five_groups, .group_count = 5, .work_items = 0};
}

/* exp(-.4 ln .4 - .4 ln .4 - .2 ln .2) = .4^-.8 * .2^-.2 = 2.8717 */
static void variety_of_forty_forty_and_twenty_percent(void **state)
{
    (void)state;
    struct movement_state movement = five();
    const double variety = pow(.4, -.8) * pow(.2, -.2);
    assert_near(variety, 2.8717, 1e-4);
    assert_measures(topic_variety, &movement, variety);
    assert_measures(differentiation, &movement, (variety - 1) / 2);
}

/* Hill numbers of .4, .4 and .2: order 0 counts the topics, order 2 is 1 / (.16 + .16 + .04) = 2.7778. The
 * higher the order, the less small topics count. */
static void variety_of_order_0_and_2(void **state)
{
    (void)state;
    struct movement_state movement = five();
    movement.topics = 4; /* nobody works on the last one */
    assert_measures(topic_count, &movement, 3);
    assert_measures(topic_dominance, &movement, 1 / .36);
    const struct group_state even[] = {{.site = 0, .topics = EFFORTS({0, 5}, {1, 5}, {2, 5}, {3, 5})}};
    const struct movement_state alike = {.sites = 1, .topics = 4, .groups = even, .group_count = 1};
    assert_measures(topic_count, &alike, 4);
    assert_measures(topic_variety, &alike, 4);
    assert_measures(topic_dominance, &alike, 4);
}

/* Alpha: site 0 has 50 hours, 60 % food; site 1 has 30, a third food; site 2 has 20, all health.
 * ln alpha = .5 (-.6 ln .6 - .4 ln .4) + .3 (-1/3 ln 1/3 - 2/3 ln 2/3) + .2 * 0 = .33651 + .19095 */
static void variety_falls_into_that_within_sites_and_that_between_them(void **state)
{
    (void)state;
    struct movement_state movement = five();
    const double within = pow(.6, -.3) * pow(.4, -.2) * pow(1. / 3, -.1) * pow(2. / 3, -.2);
    assert_near(log(within), .33651 + .19095, 1e-5);
    assert_measures(variety_within_sites, &movement, within);
    assert_measures(variety_of_all_sites, &movement, pow(.4, -.8) * pow(.2, -.2));
    assert_measures(variety_between_sites, &movement, pow(.4, -.8) * pow(.2, -.2) / within);
}

static void sites_that_share_no_topic_differ_as_much_as_there_are_sites(void **state)
{
    (void)state;
    const struct group_state apart[] = {
        {.site = 0, .topics = EFFORTS({0, 5}, {1, 5})},
        {.site = 1, .topics = EFFORTS({2, 5}, {3, 5})},
    };
    const struct group_state alike[] = {
        {.site = 0, .topics = EFFORTS({0, 3}, {1, 3})},
        {.site = 1, .topics = EFFORTS({0, 9}, {1, 9})},
    };
    struct movement_state movement = {.sites = 2, .topics = 4, .groups = apart, .group_count = 2};
    assert_measures(variety_between_sites, &movement, 2);
    assert_measures(variety_within_sites, &movement, 2);
    assert_measures(differentiation, &movement, 1);
    movement.groups = alike;
    assert_measures(variety_between_sites, &movement, 1);
    assert_measures(differentiation, &movement, 1. / 3); /* 2 of 4 topics: (2 - 1) / (4 - 1) */
}

static void labour_is_divided_where_each_has_one_topic_and_not_where_all_do_everything(void **state)
{
    (void)state;
    struct movement_state movement = five();
    assert_measures(division_of_labour, &movement, 1);
    const struct efforts alike[] = {EFFORTS({0, 1}, {1, 3}), EFFORTS({0, 2}, {1, 6})};
    movement.people = alike;
    movement.person_count = 2;
    assert_measures(division_of_labour, &movement, 0);
}

/* Two people with 4 hours each: one gives all to food, the other half to each of two topics. Food has 6 of 8.
 * H(topic) = -3/4 ln 3/4 - 1/4 ln 1/4; H(topic | who) = (0 + ln 2) / 2. */
static void labour_half_divided(void **state)
{
    (void)state;
    struct movement_state movement = five();
    const struct efforts people[] = {EFFORTS({FOOD, 4}), EFFORTS({FOOD, 2}, {MEDIA, 2})};
    movement.people = people;
    movement.person_count = 2;
    const double whole = .75 * log(4. / 3) + .25 * log(4);
    assert_measures(division_of_labour, &movement, (whole - log(2) / 2) / whole);
}

/* Required: 0-1 (food), 2-3 (media), 2-4 (declared). Links 0-1, 1-3, 0-2: 0-1 are 1 apart, 2-0-1-3 is 3 long,
 * 4 is alone. I = (1 + 1/3 + 0) / 3. */
static void integration_of_five_groups(void **state)
{
    (void)state;
    struct movement_state movement = five();
    movement.links = EDGES({0, 1}, {1, 3}, {0, 2});
    movement.dependencies = EDGES({4, 2});
    assert_measures(required_pairs, &movement, 3);
    assert_measures(integration, &movement, 4. / 9);
    assert_measures(giant_component, &movement, 4. / 5);
    assert_measures(links_per_group, &movement, 6. / 5); /* three links have six ends */
    /* 0-1 and 1-3: 0-1 leads from site 0 to 1, 1-3 stays in 1, 0-2 stays in 0: (1 - 2) / 3 */
    assert_measures(external_internal_index, &movement, -1. / 3);
    /* inside: 2 of 3 links; ends: site 0 has 3 (two of 0, one of 2), site 1 has 3: 2/3 - 2 (3/6)^2 */
    assert_measures(modularity_of_sites, &movement, 1. / 6);
    assert_measures(modularity_of_components, &movement, 0); /* all links in one */
}

static void a_pair_that_is_required_twice_over_counts_once(void **state)
{
    (void)state;
    const struct group_state groups[] = {
        {.site = 0, .topics = EFFORTS({0, 1}, {1, 1})},
        {.site = 1, .topics = EFFORTS({0, 1}, {1, 1})},
        {.site = 1, .topics = EFFORTS({1, 0})}, /* no hours, but its topic */
    };
    struct movement_state movement = {.sites = 2, .topics = 2, .groups = groups, .group_count = 3};
    movement.dependencies = EDGES({0, 1}, {1, 0});
    assert_measures(required_pairs, &movement, 2); /* 0-1 and 0-2; 1-2 are of one site */
    movement.links = EDGES({0, 1});
    assert_measures(integration, &movement, 1. / 2);
}

/* Required 0-1 and 2-3, nothing is known of 2 and 3: |{b}| / |{a, b, c}| alone. */
static void facets_are_compared_where_something_is_known(void **state)
{
    (void)state;
    struct group_state groups[5];
    memcpy(groups, five_groups, sizeof groups);
    struct movement_state movement = five();
    movement.groups = groups;
    movement.facets = 3;
    groups[0].facets = NUMBERS(0, 1);
    groups[1].facets = NUMBERS(1, 2);
    assert_measures(shared_facets, &movement, 1. / 3);
    groups[3].facets = NUMBERS(2); /* against nothing: 0 */
    assert_measures(shared_facets, &movement, 1. / 6);
}

/* Item 0: 6 hours in one component (groups 0 and 1), 4 in another: 4 duplicate. Item 1: 5 hours, all in one.
 * 4 / 15; when all are linked none; when nobody is, of item 0 also the 2 of group 1: 6 / 15. */
static void work_done_twice_by_groups_that_are_not_linked(void **state)
{
    (void)state;
    const struct group_state groups[] = {
        {.work = EFFORTS({0, 4}, {1, 5})},
        {.work = EFFORTS({0, 2})},
        {.work = EFFORTS({0, 4})},
    };
    struct movement_state movement = {.sites = 1, .work_items = 2, .groups = groups, .group_count = 3};
    movement.links = EDGES({0, 1});
    assert_measures(duplication, &movement, 4. / 15);
    movement.links = EDGES({0, 1}, {2, 1});
    assert_measures(duplication, &movement, 0);
    movement.links = (struct edges){NULL, 0};
    assert_measures(duplication, &movement, 6. / 15);
}

/* Group 0 knows a and b, 1 knows c, 2 knows d. Problems: {a, b} 0 alone; {a, c} 0 and 1 together; {c, d}
 * nobody without a link of 1 and 2; {a} is of one facet; {a, e} nobody ever. */
static void what_linked_groups_can_do_together_and_none_alone(void **state)
{
    (void)state;
    const struct group_state groups[] = {
        {.facets = NUMBERS(0, 1)},
        {.facets = NUMBERS(2)},
        {.facets = NUMBERS(3)},
    };
    const struct number_set problems[] = {NUMBERS(0, 1), NUMBERS(0, 2), NUMBERS(2, 3), NUMBERS(0),
                                          NUMBERS(0, 4)};
    struct movement_state movement = {.sites = 1,
                                      .facets = 5,
                                      .groups = groups,
                                      .group_count = 3,
                                      .problems = problems,
                                      .problem_count = 5};
    assert_measures(transformation, &movement, 0);
    assert_measures(covered_by_one_group, &movement, 1. / 4);
    movement.links = EDGES({0, 1});
    assert_measures(transformation, &movement, 1. / 4);
    movement.links = EDGES({0, 1}, {1, 2});
    assert_measures(transformation, &movement, 2. / 4);
    assert_measures(covered_by_one_group, &movement, 1. / 4);
}

static void without_differentiation_of_knowledge_links_transform_nothing(void **state)
{
    (void)state;
    const struct group_state groups[] = {{.facets = NUMBERS(0, 1)}, {.facets = NUMBERS(0, 1)}};
    const struct number_set problems[] = {NUMBERS(0, 1), NUMBERS(0, 2)};
    struct movement_state movement = {.sites = 1,
                                      .facets = 3,
                                      .groups = groups,
                                      .group_count = 2,
                                      .problems = problems,
                                      .problem_count = 2};
    movement.links = EDGES({0, 1});
    assert_measures(transformation, &movement, 0);
}

static void what_cannot_be_said_has_a_reason(void **state)
{
    (void)state;
    const struct group_state idle[] = {{.topics = EFFORTS({0, 0})}};
    struct movement_state nothing = {.sites = 1, .topics = 2};
    struct movement_state movement = {.sites = 1, .topics = 2, .groups = idle, .group_count = 1};
    assert_undefined(topic_variety, &nothing, "nobody puts any effort into any topic");
    assert_undefined(differentiation, &movement, "nobody puts any effort into any topic");
    assert_undefined(variety_within_sites, &movement, "nobody puts any effort into any topic");
    assert_undefined(variety_between_sites, &movement, "nobody puts any effort into any topic");
    assert_undefined(division_of_labour, &movement, "nobody puts any effort into any topic");
    assert_undefined(integration, &movement, "no two groups are required to work together");
    assert_undefined(shared_facets, &movement, "no two groups are required to work together");
    assert_undefined(giant_component, &nothing, "there are no groups");
    assert_undefined(links_per_group, &nothing, "there are no groups");
    assert_undefined(modularity_of_sites, &movement, "there are no links");
    assert_undefined(modularity_of_components, &movement, "there are no links");
    assert_undefined(external_internal_index, &movement, "there are no links");
    assert_undefined(duplication, &movement, "no effort on items of work is described");
    assert_undefined(transformation, &movement, "no problem that needs two facets or more is described");
    struct movement_state whole = five();
    assert_undefined(shared_facets, &whole,
                     "no facets are known of groups that are required to work together");
    whole.topics = 1;
    whole.group_count = 2;
    assert_undefined(differentiation, &whole, "there is one topic only");
    assert_undefined(division_of_labour, &whole,
                     "all effort goes into one topic, so there is nothing to divide");
    assert_measures(topic_variety, &whole, 1);
    assert_measures(required_pairs, &nothing, 0);
}

/* --- what is true of every state --- */

static void the_order_in_which_groups_are_told_changes_nothing(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < STATES; number++) {
        struct arena arena = {0};
        struct movement_state one = random_state(number, &arena), other = renumbered(&one, &arena);
        for (size_t i = 0; i < STATE_MEASURES; i++) {
            if (state_measures[i].state == NULL)
                continue; /* of a course */
            struct measured a = value_of(state_measures[i].state, &one);
            struct measured b = value_of(state_measures[i].state, &other);
            assert_null(a.why);
            assert_null(b.why);
            assert_near(a.value, b.value, 1e-12);
        }
        /* counted, not added up: the same to the last bit */
        assert_true(value_of(integration, &one).value == value_of(integration, &other).value);
        assert_true(value_of(transformation, &one).value == value_of(transformation, &other).value);
        arena_free(&arena);
    }
}

static void every_measure_lies_in_its_range(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < STATES; number++) {
        struct arena arena = {0};
        struct movement_state movement = random_state(number, &arena);
        static struct measured (*const shares[])(const struct state_view *) = {
            differentiation, division_of_labour, integration,    giant_component,
            shared_facets,   duplication,        transformation, covered_by_one_group,
        };
        for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
            double value = value_of(shares[i], &movement).value;
            assert_true(value >= 0 && value <= 1);
        }
        double alpha = value_of(variety_within_sites, &movement).value;
        double beta = value_of(variety_between_sites, &movement).value;
        double gamma = value_of(variety_of_all_sites, &movement).value;
        assert_near(alpha * beta, gamma, 1e-12);
        assert_true(alpha >= 1 && beta >= 1 && beta <= RANDOM_SITES && gamma <= RANDOM_TOPICS);
        arena_free(&arena);
    }
}

/* All pairs of groups one by one, as the definition has it. */
static double integration_by_definition(const struct movement_state *movement, double *pairs)
{
    static uint32_t far[RANDOM_GROUPS][RANDOM_GROUPS];
    static unsigned char required[RANDOM_GROUPS][RANDOM_GROUPS];
    enum { NEVER = 10000 };
    const uint32_t n = movement->group_count;
    memset(required, 0, sizeof required);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < n; j++) {
            const struct group_state *a = &movement->groups[i], *b = &movement->groups[j];
            far[i][j] = i == j ? 0 : NEVER;
            for (size_t k = 0; k < a->topics.count * b->topics.count; k++)
                if (a->site != b->site &&
                    a->topics.items[k % a->topics.count].on == b->topics.items[k / a->topics.count].on)
                    required[i][j] = 1;
        }
    for (size_t i = 0; i < movement->links.count; i++) {
        const struct edge edge = movement->links.items[i], need = movement->dependencies.items[i % 20];
        far[edge.one][edge.other] = far[edge.other][edge.one] = 1;
        required[need.one][need.other] = required[need.other][need.one] = 1;
    }
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = 0; j < n; j++)
                if (far[i][k] + far[k][j] < far[i][j])
                    far[i][j] = far[i][k] + far[k][j];
    double sum = 0;
    *pairs = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = i + 1; j < n; j++) {
            *pairs += required[i][j];
            sum += required[i][j] && far[i][j] < NEVER ? 1. / far[i][j] : 0;
        }
    return sum / *pairs;
}

static void integration_is_what_its_definition_makes_it(void **state)
{
    (void)state;
    for (uint32_t number = 0; number < 5; number++) {
        struct arena arena = {0};
        struct movement_state movement = random_state(number, &arena);
        double pairs, expected = integration_by_definition(&movement, &pairs);
        assert_measures(required_pairs, &movement, pairs);
        assert_measures(integration, &movement, expected);
        assert_true(expected > 0 && expected < 1);
        arena_free(&arena);
    }
}

static void a_link_more_never_lowers_integration_or_transformation(void **state)
{
    (void)state;
    struct luck luck = luck_of(5, 0);
    struct draw draw = draw_for(&luck, 1, 0, 0);
    uint32_t rises = 0;
    for (uint32_t number = 0; number < STATES; number++) {
        struct arena arena = {0};
        struct movement_state movement = random_state(number, &arena);
        movement.links.count = RANDOM_LINKS / 4;
        for (int i = 0; i < 10; i++) {
            struct edge link = {.one = draw_below(&draw, RANDOM_GROUPS)};
            link.other = another(&draw, link.one, RANDOM_GROUPS);
            struct movement_state more = linked(&movement, link, &arena);
            double before = value_of(integration, &movement).value,
                   after = value_of(integration, &more).value;
            assert_true(after >= before);
            rises += after > before;
            before = value_of(transformation, &movement).value;
            after = value_of(transformation, &more).value;
            assert_true(after >= before);
            assert_true(value_of(duplication, &more).value <= value_of(duplication, &movement).value + 1e-12);
            movement = more;
        }
        arena_free(&arena);
    }
    assert_true(rises > STATES); /* links do something here */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variety_of_forty_forty_and_twenty_percent),
        cmocka_unit_test(variety_of_order_0_and_2),
        cmocka_unit_test(variety_falls_into_that_within_sites_and_that_between_them),
        cmocka_unit_test(sites_that_share_no_topic_differ_as_much_as_there_are_sites),
        cmocka_unit_test(labour_is_divided_where_each_has_one_topic_and_not_where_all_do_everything),
        cmocka_unit_test(labour_half_divided),
        cmocka_unit_test(integration_of_five_groups),
        cmocka_unit_test(a_pair_that_is_required_twice_over_counts_once),
        cmocka_unit_test(facets_are_compared_where_something_is_known),
        cmocka_unit_test(work_done_twice_by_groups_that_are_not_linked),
        cmocka_unit_test(what_linked_groups_can_do_together_and_none_alone),
        cmocka_unit_test(without_differentiation_of_knowledge_links_transform_nothing),
        cmocka_unit_test(what_cannot_be_said_has_a_reason),
        cmocka_unit_test(the_order_in_which_groups_are_told_changes_nothing),
        cmocka_unit_test(every_measure_lies_in_its_range),
        cmocka_unit_test(integration_is_what_its_definition_makes_it),
        cmocka_unit_test(a_link_more_never_lowers_integration_or_transformation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
