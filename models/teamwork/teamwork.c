#include "teamwork/teamwork.h"

#include <math.h>

#include "base/arena.h"
#include "base/require.h"
#include "chronicle.h"
#include "moments.h"
#include "teamwork/teamwork_parts.h"

/* What the event of a part carries. */
struct part_card {
    uint32_t group, part;
};

struct teamwork *teamwork_new(const struct teamwork_settings *settings, const struct work_settings *work,
                              const struct luck *luck, struct arena *arena)
{
    struct teamwork *teamwork = ARENA_NEW(arena, struct teamwork, 1);
    *teamwork = (struct teamwork){.settings = settings, .work = work, .luck = luck, .arena = arena};
    return teamwork;
}

/* Parts of one task; they begin in the list of the team at this place. */
static uint32_t part_count(const struct teamwork *teamwork)
{
    return (uint32_t)teamwork->settings->parts;
}

static struct task_part *parts_of_lane(const struct teamwork *teamwork, const struct team *team,
                                       uint32_t lane)
{
    return &team->parts[lane * part_count(teamwork)];
}

/* --- parts of a task --- */

/* Which pairs bear on each other belongs to the item, whichever group works on it. */
static void draw_pairs(const struct teamwork *teamwork, struct task_part *parts, uint32_t item)
{
    uint32_t count = part_count(teamwork), pair = 0;
    for (uint32_t i = 0; i < count; i++)
        parts[i].bears_on = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = i + 1; j < count; j++) {
            struct draw draw = draw_for(teamwork->luck, DRAW_COUPLED, item, pair++);
            if (draw_uniform(&draw) >= teamwork->settings->coupled)
                continue;
            parts[i].bears_on |= UINT64_C(1) << j;
            parts[j].bears_on |= UINT64_C(1) << i;
        }
}

/* Each part needs something of what the task needs, and all of that is needed somewhere. */
static void deal_out_needs(struct task_part *parts, uint32_t count, const struct facet_set *needs)
{
    uint32_t needed = facet_count(needs), most = needed > count ? needed : count;
    for (uint32_t k = 0; k < most && needed > 0; k++)
        facet_add(&parts[k % count].needs, facet_pick(needs, k % needed));
}

/* Parts take equally long for a group in which each may ask all others: the less of what a part needs is
 * known in the group, the less there is of it. So to share a task out changes nothing by itself. */
static void set_sizes(const struct parts *parts, const struct team *team, struct task_part *first,
                      double content)
{
    const struct teamwork *teamwork = teamwork_of(parts);
    double floor = teamwork->work->skill_floor, all = 0;
    for (uint32_t i = 0; i < part_count(teamwork); i++) {
        first[i].size = floor + (1 - floor) * part_fit_of_all(parts, team, &first[i]);
        all += first[i].size;
    }
    for (uint32_t i = 0; i < part_count(teamwork); i++) {
        first[i].size *= content / all;
        first[i].left = first[i].size;
    }
}

static void lay_out(struct site *site, struct team *team, const struct task_lane *lane)
{
    const struct teamwork *teamwork = teamwork_of(parts_of(site));
    struct task_part *parts = parts_of_lane(teamwork, team, lane->number);
    team->lanes[lane->number].task = lane->started;
    team->lanes[lane->number].laid_out = site_now(site);
    for (uint32_t i = 0; i < part_count(teamwork); i++) {
        parts[i].gain = 0;
        parts[i].needs = (struct facet_set){{0}};
        parts[i].is_finished = false;
    }
    deal_out_needs(parts, part_count(teamwork), &lane->task.needs);
    set_sizes(parts_of(site), team, parts, lane->task.left);
    draw_pairs(teamwork, parts, lane->task.item);
}

/* Nobody has the part in hand any more. */
static void let_go(struct teamwork *teamwork, struct task_part *part)
{
    part->holder = NO_SEAT;
    part->gain = 0;
    teamwork->tally.in_hand--;
}

static void give_back(struct teamwork *teamwork, struct task_part *part)
{
    teamwork->tally.given_back++;
    let_go(teamwork, part);
}

static void member_leaves(struct teamwork *teamwork, struct team *team, uint32_t place)
{
    for (uint32_t i = 0; i < team->part_count; i++)
        if (team->parts[i].holder == place)
            give_back(teamwork, &team->parts[i]);
}

/* The task is over: who has parts of it in hand is free. */
static void give_all_back(struct teamwork *teamwork, struct team *team, uint32_t lane)
{
    struct task_part *parts = parts_of_lane(teamwork, team, lane);
    for (uint32_t i = 0; i < part_count(teamwork); i++)
        if (parts[i].holder != NO_SEAT)
            give_back(teamwork, &parts[i]);
}

/* Brings what is left up to now. */
static void settle_parts(struct team *team, sim_time now)
{
    double hours = sim_hours(now - team->settled);
    team->settled = now;
    for (uint32_t i = 0; i < team->part_count && hours > 0; i++)
        team->parts[i].left -= team->parts[i].gain * hours;
}

/* --- who takes what --- */

static uint32_t parts_in_hand(const struct team *team, uint32_t place)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < team->part_count; i++)
        count += team->parts[i].holder == place ? 1 : 0;
    return count;
}

/* Those of one task, if it is worked on; parts of a task that waits rest with her. */
static uint32_t parts_worked_in(const struct team *team, uint32_t lane, uint32_t place)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < team->part_count && team->lanes[lane].works; i++)
        count += team->parts[i].lane == lane && team->parts[i].holder == place ? 1 : 0;
    return count;
}

static uint32_t parts_worked(const struct team *team, uint32_t place)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < team->part_count; i++)
        count += team->parts[i].holder == place && team->lanes[team->parts[i].lane].works ? 1 : 0;
    return count;
}

/* The open part that fits her best, the first of several; NULL: none is open. */
static struct task_part *best_part(const struct parts *parts, const struct team *team, uint32_t person)
{
    struct task_part *best = NULL;
    double best_fit = -1;
    for (uint32_t i = 0; i < team->part_count; i++) {
        struct task_part *part = &team->parts[i];
        if (!team->lanes[part->lane].works || part->is_finished || part->holder != NO_SEAT)
            continue;
        double fit = part_fit(parts, part, person);
        if (fit > best_fit) {
            best_fit = fit;
            best = part;
        }
    }
    return best;
}

static void tell_of_part(struct site *site, enum told_kind kind, const struct group *group,
                         const struct team *team, const struct task_part *part, uint32_t place)
{
    uint32_t number = (uint32_t)(part - team->parts) % part_count(teamwork_of(parts_of(site))) + 1;
    chronicle_tell(site, kind, team->places[place], group->number, number);
}

static void take_part(struct site *site, struct team *team, const struct group *group, struct task_part *part,
                      uint32_t place)
{
    struct teamwork *teamwork = teamwork_of(parts_of(site));
    part->holder = place;
    part->begun = site_now(site);
    part->is_fresh = true;
    part_forgets(team, part);
    teamwork->tally.taken++;
    teamwork->tally.in_hand++;
    tell_of_part(site, TOLD_PART_BEGUN, group, team, part, place);
}

/* Somebody sits in this place, and works on what the group has in hand. */
static bool works(struct site *site, const struct group *group, uint32_t person)
{
    bool she_works = person != NOBODY;
    if (she_works)
        ASK(site, she_works, works_on_tasks, group, person);
    return she_works;
}

/* Who works no more gives back what she has. */
static void take_back(struct site *site, struct team *team, const struct group *group)
{
    struct teamwork *teamwork = teamwork_of(parts_of(site));
    for (uint32_t i = 0; i < team->part_count; i++)
        if (team->parts[i].holder != NO_SEAT && !works(site, group, team->places[team->parts[i].holder])) {
            if (team->places[team->parts[i].holder] != NOBODY)
                tell_of_part(site, TOLD_PART_GIVEN_BACK, group, team, &team->parts[i], team->parts[i].holder);
            give_back(teamwork, &team->parts[i]);
        }
}

/* Everybody takes a first part before anybody takes a second one. */
static void hand_out(struct site *site, struct team *team, const struct group *group)
{
    const struct parts *parts = parts_of(site);
    const struct teamwork *teamwork = teamwork_of(parts);
    for (uint32_t most = 1; most <= teamwork->settings->wip; most++)
        for (uint32_t place = 0; place < team->count; place++) {
            if (!works(site, group, team->places[place]) || parts_in_hand(team, place) >= most)
                continue;
            struct task_part *part = best_part(parts, team, team->places[place]);
            if (part == NULL)
                return;
            take_part(site, team, group, part, place);
        }
}

/* Signals are given when all who are free have taken what they take. */
static void give_signals(struct site *site, struct team *team, const struct group *group)
{
    for (uint32_t i = 0; i < team->part_count; i++)
        if (team->parts[i].is_fresh && team->parts[i].holder != NO_SEAT) {
            team->parts[i].is_fresh = false;
            team_signals(site, team, group, team->parts[i].holder);
        }
}

/* --- pace --- */

static void expect_end(struct site *site, struct team *team, const struct group *group,
                       struct task_part *part)
{
    sim_time span = part->left > 0 ? sim_time_from_hours(part->left / part->gain) : 0;
    struct part_card card = {group->number, (uint32_t)(part - team->parts)};
    if (span < SIM_NEVER - site_now(site))
        part->finished = site_schedule(site, site_now(site) + span, EVENT_PART_FINISHED, &card, sizeof card);
}

/* Hours that members put into a task in an hour: of each the share of her parts that are of it. */
static double labour_of(const struct team *team, uint32_t lane, double each)
{
    double labour = 0;
    for (uint32_t place = 0; place < team->count; place++) {
        uint32_t all = parts_worked(team, place), here = parts_worked_in(team, lane, place);
        labour += here > 0 ? each * ((double)here / all) : 0;
    }
    return labour;
}

static void pace_parts(struct site *site, struct team *team, const struct group *group, uint32_t lane)
{
    const struct parts *parts = parts_of(site);
    const struct teamwork *teamwork = teamwork_of(parts);
    const struct work_pace *pace = &group->work.lanes[lane].pace;
    double each = pace->factor * sim_days(teamwork->work->hours);
    double floor = teamwork->work->skill_floor;
    team->lanes[lane].labour = labour_of(team, lane, each);
    for (uint32_t i = 0; i < part_count(teamwork); i++) {
        struct task_part *part = &parts_of_lane(teamwork, team, lane)[i];
        if (part->holder == NO_SEAT)
            continue;
        double skill = floor + (1 - floor) * part_know_how(parts, team, part);
        part->gain = each / parts_worked(team, part->holder) * pace->each * skill;
        team->lanes[lane].gain += part->gain;
        expect_end(site, team, group, part);
    }
}

static void stop_parts(struct site *site, struct team *team)
{
    settle_parts(team, site_now(site));
    for (uint32_t i = 0; i < team->part_count; i++) {
        site_cancel(site, team->parts[i].finished);
        team->parts[i].gain = 0;
    }
}

/* Follows the state of a task; returns whether it is worked on. */
static bool follow_task(struct site *site, struct team *team, const struct task_lane *lane)
{
    struct team_lane *own = &team->lanes[lane->number];
    own->works = lane->state == TASK_WORKED;
    own->labour = own->gain = 0;
    if (lane->state == TASK_NONE)
        give_all_back(teamwork_of(parts_of(site)), team, lane->number);
    return own->works;
}

void teamwork_changes(struct site *site, const struct group *group)
{
    struct teamwork *teamwork = teamwork_of(parts_of(site));
    struct team *team = team_made(teamwork, group);
    bool any = false;
    stop_parts(site, team);
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        any = follow_task(site, team, &group->work.lanes[i]) || any;
    team_follows(teamwork, team, group, member_leaves);
    if (!any)
        return;
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        if (team->lanes[i].works && team->lanes[i].task != group->work.lanes[i].started)
            lay_out(site, team, &group->work.lanes[i]);
    take_back(site, team, group);
    hand_out(site, team, group);
    give_signals(site, team, group);
    for (uint32_t i = 0; i < group->work.lane_count; i++)
        if (team->lanes[i].works)
            pace_parts(site, team, group, i);
}

bool teamwork_paces(struct site *site, const struct group *group, const struct task_lane *lane,
                    struct work_pace *pace)
{
    const struct team *team = team_of(teamwork_of(parts_of(site)), group);
    pace->labour = team->lanes[lane->number].labour;
    pace->gain = team->lanes[lane->number].gain;
    return true;
}

/* --- the end of a part --- */

/* Returns by how much parts under way are set back, since their members did not know what this one needed. */
static double set_back_others(struct site *site, struct team *team, const struct group *group,
                              const struct task_part *done, uint32_t finisher)
{
    struct teamwork *teamwork = teamwork_of(parts_of(site));
    struct task_part *parts = parts_of_lane(teamwork, team, done->lane);
    double all = 0;
    for (uint32_t i = 0; i < part_count(teamwork); i++) {
        struct task_part *part = &parts[i];
        if (((done->bears_on >> i) & 1) == 0 || part->holder == NO_SEAT || part->holder == finisher)
            continue;
        teamwork->tally.depended++;
        if (part_had_word(part, finisher))
            continue;
        double more = teamwork->settings->rework * part->size;
        teamwork->tally.without_word++;
        teamwork->tally.set_back += more;
        part->left += more;
        all += more;
        tell_of_part(site, TOLD_PART_SET_BACK, group, team, part, part->holder);
    }
    return all;
}

static bool all_are_finished(const struct teamwork *teamwork, const struct team *team, uint32_t lane)
{
    const struct task_part *parts = parts_of_lane(teamwork, team, lane);
    for (uint32_t i = 0; i < part_count(teamwork); i++)
        if (!parts[i].is_finished)
            return false;
    return true;
}

void on_part_finished(struct site *site, const struct event *event)
{
    struct part_card card;
    event_read(event, &card, sizeof card);
    struct teamwork *teamwork = teamwork_of(parts_of(site));
    const struct group *group = group_numbered(groups_of(parts_of(site)), card.group);
    struct team *team = team_of(teamwork, group);
    struct task_part *part = &team->parts[card.part];
    uint32_t finisher = part->holder;
    struct team_lane *lane = &team->lanes[part->lane];
    require(lane->works && finisher != NO_SEAT && !part->is_finished);
    settle_parts(team, site_now(site));
    require(fabs(part->left) <= pace_rounding(&group->work.lanes[part->lane].pace, part->size));
    part->left = 0;
    part->is_finished = true;
    let_go(teamwork, part);
    teamwork->tally.finished++;
    teamwork->tally.part_days += sim_hours(site_now(site) - lane->laid_out) / 24;
    tell_of_part(site, TOLD_PART_FINISHED, group, team, part, finisher);
    double more = set_back_others(site, team, group, part, finisher);
    if (more > 0)
        work_grows(site, group, part->lane, more);
    team_signals(site, team, group, finisher);
    if (all_are_finished(teamwork, team, part->lane))
        work_is_done(site, group, part->lane);
    else
        work_look_up(site, group);
}

/* --- laws --- */

static void require_task(const struct teamwork *teamwork, const struct team *team,
                         const struct task_lane *lane)
{
    const struct task_part *parts = parts_of_lane(teamwork, team, lane->number);
    double left = 0, size = 0;
    for (uint32_t i = 0; i < part_count(teamwork); i++) {
        left += parts[i].left;
        size += parts[i].size;
    }
    if (team->lanes[lane->number].works)
        require(fabs(left - lane->task.left) <= pace_rounding(&lane->pace, size));
}

static void require_team(const struct teamwork *teamwork, const struct team *team, const struct group *group)
{
    for (uint32_t place = 0; place < team->count; place++)
        require(parts_in_hand(team, place) <= teamwork->settings->wip);
    for (uint32_t i = 0; i < group->work.lane_count; i++) {
        require_task(teamwork, team, &group->work.lanes[i]);
        require(group_lives(group) || !team->lanes[i].works);
    }
}

void teamwork_settle(struct site *site, sim_time ends)
{
    const struct teamwork *teamwork = teamwork_of(parts_of(site));
    const struct groups *groups = groups_of(parts_of(site));
    const struct teamwork_tally *tally = &teamwork->tally;
    uint64_t in_hand = 0;
    for (uint32_t number = 0; number < groups_count(groups); number++) {
        const struct group *group = group_numbered(groups, number);
        struct team *team = team_of(teamwork, group);
        if (team == NULL)
            continue;
        settle_parts(team, ends);
        for (uint32_t place = 0; place < team->count; place++)
            in_hand += parts_in_hand(team, place);
        require_team(teamwork, team, group);
    }
    require(in_hand == tally->in_hand);
    require(tally->taken == tally->finished + tally->given_back + tally->in_hand);
    require(tally->without_word <= tally->depended);
}
