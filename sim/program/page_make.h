/* A page that holds the simulator, with a scenario put in. */
#ifndef PROGRAM_PAGE_MAKE_H
#define PROGRAM_PAGE_MAKE_H

#include "models/experiment/experiment.h"
#include "program/command.h"

/* Adds the HTML of the page. Plausible worlds and searches are left out of the request, since a page has no
 * time for them. With trouble where the scenario is not sound or too large for a page, or where the program
 * was built without one. */
enum status page_make(struct call *call, struct experiment_request *request, struct text *page);

#endif
