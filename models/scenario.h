/* A scenario, bound: what belongs to no mechanism, and behind it the settings of all mechanisms.
 *
 * The table of a scenario is joined when a program begins (scenario_table): first the fields of this struct,
 * then the sections that the mechanisms of the list bring (mechanism.h). Who needs the settings of a section
 * names it: `scenario_settings(scenario, &group_section)` is the struct that the section describes, or for a
 * section of a list its struct field_list. So nobody has to know which mechanisms there are.
 */
#ifndef MODELS_SCENARIO_H
#define MODELS_SCENARIO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "scenario/field.h"

struct mechanism;
struct site_settings;
struct weekday;
struct site_map;

struct scenario_words {
    const char *title, *question, *headline;
    const struct node *show; /* a list of names of measures */
};

struct scenario_time {
    sim_time lasts, sample_every, lookahead;
    sim_time measure_from; /* what happened before does not count; 0: all does */
    const struct weekday *starts_on;
};

struct scenario_runs {
    int64_t seed, replications, first_replication, variant_replications;
    const struct choice *keep; /* of a struct keep_rule */
};

/* In which worlds the comparison is made again, and how they are chosen. */
struct worlds_way {
    struct choice choice;
    int by; /* as record.h has it */
};
struct sensitivity_settings {
    const struct worlds_way *by;
    int64_t points, trajectories, shifts;
    int64_t replications, most_replications;
};

/* How well the mean of a measure is to be known, and how many runs of each design this may take. */
struct precision_settings {
    const char *of; /* NULL: the headline */
    double within;  /* share of the mean */
    int64_t most;
};

/* Which design is the best, found with as few runs as can be. */
struct best_settings {
    const char *of; /* NULL: the headline */
    double worth;   /* share of the best mean */
    double sure;
    int64_t most; /* runs of each design */
};

/* Which of these worlds agree with the record. */
struct fit_settings {
    double keep;        /* share of the worlds */
    const char *design; /* the one that was held at the place; NULL: the first */
};

/* What is kept beside the measures. */
/* What is kept of the runs of variants. */
struct keep_rule {
    struct choice choice;
    bool courses; /* measures over time, beside those of whole runs */
};

struct scenario_rows {
    bool people, events;
};

/* How the best weeks are looked for among those that the choices make. */
struct search_settings {
    int64_t runs, finalists, fresh_replications;
};

/* What is compared with what. */
struct scenario_compared {
    const struct node *designs, *over; /* over: what worlds differ in */
    struct sensitivity_settings sensitivity;
    struct precision_settings precision;
    struct best_settings best;
    struct fit_settings fit;
    struct field_list assumptions, sweep;  /* struct trial */
    struct field_list found;               /* struct found_number */
    struct field_list choose, goals, must; /* struct option, struct goal, struct demand */
    struct search_settings search;
};

/* A setting that is open, with the values that it may take. */
struct option {
    const char *set;
    const char *from; /* NULL: `to` is a list of values; else from here to there */
    const struct node *to;
    const char *step; /* between two values of a range */
};

/* What is wished of a week: more or less of a measure; one of them is given. */
struct goal {
    const char *more, *less;
};

/* What a week has to keep. */
struct demand {
    const char *measure;
    double least, most; /* in the unit of the measure; 0 where left out */
};

/* A setting with values to try: an assumption and its stated alternatives, or an axis of a sweep. */
struct trial {
    const char *set;
    const struct node *to;
    const char *why;
};

/* A number of the record that the scenario is set up to be compared with. */
struct found_number {
    const char *measure;
    double value;
    double least, most; /* the range that the source allows */
    double tolerance;   /* where it states none: how far off is still near; 0: not stated */
    const char *source;
};

/* What a scenario may ask of the machine. They are measured while a run goes on (movement.c). */
struct scenario_limits {
    double memory;  /* GB a run */
    double steps;   /* a run */
    double events;  /* a run */
    double results; /* GB, before they are compressed */
};

/* The sites of a run, one by one: a kind of site that is written once may stand for many. */
struct scenario_places {
    uint32_t count;
    const struct site_settings *all;
    const char *const *names;
    const struct site_map *map;
};

/* What mechanisms that come later want of those before them. */
struct wishes {
    uint32_t facets;      /* of a proposal or question */
    uint32_t most_facets; /* of any other matter, at most */
    bool interests;       /* that people have interests of their own */
    bool travel;          /* that people can go to other sites */
    bool records;         /* that records are kept, beside those of stages that leave one */
    bool turnover;        /* that the number of people at a site, or at a session, changes by itself */
    double nearness;      /* how distance weighs in the choice of another site (exponent) */
};

struct scenario {
    const struct section *table; /* with which it was bound */
    struct scenario_words words;
    struct scenario_time time;
    struct scenario_runs runs;
    struct scenario_rows rows;
    struct scenario_compared compared;
    struct scenario_limits limits;
    struct scenario_places places;
    struct wishes wishes; /* of all its mechanisms together */
};

/* The table of a scenario with the sections of these mechanisms, up to NULL. Lives in `arena`. */
const struct section *scenario_table(const struct mechanism *const *mechanisms, struct arena *arena);
/* Reads a scenario from its tree; every mistake is reported. */
struct scenario *scenario_bind(const struct section *table, struct node *tree, struct arena *arena,
                               struct trouble *trouble);

/* Weekday of the first day, 0 to 6; -1 where it could not be read. */
int scenario_first_day(const struct scenario *scenario);

/* The settings for a section, which has to be one of the scenario's own. */
const void *scenario_settings(const struct scenario *scenario, const struct section *section);
/* The same, for who fills in what names lead to, before any run. */
void *scenario_filled(struct scenario *scenario, const struct section *section);

#endif
