/* What a table of fields cannot say of a scenario: each mechanism checks its own sections (mechanism.h).
 *
 * The fields are read by then, and what was wrong with them is reported. A check tells what else is wrong, at
 * the place where it stands, and leaves alone what was told of already. It sees the sections of its own and
 * of lower mechanisms. Checks go in the order of the list.
 */
#ifndef MODELS_CHECKING_H
#define MODELS_CHECKING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/sim_time.h"
#include "base/trouble.h"
#include "rows.h"
#include "scenario/field.h"
#include "scenario/node.h"

struct scenario;

struct checking {
    struct scenario *scenario; /* opaque: see checking_settings */
    struct node *tree;         /* what the settings were read from: a design, with all that lies under it */
    struct arena *arena;
    struct trouble *trouble;
    size_t told_in_reading; /* how much was told before the first check */
    sim_time lasts;         /* a run */
    int first_day;          /* weekday, 0 to 6; -1 where it could not be read */
    /* For notes alone (NULL while something is checked): where those of this design go, the headline, and
     * what sessions have to deal with before it can move. */
    struct trouble *notes;
    const char *headline;
    enum subject subject;
};

/* The settings for a section, as setup_settings in mechanism.h gives them: of sites, the list as written. */
const void *checking_settings(const struct checking *checking, const struct section *section);
/* The same, for a check that also finds what names mean: each fills in what the names of its own sections
 * lead to. */
void *checking_filled(const struct checking *checking, const struct section *section);

/* Whether anything was told of the node or of what stands in it. */
bool told_about(const struct trouble *trouble, const struct node *node);
/* The same, of what was told before the first check. */
bool told_in_reading(const struct checking *checking, const struct node *node);
/* Whether nothing was told of a section of the tree. */
bool is_sound(const struct checking *checking, const char *key);

/* Adds a note, unless the same sentence was noted before. For `note` of a mechanism alone: in `check` it
 * would be a mistake. What stands there for several designs is noted where all of them say so. */
void checking_note(const struct checking *checking, const struct node *where, const char *sentence);

/* The element number `index` of a list, or the last there is; NULL when there is none. */
struct node *list_element(const struct node *list, size_t index);

#endif
