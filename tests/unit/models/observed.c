/* Files of observed movements: what they mean. */
#include "unit/models/camps.h"

#include "state/state_measures.h"

static double value_at(const struct reading *reading, size_t moment, const char *name)
{
    struct arena arena = {0};
    const struct measure_label *labels;
    size_t count = observed_labels(&arena, &labels);
    double value = NAN;
    bool found = false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(labels[i].name, name) == 0) {
            value = reading->movement->moments[moment].values[i].value;
            found = true;
        }
    arena_free(&arena);
    assert_true(found);
    return value;
}

/* Members 6 halved over food and media, 3 all in food: 6 of 9 food. One required pair, linked. */
static void members_are_the_effort_where_no_hours_are_given(void **state)
{
    (void)state;
    struct reading reading = read_text(CAMPS "links: [[b, a]]\nproblems: [{name: p, needs: [x, z]}]\n");
    assert_sound(&reading);
    assert_int_equal(reading.movement->unit, EFFORT_MEMBERS);
    assert_int_equal(reading.movement->moment_count, 1);
    const double variety = pow(2. / 3, -2. / 3) * pow(1. / 3, -1. / 3);
    assert_near(value_at(&reading, 0, "topic_variety"), variety, 1e-12);
    assert_near(value_at(&reading, 0, "differentiation"), variety - 1, 1e-12);
    assert_near(value_at(&reading, 0, "integration"), 1, 1e-12);
    assert_near(value_at(&reading, 0, "transformation"), 1, 1e-12);
    assert_near(value_at(&reading, 0, "shared_facets"), 0, 1e-12);
    assert_true(isnan(value_at(&reading, 0, "duplication"))); /* no items of work */
    leave(&reading);
}

/* 33.3 % three times are thirds: 1D = 3. */
static void shares_are_rounded_by_those_who_write_them(void **state)
{
    (void)state;
    struct reading reading =
        read_text("title: t\nsites: [N]\ngroups:\n"
                  "  - {name: a, site: N, members: 2, topics: {x: 33.3 %, y: 33.3 %, z: 33.3 %}}\n");
    assert_sound(&reading);
    assert_near(value_at(&reading, 0, "topic_variety"), 3, 1e-12);
    leave(&reading);
}

static void topics_that_nobody_works_on_make_differentiation_less(void **state)
{
    (void)state;
    struct reading reading = read_text(CAMPS "topics: [food, media, health]\n");
    assert_sound(&reading);
    const double variety = pow(2. / 3, -2. / 3) * pow(1. / 3, -1. / 3);
    assert_near(value_at(&reading, 0, "differentiation"), (variety - 1) / 2, 1e-12);
    leave(&reading);
}

/* Food 30 + 4 + 40 hours, health 6. Of dinner 30 and 40 in two components: 30 of 74 hours on items are
 * duplicate; the hours on health are of no item. */
static void hours_are_given_by_topic_and_by_item_of_work(void **state)
{
    (void)state;
    struct reading reading = read_text("title: t\nsites: [N]\ngroups:\n"
                                       "  - {name: a, site: N, effort: {food: {dinner: 30 h, pans: 4}}}\n"
                                       "  - {name: b, site: N, effort: {food: {dinner: 40}, health: 6 h}}\n"
                                       "  - {name: c, site: N, topics: [art], effort: {art: {dinner: 0}}}\n");
    assert_sound(&reading);
    assert_int_equal(reading.movement->unit, EFFORT_HOURS);
    assert_near(value_at(&reading, 0, "topic_variety"), pow(.925, -.925) * pow(.075, -.075), 1e-12);
    assert_near(value_at(&reading, 0, "duplication"), 30. / 74, 1e-12);
    leave(&reading);
}

/* Items of two topics are two items, however their names look. */
static void items_of_two_topics_may_look_alike(void **state)
{
    (void)state;
    struct reading reading =
        read_text("title: t\nsites: [N]\ngroups:\n"
                  "  - {name: a, site: N, effort: {food: {Dinner: 30}, art: {dinner: 10}}}\n"
                  "  - {name: b, site: N, effort: {food: {Dinner: 10}}}\n");
    assert_sound(&reading);
    assert_near(value_at(&reading, 0, "duplication"), 10. / 50, 1e-12);
    leave(&reading);
}

/* a halves its time, b does media alone: H(topic) of (1/4, 3/4), H(topic | who) = ln 2 / 2. */
static void division_of_labour_is_among_people_where_they_are_described(void **state)
{
    (void)state;
    struct reading reading = read_text(CAMPS "people:\n  - {name: Ana, effort: {food: 2, media: 2}}\n"
                                             "  - {name: Ben, effort: {media: 4}}\n");
    assert_sound(&reading);
    const double whole = .25 * log(4) + .75 * log(4. / 3);
    assert_near(value_at(&reading, 0, "division_of_labour"), (whole - log(2) / 2) / whole, 1e-12);
    leave(&reading);
}

/* What a moment leaves out is as before; links go with the groups; the topics of all moments are one space.
 */
static void moments_change_what_they_name_and_nothing_else(void **state)
{
    (void)state;
    struct reading reading = read_text(
        CAMPS "links: [[a, b]]\n"
              "dependencies: [[a, c]]\n"
              "moments:\n"
              "  - {at: 1 d}\n"
              "  - at: 2 d\n"
              "    groups: [{name: c, site: South, members: 9, topics: [art]}, {name: b, members: 6}]\n"
              "  - {at: 3 d, gone: [b]}\n"
              "  - {at: 4 d, gone: [a], links: []}\n"
              "  - {at: 5 d, groups: [{name: b}]}\n");
    assert_sound(&reading);
    const struct observed_moment *moments = reading.movement->moments;
    static const uint32_t groups[] = {2, 3, 2, 1, 2}, links[] = {1, 1, 0, 0, 0};
    assert_int_equal(reading.movement->moment_count, 5);
    assert_int_equal(reading.movement->topics, 3);
    for (size_t i = 0; i < 5; i++) {
        assert_true(moments[i].at == (sim_time)(i + 1) * SIM_DAY);
        assert_int_equal(moments[i].groups, groups[i]);
        assert_int_equal(moments[i].links, links[i]);
    }
    assert_near(value_at(&reading, 0, "integration"), 1, 1e-12);
    assert_near(value_at(&reading, 1, "integration"), .5, 1e-12); /* a-b linked, a-c not */
    assert_near(value_at(&reading, 2, "integration"), 0, 1e-12);  /* a-c alone */
    assert_true(isnan(value_at(&reading, 3, "integration")));
    /* b has 6 members since day 2: food 9, media 3, art 9 */
    assert_near(value_at(&reading, 1, "topic_variety"), pow(9. / 21, -18. / 21) * pow(3. / 21, -3. / 21),
                1e-12);
    leave(&reading);
}

/* Three kitchens in three sites work on food: 3 required pairs. Linked a-b and b-c they are 1, 1 and 2 links
 * apart: (1 + 1 + 1/2) / 3. When b goes, a-c is left, and no path. When b comes back it knows nobody; linked
 * with c anew, one pair of three. a, which had no link any more, changes nothing. */
static void a_group_that_comes_back_has_no_old_links(void **state)
{
    (void)state;
    struct reading reading = read_text("title: Three camps\nsites: [N, S, W]\ngroups:\n"
                                       "  - {name: a, site: N, members: 1, topics: [food]}\n"
                                       "  - {name: b, site: S, members: 1, topics: [food]}\n"
                                       "  - {name: c, site: W, members: 1, topics: [food]}\n"
                                       "links: [[a, b], [b, c]]\n"
                                       "moments:\n"
                                       "  - {at: 0 d}\n"
                                       "  - {at: 1 d, gone: [b]}\n"
                                       "  - {at: 2 d, groups: [{name: b, members: 1}]}\n"
                                       "  - {at: 3 d, links: [[b, c]]}\n"
                                       "  - {at: 4 d, gone: [a]}\n"
                                       "  - {at: 5 d, groups: [{name: a, members: 1}]}\n");
    assert_sound(&reading);
    static const uint32_t groups[] = {3, 2, 3, 3, 2, 3}, links[] = {2, 0, 0, 1, 1, 1};
    static const double pairs[] = {3, 1, 3, 3, 1, 3};
    static const double integration[] = {2.5 / 3, 0, 0, 1. / 3, 1, 1. / 3};
    static const double giant[] = {1, 1. / 2, 1. / 3, 2. / 3, 1, 2. / 3};
    assert_int_equal(reading.movement->moment_count, 6);
    for (size_t i = 0; i < 6; i++) {
        const struct observed_moment *moment = &reading.movement->moments[i];
        assert_int_equal(moment->groups, groups[i]);
        assert_int_equal(moment->links, links[i]);
        assert_near(value_at(&reading, i, "required_pairs"), pairs[i], 0);
        assert_near(value_at(&reading, i, "integration"), integration[i], 1e-12);
        assert_near(value_at(&reading, i, "giant_component"), giant[i], 1e-12);
        assert_near(value_at(&reading, i, "links_per_group"), 2. * links[i] / groups[i], 1e-12);
    }
    leave(&reading);
}

static void unity_duplication_and_balkanization_are_told_over_the_moments(void **state)
{
    (void)state;
    struct reading reading = read_text("title: t\nsites: [N, S]\ngroups:\n"
                                       "  - {name: a, site: N, effort: {food: {dinner: 10}}}\n"
                                       "  - {name: b, site: S, effort: {food: {dinner: 30}}}\n"
                                       "  - {name: c, site: S, effort: {art: 5}}\n"
                                       "moments:\n"
                                       "  - {at: 0 d}\n"
                                       "  - {at: 2 d, links: [[a, b]]}\n"
                                       "  - {at: 4 d, links: [[a, c]]}\n");
    assert_sound(&reading);
    const struct measured *course = reading.movement->course;
    assert_near(course[0].value, 2, 0);        /* days to unity */
    assert_near(course[1].value, .25, 1e-12);  /* 10 of 40 */
    assert_near(course[2].value, .125, 1e-12); /* none on day 2, 10 of 40 on day 4 */
    assert_near(value_at(&reading, 2, "balkanization"), 1, 1e-12);
    assert_true(isnan(value_at(&reading, 0, "balkanization")));
    leave(&reading);
}

static void every_measure_has_its_label(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct measure_label *labels;
    const struct measure *const *measures;
    size_t count = observed_labels(&arena, &labels);
    assert_int_equal(count, observed_measures(&arena, &measures));
    const struct measure *const *of_course;
    assert_int_equal(count + observed_course_measures(&arena, &of_course), STATE_MEASURES);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(labels[i].name, measures[i]->name);
        assert_true(strlen(measures[i]->meaning) > 0 && strlen(measures[i]->source) > 0);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(labels[i].name, labels[j].name);
    }
    arena_free(&arena);
}

static void sound_tables(const struct section *section)
{
    struct text mistakes = {0};
    if (!section_is_sound(section, &mistakes))
        fail_msg("%s", mistakes.bytes);
    text_free(&mistakes);
    for (size_t i = 0; i < section->count; i++)
        if (section->fields[i].section != NULL)
            sound_tables(section->fields[i].section);
}

static void the_tables_of_the_file_are_sound(void **state)
{
    (void)state;
    sound_tables(observed_sections);
}

/* Required are the pairs of odd distance: in a line of n there are n - d pairs d apart. */
static void a_line_of_a_thousand_groups_is_measured(void **state)
{
    (void)state;
    enum { GROUPS = 1000 };
    struct reading reading = read_chain(GROUPS, 0);
    assert_sound(&reading);
    double sum = 0, pairs = 0;
    for (int d = 1; d < GROUPS; d += 2) {
        sum += (double)(GROUPS - d) / d;
        pairs += GROUPS - d;
    }
    assert_near(value_at(&reading, 0, "required_pairs"), pairs, 0);
    assert_near(value_at(&reading, 0, "integration"), sum / pairs, 1e-12);
    leave(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_the_effort_where_no_hours_are_given),
        cmocka_unit_test(shares_are_rounded_by_those_who_write_them),
        cmocka_unit_test(topics_that_nobody_works_on_make_differentiation_less),
        cmocka_unit_test(hours_are_given_by_topic_and_by_item_of_work),
        cmocka_unit_test(items_of_two_topics_may_look_alike),
        cmocka_unit_test(division_of_labour_is_among_people_where_they_are_described),
        cmocka_unit_test(moments_change_what_they_name_and_nothing_else),
        cmocka_unit_test(a_group_that_comes_back_has_no_old_links),
        cmocka_unit_test(unity_duplication_and_balkanization_are_told_over_the_moments),
        cmocka_unit_test(every_measure_has_its_label),
        cmocka_unit_test(the_tables_of_the_file_are_sound),
        cmocka_unit_test(a_line_of_a_thousand_groups_is_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
