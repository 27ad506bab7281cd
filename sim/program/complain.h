/* Prints what is wrong, on standard error:
 *
 *     camp.yaml:12:5: unknown key `retenton` in conversation
 *         retenton: 40 %
 *         ^~~~~~~~
 *       did you mean `retention`?
 */
#ifndef PROGRAM_COMPLAIN_H
#define PROGRAM_COMPLAIN_H

#include "base/text.h"
#include "base/trouble.h"
#include "program/screen.h"

void complaints_text(const struct trouble *trouble, enum paint paint, struct text *out);
void complain(const struct trouble *trouble, const struct screen *screen);

/* As a JSON array of {file, line, column, sentence, hint}; the caller owns it. */
struct json_t;
struct json_t *complaints_json(const struct trouble *trouble);

/* The exit status that tells a script what happened (sysexits.h). */
int exit_status(enum status status);

#endif
