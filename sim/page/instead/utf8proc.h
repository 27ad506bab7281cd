/* Of utf8proc what names ask for (scenario/name.c), from the browser's own Unicode tables. */
#ifndef INSTEAD_UTF8PROC_H
#define INSTEAD_UTF8PROC_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t utf8proc_uint8_t;
typedef int32_t utf8proc_int32_t;
typedef ptrdiff_t utf8proc_ssize_t;
typedef unsigned utf8proc_option_t;

/* They ask for nothing here: a name is always put in the form below. */
enum {
    UTF8PROC_STABLE = 0,
    UTF8PROC_COMPAT = 0,
    UTF8PROC_COMPOSE = 0,
    UTF8PROC_CASEFOLD = 0,
    UTF8PROC_IGNORE = 0,
    UTF8PROC_LUMP = 0
};

typedef enum { UTF8PROC_CATEGORY_CN, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME } utf8proc_category_t;

/* Whether it is a mark (Mn, Me); all other categories are one. */
utf8proc_category_t utf8proc_category(utf8proc_int32_t point);

/* The text in NFKC, in small letters, without what is ignored by default, and with one kind of blank and of
 * dash; for free. Returns its length, below 0 where that failed. */
utf8proc_ssize_t utf8proc_map(const utf8proc_uint8_t *text, utf8proc_ssize_t length,
                              utf8proc_uint8_t **mapped, utf8proc_option_t how);

#endif
