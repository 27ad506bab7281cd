/* Text as roff, the language of manual pages: no line begins with a dot or a quotation mark, no backslash and
 * no hyphen is taken for something else. */
#ifndef BASE_ROFF_H
#define BASE_ROFF_H

#include "base/text.h"

void roff_text(struct text *out, const char *string);
/* A paragraph with a bold head beside it. */
void roff_item(struct text *out, const char *head, const char *meaning);

#endif
