/* What a command line said, read with argp.
 *
 * One row an option: name, letter, argument, one line. A command accepts some of them; anything else is
 * refused with one sentence and the nearest name.
 */
#ifndef PROGRAM_OPTIONS_H
#define PROGRAM_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/trouble.h"

enum option_key {
    OPTION_OUTPUT = 'o',
    OPTION_QUIET = 'q',
    OPTION_THREADS = 't',
    OPTION_REPLICATIONS = 'r',
    OPTION_SET = 's',
    OPTION_MEASURE = 'm',
    OPTION_AGAINST = 'a',
    OPTION_HELP = 'h',
    OPTION_JSON = 256, /* above every letter: no short form */
    OPTION_TERMINAL,
    OPTION_KIND,
    OPTION_DESIGN,
    OPTION_REPLICATION,
    OPTION_SESSION,
    OPTION_FINALIST,
    OPTION_SITE,
    OPTION_FROM,
    OPTION_ASK,
    OPTION_FIGURES,
    OPTION_CONFIDENCE,
    OPTION_MAN,
    OPTION_COMPLETION,
    OPTION_MARKDOWN,
    OPTION_BASE_ONLY,
    OPTION_AGAIN,
    OPTION_TABLE,
    OPTION_SEED,
    OPTION_PART,
    OPTION_CLUSTER,
    OPTION_ONTO,
    OPTION_PAGE,
    OPTION_BIBTEX,
    OPTION_CFF,
};

struct option_row {
    int key;
    const char *name;
    const char *argument; /* "FILE", or NULL */
    const char *meaning;
};

extern const struct option_row option_rows[];
extern const size_t option_count;

const struct option_row *option_named(const char *name);
const struct option_row *option_of(int key);

enum form {
    FORM_TEXT,
    FORM_JSON,
    FORM_TERMINAL,
    FORM_MAN,
    FORM_COMPLETION,
    FORM_MARKDOWN,
    FORM_BIBTEX,
    FORM_CFF,
};
enum noise { NOISE_PROGRESS, NOISE_QUIET };
enum reach { REACH_ALL, REACH_BASE_ONLY };
enum origin { ORIGIN_SCENARIO, ORIGIN_RESULTS };
enum wish { WISH_COMMAND, WISH_HELP };

enum { MOST_THREADS = 1024, MOST_REPLICATIONS = 1000000 };

struct options {
    enum wish wish;
    enum form form;
    enum noise noise;
    enum reach reach;
    enum origin origin;   /* what a run is made from */
    int threads;          /* 0: as many as the machine lets us have */
    int64_t replications; /* 0: as the scenario says */
    int64_t replication;  /* the one that is to be run or followed alone; 0: not given */
    int64_t session;      /* 0: not given */
    int64_t finalist;     /* of weeks that were chosen; 0: not given */
    int64_t part, parts;  /* which part of how many; 0: all runs */
    const char *seed;     /* as it was written; NULL: as the scenario says */
    double confidence;    /* 0: the usual one */
    const char *output, *against, *kind, *figures;
    const char *design, *site, *from, *cluster, *onto;
    bool ask, page;
    const char **overrides; /* room for every word of the command line */
    size_t override_count;
    const char **measures;
    size_t measure_count;
    const char **tables;
    size_t table_count;
    const char **arguments;
    size_t argument_count;
};

struct command;
struct arena;

/* Reads the words that follow the name of the command. */
enum status options_read(const struct command *command, int argc, char **argv, struct arena *arena,
                         struct options *options, struct trouble *trouble);

#endif
