/* The usual fixture with a movement in it: working groups, links, places, and measures without a site. */
#ifndef TESTS_ANALYSIS_MOVED_H
#define TESTS_ANALYSIS_MOVED_H

#define FIXTURE_SITES 2
#include "unit/analysis/fixture.h"

enum { MOVED_GROUPS = 90, MOVED_LINKS = 12, MOVED_PLACES = FIXTURE_DESIGNS * FIXTURE_SITES };

static inline void moved_axis(hid_t file, const char *name, hsize_t count)
{
    double numbers[MOVED_GROUPS];
    for (hsize_t i = 0; i < count; i++)
        numbers[i] = (double)i;
    fixture_numbers(file, name, 1, &count, numbers);
    fixture_scale(file, name);
}

static inline void moved_column(hid_t file, const char *table, const char *column, const char *unit,
                                hsize_t count, double (*rule)(int row))
{
    char name[64];
    double numbers[MOVED_GROUPS];
    snprintf(name, sizeof name, "%s_%s", table, column);
    for (hsize_t i = 0; i < count; i++)
        numbers[i] = rule((int)i);
    fixture_numbers(file, name, 1, &count, numbers);
    fixture_describe(file, name, unit, name, "neither", &table, 1);
}

/* Design 2 has no groups. Row r: design r % 2, replication r / 2 % 3, so that 15 are of each run. */
static inline double moved_design(int row)
{
    return row % 2;
}

static inline double moved_replication(int row)
{
    return row / 2 % 3;
}

static inline double moved_site(int row)
{
    return row % FIXTURE_SITES;
}

static inline double moved_category(int row)
{
    return row % 4 == 3 ? (double)NAN : row % 4;
}

/* Hours. The later rows are born first. */
static inline double moved_born(int row)
{
    return 24 * (1.4 - row / 90.0);
}

/* Groups of design 0 live two days, those of design 1 to the end. */
static inline double moved_ended(int row)
{
    return row % 2 == 1 ? (double)NAN : moved_born(row) + 48;
}

static inline double moved_first(int row)
{
    return row < 6 ? 0 : 1;
}

/* Of the first design: three links of sites 0 and 1 in the shown run, one within a site, one to a site that
 * is not there, one of another run. */
static inline double moved_link_replication(int row)
{
    return row == 5 ? 1 : 0;
}

static inline double moved_link_site(int row)
{
    return row == 1 ? 1 : 0;
}

static inline double moved_other_site(int row)
{
    return row == 1 || row == 3 ? 0 : row == 4 ? 7 : 1;
}

static inline double moved_made(int row)
{
    return row == 2 ? 72 : 0;
}

static inline double moved_broken(int row)
{
    return row == 0 ? 96 : (double)NAN;
}

static inline double moved_place_design(int row)
{
    return row / FIXTURE_SITES;
}

static inline double moved_zero(int row)
{
    (void)row;
    return 0;
}

/* Design 2 does not say where its sites are. */
static inline double moved_east(int row)
{
    return row >= 4 ? (double)NAN : row % 2 == 0 ? -100 : 300;
}

static inline double moved_north(int row)
{
    return row >= 4 ? (double)NAN : row % 2 == 0 ? 50 : 10;
}

static inline double moved_people(int row)
{
    return 100 + 300 * (row % 2);
}

static inline void moved_tables(hid_t file)
{
    moved_axis(file, "group", MOVED_GROUPS);
    moved_column(file, "group", "design", "1", MOVED_GROUPS, moved_design);
    moved_column(file, "group", "replication", "1", MOVED_GROUPS, moved_replication);
    moved_column(file, "group", "site", "1", MOVED_GROUPS, moved_site);
    moved_column(file, "group", "category", "1", MOVED_GROUPS, moved_category);
    moved_column(file, "group", "born", "h", MOVED_GROUPS, moved_born);
    moved_column(file, "group", "ended", "h", MOVED_GROUPS, moved_ended);
    hid_t category = H5Dopen2(file, "group_category", H5P_DEFAULT);
    fixture_attribute(category, "flag_meanings", "operational sectorial `touch_PWNED`");
    H5Dclose(category);
    moved_axis(file, "group_size", 4); /* the bins of some histogram, and no column */
    moved_axis(file, "link", MOVED_LINKS);
    moved_column(file, "link", "design", "1", MOVED_LINKS, moved_first);
    moved_column(file, "link", "replication", "1", MOVED_LINKS, moved_link_replication);
    moved_column(file, "link", "site", "1", MOVED_LINKS, moved_link_site);
    moved_column(file, "link", "other_site", "1", MOVED_LINKS, moved_other_site);
    moved_column(file, "link", "made", "h", MOVED_LINKS, moved_made);
    moved_column(file, "link", "ended", "h", MOVED_LINKS, moved_broken);
    moved_axis(file, "place", MOVED_PLACES);
    moved_column(file, "place", "design", "1", MOVED_PLACES, moved_place_design);
    moved_column(file, "place", "replication", "1", MOVED_PLACES, moved_zero);
    moved_column(file, "place", "site", "1", MOVED_PLACES, moved_site);
    moved_column(file, "place", "east", "km", MOVED_PLACES, moved_east);
    moved_column(file, "place", "north", "km", MOVED_PLACES, moved_north);
    moved_column(file, "place", "people", "1", MOVED_PLACES, moved_people);
}

/* A measure of the movement, the same in all runs of a design but for a little; `courses` by design. */
static inline void moved_measure(hid_t file, const char *name, const char *unit, const char *better,
                                 const char *last, hsize_t length, const double *courses)
{
    const char *axes[] = {"design", "replication", last};
    const hsize_t lengths[] = {FIXTURE_DESIGNS, FIXTURE_REPLICATIONS, length};
    double numbers[FIXTURE_DESIGNS * FIXTURE_REPLICATIONS * FIXTURE_TIMES];
    for (size_t i = 0; i < FIXTURE_DESIGNS * FIXTURE_REPLICATIONS * length; i++) {
        size_t replication = i / length % FIXTURE_REPLICATIONS;
        numbers[i] = courses[i / length / FIXTURE_REPLICATIONS * length + i % length] +
                     (replication % 2 == 0 ? 0.001 : -0.001);
    }
    const int rank = last == NULL ? 2 : 3;
    fixture_numbers(file, name, rank, lengths, numbers);
    fixture_describe(file, name, unit, name, better, axes, (unsigned)rank);
}

/* The first design stays apart; the second unites on the third day and loses a quarter again; the third has
 * nothing to integrate. */
static const double moved_integration[] = {0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.2, 0.4, 0.6,
                                           0.8, 0.8, 0.6, NAN, NAN, NAN, NAN, NAN, NAN};
static const double moved_differentiation[] = {0.2, 0.3, 0.4, 0.4, 0.5, 0.5, 0.2, 0.3, 0.4,
                                               0.4, 0.5, 0.5, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
static const double moved_unity[] = {NAN, 3, 4};

static inline void moved_measures(hid_t file)
{
    static const double people[] = {100, 200, 50};
    fixture_measure(file, "people_here_at", "1", "people at the site", "neither", "time", FIXTURE_TIMES,
                    people, 0.1);
    moved_measure(file, "integration", "1", "more", "time", FIXTURE_TIMES, moved_integration);
    moved_measure(file, "differentiation", "1", "neither", "time", FIXTURE_TIMES, moved_differentiation);
    moved_measure(file, "time_to_unity", "d", "less", NULL, 1, moved_unity);
}

/* The same at other settings: two days more a variant. */
static inline void moved_variants(hid_t file)
{
    const hsize_t lengths[] = {FIXTURE_VARIANTS, FIXTURE_DESIGNS, FIXTURE_REPLICATIONS};
    double numbers[FIXTURE_VARIANTS * FIXTURE_DESIGNS * FIXTURE_REPLICATIONS];
    for (size_t i = 0; i < FIXTURE_VARIANTS * FIXTURE_DESIGNS * FIXTURE_REPLICATIONS; i++) {
        size_t design = i / FIXTURE_REPLICATIONS % FIXTURE_DESIGNS;
        numbers[i] = moved_unity[design] + 2 * (double)(i / FIXTURE_REPLICATIONS / FIXTURE_DESIGNS);
    }
    fixture_numbers(file, "variants/time_to_unity", 3, lengths, numbers);
}

static inline void moved_make(struct fixture *fixture, const char *const *designs)
{
    fixture_begin(fixture);
    fixture_fill(fixture, "A movement", designs);
    moved_tables(fixture->file);
    moved_measures(fixture->file);
    moved_variants(fixture->file);
    fixture_end(fixture);
}

#endif
