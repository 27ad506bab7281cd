/* Work that people choose: a task has parts, and each member works on a part of her own.
 *
 * With `assign: pull` a task is laid out in `parts` parts; what the task needs to know is dealt out to them,
 * so that each needs something of it. They would take equally long in a group in which each may ask all
 * others, and then a task takes as many hours as if all worked on it together. A member who has fewer than
 * `wip` parts in hand takes the open part that fits her best; her hours go to her parts in equal shares. So a
 * part goes at
 *
 *     hours a day / parts in hand * (1 + experience)^learning * her skill / (1 + condition_cost)^conditions
 *     her skill = skill_floor + (1 - skill_floor) * (k + help * (K - k))
 *
 * k is the share of what the part needs that she knows herself, K the share that she or somebody knows with
 * whom she has had word since she took it: whom she can ask.
 *
 * A share `coupled` of the pairs of parts bear on each other. When a part is finished, each part under way
 * that it bears on is set back by `rework` of its content, unless who has it had word with who finished since
 * she took it: they sat in one circle, any circle, and who finished spoke; or a signal reached her. Members
 * signal to all others of the group when they take a part and when they finish one; a signal reaches each at
 * once with the chance `signal`, takes her `signal_minutes`, and is word between the two, both ways. So a
 * daily round, a weekly meeting and signals are the same thing at different prices. That uncoordinated
 * dependent work comes back as rework has the form of the Virtual Design Team (Jin & Levitt 1996).
 *
 * What holds, and is required at the end of a run: parts taken = finished + given back + in hand; what is
 * left of the parts of a task is what is left of the task; nobody has more than `wip` parts in hand.
 */
#ifndef TEAMWORK_TEAMWORK_H
#define TEAMWORK_TEAMWORK_H

#include <stdint.h>

#include "parts.h"
#include "scenario/field.h"
#include "teamwork/numbers.h"

struct arena;
struct circle;
struct group;
struct luck;
struct task_lane;
struct turn;
struct work_pace;

struct assign_rule {
    struct choice choice;
    bool apart; /* each member works on parts of her own */
};

struct teamwork_settings {
    const struct choice *assign; /* of a struct assign_rule */
    int64_t parts;               /* of a task */
    int64_t wip;                 /* parts that a member has in hand at most */
    double coupled;              /* chance that two parts bear on each other */
    double rework;               /* share of its content by which a part is set back */
    double help;                 /* share of what others know that counts after word with them */
    double signal;               /* chance that a signal reaches a member at once */
    sim_time signal_takes;       /* of the time of who gets it */
};

extern const struct section teamwork_section;

enum { MOST_PARTS = 64 };

struct scenario;
/* Whether members work apart. */
bool teamwork_is_asked_for(const struct scenario *scenario);

struct checking;
/* Reports what the table cannot say (checking.h). */
void teamwork_check(const struct checking *checking);
void teamwork_note(const struct checking *checking);

/* The parts that groups of one site work on (teamwork_parts.h). */
struct teamwork;

/* NULL where all members work on a task together. */
PART(teamwork, TEAMWORK_NUMBER)

struct work_settings;
struct teamwork *teamwork_new(const struct teamwork_settings *settings, const struct work_settings *work,
                              const struct luck *luck, struct arena *arena);

/* What it hears, and what it answers (moments.h). */
void teamwork_changes(struct site *site, const struct group *group);
bool teamwork_paces(struct site *site, const struct group *group, const struct task_lane *lane,
                    struct work_pace *pace);
void teamwork_hears_turn(struct site *site, const struct circle *circle, const struct turn *turn);

void on_part_finished(struct site *site, const struct event *event);
/* At the end of a run: what has to hold. */
void teamwork_settle(struct site *site, sim_time ends);

#endif
