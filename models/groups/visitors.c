#include "groups/visitors.h"

void visitor_sits_in(struct groups *groups, struct group *group, uint32_t person)
{
    if (group->visitors.count == group->visitors.room) {
        uint32_t room = group->visitors.room == 0 ? 4 : group->visitors.room * 2;
        group->visitors.all = arena_grow(groups->arena, group->visitors.all, group->visitors.count, room,
                                         sizeof *group->visitors.all);
        group->visitors.room = room;
    }
    group->visitors.all[group->visitors.count++] = (struct visitor){person, 0};
    groups->newcomers.sits_in[person] = group->number + 1;
}

void visitor_goes(struct groups *groups, uint32_t person)
{
    if (groups->newcomers.sits_in[person] == 0)
        return;
    struct group *group = groups->all.list[groups->newcomers.sits_in[person] - 1];
    uint32_t place = 0;
    while (group->visitors.all[place].person != person)
        place++;
    group->visitors.all[place] = group->visitors.all[--group->visitors.count];
    groups->newcomers.sits_in[person] = 0;
}

void visitors_turn_away(struct groups *groups, struct group *group)
{
    for (uint32_t i = 0; i < group->visitors.count; i++)
        groups->newcomers.sits_in[group->visitors.all[i].person] = 0;
    group->visitors.count = 0;
}
