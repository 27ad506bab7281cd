/* The chapters of all mechanisms, numbered in the order of the record, and sets of them as bits. */
#ifndef MEASURES_CHAPTERS_H
#define MEASURES_CHAPTERS_H

#include "rows.h"

enum { MOST_CHAPTERS = 64, LEDGER_MEASURES = 512, LEDGER_TABLES = 32 };

struct chapter_list {
    size_t count;
    const struct chapter *items[MOST_CHAPTERS];
};

struct mechanism;

/* In the order of the mechanisms, but for those that come first (rows.h). */
struct chapter_list chapters_list(const struct mechanism *const *all);

static inline bool chapter_in(uint64_t set, size_t number)
{
    return (set >> number & 1) != 0;
}

/* Those that mean something for this scenario; and all there are. */
uint64_t chapters_of(const struct chapter_list *list, const struct scenario *scenario);
uint64_t chapters_all(const struct chapter_list *list);
/* Those that mean something in every design where one has them. */
uint64_t chapters_for_all(const struct chapter_list *list);

/* What a record that keeps these chapters holds, in its order; returns the count, at most `room`. */
size_t chapters_measures(const struct chapter_list *list, uint64_t set, const struct measure **measures,
                         size_t room);
size_t chapters_tables(const struct chapter_list *list, uint64_t set, const struct table **tables,
                       size_t room);
/* The chapter that a measure is of; it is in one. */
const struct chapter *chapter_of(const struct chapter_list *list, const struct measure *measure);

/* Whether a chapter's rows are of the movement as a whole. */
bool chapter_is_whole(const struct chapter *chapter);

#endif
