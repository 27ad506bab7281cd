/* The inquiries of one site, as the files of this folder see them. */
#ifndef INQUIRIES_INQUIRIES_PARTS_H
#define INQUIRIES_INQUIRIES_PARTS_H

#include "inquiries/inquiries.h"

enum { INSIGHT_WORDS = MOST_INSIGHTS / 64 };

/* What can be noticed; drawn once, the same at all sites. */
struct insight_plan {
    struct facet_set parts[MOST_INSIGHTS];
    uint64_t of_facet[MOST_FACETS][INSIGHT_WORDS]; /* insights of which the facet is a part */
};

/* How far it has come among the people who are here. */
struct inquiry_census {
    double voiced, coverage, common, aspects_touched;
    double noticed, insights_voiced, insights_common, reach; /* of insights */
};

struct inquiry_books {
    struct facet_set sources; /* what was here at first, was noticed here or came from elsewhere */
    sim_time people_time;     /* that people spent in sessions about it */
    uint32_t series;          /* sessions so far that took the next aspect */
};

struct inquiry {
    const struct inquiry_settings *settings;
    const struct people *people;
    const struct luck *luck;
    uint32_t number; /* from 1 */
    uint32_t site;
    struct matter *matter; /* NULL: has not begun */
    struct insight_plan *plan;
    float *interest;   /* people x aspects; NULL: people have interests of their own */
    uint8_t *attended; /* whether a person ever came to a session about it */
    struct inquiry_books books;
    bool over, proposed;
    struct inquiry_census last; /* when it was due */
};

struct inquiries {
    struct knowledge *knowledge;
    uint32_t sites; /* of the run */
    uint32_t count;
    struct inquiry **all; /* by number - 1; NULL: not at this site */
};

/* Facets of an aspect. */
static inline uint32_t aspect_size(const struct inquiry_settings *settings, uint32_t aspect)
{
    return (uint32_t)((settings->facets - 1 - aspect) / settings->aspects + 1);
}

void inquiry_draw_insights(struct inquiry *inquiry, struct arena *arena);
/* When it begins: those who know all parts notice or do not. */
void inquiry_begins_with_insights(struct inquiry *inquiry);
struct inquiry_census inquiry_census(const struct inquiry *inquiry);

#endif
