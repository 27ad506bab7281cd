/* The informants of one site, as the files of this folder see them. */
#ifndef INFORMANTS_INFORMANTS_PARTS_H
#define INFORMANTS_INFORMANTS_PARTS_H

#include "gathering/session.h"
#include "informants/informants.h"
#include "inquiries/inquiries.h"
#include "sides/sides.h"

struct circle;
struct setup;

struct informants_tally {
    uint64_t came, went, missing; /* missing: there was no place */
    sim_time sat;                 /* of those who went, added up */
};

struct informants {
    const struct people *people;
    const struct side_settings *sides; /* to find a side by its name */
    const struct inquiries *inquiries; /* NULL: there are none */
    struct informants_tally tally;
};

struct informants *informants_new(const struct setup *setup);
/* Everybody else sits: circles get as many informants as the stage says, and no more. */
void informants_sit_down(struct site *site, const struct session *session);
/* Those of a circle that is about to close go. */
void informants_go(struct site *site, const struct session *session, const struct circle *circle);
/* Time that informants have spent in circles until then, added up. */
sim_time informants_sat(const struct informants *informants, sim_time now);
/* The side of this name, from 0; NOBODY: there is none. */
uint32_t informants_side(const struct side_settings *sides, const char *name);
void informants_require_laws(struct site *site);

#endif
