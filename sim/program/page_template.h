/* The page with the simulator inside, as it was built: where a scenario is put in. */
#ifndef PROGRAM_PAGE_TEMPLATE_H
#define PROGRAM_PAGE_TEMPLATE_H

#include "base/arena.h"
#include "base/text.h"
#include "base/trouble.h"

/* What stands in the page that is made. Texts may be anything: they cannot become markup. */
struct page_content {
    const char *title, *scenario;
    const char *const *settings; /* "path=value" */
    size_t setting_count;
    const struct page_method {
        const char *name, *text;
    } * methods; /* that are not shipped */
    size_t method_count;
};

/* The page that lies in share/groundswell-page beside the program or where it is installed. NULL with trouble
 * where the program was built without. */
const char *page_template_read(struct arena *arena, struct trouble *trouble);
/* Fills it in. */
void page_template_fill(const char *template, const struct page_content *content, struct text *page);

#endif
