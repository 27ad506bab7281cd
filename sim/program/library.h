/* The folder with the scenarios and methods that come with the program. */
#ifndef PROGRAM_LIBRARY_H
#define PROGRAM_LIBRARY_H

#include "base/arena.h"
#include "base/trouble.h"

/* GROUNDSWELL_LIBRARY where set; else beside the program: share/groundswell in a build tree,
 * ../share/groundswell once installed. NULL with trouble when there is none. */
const char *library_folder(struct arena *arena, struct trouble *trouble);

/* The shipped scenario that is shown to who names none. */
#define LIBRARY_DEMO "assembly-vs-open-space"

/* A scenario as the user names it: a path, "-" for standard input, or the name of a shipped one
 * ("assembly-vs-open-space"). A path that leads nowhere is returned as it is, so that the reader of files
 * complains. */
const char *library_scenario(const char *library, const char *name, struct arena *arena);

#endif
