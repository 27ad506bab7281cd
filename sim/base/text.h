/* Text that grows, and text from outside made harmless. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stddef.h>

/* All zeros is the empty text. `bytes` ends with a NUL once something was added. */
struct text {
    char *bytes;
    size_t length;
    size_t room;
};

void text_add(struct text *text, const char *bytes, size_t length);
void text_say(struct text *text, const char *string);
void text_print(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_free(struct text *text);

/* Adds `bytes` with every invalid UTF-8 sequence replaced by U+FFFD. */
void text_add_utf8(struct text *text, const char *bytes, size_t length);

/* Length of the valid UTF-8 sequence at `bytes` (1 to 4), or 0 when there is none. Overlong forms, surrogates
 * and code points above U+10FFFF are invalid. */
size_t utf8_sequence(const char *bytes, size_t length);

#endif
