/* How this program, or what it made, is cited.
 *
 * Title, authors and licence are those of CITATION.cff, read when the program is built
 * (cmake/citation.cmake), so that they stand in one place. Version and commit are those of the program, or of
 * the one that made a results file: with its scenario and seed, they are what somebody needs to make the same
 * runs again.
 */
#ifndef PROGRAM_CITATION_H
#define PROGRAM_CITATION_H

#include "analysis/file/results.h"
#include "base/arena.h"
#include "base/text.h"

struct citation {
    const char *version, *commit;  /* commit "": not known */
    const struct results *results; /* whose making is cited too; NULL: of the program alone */
    const char *runs; /* what these results are, in a sentence without its full stop; NULL as above */
};

/* Of this program, or of `results`, which stay open. */
struct citation citation_of(const struct results *results, struct arena *arena);

/* Words for people; an entry for BibTeX; a citation file (CFF 1.2.0). */
void citation_say(const struct citation *citation, struct text *out);
void citation_bibtex(const struct citation *citation, struct text *out);
void citation_cff(const struct citation *citation, struct text *out);
/* An item of CSL-JSON, which programs for bibliographies read; what else is known stands under `custom`. */
struct json_t *citation_json(const struct citation *citation);

#endif
