/* A scenario from a few answers: today's week against other weeks of as many hours. */
#ifndef PROGRAM_OWN_WEEK_H
#define PROGRAM_OWN_WEEK_H

#include "program/command.h"

enum deciders { DECIDE_ALL, DECIDE_CIRCLES, DECIDE_COUNCIL };

struct own_week {
    double people, share, a_week, minutes, hours, council;
    size_t deciders; /* enum deciders */
};

/* Asks for all of it. */
enum status own_week_ask(struct call *call, struct own_week *week);

/* The scenario as text, with the title line that is given. Facets are found by trying: so many that a
 * proposal takes as long as was answered. */
enum status own_week_write(struct call *call, const struct own_week *own, const char *title,
                           struct text *scenario);

#endif
