/* What a subcommand is, described once.
 *
 * A command is a name, what it takes, one line and a paragraph about it, the options it accepts, and the
 * function that carries it out. Parsing, `--help`, the manual page and shell completion are all generated
 * from the list of commands (commands.h) and the table of options (options.h), so that they cannot disagree.
 *
 * A command writes what goes to standard output into `call->out`; main prints it once, at the end, and is the
 * only place that finds out whether standard output could take it.
 */
#ifndef PROGRAM_COMMAND_H
#define PROGRAM_COMMAND_H

#include <stddef.h>

#include "base/arena.h"
#include "base/destination.h"
#include "base/text.h"
#include "base/trouble.h"
#include "program/options.h"
#include "program/screen.h"

struct call;
struct watch;
struct results;
struct crew;

enum stage_of_work {
    WORK_QUICK, /* answers at once */
    WORK_RUNS,  /* may carry out runs: worth setting up the threads */
};

enum prints {
    PRINTS_WORDS,      /* for people: folded at the width of the terminal */
    PRINTS_A_FILE,     /* such as a schema, whose lines stay as they are */
    PRINTS_FOR_SHELLS, /* the same, and the command is none for people: no help lists it */
};

struct command {
    const char *name;
    const char *arguments; /* "SCENARIO...": as the help shows them */
    const char *summary;   /* one line, no full stop */
    const char *detail;    /* a paragraph for help and manual, "" when the line says it all */
    const int *accepts;    /* keys of options, ends with 0 */
    size_t least, most;    /* arguments */
    enum stage_of_work work;
    enum prints prints;
    enum status (*run)(struct call *call);
};

struct command_list {
    const struct command *const *all;
    size_t count;
};

/* NULL when there is none. */
const struct command *command_named(const struct command_list *list, const char *name);
/* Adds "there is no command `x`" with the nearest one as a hint. */
enum status command_unknown(const struct command_list *list, const char *name, struct trouble *trouble);

struct call {
    const struct command_list *commands; /* that there are, for help */
    const struct command *command;
    const char *const *arguments;
    size_t argument_count;
    struct options options;
    struct screen screen;
    struct watch *watch;        /* while runs are carried out, else NULL */
    struct crew *crew;          /* who carries out runs (crew.h); NULL: the threads of this process */
    struct results *grown_from; /* of which runs need not be carried out again (extension.h); NULL: none */
    struct arena arena;
    struct text out;
    struct trouble trouble;
    struct inputs inputs; /* files that were read: no output is written over them */
};

enum { ANY_NUMBER = 1000 };

/* Says something about the call that belongs to no file. Returns `status`. */
enum status call_trouble(struct call *call, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Appends the JSON, which it takes over, to the call's output. */
struct json_t;
void call_json(struct call *call, struct json_t *json);

#endif
