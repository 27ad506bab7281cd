/* What a stage can do. A verb is a const struct; each mechanism names its own (`verbs` in mechanism.h). */
#ifndef GATHERING_VERBS_H
#define GATHERING_VERBS_H

#include "gathering/gathering.h"

extern const struct verb verb_arrive, verb_present, verb_market, verb_converse, verb_show, verb_harvest,
    verb_reflect, verb_close;

/* The guide of circles that talk: one turn after the other, until everybody has spoken as often as the stage
 * asks. */
const struct guide *stage_guide(void);
/* The same, or what its way of moving has in place of it. */
const struct guide *stage_guide_of(const struct stage *stage);

#endif
