/* The first bytes of a journal: which scenario, settings and program its runs are of.
 *
 * A heading holds what is needed to make the same runs again (scenario text, overrides, methods, seed) and to
 * refuse to continue with anything else (version, commit, libraries, and a digest of all that shapes the
 * file). Layout, in the machine's byte order:
 *
 *     magic[8]  "GSJRNL5\n"
 *     u32 byte-order mark, u32 length of the whole heading
 *     u64 digest high, u64 digest low, u64 seed, u64 number of runs, of variants, of overrides, of methods,
 *     which part of how many (zeros: all runs)
 *     texts, each u64 length and bytes: version, commit, libraries, scenario file, command, scenario text,
 *     overrides, and of each method name, folder, file, text and path
 *     u32 CRC-32C of all bytes before
 */
#ifndef RECORD_HEADING_H
#define RECORD_HEADING_H

#include "base/arena.h"
#include "base/text.h"
#include "base/trouble.h"
#include "record/checksum.h"
#include "record/outcome_parts.h"
#include "record/record.h"

struct heading {
    const char *version, *commit, *libraries;
    const char *scenario_file, *command, *scenario_text;
    const char *const *overrides;
    uint64_t override_count;
    const struct provenance_method *methods;
    uint64_t method_count;
    uint64_t seed, runs, variants;
    struct record_part part;
    struct digest digest;
};

enum { HEADING_PREFIX = 16 }; /* bytes that tell the length of the rest */

/* How many variants and worlds there are; worlds are counted on after the variants. */
size_t plan_variants(const struct record_plan *plan);
/* Of each design, at most. */
uint32_t plan_replications(const struct record_plan *plan, size_t variant);
/* The slot of a run among all that there are at most: by variant, then replication, then design. */
uint64_t run_number(const struct record_plan *plan, size_t variant, uint32_t replication, size_t design);

/* What is kept of a run. */
enum outcome_part plan_keeps(const struct record_plan *plan, const struct run_order *order);

/* Shares its texts with the plan. */
struct heading heading_of(const struct record_plan *plan);
void heading_encode(const struct heading *heading, struct text *bytes);

/* Length of a heading that begins with these HEADING_PREFIX bytes, 0 when none does. */
size_t heading_length(const char *prefix);
/* False when the bytes are damaged. Texts go into `arena`. */
bool heading_decode(const char *bytes, size_t length, struct arena *arena, struct heading *heading);

/* What runs under the one heading differ in from those under the other, "another seed", as the end of a
 * sentence; NULL when they belong together. Says nothing of parts. */
const char *heading_difference(const struct heading *one, const struct heading *other);
/* STATUS_FINE when a journal that was begun under `begun` can be continued under `now`; else says what
 * differs. */
enum status heading_compare(const struct heading *begun, const struct heading *now, const char *path,
                            struct trouble *trouble);

#endif
