/* Who speaks for a group where delegates of all groups meet: the gathering asks by a moment (moments.h). */
#ifndef GROUPS_DELEGATES_H
#define GROUPS_DELEGATES_H

#include "gathering/gathering.h"

uint32_t delegates_group_of(struct site *site, uint32_t person, uint32_t which);
uint32_t delegates_delegate_of(struct site *site, const struct session *session, uint32_t number);

#endif
