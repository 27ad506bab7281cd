/* From a scenario to a results file: loads it, carries out what is missing, writes the file. */
#ifndef PROGRAM_CARRY_OUT_H
#define PROGRAM_CARRY_OUT_H

#include "program/command.h"
#include "program/run_ensemble.h"

enum attempt {
    ATTEMPT_FIRST,  /* an unfinished file of the same name is an error that says what to do */
    ATTEMPT_RESUME, /* continues it */
    ATTEMPT_ASIDE,  /* to a temporary file, of which nothing is kept when it is stopped */
};

struct carried_out {
    const struct record_plan *plan;
    uint64_t runs, kept; /* kept: runs that an earlier attempt had done already */
    bool decides;        /* `runs` is how many there are at most, until all are in */
    struct ensemble_tally tally;
    struct record_part part;     /* of the runs; all zeros: all of them */
    struct extension *extension; /* while runs are carried out */
    double seconds;
    int threads;     /* that were allowed to it */
    bool each_alone; /* no thread begins or ends while others work */
};

/* The scenario that the call names, with what its options override. */
enum status request_of(struct call *call, const char *scenario, struct experiment_request *request);

/* The runs of a results file, from what it keeps alone. */
enum status request_again(struct call *call, const char *name, struct experiment_request *request);

/* What will be in the results file of this request. */
struct record_plan *carry_out_plan(struct call *call, const struct experiment_request *request,
                                   struct experiment *experiment);

/* Whether it can be run in parts: STATUS_USAGE with a sentence where which runs there are is decided on the
 * way.
 */
enum status carry_out_refuse_rounds(struct call *call, const struct experiment_request *request,
                                    const struct experiment *experiment);

/* Carries out the part that the options of the call name, where they name one: then no `target` appears, but
 * the part beside it (record/part.h). Else `target` appears only when all runs are in it. STATUS_INTERRUPTED
 * leaves what `resume` needs beside it. */
enum status carry_out(struct call *call, const struct experiment_request *request, const char *target,
                      enum attempt attempt, struct carried_out *done);

/* Begins to listen for signals earlier than carry_out would: before the caller makes a file that it must not
 * leave behind. carry_out ends it. */
void carry_out_watch(struct call *call);

/* "camp.h5" for "scenarios/camp.yaml", in the folder where we are. */
const char *usual_target(const char *scenario, struct arena *arena);

/* What was carried out, in words or as JSON, into the call's output. */
void carried_out_text(struct call *call, const struct carried_out *done, const char *target);

#endif
