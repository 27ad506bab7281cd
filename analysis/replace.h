/* A file that is either the old one or the whole new one. */
#ifndef ANALYSIS_REPLACE_H
#define ANALYSIS_REPLACE_H

#include "base/text.h"
#include "base/trouble.h"

/* Writes beside `path`, syncs and renames. STATUS_NO_OUTPUT or STATUS_OUTPUT_LOST, with nothing left behind.
 */
enum status replace_file(const char *path, const struct text *content, struct trouble *trouble);

#endif
