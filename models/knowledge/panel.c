/* Who is on a panel, and what they think. */
#include <string.h>

#include "base/require.h"
#include "base/sorting.h"
#include "knowledge/knowledge_parts.h"
#include "knowledge/numbers.h"

static void make_room(struct knowledge *knowledge, uint32_t count)
{
    struct panel_room *panel = &knowledge->panel;
    if (count <= panel->room)
        return;
    panel->room = 2 * panel->room > count ? 2 * panel->room : count;
    panel->leaning = ARENA_NEW(knowledge->arena, float, panel->room);
    panel->known = ARENA_NEW(knowledge->arena, uint64_t, (size_t)panel->room * knowledge->words);
    panel->weights = NULL;
}

static struct panel panel_of_all(struct knowledge *knowledge, const struct matter *matter)
{
    const struct people *people = knowledge->people;
    struct panel_room *room = &knowledge->panel;
    const uint32_t words = matter->words;
    if (everybody_is_here(people))
        return (struct panel){.count = people->count,
                              .each_one = people->count,
                              .weight = 1,
                              .people = people->count,
                              .leaning = matter->leaning,
                              .known = matter->known};
    make_room(knowledge, people->count);
    uint32_t count = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        if (!person_is_here(people, person))
            continue;
        room->leaning[count] = matter->leaning[person];
        for (uint32_t word = 0; word < words; word++)
            room->known[(size_t)count * words + word] = matter->known[(size_t)person * words + word];
        count++;
    }
    return (struct panel){.count = count,
                          .each_one = count,
                          .weight = 1,
                          .people = count,
                          .leaning = room->leaning,
                          .known = room->known};
}

static void take_mind(struct panel_room *room, uint32_t words, float leaning, const uint64_t *known,
                      struct panel *panel)
{
    room->leaning[panel->count] = leaning;
    memcpy(&room->known[(size_t)panel->count * words], known, words * sizeof *known);
    panel->count++;
}

/* Those who are here and have met the matter. */
static void take_met(struct knowledge *knowledge, const struct matter *matter, struct panel *panel)
{
    const struct met *met = matter->met;
    for (uint32_t i = 0; i < met->count; i++)
        if (person_is_here(knowledge->people, met->person[i]))
            take_mind(&knowledge->panel, matter->words, met->leaning[i],
                      &met->known[(size_t)i * matter->words], panel);
    panel->each_one = panel->count;
}

enum { RUN = 16, MOST_WORDS = RUN * FACET_WORDS };

/* Of RUN people in a row, those who are here and have not met it. No more in all than there are people:
 * opinions of a panel are written where each person has one place. */
static void take_run(struct knowledge *knowledge, const struct matter *matter, uint32_t first,
                     struct panel *panel)
{
    const struct people *people = knowledge->people;
    uint32_t count = people->count - first < RUN ? people->count - first : RUN;
    float leanings[RUN];
    uint64_t known[MOST_WORDS];
    met_draw(matter, first, count, leanings, known);
    for (uint32_t i = 0; i < count && panel->count < people->count; i++)
        if (person_is_here(people, first + i) && !met_by(matter, first + i))
            take_mind(&knowledge->panel, matter->words, leanings[i], &known[(size_t)i * matter->words],
                      panel);
}

static uint32_t runs_of(const struct knowledge *knowledge)
{
    return (knowledge->people->count + RUN - 1) / RUN;
}

/* Into how many pieces the site is parted, so that a run of each has about PANEL_OTHERS of the others; each
 * run is a piece where there are no more. */
static uint32_t pieces_for(const struct knowledge *knowledge, uint32_t others)
{
    double share = others > PANEL_OTHERS ? (double)PANEL_OTHERS / others : 1;
    return (uint32_t)(runs_of(knowledge) * share);
}

static void take_others(struct knowledge *knowledge, const struct matter *matter, uint32_t others,
                        uint32_t pieces, struct panel *panel)
{
    const uint32_t runs = runs_of(knowledge);
    for (uint32_t i = 0; i < pieces; i++) {
        struct draw draw = draw_for(knowledge->luck, DRAW_PANEL, matter->id, i);
        double at = pieces < runs ? (i + draw_uniform(&draw)) * runs / pieces : i;
        take_run(knowledge, matter, (uint32_t)at * RUN, panel);
    }
    uint32_t taken = panel->count - panel->each_one;
    panel->weight = taken > 0 ? (double)others / taken : 1;
}

static struct panel panel_of_some(struct knowledge *knowledge, const struct matter *matter)
{
    uint32_t others = people_here(knowledge->people);
    for (uint32_t i = 0; i < matter->met->count; i++)
        others -= person_is_here(knowledge->people, matter->met->person[i]) ? 1 : 0;
    const uint32_t pieces = pieces_for(knowledge, others);
    make_room(knowledge, matter->met->count + pieces * RUN); /* two pieces may share a run */
    struct panel panel = {.people = people_here(knowledge->people),
                          .leaning = knowledge->panel.leaning,
                          .known = knowledge->panel.known};
    take_met(knowledge, matter, &panel);
    take_others(knowledge, matter, others, pieces, &panel);
    return panel;
}

struct panel knowledge_panel(struct knowledge *knowledge, const struct matter *matter)
{
    require(matter->met == NULL || matter->kind == MATTER_QUESTION);
    struct panel panel =
        matter->met == NULL ? panel_of_all(knowledge, matter) : panel_of_some(knowledge, matter);
    panel.words = matter->words;
    return panel;
}

static struct opinions opinions_of(struct knowledge *knowledge, const struct panel *panel, double *all)
{
    struct opinions opinions = {.all = all, .count = panel->count, .people = panel->people};
    if (panel->each_one == panel->count)
        return opinions;
    if (knowledge->panel.weights == NULL)
        knowledge->panel.weights = ARENA_NEW(knowledge->arena, double, knowledge->panel.room);
    opinions.weights = knowledge->panel.weights;
    for (uint32_t i = 0; i < panel->count; i++)
        opinions.weights[i] = i < panel->each_one ? 1 : panel->weight;
    return opinions;
}

struct opinions panel_leanings(struct knowledge *knowledge, const struct panel *panel, double *all)
{
    for (uint32_t i = 0; i < panel->count; i++)
        all[i] = (double)panel->leaning[i];
    return opinions_of(knowledge, panel, all);
}

static double opinion_from(float leaning, uint32_t known, uint32_t in_favour, double argument_weight)
{
    if (known == 0)
        return (double)leaning;
    double arguments = (double)in_favour / known;
    return (1.0 - argument_weight) * (double)leaning + argument_weight * arguments;
}

struct opinions panel_opinions(struct knowledge *knowledge, const struct panel *panel,
                               const struct matter *matter, double argument_weight, double *all)
{
    const struct facet_set favour = facets_for(matter);
    for (uint32_t i = 0; i < panel->count; i++) {
        uint32_t known = 0, in_favour = 0;
        for (uint32_t word = 0; word < panel->words; word++) {
            uint64_t bits = panel->known[(size_t)i * panel->words + word];
            known += (uint32_t)__builtin_popcountll(bits);
            in_favour += (uint32_t)__builtin_popcountll(bits & favour.word[word]);
        }
        all[i] = opinion_from(panel->leaning[i], known, in_favour, argument_weight);
    }
    return opinions_of(knowledge, panel, all);
}

double person_opinion(const struct matter *matter, uint32_t person, double argument_weight)
{
    struct facet_set known = facets_known(matter, person), in_favour = facets_for(matter);
    in_favour = facet_and(&in_favour, &known);
    return opinion_from(matter_leaning(matter, person), facet_count(&known), facet_count(&in_favour),
                        argument_weight);
}

void opinion_sort(struct opinions *opinions, uint32_t each_one, double *room)
{
    if (opinions->weights == NULL) {
        sort_numbers(opinions->all, room, opinions->count);
        return;
    }
    const double *once = opinions->all, *others = opinions->all + each_one;
    const uint32_t rest = opinions->count - each_one;
    const double weight = opinions->weights[opinions->count - 1];
    sort_numbers(opinions->all, room, each_one);
    sort_numbers(opinions->all + each_one, room, rest);
    for (uint32_t i = 0, one = 0, other = 0; i < opinions->count; i++) {
        bool first = other == rest || (one < each_one && once[one] <= others[other]);
        room[i] = first ? once[one++] : others[other++];
        opinions->weights[i] = first ? 1 : weight;
    }
    memcpy(opinions->all, room, opinions->count * sizeof *room);
}
