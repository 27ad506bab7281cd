/* When shocks come, and what is in the air because of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "shocks/shocks.h"
#include "unit/models/camp_settings.h"

enum { SITES = 3 };

struct season {
    struct arena arena;
    struct trouble trouble;
    struct shocks_settings settings;
    struct shocks *sites;
};

static struct shock_settings *entry(struct season *season, enum shock_kind kind, size_t index)
{
    return (struct shock_settings *)season->settings.of[kind].items + index;
}

/* `yaml` is the section `shocks`; all entries come to all sites until a test says otherwise. */
static void begin(struct season *season, const char *yaml)
{
    *season = (struct season){0};
    struct node *tree = node_read("shocks.yaml", yaml, strlen(yaml), &season->arena, &season->trouble);
    section_bind(&shocks_section, tree, &season->settings, &season->arena, &season->trouble);
    assert_int_equal(season->trouble.count, 0);
    for (enum shock_kind kind = 0; kind < SHOCK_KINDS; kind++)
        for (size_t i = 0; i < season->settings.of[kind].count; i++)
            entry(season, kind, i)->beyond = SITES;
}

static void foresee(struct season *season, sim_time ends)
{
    const struct luck luck = luck_of(2011, 0);
    season->sites = shocks_foresee(&season->settings, SITES, ends, SIM_HOUR, &luck, &season->arena);
}

static void end(struct season *season)
{
    arena_free(&season->arena);
    trouble_free(&season->trouble);
}

static double factor(const struct season *season, uint32_t site, enum climate_aspect aspect, sim_time now)
{
    return climate_factor(&season->sites[site].climate, aspect, now);
}

static void without_entries_nothing_comes(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "{raids: []}");
    foresee(&season, SIM_WEEK);
    assert_null(season.sites);
    end(&season);
}

/* A raid on site 1 after 10 days: three times as many there, and elsewhere an hour later; halved in 3 days.
 */
static void a_raid_is_felt_at_once_there_and_one_lookahead_later_elsewhere(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "raids: [{at: 10 d, attendance: 3, elsewhere: 2}]");
    entry(&season, SHOCK_RAID, 0)->first = 1;
    entry(&season, SHOCK_RAID, 0)->beyond = 2;
    foresee(&season, 30 * SIM_DAY);
    const sim_time raid = 10 * SIM_DAY;
    assert_true(factor(&season, 1, CLIMATE_ATTENDANCE, raid - 1) == 1.0);
    assert_true(factor(&season, 1, CLIMATE_ATTENDANCE, raid) == 3.0);
    assert_true(factor(&season, 1, CLIMATE_ATTENDANCE, raid + 3 * SIM_DAY) == 2.0);
    assert_true(factor(&season, 0, CLIMATE_ATTENDANCE, raid + SIM_HOUR - 1) == 1.0);
    assert_true(factor(&season, 0, CLIMATE_ATTENDANCE, raid + SIM_HOUR) == 2.0);
    assert_true(factor(&season, 2, CLIMATE_ATTENDANCE, raid + SIM_HOUR + 3 * SIM_DAY) == 1.5);
    assert_true(factor(&season, 1, CLIMATE_ARRIVALS, raid) == 1.0);
    assert_int_equal(season.sites[0].count, 0);
    assert_int_equal(season.sites[1].count, 1);
    end(&season);
}

static void cold_keeps_half_away_and_drives_twice_as_many_off_for_three_days(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "cold: [{at: 5 d}]");
    foresee(&season, 30 * SIM_DAY);
    for (uint32_t site = 0; site < SITES; site++) {
        assert_true(factor(&season, site, CLIMATE_ATTENDANCE, 5 * SIM_DAY) == 0.5);
        assert_true(factor(&season, site, CLIMATE_LEAVING, 8 * SIM_DAY - 1) == 2.0);
        assert_true(factor(&season, site, CLIMATE_LEAVING, 8 * SIM_DAY) == 1.0);
    }
    end(&season);
}

static void the_press_brings_five_times_as_many_and_forgets_by_half_in_a_week(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "media: [{at: 7 d}]");
    foresee(&season, 30 * SIM_DAY);
    assert_true(factor(&season, 0, CLIMATE_ARRIVALS, 7 * SIM_DAY) == 5.0);
    assert_true(factor(&season, 0, CLIMATE_ARRIVALS, 14 * SIM_DAY) == 3.0);
    assert_true(factor(&season, 0, CLIMATE_ARRIVALS, 21 * SIM_DAY) == 2.0);
    assert_true(factor(&season, 0, CLIMATE_ATTENDANCE, 7 * SIM_DAY) == 1.0);
    end(&season);
}

static void what_would_come_after_the_end_does_not_come(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "{cold: [{at: 7 d}], media: [{at: 6 d}]}");
    foresee(&season, SIM_WEEK);
    assert_int_equal(season.sites[0].count, 1);
    assert_int_equal(season.sites[0].all[0].kind, SHOCK_MEDIA);
    end(&season);
}

static void they_come_in_the_order_of_time(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "{raids: [{at: 9 d}, {per_day: 0.5 /d}], cold: [{at: 2 d}], media: [{per_day: 1 /d}]}");
    foresee(&season, 30 * SIM_DAY);
    for (uint32_t site = 0; site < SITES; site++) {
        assert_true(season.sites[site].count > 10);
        for (uint32_t i = 1; i < season.sites[site].count; i++)
            assert_true(season.sites[site].all[i - 1].at <= season.sites[site].all[i].at);
    }
    end(&season);
}

/* 3 sites x 1000 d x .1 /d = 300 raids; a Poisson count is farther than 4 sd (69) from it once in 16,000. */
static void at_random_they_come_as_often_as_said(void **state)
{
    (void)state;
    struct season season;
    begin(&season, "raids: [{per_day: 0.1 /d}]");
    const sim_time ends = 1000 * SIM_DAY;
    assert_float_equal(shocks_expected(&season.settings, ends), 300, 1e-9);
    foresee(&season, ends);
    uint32_t count = season.sites[0].count + season.sites[1].count + season.sites[2].count;
    assert_in_range(count, 300 - 69, 300 + 69);
    assert_int_not_equal(season.sites[0].all[0].at, season.sites[1].all[0].at);
    end(&season);
}

static void another_entry_moves_no_shock(void **state)
{
    (void)state;
    struct season alone, among;
    begin(&alone, "media: [{per_day: 0.2 /d}]");
    begin(&among, "{raids: [{per_day: 0.7 /d}], media: [{per_day: 0.2 /d}], cold: [{at: 1 d}]}");
    foresee(&alone, 60 * SIM_DAY);
    foresee(&among, 60 * SIM_DAY);
    uint32_t found = 0;
    for (uint32_t i = 0; i < among.sites[2].count; i++)
        if (among.sites[2].all[i].kind == SHOCK_MEDIA) {
            assert_int_equal(among.sites[2].all[i].at, alone.sites[2].all[found].at);
            assert_int_equal(among.sites[2].all[i].luck, alone.sites[2].all[found].luck);
            found++;
        }
    assert_int_equal(found, alone.sites[2].count);
    end(&alone);
    end(&among);
}

static void a_shorter_run_has_the_beginning_of_a_longer_one(void **state)
{
    (void)state;
    struct season shorter, longer;
    begin(&shorter, "raids: [{per_day: 0.5 /d}]");
    begin(&longer, "raids: [{per_day: 0.5 /d}]");
    foresee(&shorter, 20 * SIM_DAY);
    foresee(&longer, 40 * SIM_DAY);
    assert_true(shorter.sites[0].count < longer.sites[0].count);
    for (uint32_t i = 0; i < shorter.sites[0].count; i++)
        assert_int_equal(shorter.sites[0].all[i].at, longer.sites[0].all[i].at);
    end(&shorter);
    end(&longer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_entries_nothing_comes),
        cmocka_unit_test(a_raid_is_felt_at_once_there_and_one_lookahead_later_elsewhere),
        cmocka_unit_test(cold_keeps_half_away_and_drives_twice_as_many_off_for_three_days),
        cmocka_unit_test(the_press_brings_five_times_as_many_and_forgets_by_half_in_a_week),
        cmocka_unit_test(what_would_come_after_the_end_does_not_come),
        cmocka_unit_test(they_come_in_the_order_of_time),
        cmocka_unit_test(at_random_they_come_as_often_as_said),
        cmocka_unit_test(another_entry_moves_no_shock),
        cmocka_unit_test(a_shorter_run_has_the_beginning_of_a_longer_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
