/* How much work and memory a scenario asks for, part by part. */
#include <math.h>

#include "conversation/rules.h"
#include "experiment/workload_parts.h"
#include "knowledge/commons.h"

static double least(double a, double b)
{
    return a < b ? a : b;
}

static double most(double a, double b)
{
    return a > b ? a : b;
}

static double slots_of(const struct method *method)
{
    const struct stage *stages = method->stages.items;
    double slots = 0;
    for (size_t i = 0; i < method->stages.count; i++)
        if (stages[i].verb->takes_slot && stages[i].matter->posted)
            slots += (double)stages[i].times;
    return slots;
}

static double circles_of(const struct stage *stage, const struct session_load *load)
{
    if (stage->seating->seat == NULL || stage->seating->in_one)
        return 1;
    if (stage->matter->posted)
        return most(1, load->postings / load->slots);
    return stage->circles > 0 ? (double)stage->circles : most(1, load->present / (double)stage->circle_size);
}

/* Hours of a stage, all its rounds; INFINITY where it has no end of its own. */
static double stage_hours(const struct stage *stage)
{
    if (stage->lasts > 0)
        return sim_hours(stage->lasts) * (double)stage->times;
    if (stage->work > 0)
        return sim_hours(stage->work) * (double)stage->times;
    return stage->verb->open_ended ? INFINITY : 0;
}

static double session_hours(const struct scenario *scenario, const struct calendar_entry *entry)
{
    const struct stage *stages = entry->method->stages.items;
    double hours = 0;
    for (size_t i = 0; i < entry->method->stages.count; i++)
        hours += stage_hours(&stages[i]);
    if (entry->lasts > 0)
        hours = least(hours, sim_hours(entry->lasts));
    if (entry->every > 0)
        hours = least(hours, sim_hours(entry->every));
    return least(hours, sim_hours(scenario->lasts));
}

/* As many as there can be; those of a method that may be done at once are taken to be. */
static double sessions_of(const struct scenario *scenario, const struct calendar_entry *entry)
{
    double all = sim_hours(scenario->lasts);
    if (entry->again_after > 0)
        return 1 + all / sim_hours(entry->again_after);
    if (entry->every == 0)
        return 1;
    int days = __builtin_popcount(weekday_bits(entry->on));
    if (days == 0)
        return 1 + all / sim_hours(entry->every);
    return days * (1 + all / sim_hours(entry->every < SIM_WEEK ? SIM_WEEK : entry->every));
}

static double turns_per_hour(const struct scenario *scenario, const struct stage *stage)
{
    const struct conversation_settings *talk = &scenario->conversation;
    sim_time turn = talk->facet_minutes;
    if (stage->cap > 0 && stage->cap < turn)
        turn = stage->cap;
    turn += talk->gap_stack < talk->gap_circle ? talk->gap_stack : talk->gap_circle;
    return 1.0 / sim_hours(turn > 0 ? turn : 1);
}

/* Turns heard, circles chosen and seats taken in one session. */
static double stage_steps(const struct scenario *scenario, const struct stage *stage,
                          const struct session_load *load)
{
    double circles = circles_of(stage, load);
    double hours = least(stage_hours(stage), load->hours);
    double rounds = stage->lasts > 0 ? least((double)stage->times, load->hours / sim_hours(stage->lasts) + 1)
                                     : (double)stage->times;
    double steps = rounds * load->present * STEPS_PER_SEAT + rounds * circles * STEPS_PER_EVENT;
    if (stage->seating->by_choice)
        steps += rounds * load->present * circles * STEPS_PER_CHOICE;
    if (!stage->verb->silent)
        steps += hours * turns_per_hour(scenario, stage) * (load->present + circles * STEPS_PER_EVENT);
    double moves = !stage->movement->moves ? 0
                   : stage->leave_rate > 0 ? stage->leave_rate
                                           : scenario->gathering.two_feet;
    return steps + hours * moves * load->present * (circles * STEPS_PER_CHOICE + STEPS_PER_EVENT);
}

/* Hours for which shocks would have to double arrivals to bring as many people as they do, at most. */
static double hours_of_the_press(const struct scenario *scenario)
{
    double hours = 0, all = sim_hours(scenario->lasts), highest = 1;
    for (int kind = 0; kind < SHOCK_KINDS; kind++) {
        const struct field_list *list = &scenario->shocks.of[kind];
        const struct shock_settings *entries = list->items;
        for (size_t i = 0; i < list->count; i++) {
            double times = entries[i].per_hour > 0 ? entries[i].per_hour * all : 1;
            double length = sim_hours(entries[i].lasts) + sim_hours(entries[i].half_life) / M_LN2;
            hours += times * length * most(0, entries[i].arrivals - 1);
            highest = most(highest, entries[i].arrivals);
        }
    }
    return least(hours, all * (highest - 1));
}

/* Entries for people at a site: those of the start, all who arrive (five standard deviations more than are
 * expected), and guests. */
double entries_of(const struct scenario *scenario, const struct site_settings *site)
{
    double arrivals = arrivals_expected(&scenario->arrivals, NULL, site->arrivals, scenario->lasts) +
                      scenario->arrivals.per_hour * site->arrivals * hours_of_the_press(scenario);
    return (double)site->people + ceil(arrivals + 5 * sqrt(arrivals)) + (double)scenario->people.guest_room;
}

static bool has_commons(const struct scenario *scenario)
{
    return scenario->interests.kept || scenario->groups.form;
}

/* People who come, and events that ask whether somebody goes or comes back. */
static double comings_and_goings(const struct scenario *scenario, double people)
{
    double hours = sim_hours(scenario->lasts);
    double each = 1 + (scenario->people.drift + scenario->people.returns) * hours;
    return people * each;
}

static double proposals_of(const struct scenario *scenario)
{
    return (double)scenario->proposals.waiting + scenario->proposals.per_hour * sim_hours(scenario->lasts);
}

static void load_market(const struct scenario *scenario, const struct method *method,
                        struct session_load *load)
{
    const struct stage *stages = method->stages.items;
    load->slots = most(1, slots_of(method));
    load->questions = 1; /* the one that all circles share */
    for (size_t i = 0; i < method->stages.count; i++) {
        if (!stages[i].verb->opens_market)
            continue;
        double spaces = load->present / (double)stages[i].circle_size + 1;
        double room = load->slots * (stages[i].circles > 0 ? (double)stages[i].circles : spaces);
        double asked = load->present * stages[i].posts;
        load->questions += least(room, asked);
        load->postings = least(room, asked + proposals_of(scenario));
    }
}

double steps_per_matter(const struct scenario *scenario, double people)
{
    return people * (STEPS_PER_LEANING + STEPS_PER_FACET * (double)scenario->proposals.facets);
}

struct session_load session_load_of(const struct scenario *scenario, const struct calendar_entry *entry,
                                    double people)
{
    const struct stage *stages = entry->method->stages.items;
    double share = entry->attendance > 0 ? entry->attendance : scenario->people.attendance;
    struct session_load load = {.sessions = sessions_of(scenario, entry), .present = people * share + 1};
    /* however long one may be, together they are no longer than the run */
    load.hours =
        least(session_hours(scenario, entry), sim_hours(scenario->lasts) / most(1, load.sessions - 1));
    load_market(scenario, entry->method, &load);
    double steps = people + load.questions * steps_per_matter(scenario, people);
    for (size_t i = 0; i < entry->method->stages.count; i++) {
        load.circles = most(load.circles, circles_of(&stages[i], &load));
        steps += stage_steps(scenario, &stages[i], &load);
    }
    load.steps = load.sessions * steps;
    return load;
}

double bytes_per_matter(const struct scenario *scenario, double people)
{
    int64_t whole_words = (scenario->proposals.facets + 63) / 64;
    double words = (double)whole_words;
    if (has_commons(scenario))
        words = most(words, COMMONS_WORDS);
    return BYTES_PER_MATTER + people * (words * sizeof(uint64_t) + 3 * sizeof(float));
}

/* --- the parts of a scenario --- */

void workload_bear(struct burden *heaviest, double amount, const struct node *where)
{
    if (where != NULL && (heaviest->where == NULL || amount > heaviest->amount))
        *heaviest = (struct burden){amount, where};
}

static void weigh_site(struct weighing *weighing, struct node *tree, const struct site_settings *site,
                       const struct node *where)
{
    const struct scenario *scenario = weighing->scenario;
    const struct calendar_entry *entries = scenario->calendar.items;
    const struct node *calendar = tree == NULL ? NULL : node_at(tree, "calendar");
    double people = entries_of(scenario, site), count = (double)site->count;
    double partners = scenario->gathering.partners ? people * people / 8 : 0;
    double of_people = BYTES_PER_SITE + people * BYTES_PER_PERSON + partners;
    if (has_commons(scenario))
        of_people +=
            bytes_per_matter(scenario, people) + people * (double)scenario->interests.topics * sizeof(float);
    double comings = count * comings_and_goings(scenario, people) * STEPS_PER_EVENT;
    workload_bear(&weighing->steps, comings, where);
    weighing->sum.steps += comings;
    workload_bear(&weighing->memory, count * of_people, where);
    double of_sessions = 0;
    for (size_t i = 0; i < scenario->calendar.count; i++) {
        struct session_load load = session_load_of(scenario, &entries[i], people);
        double bytes = load.circles * BYTES_PER_CIRCLE + load.questions * bytes_per_matter(scenario, people);
        of_sessions = most(of_sessions, bytes);
        weighing->sum.steps += count * load.steps;
        workload_bear(&weighing->memory, count * bytes, list_element(calendar, i));
        workload_bear(&weighing->steps, count * load.steps, list_element(calendar, i));
    }
    double samples = sim_hours(scenario->lasts) / sim_hours(scenario->sample_every) + 1;
    double of_samples = count * samples * (STEPS_PER_EVENT + people * STEPS_PER_SEAT);
    workload_bear(&weighing->steps, of_samples, tree == NULL ? NULL : node_at(tree, "sample_every"));
    weighing->sum.steps += of_samples;
    weighing->sum.bytes += count * (of_people + of_sessions);
}

static void weigh_proposals(struct weighing *weighing, struct node *tree)
{
    const struct scenario *scenario = weighing->scenario;
    const struct site_settings *sites = scenario->sites.items;
    const struct node *where = tree == NULL ? NULL : node_at(tree, "proposals");
    if (where == NULL && tree != NULL)
        where = node_at(tree, "lasts");
    double steps = 0, bytes = 0, count = 0, proposals = proposals_of(scenario);
    for (size_t i = 0; i < scenario->sites.count; i++) {
        double people = entries_of(scenario, &sites[i]), alike = (double)sites[i].count;
        bytes += alike * proposals * bytes_per_matter(scenario, people);
        steps += alike * proposals * (STEPS_PER_EVENT + steps_per_matter(scenario, people));
        count += alike;
    }
    weighing->sum.proposals = proposals * count;
    weighing->sum.bytes += bytes;
    weighing->sum.steps += steps;
    workload_bear(&weighing->memory, bytes, where);
    workload_bear(&weighing->steps, steps, where);
}

struct weighing workload_weigh(const struct scenario *scenario, struct node *tree)
{
    struct weighing weighing = {.scenario = scenario};
    const struct site_settings *sites = scenario->sites.items;
    const struct node *list = tree == NULL ? NULL : node_at(tree, "sites");
    const struct node *where = list == NULL ? NULL : list->first;
    for (size_t i = 0; i < scenario->sites.count; i++) {
        weigh_site(&weighing, tree, &sites[i], where);
        where = where != NULL && where->next != NULL ? where->next : where;
    }
    weigh_proposals(&weighing, tree);
    weigh_groups(&weighing, tree);
    weigh_adoption(&weighing, tree);
    weigh_links(&weighing, tree);
    weigh_visits(&weighing, tree);
    return weighing;
}

struct workload workload_of(const struct scenario *scenario)
{
    return workload_weigh(scenario, NULL).sum;
}
