/* What the files of this room share with each other and with nobody else. */
#ifndef LINKS_LINKS_PARTS_H
#define LINKS_LINKS_PARTS_H

#include "links/links.h"

/* Whether a link of the group leads to that other one. */
bool links_join(const struct links *links, uint32_t group, uint32_t site, uint32_t other);
/* Whether the group can keep one more. */
bool links_have_room(const struct links *links, const struct group *group);
/* The number of a link to be. */
uint32_t links_new_number(struct links *links);
/* Makes this end; numbers and the other end are filled in. */
struct link *link_make_end(struct site *site, const struct link *end);
/* The other end learns that this one is gone, or never was. */
void link_end_there(struct site *site, uint32_t to, uint32_t number);
void link_end_both(struct site *site, struct link *link);

#endif
