/* A scenario made of minutes: what stands in them under `found`, what came in as settings, and a fit that
 * says which plausible worlds agree with them. */
#ifndef PROGRAM_MINUTES_SCENARIO_H
#define PROGRAM_MINUTES_SCENARIO_H

#include "models/observed/minutes.h"
#include "program/command.h"
#include "program/facets_tried.h"
#include "scenario/node.h"

struct minutes_told {
    const struct minutes *minutes;
    struct minutes_load load;
    struct minutes_found found;
    const struct trouble *unused; /* of the table */
    struct node *words;           /* the file of words, which says what is held too */
    double confidence;
};

/* What is laid under `proposals` too: nothing where the table does not say it. */
struct minutes_facets {
    bool known;
    struct facets_wanted wanted;
    struct facets_tried tried;
};

/* A whole scenario as text. */
enum status minutes_scenario_write(struct call *call, const struct minutes_told *told, struct text *scenario);

/* The same laid upon a scenario of the user's: its text with the numbers of the minutes. What could not be
 * laid is said in `unused`. */
enum status minutes_onto_write(struct call *call, const struct minutes_told *told, const char *path,
                               struct text *scenario, struct trouble *unused);

/* --- the parts that both have --- */

void minutes_say_found(const struct minutes_told *told,
                       struct text *out); /* `found:` and what is not in it */
void minutes_say_unused(const struct minutes_told *told,
                        struct text *out); /* what was not read, as comments */
bool minutes_can_fit(const struct minutes_told *told);
/* `  per_day: 3 /d` without its comment; "" where the table does not say. */
const char *minutes_rate(const struct minutes_told *told, struct arena *arena);
const char *minutes_rate_from(const struct minutes_told *told, struct arena *arena); /* its comment */
const char *minutes_facets_from(const struct facets_wanted *wanted, const struct facets_tried *tried,
                                struct arena *arena);
/* A line with a comment behind it, all comments in one column. */
void minutes_line(struct text *out, const char *line, const char *comment);
/* The sensitivity and the fit; `design` may be NULL. */
extern const char minutes_worlds[];

/* Whether a scenario has no mistakes: its mistakes are the call's. */
enum status minutes_check(struct call *call, const char *name, const struct text *scenario);

#endif
