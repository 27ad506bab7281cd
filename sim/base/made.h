/* Files of our own, known by what stands in them. */
#ifndef BASE_MADE_H
#define BASE_MADE_H

#include <stdbool.h>

#include "base/destination.h"

/* Whether Groundswell made the file at `path` as one of this kind, or it is empty. Reads no more of it than
 * is needed and uses no library, since the file may come from anybody. False where it cannot be read. */
bool made_by_us(const char *path, enum made kind);

#endif
