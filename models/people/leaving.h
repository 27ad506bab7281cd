/* Leaving for one's own reasons, and coming back; what the files of this folder share. */
#ifndef PEOPLE_LEAVING_H
#define PEOPLE_LEAVING_H

#include "kernel/run.h"
#include "people/people.h"

/* She is here from now on, as a newcomer. */
void person_enters(struct site *site, uint32_t person);

void burn_out_make_room(struct people *people, struct arena *arena);
void leaving_start(struct site *site);

void on_person_drifts(struct site *site, const struct event *event);
void on_person_burns_out(struct site *site, const struct event *event);
void on_person_returns(struct site *site, const struct event *event);

#endif
