/* A design by the name that the user gave. */
#ifndef PROGRAM_DESIGNS_H
#define PROGRAM_DESIGNS_H

#include "program/command.h"

/* The place of `name` among `count` designs; `of` is what has them. False with trouble that names the nearest
 * one, or all of them. */
bool design_find(struct call *call, const char *of, const char *const *names, size_t count, const char *name,
                 size_t *place);

#endif
