/* The movement as a whole: taken at every sampling instant, and kept only where it means something. */
#include <string.h>

#include "chronicle.h"
#include "experiment/experiment.h"
#include "groups/groups.h"
#include "groups/table.h"
#include "links/table.h"
#include "measures/chapters.h"
#include "mechanisms.h"
#include "places/table.h"
#include "unit/models/described.h"
#include "whole/whole.h"

enum { DAYS = 4, MOST = 200 };

static const struct group_state camps[] = {
    {.site = 0, .topics = {(const struct effort[]){{0, 10}}, 1}},
    {.site = 0, .topics = {(const struct effort[]){{1, 10}}, 1}},
    {.site = 1, .topics = {(const struct effort[]){{0, 10}}, 1}},
    {.site = 1, .topics = {(const struct effort[]){{1, 10}}, 1}},
};
static const struct edge both[] = {{0, 2}, {1, 3}};

/* No link on the first day, one on the second, both on the third, one on the fourth. */
static struct movement_state two_camps(const struct movement_frame *frame, struct sites_view sites,
                                       sim_time now, struct arena *arena)
{
    static const size_t links[] = {0, 0, 1, 2, 1};
    (void)frame, (void)arena;
    return (struct movement_state){.sites = sites.count,
                                   .topics = 2,
                                   .groups = camps,
                                   .group_count = 4,
                                   .links = {both, links[now / SIM_DAY]}};
}

static size_t place_of(const struct record_shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->measure_count; i++)
        if (strcmp(shape->measures[i]->name, name) == 0)
            return i;
    return OUTCOME_ABSENT;
}

static double number(const struct outcome *outcome, const struct record_shape *shape, const char *name,
                     uint32_t index)
{
    return outcome_at(outcome, place_of(shape, name), 0, index);
}

/* The chapters that are always kept, and those that need this. */
static uint64_t chapters_that_need(const char *needs)
{
    uint64_t set = 0;
    const struct chapter_list list = chapters_list(mechanisms);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i]->needs == NULL || (needs != NULL && strcmp(list.items[i]->needs, needs) == 0))
            set |= (uint64_t)1 << i;
    return set;
}
static uint64_t all_chapters(void)
{
    const struct chapter_list list = chapters_list(mechanisms);
    return chapters_all(&list);
}

#define WITH_NOTHING chapters_that_need(NULL)
#define WITH_GROUPS  chapters_that_need("working groups")

struct small_record {
    struct arena arena;
    struct record_shape shape;
    struct outcome *outcome;
    struct ledger_settings settings;
};

static void begin(struct small_record *record, uint64_t chapters)
{
    *record = (struct small_record){.settings = {DAYS * SIM_DAY, SIM_DAY, chapters, 0}};
    record->shape = *movement_measures(&record->arena);
    record->shape.sites = 2;
    record->shape.times = DAYS;
    record->outcome = outcome_new(&record->shape);
}

static void end(struct small_record *record)
{
    outcome_free(record->outcome);
    arena_free(&record->arena);
}

static void a_movement_is_measured_at_every_sampling_instant(void **state)
{
    (void)state;
    struct small_record record;
    begin(&record, WITH_GROUPS);
    const struct sites_view sites = {NULL, 2, 1};
    const struct chapter_list list = chapters_list(mechanisms);
    struct whole *whole =
        whole_new(&record.settings, &list, two_camps, NULL, sites, record.outcome, &record.arena);
    for (sim_time day = 1; day <= DAYS; day++) {
        assert_true(whole_due(whole) == day * SIM_DAY);
        whole_sample(whole);
    }
    const double integrated[] = {0, .5, 1, .5}, balkanized[] = {NAN, 0, 0, .5};
    for (uint32_t day = 0; day < DAYS; day++) {
        assert_near(number(record.outcome, &record.shape, "integration", day), integrated[day], 1e-12);
        assert_near(number(record.outcome, &record.shape, "differentiation", day), 1, 1e-12);
        if (day > 0)
            assert_near(number(record.outcome, &record.shape, "balkanization", day), balkanized[day], 1e-12);
    }
    assert_true(isnan(number(record.outcome, &record.shape, "balkanization", 0)));
    assert_near(number(record.outcome, &record.shape, "time_to_unity", 0), 2, 1e-12);
    end(&record);
}

static void the_last_sample_is_at_the_end_however_long_the_step(void **state)
{
    (void)state;
    struct small_record record;
    begin(&record, WITH_GROUPS);
    record.settings.sample_every = 3 * SIM_DAY;
    const struct sites_view sites = {NULL, 2, 1};
    const struct chapter_list list = chapters_list(mechanisms);
    struct whole *whole =
        whole_new(&record.settings, &list, two_camps, NULL, sites, record.outcome, &record.arena);
    assert_true(whole_due(whole) == 3 * SIM_DAY);
    whole_sample(whole);
    assert_true(whole_due(whole) == 4 * SIM_DAY);
    end(&record);
}

static void without_groups_nobody_looks_at_the_whole(void **state)
{
    (void)state;
    struct small_record record;
    begin(&record, WITH_NOTHING);
    const struct sites_view sites = {NULL, 2, 1};
    const struct chapter_list list = chapters_list(mechanisms);
    assert_null(whole_new(&record.settings, &list, two_camps, NULL, sites, record.outcome, &record.arena));
    assert_true(whole_due(NULL) == SIM_NEVER);
    end(&record);
}

static size_t shape_with(uint64_t chapters, struct record_shape *shape, const struct measure **measures,
                         const struct table **tables)
{
    const struct chapter_list list = chapters_list(mechanisms);
    *shape = (struct record_shape){.measures = measures, .tables = tables};
    shape->measure_count = chapters_measures(&list, chapters, measures, LEDGER_MEASURES);
    shape->table_count = chapters_tables(&list, chapters, tables, LEDGER_TABLES);
    return shape->measure_count;
}

static void a_record_without_groups_does_not_speak_of_them(void **state)
{
    (void)state;
    const struct measure *measures[LEDGER_MEASURES];
    const struct table *tables[LEDGER_TABLES];
    struct record_shape shape;
    shape_with(WITH_NOTHING, &shape, measures, tables);
    assert_true(place_of(&shape, "integration") == OUTCOME_ABSENT);
    assert_true(place_of(&shape, "decided") != OUTCOME_ABSENT);
    assert_int_equal(shape.table_count, 2);
    for (size_t i = 0; i < shape.measure_count; i++)
        assert_int_equal(measures[i]->scope, SCOPE_SITE);
    shape_with(WITH_GROUPS, &shape, measures, tables);
    assert_int_equal(measures[place_of(&shape, "integration")]->scope, SCOPE_MOVEMENT);
    assert_string_equal(tables[2]->name, "group");
}

static void a_measure_tells_what_it_needs(void **state)
{
    (void)state;
    const struct measure *measures[LEDGER_MEASURES];
    const struct table *tables[LEDGER_TABLES];
    struct record_shape shape;
    shape_with(all_chapters(), &shape, measures, tables);
    assert_null(measure_needs(measures[place_of(&shape, "decided")]));
    assert_string_equal(measure_needs(measures[place_of(&shape, "time_to_unity")]), "working groups");
    assert_string_equal(measure_needs(measures[place_of(&shape, "arrived")]), "people who come and go");
}

static double cell(const struct small_record *record, const struct table *table, const char *column)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->columns[i].name, column) == 0)
            return outcome_cell(record->outcome, outcome_find_table(record->outcome, table), 0, i);
    fail_msg("no column %s", column);
    return NAN;
}

static void groups_links_and_places_stand_under_the_names_of_their_columns(void **state)
{
    (void)state;
    struct small_record record;
    begin(&record, all_chapters());
    group_write(record.outcome, 1,
                &(struct group_row){.number = 1,
                                    .topic = 2,
                                    .category = 2,
                                    .ending = 1,
                                    .born = 3 * SIM_HOUR,
                                    .ended = SIM_NEVER,
                                    .members.founders = 4,
                                    .members.most = 5,
                                    .members.mean = 4.5,
                                    .meetings = 6,
                                    .work.tasks = 7,
                                    .work.effort = 8.5,
                                    .work.experience = 9.5,
                                    .work.waited = 10.5,
                                    .members.joined = 21,
                                    .members.left = 22,
                                    .most_links = 11});
    const struct {
        const char *column;
        double value;
    } expected[] = {{"number", 1},    {"topic", 2},       {"category", 2},     {"ending", 1},
                    {"born", 3},      {"founders", 4},    {"most_members", 5}, {"mean_members", 4.5},
                    {"meetings", 6},  {"tasks", 7},       {"effort", 8.5},     {"experience", 9.5},
                    {"waited", 10.5}, {"most_links", 11}, {"joined", 21},      {"left", 22}};
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_near(cell(&record, &group_table, expected[i].column), expected[i].value, 1e-12);
    assert_true(isnan(cell(&record, &group_table, "ended")));
    link_write(record.outcome, 0, &(struct link_row){1, 2, 3, 4 * SIM_HOUR, 5 * SIM_HOUR, 6});
    assert_near(cell(&record, &link_table, "group"), 1, 1e-12);
    assert_near(cell(&record, &link_table, "other_site"), 2, 1e-12);
    assert_near(cell(&record, &link_table, "other_group"), 3, 1e-12);
    assert_near(cell(&record, &link_table, "made"), 4, 1e-12);
    assert_near(cell(&record, &link_table, "ended"), 5, 1e-12);
    assert_near(cell(&record, &link_table, "calls"), 6, 1e-12);
    place_write(record.outcome, 0, &(struct place_row){-1.5, 2.5, 300, true});
    assert_near(cell(&record, &place_table, "east"), -1.5, 1e-12);
    assert_near(cell(&record, &place_table, "people"), 300, 1e-12);
    assert_near(cell(&record, &place_table, "online"), 1, 1e-12);
    end(&record);
}

static void a_record_that_keeps_no_groups_takes_no_rows_of_them(void **state)
{
    (void)state;
    const struct measure *measures[LEDGER_MEASURES];
    const struct table *tables[LEDGER_TABLES];
    struct record_shape shape;
    shape_with(WITH_NOTHING, &shape, measures, tables);
    shape.sites = shape.times = 1;
    struct outcome *outcome = outcome_new(&shape);
    group_write(outcome, 0, &(struct group_row){.ended = SIM_NEVER});
    assert_int_equal(outcome_rows(outcome, 0) + outcome_rows(outcome, 1), 0);
    outcome_free(outcome);
}

static void a_chronicle_keeps_what_it_is_told_in_its_order(void **state)
{
    (void)state;
    struct small_record record;
    begin(&record, all_chapters());
    struct chronicle *chronicle = chronicle_new(&record.arena);
    for (uint32_t i = 0; i < MOST; i++)
        chronicle_add(chronicle, &(struct happening){i * SIM_HOUR, i / 2.0, i, CHRONICLE_NOBODY, TOLD_MEDIA});
    chronicle_write_events(record.outcome, 1, chronicle);
    size_t which = outcome_find_table(record.outcome, &event_table);
    assert_int_equal(outcome_rows(record.outcome, which), MOST);
    assert_near(outcome_cell(record.outcome, which, MOST - 1, 0), MOST - 1, 1e-12);
    assert_near(outcome_cell(record.outcome, which, MOST - 1, 1), TOLD_MEDIA, 1e-12);
    assert_true(isnan(outcome_cell(record.outcome, which, MOST - 1, 3)));
    assert_near(outcome_cell(record.outcome, which, MOST - 1, 4), (MOST - 1) / 2.0, 1e-12);
    end(&record);
}

static size_t words_in(const char *words)
{
    size_t count = 1;
    for (const char *at = words; *at != '\0'; at++)
        count += *at == ' ' ? 1 : 0;
    return count;
}

static void every_kind_has_a_word(void **state)
{
    (void)state;
    assert_int_equal(words_in(CHRONICLE_WORDS), TOLD_KINDS);
    assert_int_equal(words_in(GROUP_CATEGORY_WORDS), GROUP_CATEGORIES);
    assert_int_equal(words_in(GROUP_END_WORDS), GROUP_ENDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_movement_is_measured_at_every_sampling_instant),
        cmocka_unit_test(the_last_sample_is_at_the_end_however_long_the_step),
        cmocka_unit_test(without_groups_nobody_looks_at_the_whole),
        cmocka_unit_test(a_record_without_groups_does_not_speak_of_them),
        cmocka_unit_test(a_measure_tells_what_it_needs),
        cmocka_unit_test(groups_links_and_places_stand_under_the_names_of_their_columns),
        cmocka_unit_test(a_record_that_keeps_no_groups_takes_no_rows_of_them),
        cmocka_unit_test(a_chronicle_keeps_what_it_is_told_in_its_order),
        cmocka_unit_test(every_kind_has_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
