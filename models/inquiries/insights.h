/* Insights: what can be noticed by who knows all parts of it. */
#ifndef INQUIRIES_INSIGHTS_H
#define INQUIRIES_INSIGHTS_H

#include "inquiries/inquiries.h"

/* Whether a facet is a part of any insight, where there are insights. */
bool insights_need(const struct inquiry *inquiry, uint32_t facet);
/* Insights of which somebody knows all parts but not the insight itself, and one part is in `fresh`; as
 * facets of the matter. */
struct facet_set insights_within_reach(const struct inquiry *inquiry, const struct facet_set *known,
                                       const struct facet_set *fresh);
/* Whether there is anything to notice. */
bool inquiry_has_insights(const struct inquiry *inquiry);
/* Whether a person who has just come to know the last part notices the insight: always the same answer. */
bool insight_is_seen(const struct inquiry *inquiry, uint32_t person, uint32_t insight);

/* --- book-keeping of who makes somebody know it --- */

/* Somebody here has noticed this insight. */
void insight_is_noticed(struct inquiry *inquiry, uint32_t insight);
/* A facet or insight has come here from elsewhere: with a traveller, or by a record. */
void inquiry_is_told(struct inquiry *inquiry, uint32_t facet);

#endif
