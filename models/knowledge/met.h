/* Minds of those alone who have met a matter: sat in a circle about it, heard of it, or know from the start
 * what few know. What anybody else knows and thinks of it is drawn when somebody asks for it, by the keys by
 * which it would have been drawn at the beginning, and so is the same.
 *
 * For questions of sites above WHOLE_UP_TO people, and for proposals there until they are heard. Where each
 * person may post a question, and working groups propose more than an assembly can hear, questions or
 * proposals times people would else be the work and the memory, though a question is met by a circle, and a
 * proposal that waits by almost nobody.
 */
#ifndef KNOWLEDGE_MET_H
#define KNOWLEDGE_MET_H

#include <stdbool.h>
#include <stdint.h>

struct knowledge;
struct matter;
struct met;

enum { WHOLE_UP_TO = 1024 };

/* Of anybody. */
float met_interest(const struct matter *matter, uint32_t person);
float met_leaning(const struct matter *matter, uint32_t person);
float met_first_leaning(const struct matter *matter, uint32_t person);
/* What she knows is copied to `words`, as many as the matter has. */
void met_copy_known(const struct matter *matter, uint32_t person, uint64_t *words);

/* She has met it from now on. The words that she knows, to be changed: they stay there until the next one
 * meets it. */
uint64_t *met_known(struct matter *matter, uint32_t person);
void met_lean(struct matter *matter, uint32_t person, float leaning);
/* True when the facet was new to her. */
bool met_learn(struct matter *matter, uint32_t person, uint32_t facet);

/* --- for the files of this folder --- */

/* Of all people; they last until the next ones are asked for. */
const float *met_interests(struct knowledge *knowledge, const struct matter *matter);
bool met_by(const struct matter *matter, uint32_t person);
/* What `count` people from `first` on bring who have not met it; they lie in one piece of INITIAL_LANES
 * (initial.h). */
void met_draw(const struct matter *matter, uint32_t first, uint32_t count, float *leanings, uint64_t *known);
/* Nobody has met the matter yet, and those are here who are here now. */
struct met *met_begin(struct knowledge *knowledge);
/* Those who know what few know meet it; `knowers`: how many know each facet, where many do counted up to
 * KNOWER_BINS. After its valences are drawn. */
void met_tell(struct knowledge *knowledge, struct matter *matter, uint32_t *knowers);
void met_end(struct knowledge *knowledge, struct met *met);

/* A guest has gone: the next one in her place knows nothing and leans as at first. */
void met_forget(struct matter *matter, uint32_t person);
/* She leans anew, as somebody on her side does at first. */
void met_leans_anew(struct matter *matter, uint32_t person);

#endif
