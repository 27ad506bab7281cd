/* The hearings of a site: one for each circle, used again from session to session. */
#include <string.h>

#include "decisions/decisions_parts.h"
#include "parts.h"

struct decisions *decisions_new(const struct decision_settings *settings, struct arena *arena)
{
    struct decisions *decisions = ARENA_NEW(arena, struct decisions, 1);
    *decisions = (struct decisions){.settings = settings, .arena = arena};
    return decisions;
}

const struct decision_settings *decisions_settings(const struct decisions *decisions)
{
    return decisions->settings;
}

struct hearing *hearing_of(struct site *site, const struct circle *circle)
{
    struct decisions *decisions = decisions_of(parts_of(site));
    if (circle->id.index >= decisions->room) {
        uint32_t room = (circle->id.index + 16) * 2;
        struct hearing **larger = ARENA_NEW(decisions->arena, struct hearing *, room);
        struct hearing *fresh = ARENA_NEW(decisions->arena, struct hearing, room - decisions->room);
        if (decisions->room > 0)
            memcpy(larger, decisions->hearings, decisions->room * sizeof(struct hearing *));
        for (uint32_t i = decisions->room; i < room; i++)
            larger[i] = &fresh[i - decisions->room];
        decisions->hearings = larger;
        decisions->room = room;
    }
    return decisions->hearings[circle->id.index];
}
