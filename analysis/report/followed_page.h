/* A session as it happened, as a page. */
#ifndef ANALYSIS_FOLLOWED_PAGE_H
#define ANALYSIS_FOLLOWED_PAGE_H

#include "analysis/words/followed_text.h"

void followed_page(const struct followed_told *told, struct text *page);

#endif
