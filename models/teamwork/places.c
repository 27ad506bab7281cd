/* The teams of a site, and where their members have their places. */
#include <string.h>

#include "base/arena.h"
#include "teamwork/teamwork_parts.h"

struct team *team_of(const struct teamwork *teamwork, const struct group *group)
{
    return group->number < teamwork->room ? teamwork->teams[group->number] : NULL;
}

struct team *team_made(struct teamwork *teamwork, const struct group *group)
{
    if (group->number >= teamwork->room) {
        uint32_t room = group->number < 8 ? 16 : 2 * group->number;
        teamwork->teams =
            arena_grow(teamwork->arena, teamwork->teams, teamwork->room, room, sizeof(struct team *));
        teamwork->room = room;
    }
    struct team **team = &teamwork->teams[group->number];
    if (*team == NULL) {
        *team = ARENA_NEW(teamwork->arena, struct team, 1);
        uint32_t each = (uint32_t)teamwork->settings->parts, lanes = group->work.lane_count;
        (*team)->lanes = ARENA_NEW(teamwork->arena, struct team_lane, lanes);
        (*team)->part_count = lanes * each;
        (*team)->parts = ARENA_NEW(teamwork->arena, struct task_part, (*team)->part_count);
        for (uint32_t i = 0; i < (*team)->part_count; i++) {
            (*team)->parts[i].holder = NO_SEAT;
            (*team)->parts[i].lane = i / each;
        }
    }
    return *team;
}

uint32_t team_place(const struct team *team, uint32_t person)
{
    for (uint32_t place = 0; place < team->count; place++)
        if (team->places[place] == person)
            return place;
    return NO_SEAT;
}

/* Each part needs bits for all places; what they say stays. */
static void enlarge(struct teamwork *teamwork, struct team *team)
{
    size_t before = team_words(team);
    uint32_t room = team->room == 0 ? 16 : 2 * team->room;
    team->places = arena_grow(teamwork->arena, team->places, team->count, room, sizeof *team->places);
    team->room = room;
    if (team_words(team) == before)
        return;
    for (uint32_t i = 0; i < team->part_count; i++) {
        uint64_t *bits = ARENA_NEW(teamwork->arena, uint64_t, team_words(team));
        if (before > 0)
            memcpy(bits, team->parts[i].had_word, before * sizeof *bits);
        team->parts[i].had_word = bits;
    }
}

static void take_place(struct teamwork *teamwork, struct team *team, uint32_t person)
{
    uint32_t place = team_place(team, NOBODY);
    if (place == NO_SEAT) {
        if (team->count == team->room)
            enlarge(teamwork, team);
        place = team->count++;
    }
    team->places[place] = person;
}

/* Nobody has had word with who comes to this place next. */
static void leave_place(struct team *team, uint32_t place)
{
    for (uint32_t i = 0; i < team->part_count; i++)
        team->parts[i].had_word[place / 64] &= ~(UINT64_C(1) << (place % 64));
    team->places[place] = NOBODY;
}

static bool is_member(const struct group *group, uint32_t person)
{
    for (uint32_t i = 0; i < group->members.count; i++)
        if (group->members.all[i] == person)
            return true;
    return false;
}

void team_follows(struct teamwork *teamwork, struct team *team, const struct group *group,
                  void (*leaves)(struct teamwork *teamwork, struct team *team, uint32_t place))
{
    for (uint32_t place = 0; place < team->count; place++)
        if (team->places[place] != NOBODY && !is_member(group, team->places[place])) {
            leaves(teamwork, team, place);
            leave_place(team, place);
        }
    for (uint32_t i = 0; i < group->members.count; i++)
        if (team_place(team, group->members.all[i]) == NO_SEAT)
            take_place(teamwork, team, group->members.all[i]);
}
