/* The inside of results, for those who fill them: where they come from, and what was read so far. */
#ifndef ANALYSIS_RESULTS_FILE_H
#define ANALYSIS_RESULTS_FILE_H

#include "analysis/file/hdf.h"

enum {
    MOST_NAMES = 1000000,        /* designs, sites, replications, settings ... each */
    MOST_NUMBERS = 128 * 1048576 /* of one array: 1 GiB */
};

/* Where numbers come from that are not there from the beginning: a file, or runs in memory. Each gives
 * numbers in the arena of the results, in the order that results.h says, or NULL with trouble. */
struct results_source {
    double *(*measure)(struct results *results, size_t measure, struct trouble *trouble);
    double *(*worlds)(struct results *results, size_t measure, struct trouble *trouble);
    double *(*courses)(struct results *results, size_t measure, struct trouble *trouble); /* of variants */
    double *(*column)(struct results *results, size_t table, size_t column, struct trouble *trouble);
    void (*close)(struct results *results);
};

struct results_file {
    const struct results_source *source;
    int64_t id; /* of an HDF5 file */
    struct hdf_facts root;
    struct hdf_variables variables;
    struct hdf_facts *facts; /* of each of the variables */
    double **run;            /* by measure: (design, replication, sites), EXTENT_RUN only */
    double **variant_run;    /* by measure: (variant, design, replication, sites), NULL without variants */
    double **worlds;         /* by measure: (world, design, repeat, sites), where it was loaded */
    double **loaded;         /* by measure: what results_load read */
    double *
        *courses; /* by measure: (variant, design, replication, sites, instants), where they were loaded */
    double ***columns; /* by table and column (its own columns, then design, replication, site) */
};

extern const char *const index_columns[3];

/* Results without anything in them yet, to be filled by who knows where it comes from. */
struct results *results_new(const char *path, const struct results_source *source);

/* Reports that the file does not fit and why; returns STATUS_BAD_INPUT. */
enum status results_unfit(const struct results *results, struct trouble *trouble, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What is known of a variable; NULL: there is none. */
const struct hdf_facts *results_facts(struct results *results, const char *variable);
/* The text of an attribute, "" where there is none. */
const char *results_attribute(struct results *results, const char *object, const char *name);
/* A list of texts over a dimension of its own. `least` 0 allows it to be absent. */
enum status results_list(struct results *results, const char *variable, size_t least, struct names *names,
                         struct trouble *trouble);
/* A list of at most `most` numbers. */
enum status results_numbers(struct results *results, const char *variable, size_t most, double **numbers,
                            size_t *count, struct trouble *trouble);

/* One number that is no list; NaN where there is none. */
double results_number(struct results *results, const char *variable);
/* Whether a number is a place in a list of `count`. */
bool results_is_place(double number, size_t count);

/* The courses of a measure at all variants, of a file that keeps them; NULL with trouble. */
const double *results_load_courses(struct results *results, size_t measure, struct trouble *trouble);
/* The same, and the numbers of all worlds, from a file: parts of its source. */
double *results_read_courses(struct results *results, size_t measure, struct trouble *trouble);
double *results_read_world_values(struct results *results, size_t measure, struct trouble *trouble);

/* How the numbers of several sites become one, from the CF cell methods of the measure. */
enum over_sites results_over_sites_of(const char *cell_methods);
/* Where numbers of all sites together can be, from the bounds of those of one site; none where these are no
 * bounds. */
struct bounds results_bounds(struct bounds of_one, enum over_sites over_sites, size_t sites);
/* Whether `word` is among words with spaces between. */
bool results_names_word(const char *words, const char *word);

/* Numbers [site][length] of one run of a measure, made one: at `site`, or over all of them. */
double results_over_sites(const struct results_measure *measure, const double *numbers, size_t length,
                          size_t index, size_t site);

/* Reads everything that results_open promises. */
enum status results_read_names(struct results *results, struct trouble *trouble);
enum status results_read_measures(struct results *results, struct trouble *trouble);
enum status results_read_tables(struct results *results, struct trouble *trouble);
enum status results_read_variants(struct results *results, struct trouble *trouble);
enum status results_read_best(struct results *results, struct trouble *trouble);
enum status results_read_worlds(struct results *results, struct trouble *trouble);
enum status results_read_choice(struct results *results, const struct results_worlds *weeks,
                                struct trouble *trouble);
enum status results_read_calendar(struct results *results, struct trouble *trouble);
enum status results_read_provenance(struct results *results, struct trouble *trouble);

#endif
