/* Inquiries: questions that last over sessions and sites, have aspects, and need putting together.
 *
 * An inquiry is a matter that lives at each of its sites from `begins` to `due`, with the same facets
 * everywhere. Facet f belongs to aspect f mod `aspects`. The last ones of each aspect (`outside`) nobody
 * knows at first; a share of the rest is known to many, and each of the others to `knowledge.knowers` people
 * of all its sites together.
 *
 * Its insights are numbered facets that come after the others. Each is put together from a few facets of
 * different aspects. Somebody who comes to know the last missing one notices the insight with a chance, once.
 * From then on it is a facet that she knows: people say it, hear it and lose it like any other, and speaks
 * for the matter. This is recombination (Weitzman 1998) as counting; what a form of meeting does to it is
 * structure.
 *
 * What must hold, and is required at the end of every run: nobody knows and nobody has said what was not at a
 * site at first, was noticed there, was learned from a record, or came with somebody who travels.
 */
#ifndef INQUIRIES_INQUIRIES_H
#define INQUIRIES_INQUIRIES_H

#include "inquiries/numbers.h"
#include "knowledge/knowledge.h"
#include "parts.h"
#include "scenario/field.h"

enum { MOST_INQUIRIES = 32, MOST_ASPECTS = 64, MOST_INSIGHTS = 128, MOST_INSIGHT_PARTS = 4 };

/* What an inquiry becomes. */
struct inquiry_end {
    struct choice choice;
    bool proposes;
};

struct inquiry_settings {
    const char *name;
    int64_t facets, aspects;
    double outside; /* of the facets of each aspect, known to nobody at first */
    int64_t insights, parts;
    double notice;
    sim_time begins, due;     /* due 0: never */
    const struct node *sites; /* a name or a list of names; NULL: all */
    const struct inquiry_end *becomes;
    int64_t endorsers;
    const uint64_t *before; /* people of its sites before each site of the run, and of all; when complete */
};

extern const struct section inquiry_section;

struct checking;
struct scenario;
/* Reports what the table cannot say (checking.h). */
void inquiries_check(const struct checking *checking);
struct weight;
/* Memory before the first event (mechanism.h). */
struct weight inquiries_weigh(const struct checking *checking);
/* At which sites each is, and how many people these have. */
void inquiries_complete(struct scenario *scenario, struct arena *arena);
/* The number of the inquiry of this name, from 1; 0: there is none. */
uint32_t inquiry_number(const struct field_list *inquiries, const char *name);

/* The inquiries of a site, and one of them (inquiries_parts.h). */
struct inquiries;
struct inquiry;

/* NULL where the scenario has none. */
PART(inquiries, INQUIRIES_NUMBER)

/* A site, of so many. */
struct inquiry_place {
    uint32_t site, sites;
};

struct inquiries *inquiries_new(const struct field_list *settings, struct knowledge *knowledge,
                                const struct people *people, const struct luck *luck,
                                struct inquiry_place place, struct arena *arena);
void inquiries_start(struct site *site);
/* At the end of a run: requires that all that is known came from somewhere. */
void inquiries_settle(struct site *site);

void on_inquiry_begins(struct site *site, const struct event *event);
void on_inquiry_is_due(struct site *site, const struct event *event);

/* --- what others may ask --- */

/* How many there are; their numbers are from 1. */
uint32_t inquiries_count(const struct inquiries *inquiries);
/* What people here know and think of it; NULL: it is not at this site, or has not begun, or is over. */
struct matter *inquiry_matter(const struct inquiries *inquiries, uint32_t number);
const struct inquiry_settings *inquiry_settings(const struct inquiry *inquiry);
/* The facets of an aspect, and the insights of which one of them is a part. */
struct facet_set inquiry_aspect(const struct inquiry *inquiry, uint32_t aspect);
/* The facets that nobody knows at first. */
struct facet_set inquiry_outside(const struct inquiry_settings *settings);
/* How much a person cares for what is talked about: for one aspect, or for the whole. */
float inquiry_interest(const struct inquiry *inquiry, uint32_t person, const struct facet_set *about);
/* The aspect she cares for most, of those whose bit is not set in `taken`; NOBODY: all are. */
uint32_t inquiry_favourite(const struct inquiry *inquiry, uint32_t person, uint64_t taken);

/* --- what others may do --- */

/* A session about it begins that takes the next aspect. */
uint32_t inquiry_next_aspect(struct inquiry *inquiry);
/* Somebody comes to a session about it; people have spent this time in one, added up. */
void inquiry_is_attended(struct inquiry *inquiry, uint32_t person);
void inquiry_takes_time(struct inquiry *inquiry, sim_time people_time);
/* So many who are at a session about it would see it on the agenda. True once, when they are enough. */
bool inquiry_is_endorsed(struct inquiry *inquiry, uint32_t endorsers);
/* A guest has gone: the next one in her place came to no session yet. */
void inquiries_forget(struct inquiries *inquiries, uint32_t person);
/* A new number for the proposal that it becomes. */
uint32_t inquiry_proposal_id(const struct inquiry *inquiry);

#endif
