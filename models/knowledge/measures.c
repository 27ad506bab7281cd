/* Which facets were voiced, by how many knew them at first. */
#include <math.h>

#include "knowledge/knowledge_parts.h"
#include "mechanism.h"

static double voiced_by_knowers(const struct parts *parts, uint32_t bin)
{
    const struct voiced_books *books = &knowledge_of(parts)->books;
    return row_ratio(books->voiced[bin], books->facets[bin]);
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("voiced_by_knowers", "1", SHARE), BINS_MEAN("first_knowers", 8, 1),
                 SAYS("Share of facets voiced, by how many knew them at first", "Share of facets of decided proposals and of questions that were voiced, by the number of people who knew them at first; the last bin holds all more common ones", "Stasser & Titus 1985")},
     .bin = voiced_by_knowers},
};
// clang-format on

extern const struct chapter voiced_chapter;
const struct chapter voiced_chapter = {ROWS(rows)};
