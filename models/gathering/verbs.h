/* What a stage can do. A verb is a const struct; each mechanism names its own (`verbs` in mechanism.h). */
#ifndef GATHERING_VERBS_H
#define GATHERING_VERBS_H

#include "gathering/gathering.h"

extern const struct verb verb_arrive, verb_present, verb_market, verb_converse, verb_show, verb_harvest,
    verb_reflect, verb_close;

/* The guide of the circles of a stage of talk: plain talk, and an eye on when everybody has spoken. */
const struct guide *stage_guide(void);

#endif
