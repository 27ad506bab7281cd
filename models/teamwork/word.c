/* Who has had word with whom: in circles, and by signals. */
#include <string.h>

#include "conversation/conversation.h"
#include "teamwork/teamwork_parts.h"

bool part_had_word(const struct task_part *part, uint32_t place)
{
    return ((part->had_word[place / 64] >> (place % 64)) & 1) != 0;
}

void part_forgets(const struct team *team, struct task_part *part)
{
    memset(part->had_word, 0, team_words(team) * sizeof *part->had_word);
}

bool team_word(struct team *team, uint32_t listener, uint32_t speaker)
{
    bool is_new = false;
    for (uint32_t i = 0; i < team->part_count; i++) {
        struct task_part *part = &team->parts[i];
        if (part->holder != listener || part_had_word(part, speaker))
            continue;
        part->had_word[speaker / 64] |= UINT64_C(1) << (speaker % 64);
        is_new = true;
    }
    return is_new;
}

/* A speaker tells those of her group who sit in the circle. */
static bool tell_team(struct team *team, const struct circle *circle, uint32_t speaker)
{
    bool is_new = false;
    uint32_t place = team_place(team, speaker);
    for (uint32_t i = 0; place != NO_SEAT && i < circle->seats.count; i++) {
        uint32_t listener = team_place(team, circle->seats.person[i]);
        if (listener != NO_SEAT && listener != place)
            is_new |= team_word(team, listener, place);
    }
    return is_new;
}

/* Who can ask somebody else from now on works at another pace. */
void teamwork_hears_turn(struct site *site, const struct circle *circle, const struct turn *turn)
{
    const struct teamwork *teamwork = teamwork_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    if (turn->speaker == NOBODY)
        return;
    for (uint32_t which = 0; which < GROUPS_EACH; which++) {
        const struct group *group = group_of_person(groups, turn->speaker, which);
        struct team *team = group == NULL ? NULL : team_of(teamwork, group);
        if (team != NULL && tell_team(team, circle, turn->speaker) && teamwork->settings->help > 0)
            work_look_up(site, group);
    }
}

/* A signal is word both ways: who gets it, and knows better, answers. */
void team_signals(struct site *site, struct team *team, const struct group *group, uint32_t place)
{
    struct teamwork *teamwork = teamwork_of(parts_of(site));
    double signal = teamwork->settings->signal;
    if (signal <= 0)
        return;
    struct draw draw = draw_for(teamwork->luck, DRAW_SIGNAL, group->luck, team->signals++);
    for (uint32_t other = 0; other < team->count; other++) {
        if (other == place || team->places[other] == NOBODY || draw_uniform(&draw) >= signal)
            continue;
        teamwork->tally.signals++;
        team_word(team, other, place);
        team_word(team, place, other);
    }
}
