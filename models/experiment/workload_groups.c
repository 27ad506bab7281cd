/* What working groups ask for, roughly and from above.
 *
 * Everybody in a group of the least size to be expected makes the most groups that there can be; they are
 * born anew as soon as a group can lose its first member and die of it; and their proposals are what their
 * work asks for, or an assembly can decide while all groups wait. What is expected is a good deal more than
 * what comes: groups grow to the size they take, and half of the people belong to none.
 */
#include <math.h>

#include "experiment/workload_parts.h"

enum {
    STEPS_PER_DRAW = 20,     /* of one person */
    BYTES_PER_GROUP = 2048,  /* struct, members, visitors, efforts, events */
    BYTES_PER_PLACE = 16,    /* of a member, in lists that double */
    BYTES_PER_VISITOR = 256, /* books by person, and the event of her next visit */
    DECISIONS_PER_HOUR = 6,  /* where items have no fixed length */
    LEAST_OF_MOST = 4,       /* of the members that a group takes, the part that it has at least */
    USUAL_MEMBERS = 5,       /* at least, where it takes any number */
    STEPS_PER_SUIT = 30,     /* one group weighed by one person */
};

struct groups_at_most {
    double living, born;
    double places; /* memberships */
};

static struct groups_at_most at_most(const struct scenario *scenario, double people)
{
    const struct group_settings *settings = &scenario->groups;
    struct groups_at_most groups = {.places = people * GROUPS_EACH};
    groups.living = groups.born = (double)settings->start.groups;
    if (settings->founding.announce <= 0)
        return groups;
    double most = (double)settings->membership.most, size = (double)settings->founding.size;
    double founded = people / fmax(size, most > 0 ? most / LEAST_OF_MOST : USUAL_MEMBERS);
    if (settings->founding.most > 0)
        founded = fmin(founded, (double)settings->founding.most);
    double leave = settings->membership.leave_rate * (1 + settings->attention.leave_boost);
    double life = sim_hours(settings->membership.death_after) + 1 / (size * leave);
    groups.living += founded;
    groups.born = groups.living * (1 + sim_hours(scenario->lasts) / life);
    return groups;
}

/* Members and visitors of all groups, spread evenly: the work in a circle grows with those in it. */
static double meetings(const struct scenario *scenario, const struct groups_at_most *groups, double people)
{
    struct calendar_entry entry = scenario->groups.meetings;
    if (entry.method == NULL || groups->living < 1)
        return 0;
    entry.attendance = 1;
    double present = (groups->places + people) / groups->living;
    struct session_load load = session_load_of(scenario, &entry, present);
    return groups->living * (load.steps + load.sessions * (3 + present) * STEPS_PER_EVENT);
}

/* When circles close: who speaks may call for a group, and tells all others of hers. */
static double calls(const struct scenario *scenario, const struct groups_at_most *groups, double people)
{
    const struct calendar_entry *entries = scenario->calendar.items;
    double steps = 0;
    for (size_t i = 0; i < scenario->calendar.count; i++) {
        struct session_load load = session_load_of(scenario, &entries[i], people);
        double rounds = 0;
        const struct stage *stages = entries[i].method->stages.items;
        for (size_t j = 0; j < entries[i].method->stages.count; j++)
            rounds += (double)stages[j].times;
        double told = fmin(groups->living, GROUPS_EACH * load.present);
        steps += load.sessions * rounds * load.present * (1 + told) * STEPS_PER_DRAW;
    }
    return steps;
}

static double comings_and_goings(const struct scenario *scenario, const struct groups_at_most *groups,
                                 double people)
{
    const struct membership_settings *membership = &scenario->groups.membership;
    double hours = sim_hours(scenario->lasts);
    double visits = people * (1 + hours / sim_hours(scenario->arrivals.visit_every));
    double leaving = groups->places * membership->leave_rate * (1 + scenario->groups.attention.leave_boost);
    double joining = groups->living * membership->join_rate;
    return visits * (STEPS_PER_EVENT + groups->living * STEPS_PER_SUIT) +
           hours * (leaving + joining) * STEPS_PER_EVENT;
}

static double tasks(const struct scenario *scenario, const struct groups_at_most *groups)
{
    const struct work_settings *work = &scenario->groups.work;
    if (work->hours == 0)
        return 0;
    double hours = groups->places * sim_hours(work->hours) / 24 * sim_hours(scenario->lasts);
    double slow = hours / sim_hours(work->content);
    double each = slow / fmax(groups->living, 1);
    return groups->born + slow * pow(1 + each, work->learning);
}

static double share_to_approve(const struct group_settings *settings)
{
    double share = 0, all = 0;
    for (int i = 0; i < GROUP_CATEGORIES; i++) {
        share += settings->category[i].share * settings->category[i].approval;
        all += settings->category[i].share;
    }
    return all > 0 ? share / all : 0;
}

/* Tasks, of which a little more than their share needs approval; in the end each group may wait. */
static double proposals(const struct scenario *scenario, const struct groups_at_most *groups, double people)
{
    sim_time item = scenario->decisions.item_length;
    double rate = item > 0 ? 1 / sim_hours(item) : DECISIONS_PER_HOUR, decided = 0;
    const struct calendar_entry *entries = scenario->calendar.items;
    for (size_t i = 0; i < scenario->calendar.count; i++) {
        struct session_load load = session_load_of(scenario, &entries[i], people);
        decided += load.sessions * load.hours * rate;
    }
    double asked = tasks(scenario, groups) * share_to_approve(&scenario->groups);
    return fmin(1.2 * asked, decided) + groups->living;
}

static void weigh_of_site(struct weighing *weighing, const struct site_settings *site,
                          const struct node *where)
{
    const struct scenario *scenario = weighing->scenario;
    double people = entries_of(scenario, site), sites = (double)site->count;
    struct groups_at_most groups = at_most(scenario, people);
    double asked = proposals(scenario, &groups, people), meeting = fmin(groups.living, people / 2);
    double bytes = groups.born * BYTES_PER_GROUP + groups.living * people / 8 +
                   groups.places * BYTES_PER_PLACE + people * BYTES_PER_VISITOR + meeting * BYTES_PER_CIRCLE +
                   asked * bytes_per_matter(scenario, people);
    double steps = meetings(scenario, &groups, people) + calls(scenario, &groups, people) +
                   comings_and_goings(scenario, &groups, people) + groups.born * STEPS_PER_EVENT +
                   tasks(scenario, &groups) * 3 * STEPS_PER_EVENT +
                   asked * (STEPS_PER_EVENT + steps_per_matter(scenario, people));
    weighing->sum.bytes += sites * bytes;
    weighing->sum.steps += sites * steps;
    weighing->sum.proposals += sites * asked;
    workload_bear(&weighing->memory, sites * bytes, where);
    workload_bear(&weighing->steps, sites * steps, where);
}

void weigh_groups(struct weighing *weighing, struct node *tree)
{
    const struct scenario *scenario = weighing->scenario;
    const struct site_settings *sites = scenario->sites.items;
    const struct node *where = tree == NULL ? NULL : node_at(tree, "groups");
    for (size_t i = 0; i < scenario->sites.count && scenario->groups.form; i++)
        weigh_of_site(weighing, &sites[i], where);
}
