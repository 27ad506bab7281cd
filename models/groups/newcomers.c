#include "groups/newcomers.h"

#include <math.h>

#include "base/require.h"
#include "base/same.h"
#include "chronicle.h"
#include "groups/fit.h"
#include "groups/knowing.h"
#include "groups/numbers.h"
#include "groups/visitors.h"
#include "moments.h"
#include "parts.h"
#include "people/arrivals.h"

struct look_card {
    uint32_t person;
};

static sim_time visit_every(const struct people *people)
{
    return people->terms.arrival_settings == NULL ? 0 : people->terms.arrival_settings->visit_every;
}

sim_time newcomers_wait(struct site *site)
{
    return visit_every(people_of(parts_of(site)));
}

void person_looks(struct site *site, uint32_t person, sim_time wait)
{
    const struct parts *parts = parts_of(site);
    if (groups_of(parts)->newcomers.looks[person] || visit_every(people_of(parts)) <= 0)
        return;
    struct look_card card = {person};
    groups_of(parts)->newcomers.looks[person] = true;
    site_schedule(site, site_now(site) + wait, EVENT_PERSON_LOOKS, &card, sizeof card);
}

void newcomers_start(struct site *site)
{
    const struct parts *parts = parts_of(site);
    const struct people *people = people_of(parts);
    if (visit_every(people) > 0)
        site_reserve(site, people->begun);
    for (uint32_t person = 0; person < people->begun; person++) {
        double share = groups_lot(groups_of(parts), DRAW_FIRST_VISIT, person_luck(people, person), 0);
        if (!person_in_group(groups_of(parts), person))
            person_looks(site, person, (sim_time)(share * (double)visit_every(people)));
    }
}

void newcomer_comes(struct site *site, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    bool new_here = !groups->had_one[person] && groups->newcomers.visits[person] == 0;
    groups->tally.newcomers.came += new_here ? 1 : 0;
    groups->newcomers.vain[person] = 0;
    person_looks(site, person, 0);
}

/* --- visitors --- */

static void count_in_vain(struct site *site, uint32_t person)
{
    struct groups *groups = groups_of(parts_of(site));
    groups->newcomers.vain[person]++;
    groups->tally.newcomers.in_vain++;
    chronicle_tell(site, TOLD_VISIT_IN_VAIN, person, CHRONICLE_NOBODY, NAN);
}

/* The less the members care for their group, the fewer visitors join it. */
static double chance_to_join(struct groups *groups, struct group *group, sim_time now)
{
    const struct attention_settings *attention = &groups->settings->attention;
    double drawn = attention->attraction > 0
                       ? same_pow(group_attention(group, attention, now), attention->attraction)
                       : 1.0;
    return groups->settings->newcomers.conversion * drawn;
}

void visitor_decides(struct site *site, struct group *group, uint32_t person)
{
    struct parts *parts = parts_of(site);
    struct groups *groups = groups_of(parts);
    visitor_goes(groups, person);
    bool joins = group_has_room(groups, group) && group_suits(parts, group, person) &&
                 groups_lot(groups, DRAW_CONVERSION, person_luck(people_of(parts), person),
                            groups->newcomers.visits[person]) < chance_to_join(groups, group, site_now(site));
    if (joins && person_has_place(groups, person) && !group_has(groups, group, person)) {
        groups->tally.newcomers.converted++;
        group_join(site, group, person);
    } else {
        count_in_vain(site, person);
    }
}

/* --- a visit --- */

/* She sees the group herself, or somebody tells her of it. */
static double chance_to_notice(struct site *site, const struct group *group, uint32_t person)
{
    double seen = groups_of(parts_of(site))->settings->newcomers.notice, told = 0;
    ASK(site, told, told_of_group, group, person);
    return told > 0 ? 1 - (1 - seen) * (1 - told) : seen;
}

/* She learns of groups: the desk shows her all of them, or she sees some herself. */
static void look_round(struct site *site, uint32_t person, uint32_t occasion)
{
    const struct parts *parts = parts_of(site);
    const struct groups *groups = groups_of(parts);
    uint32_t luck = person_luck(people_of(parts), person);
    bool desk = groups_lot(groups, DRAW_WELCOME, luck, occasion) < groups->settings->newcomers.welcome;
    uint64_t *known = known_to(groups, person);
    for (uint32_t word = 0; word < groups->knowing.words; word++) {
        uint64_t unknown = groups->knowing.living[word] & ~known[word];
        for (uint64_t left = desk ? 0 : unknown; left != 0; left &= left - 1) {
            uint32_t slot = word * 64 + (uint32_t)__builtin_ctzll(left);
            const struct group *group = groups->knowing.groups[slot];
            if (groups_lot(groups, DRAW_NOTICE, group->luck, luck + occasion) >=
                chance_to_notice(site, group, person))
                unknown &= ~(left & -left);
        }
        known[word] |= unknown;
    }
}

/* Whether it comes before another one that fits her as well: earlier topics first, and the youngest of them.
 */
static bool comes_before(const struct group *group, const struct group *other)
{
    return group->topic != other->topic ? group->topic < other->topic : group->number > other->number;
}

/* The group that fits her best, of those with room that she knows. */
static struct group *best_known(const struct parts *parts, uint32_t person)
{
    const struct groups *groups = groups_of(parts);
    const struct knowing *knowing = &groups->knowing;
    const uint64_t *known = known_to(groups, person);
    struct group_fitting fitting = group_fitting(parts, person);
    struct group *best = NULL;
    double best_fit = group_fitting_wanted(&fitting);
    for (uint32_t word = 0; word < knowing->words; word++)
        for (uint64_t left = knowing->living[word] & known[word]; left != 0; left &= left - 1) {
            uint32_t slot = word * 64 + (uint32_t)__builtin_ctzll(left);
            if (group_fitting_at_best(&fitting, knowing->topics[slot]) < best_fit)
                continue;
            struct group *group = knowing->groups[slot];
            if (!group_has_room(groups, group))
                continue;
            double fit = group_fitting_with(&fitting, group);
            if (fit > best_fit || (fit >= best_fit && (best == NULL || comes_before(group, best)))) {
                best_fit = fit;
                best = group;
            }
        }
    return best;
}

static bool gives_up(const struct parts *parts, uint32_t person)
{
    return people_of(parts)->standing.of_person[person] == STANDING_NEWCOMER &&
           groups_of(parts)->newcomers.vain[person] >=
               (uint64_t)people_of(parts)->terms.arrival_settings->patience;
}

static void visit(struct site *site, uint32_t person)
{
    struct parts *parts = parts_of(site);
    struct groups *groups = groups_of(parts);
    groups->tally.newcomers.visits++;
    chronicle_tell(site, TOLD_GROUP_VISITED, person, CHRONICLE_NOBODY, NAN);
    look_round(site, person, groups->newcomers.visits[person]++);
    struct group *group = best_known(parts, person);
    if (group == NULL)
        count_in_vain(site, person);
    else if (groups_meet(groups->settings))
        visitor_sits_in(groups, group, person);
    else
        visitor_decides(site, group, person);
}

void on_person_looks(struct site *site, const struct event *event)
{
    struct look_card card;
    event_read(event, &card, sizeof card);
    const struct parts *parts = parts_of(site);
    struct groups *groups = groups_of(parts);
    groups->newcomers.looks[card.person] = false;
    if (!person_is_here(people_of(parts), card.person) || person_in_group(groups, card.person))
        return;
    if (groups->newcomers.sits_in[card.person] == 0 && !gives_up(parts, card.person))
        visit(site, card.person);
    if (groups->newcomers.sits_in[card.person] == 0 && gives_up(parts, card.person))
        person_leaves(site, card.person, LEFT_PATIENCE);
    else if (!person_in_group(groups, card.person))
        person_looks(site, card.person, visit_every(people_of(parts)));
}
