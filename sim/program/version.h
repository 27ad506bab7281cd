/* Which program this is. The commit is found when the program is built; "unknown" without git. */
#ifndef PROGRAM_VERSION_H
#define PROGRAM_VERSION_H

#include "base/text.h"

const char *version_number(void);
const char *version_commit(void);

/* The libraries that results can depend on. Without the compiler: the results do not depend on it, and a file
 * must have the same bytes whichever built the program. */
const char *version_libraries(void);

void version_text(struct text *out);

#endif
