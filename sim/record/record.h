/* From runs to one HDF5 file, without ever leaving half a file under the final name.
 *
 * While runs finish they are appended, in the order of the plan, to a journal beside the target
 * (FILE.h5.partial): one checksummed record a run. A killed program leaves a journal whose whole records are
 * kept; record_open finds them and says how many runs are done already. When all runs are in, the HDF5 file
 * is written to a temporary name, synced and renamed, and the journal is removed. A file that was interrupted
 * and resumed has the same bytes as one that was not.
 *
 * The only room that writes HDF5.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/destination.h"
#include "base/trouble.h"
#include "record/outcome.h"

struct provenance_setting {
    const char *path, *value, *unit, *source, *ground; /* ground: "found", "assumed", ... */
    const char *meaning;                               /* "" of all elements of a list but the first */
    bool given;
};

/* Settings whose paths begin so ask something of the machine and change no number: an interrupted run may be
 * continued with other ones. */
#define MACHINE_SETTINGS "limits."

/* A method that the scenario holds, with its whole text: file and library may change afterwards. */
struct provenance_method {
    const char *name;   /* by which the scenario holds it */
    const char *folder; /* METHOD_OWN or METHOD_OF_LIBRARY: below which its file lies */
    const char *file;   /* "mine.yaml", "methods/mine.yaml" */
    const char *text;   /* as it was read */
    const char *path;   /* whole path of the file, for `resume`, kept in the journal alone; "": it was not
                           read from a file of its own but from results, and is not looked for */
};
#define METHOD_OWN        "own"     /* the folder of the scenario */
#define METHOD_OF_LIBRARY "library" /* the folder of the shipped scenarios and methods */

/* A number of the historical record that the scenario is compared with. */
struct provenance_found {
    const char *measure;
    double value;
    double least, most; /* the range that the source allows; both 0: none stated */
    double tolerance;   /* where it states none: how far off is still near; 0: not stated */
    const char *source;
};

/* A stage of the method that a line holds, for who follows a session; not kept in the file. */
struct calendar_stage {
    const char *title;   /* as the method calls it, or its verb */
    const char *meaning; /* what is done in it */
    const char *floor;   /* who speaks next; "": nobody takes turns */
    const char *passes;  /* how a proposal passes; "": none is decided */
};

/* A line of the calendar of a design, in words and numbers: what people see who look at their week. */
struct calendar_line {
    size_t design;
    const char *method; /* by which it is held */
    const char *title, *meaning;
    const char *deciders; /* who decides; "": nothing is decided */
    const char *when;     /* "every day at 19:00, not on Sunday" */
    const char *who;      /* who is called, and where */
    double hours;         /* of one session as planned; NaN: it ends when the method is done */
    double heads;         /* who come to one, all sites together, as planned; NaN: not known beforehand */
    const struct calendar_stage *stages;
    size_t stage_count;
};

struct calendar_session {
    size_t line;     /* of the list of lines */
    sim_time begins; /* since the scenario began */
};

/* What else people of a design meet for: "Each working group meets every 2 d for up to 1 h." */
struct calendar_meeting {
    size_t design;
    const char *text;
};

/* The calendars of all designs. */
struct record_calendar {
    const struct calendar_line *lines;
    size_t line_count;
    const struct calendar_session *sessions; /* by design, then time */
    size_t session_count;
    const struct calendar_meeting *meetings;
    size_t meeting_count;
    int first_weekday;  /* of the day on which the scenario begins, Monday 0 */
    sim_time looked_at; /* sessions that begin later are not listed */
    size_t dropped;     /* sessions before that for which there was no room */
};

struct variant_axis_value {
    double number; /* NaN where the variant leaves this axis at the scenario's own value or it is no number */
    const char *text; /* as written, "" where untouched */
};

enum { OF_SCENARIO = 0, OF_ASSUMPTION = 1, OF_SWEEP = 2 };

struct variant {
    const char *label;     /* "" for the scenario itself; "conversation.digest_ratio = 4" */
    int kind;              /* OF_SCENARIO, OF_ASSUMPTION or OF_SWEEP: the numbers stand in files */
    uint32_t replications; /* at most */
    const struct variant_axis_value *values; /* one an axis */
};

/* What the worlds of an experiment differ in: a setting with the range or the choices that it takes there. */
struct factor {
    const char *path;           /* "conversation.facet_minutes" */
    const char *unit;           /* of the numbers below, as a scenario writes it; "" */
    const char *meaning;        /* of the setting */
    double least, most, usual;  /* usual: in the scenario itself; NaN where it has none */
    bool log;                   /* spread evenly by its logarithm */
    bool observable;            /* somebody at the place could count or time it */
    const char *const *choices; /* NULL: numbers; else values are places in this list */
    size_t choice_count;
};

enum { BY_SAMPLE = 0, BY_MORRIS = 1, BY_SOBOL = 2, BY_CHOICE = 3 };

/* Worlds: the scenario with all these factors set anew, each world in its own way. */
struct record_worlds {
    int by;          /* BY_SAMPLE, BY_MORRIS, BY_SOBOL or BY_CHOICE */
    uint32_t groups; /* trajectories, or shifts; 1 for a sample and for a choice */
    const struct factor *factors;
    size_t factor_count;
    size_t count;            /* at most */
    size_t made;             /* the same, but of a choice: those that were chosen so far */
    uint32_t first;          /* runs of each design in a world, before it is looked whether it needs more */
    uint32_t replications;   /* at most; where these are more, it was decided on the way how many */
    const double *positions; /* count x factor_count, from 0 to 1 */
    const double *values;    /* the same as numbers in the factor's unit, or places in its choices */
    const uint32_t *luck;    /* by world: the replication whose luck its first run has */
};

/* A number that weeks are judged by. */
struct record_asked {
    const char *measure;
    bool is_goal;       /* else a limit that a week has to keep */
    bool more;          /* of a goal: more is better */
    double least, most; /* of a limit; NaN: none */
};

/* A week that is left at last: what a scenario says that holds it, and who meets when in it. */
struct record_finalist {
    size_t tried;         /* the world that it was in the search */
    const char *sections; /* YAML: the sections of the scenario that differ */
    const char *words;    /* a line for each line of its calendar */
};

/* A search for the best weeks: worlds are weeks here, the scenario with its choices made. The first ones
 * (`searched`) were tried while looking; behind them stand the finalists, run anew with luck of their own.
 * Who decides it (models/experiment/choice.h) writes down what was done. */
struct record_choice {
    const struct record_asked *asked;
    size_t asked_count;
    double weeks;        /* all combinations */
    bool tries_all;      /* of them; else good ones are bred */
    uint64_t runs;       /* of the search so far */
    uint64_t impossible; /* weeks that contradict themselves, as far as they were met */
    size_t searched;
    size_t plausible;  /* numbers that differ from run to run, as plausible worlds do; 0: none */
    bool has_as_it_is; /* with such numbers: the week as it is stands behind the finalists */
    size_t as_it_is;   /* where */
    const struct record_finalist *finalists;
    size_t finalist_count;
};

/* Runs of the scenario itself that are added to until the mean of a measure is known well enough in every
 * design. Who decides it (models/experiment/precision.h) writes down how far it came. */
struct record_precision {
    const char *of;       /* name of the measure */
    double within;        /* what is enough: half of the 95 % range, as a share of the mean */
    double reached;       /* where it is largest; NaN: no design has a value. Of the runs that were made */
    uint32_t first, most; /* replications at the first look, and at most */
    uint32_t made;        /* replications so far */
};

enum best_state {
    BEST_IN = 0,     /* it may be the best: the numbers stand in files */
    BEST_OUT = 1,    /* it is not the best */
    BEST_ABSENT = 2, /* a run of it has no value of the measure, so it is not judged */
};

/* Runs of the scenario itself that are made of a design only as long as it may be the best. Who decides it
 * (models/experiment/best.h) writes down how far it came. */
struct record_best {
    const char *of;          /* name of the measure */
    bool less;               /* less of it is better, else more */
    double worth;            /* a difference that is worth finding, as a share of the best first mean */
    double sure;             /* how often what is left is the best, or nearer to it than that */
    double delta;            /* that difference, in the unit of the measure; NaN: not known yet */
    uint32_t first, most;    /* replications of each design at first, and at most */
    uint32_t runs;           /* replications so far of those designs that are in */
    bool decided;            /* one design is left; or those that are left are alike in every run */
    size_t leader;           /* the design that is ahead of all others that are in; design_count: none is */
    uint32_t *made;          /* replications so far, by design */
    enum best_state *states; /* by design */
};

/* One run. Worlds are counted on after the variants. */
struct run_order {
    uint32_t variant, replication, design;
};

/* Some of the runs, carried out apart from the others: of all runs in their order, the first one is of part
 * 1, the second of part 2, and so on around. `of` is 0 where all runs are carried out together. */
struct record_part {
    uint64_t number, of;
};

struct record_plan {
    struct record_shape shape;
    struct record_part part; /* that is carried out now; its journal is what is left of it (part.h) */
    const char *title;
    const char *scenario_text;    /* the file as read */
    const char *scenario_file;    /* its name without folders */
    const char *command;          /* makes it again: "groundswell run x.yaml --set ..." */
    const char *const *overrides; /* the --set assignments, for resume */
    size_t override_count;
    const struct provenance_method *methods; /* all that are held in any design or variant, by name */
    size_t method_count;
    const char *version, *commit, *libraries;
    uint64_t seed;
    uint32_t first_replication; /* number of the first one; 0: 1 */
    const char *const *designs;
    const char *const *design_meanings; /* one sentence each, may hold "" */
    size_t design_count;
    const char *const *sites;
    const sim_time *times;   /* sampling instants, shape.times of them */
    const char *headline;    /* name of the measure that the scenario asks about */
    const char *show;        /* names of further ones to be shown, with spaces between; NULL or "": none */
    const char *question;    /* the scenario's question in words, or "" */
    sim_time measured_from;  /* what happened before does not count in measures of whole runs; 0: all does */
    uint32_t assumed;        /* numbers in use that are assumed */
    uint32_t assumed_tried;  /* of these, the ones that alternatives or a sweep try */
    const char *const *axes; /* settings that variants change, "proposals.facets" */
    size_t axis_count;
    const struct variant *variants; /* number 0 first */
    size_t variant_count;
    bool keeps_courses; /* variants keep measures over time too, and not those of whole runs alone */
    const struct record_worlds *worlds;       /* NULL: none */
    const struct record_choice *choice;       /* NULL: worlds are no weeks of a search */
    const struct record_precision *precision; /* NULL: no mean has to be known well enough */
    const struct record_best *best; /* NULL: no design is looked for; with neither, every replication is made
                                     */
    struct record_calendar calendar;
    const struct provenance_setting *settings;
    size_t setting_count;
    const struct provenance_found *found;
    size_t found_count;
    double fit; /* share of worlds of a sample that is kept because it agrees with these numbers */
    const char *fit_design;         /* the design that was held at the place of the record; NULL: the first */
    const char *const *assumptions; /* sentences on what this does not tell, for the report */
    size_t assumption_count;
    const struct inputs *inputs; /* files that were read for it, never written over; NULL: none */
};

struct record;

/* Creates or reopens the journal of `path`. Unless it is resumed, a journal that holds runs is an error that
 * says what to do. A journal of another plan (other scenario text, overrides, methods, seed, version,
 * anything that shapes the file) is refused, and the difference named; only the command and the scenario's
 * file name may differ, and the file keeps the first ones. `plan` must outlive the record. The program must
 * ignore SIGXFSZ, so that a bound on file sizes is an error like a full disk. */
enum record_start {
    RECORD_ANEW,
    RECORD_RESUMED,
    RECORD_MERGED, /* as RECORD_RESUMED, and the runs come from parts, which stay */
    RECORD_ASIDE,  /* as RECORD_ANEW, but nothing is kept when it cannot be finished, and nothing else is said
                    */
};
enum status record_open(const struct record_plan *plan, const char *path, enum record_start start,
                        struct record **result, struct trouble *trouble);
/* Says which runs come next, once all runs that were said before are in. `kept` receives how many of them,
 * from the first one on, are in the journal already. What is in it and is not said next is cut off. */
enum status record_round(struct record *record, const struct run_order *orders, uint64_t count,
                         uint64_t *kept, struct trouble *trouble);
/* Every run of the variants, by variant, then replication, then design: the one round of a plan in which
 * nothing is decided on the way. `orders` has room for plan_runs. */
uint64_t plan_runs(const struct record_plan *plan);
void plan_orders(const struct record_plan *plan, struct run_order *orders);
/* Replications of a variant that are in once all rounds are: of a design, and the most of any. */
uint32_t plan_made_of(const struct record_plan *plan, size_t variant, size_t design);
uint32_t plan_made(const struct record_plan *plan, size_t variant);
/* Replications of the scenario itself that there are at least. */
uint32_t plan_least(const struct record_plan *plan);
/* A measure of a whole run that is in, for who decides what is run next; `site` is 0 for the movement as a
 * whole. NaN where that run is not in or cannot be read back. */
double record_value(const struct record *record, const struct run_order *order, size_t measure,
                    uint32_t site);
/* Appends the next run of the round. What fails (STATUS_OUTPUT_LOST) leaves the runs before it, and the
 * record to be suspended. */
enum status record_append(struct record *record, const struct outcome *outcome, struct trouble *trouble);
/* The same with the encoding of an outcome, as a journal keeps it: see merge.h. */
struct text;
enum status record_append_encoded(struct record *record, const struct text *encoded, struct trouble *trouble);
/* Makes sure what was appended is on the disk, and frees the record; the journal stays. */
enum status record_suspend(struct record *record, struct trouble *trouble);
/* Frees the record and removes the journal: for runs that can never be continued. */
void record_abandon(struct record *record);
/* All runs of all rounds are in: writes the HDF5 file, renames it, removes the journal. On failure the
 * journal stays, and what was under the name before. Frees the record either way. Takes the memory of the
 * compressed file twice, and of one variable's replications x sites x instants. So many threads pack the
 * numbers; with any number of them the file has the same bytes. */
enum status record_finish(struct record *record, int threads, struct trouble *trouble);

/* What a journal or results file says of its making, for `resume`, into `arena`. Where both are there the
 * journal is read, since a run over old results was interrupted. HDF5 can crash on a damaged file, so a
 * results file is only opened when `examine` finds nothing wrong with it (NULL: it is known to be ours). */
struct record_origin {
    const char *scenario_text, *scenario_file, *command;
    const char *const *overrides;
    size_t override_count;
    const struct provenance_method *methods; /* of a journal; NULL in a results file, which needs none */
    size_t method_count;
    size_t
        variant_count; /* of a journal; 1: the scenario itself alone. 0 in a results file, which needs none */
    struct record_part part; /* of a journal */
    bool complete;
};
struct arena;
enum status record_origin(const char *path, enum status (*examine)(const char *, struct trouble *),
                          struct arena *arena, struct record_origin *origin, struct trouble *trouble);

#endif
