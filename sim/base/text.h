/* Text that grows, and text from outside made harmless. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zeros is the empty text. `bytes` ends with a NUL once something was added. */
struct text {
    char *bytes;
    size_t length;
    size_t room;
    size_t columns; /* of the page that it is written for; 0: nobody has said */
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

/* The code point of the valid sequence at `bytes`. */
uint32_t utf8_point(const char *bytes, size_t sequence);

/* Characters that nobody sees, or that a terminal would obey: C0 and C1 controls, DEL, separators of lines
 * and paragraphs, marks that turn the direction of writing around (Unicode TR 36), and what is ignored by
 * default (Unicode DerivedCoreProperties: zero-width space, soft hyphen, tags). Joiners and variation
 * selectors, which Persian, Hindi and emoji are written with, are not among them. */
bool utf8_is_hidden(uint32_t point);
/* Blanks other than the space, the tab and the line end: no-break space, em space and so on (Unicode Zs),
 * and the empty pattern of Braille. */
bool utf8_is_odd_blank(uint32_t point);

/* Adds JSON with every hidden character in it as \uXXXX, so that a terminal obeys none of them. */
void text_add_json(struct text *text, const char *json);

#endif
