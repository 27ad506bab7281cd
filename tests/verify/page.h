/* The tables of laws in a page of documentation, between markers that nobody sees when it is shown. */
#ifndef VERIFY_PAGE_H
#define VERIFY_PAGE_H

#include <stdbool.h>

/* Whether the tables of the page are those of the results in the working folder; says what differs. */
bool page_is_up_to_date(const char *path);
/* Puts the tables of the results in the working folder between the markers of the page. */
bool page_write(const char *path);

#endif
