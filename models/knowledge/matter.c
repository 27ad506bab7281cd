/* A matter: where what people know and think of it lies, and where it goes when it is forgotten. */
#include <string.h>

#include "base/require.h"
#include "knowledge/initial.h"
#include "knowledge/knowledge_parts.h"
#include "people/people.h"

/* What all people know of one matter and think about it. */
struct minds {
    uint64_t *known;
    float *interest, *leaning, *first;
    struct minds *spare; /* next of the free list */
};

static struct minds *minds_take(struct knowledge *knowledge)
{
    struct arena *arena = knowledge->arena;
    size_t people = knowledge->people->count;
    struct minds *minds = knowledge->matters.spare_minds;
    if (minds != NULL) {
        knowledge->matters.spare_minds = minds->spare;
        memset(minds->known, 0, people * knowledge->words * sizeof *minds->known);
        return minds;
    }
    minds = ARENA_NEW(arena, struct minds, 1);
    minds->known = ARENA_NEW(arena, uint64_t, people * knowledge->words);
    minds->interest = ARENA_NEW(arena, float, people);
    minds->leaning = ARENA_NEW(arena, float, people);
    minds->first = ARENA_NEW(arena, float, people);
    return minds;
}

void matter_forget(struct knowledge *knowledge, struct matter *matter)
{
    if (matter->minds == NULL && matter->met == NULL)
        return;
    if (matter->chain.behind != NULL)
        matter->chain.behind->chain.before = matter->chain.before;
    else
        knowledge->matters.live = matter->chain.before;
    if (matter->chain.before != NULL)
        matter->chain.before->chain.behind = matter->chain.behind;
    if (matter->met != NULL) {
        met_end(knowledge, matter->met);
        matter->met = NULL;
        return;
    }
    matter->minds->spare = knowledge->matters.spare_minds;
    knowledge->matters.spare_minds = matter->minds;
    matter->minds = NULL;
    matter->known = NULL;
    matter->interest = matter->leaning = matter->first = NULL;
}

static struct matter *take_matter(struct knowledge *knowledge, enum matter_kind kind, uint32_t id,
                                  uint32_t facets)
{
    struct matter *matter = knowledge->matters.spare;
    if (matter != NULL)
        knowledge->matters.spare = matter->chain.spare;
    else
        matter = ARENA_NEW(knowledge->arena, struct matter, 1);
    *matter = (struct matter){
        .id = id,
        .kind = kind,
        .facets = facets,
        .words = knowledge->words,
        .proposer = NOBODY,
        .chain = {.before = knowledge->matters.live},
    };
    if (knowledge->matters.live != NULL)
        knowledge->matters.live->chain.behind = matter;
    knowledge->matters.live = matter;
    return matter;
}

static void give_minds(struct knowledge *knowledge, struct matter *matter)
{
    struct minds *minds = minds_take(knowledge);
    matter->known = minds->known;
    matter->interest = minds->interest;
    matter->leaning = minds->leaning;
    matter->first = minds->first;
    matter->minds = minds;
}

struct matter *matter_blank(struct knowledge *knowledge, enum matter_kind kind, uint32_t id, uint32_t facets)
{
    struct matter *matter = take_matter(knowledge, kind, id, facets);
    give_minds(knowledge, matter);
    return matter;
}

struct matter *matter_without_minds(struct knowledge *knowledge, enum matter_kind kind, uint32_t id,
                                    uint32_t facets)
{
    struct matter *matter = take_matter(knowledge, kind, id, facets);
    matter->met = met_begin(knowledge);
    return matter;
}

static void keep_all_minds(struct knowledge *knowledge, struct matter *matter)
{
    const struct met *met = matter->met;
    const uint32_t people = knowledge->people->count;
    give_minds(knowledge, matter);
    initial_interests(knowledge, matter->id, matter->interest);
    for (uint32_t first = 0; first < people; first += INITIAL_LANES)
        met_draw(matter, first, people - first < INITIAL_LANES ? people - first : INITIAL_LANES,
                 matter->leaning + first, matter->known + (size_t)first * matter->words);
    memcpy(matter->first, matter->leaning, people * sizeof *matter->first);
    for (uint32_t i = 0; i < met->count; i++) {
        const uint32_t person = met->person[i];
        matter->leaning[person] = met->leaning[i];
        matter->first[person] = met->first[i];
        memcpy(matter->known + (size_t)person * matter->words, met->known + (size_t)i * matter->words,
               matter->words * sizeof *matter->known);
    }
    met_end(knowledge, matter->met);
    matter->met = NULL;
}

void matter_is_heard(struct knowledge *knowledge, struct matter *matter)
{
    if (matter->kind == MATTER_PROPOSAL && matter->met != NULL)
        keep_all_minds(knowledge, matter);
}

const float *matter_interests(struct knowledge *knowledge, const struct matter *matter)
{
    if (matter->met == NULL)
        return matter->interest;
    return met_interests(knowledge, matter);
}

struct matter *matter_copy(struct knowledge *knowledge, const struct matter *matter, enum matter_kind kind,
                           uint32_t id)
{
    size_t people = knowledge->people->count;
    require(matter->minds != NULL);
    struct matter *copy = matter_blank(knowledge, kind, id, matter->facets);
    copy->pro = matter->pro;
    copy->heard = matter->heard;
    copy->prepared = matter->prepared;
    copy->contested = matter->contested;
    memcpy(copy->first_knowers, matter->first_knowers, sizeof copy->first_knowers);
    memcpy(copy->known, matter->known, people * matter->words * sizeof *copy->known);
    memcpy(copy->interest, matter->interest, people * sizeof *copy->interest);
    memcpy(copy->leaning, matter->leaning, people * sizeof *copy->leaning);
    memcpy(copy->first, matter->first, people * sizeof *copy->first);
    return copy;
}

void matter_release(struct knowledge *knowledge, struct matter *matter)
{
    matter_forget(knowledge, matter);
    matter->chain.spare = knowledge->matters.spare;
    knowledge->matters.spare = matter;
}

void knowledge_forget(struct knowledge *knowledge, uint32_t person)
{
    for (struct matter *matter = knowledge->matters.live; matter != NULL; matter = matter->chain.before) {
        if (matter->met != NULL) {
            met_forget(matter, person);
            continue;
        }
        memset(&matter->known[(size_t)person * matter->words], 0, matter->words * sizeof *matter->known);
        matter->leaning[person] = matter->first[person];
    }
}

void knowledge_leans_anew(struct knowledge *knowledge, uint32_t person)
{
    for (struct matter *matter = knowledge->matters.live; matter != NULL; matter = matter->chain.before)
        if (matter->contested && matter->met != NULL)
            met_leans_anew(matter, person);
        else if (matter->contested)
            contested_lean(knowledge, matter, person);
}

/* --- what others do to a matter --- */

void matter_goes_on_agenda(struct matter *matter, uint32_t number)
{
    matter->number = number;
}

void matter_gets_proposer(struct matter *matter, uint32_t person)
{
    matter->proposer = person;
}

void matter_belongs_to(struct matter *matter, struct inquiry *inquiry)
{
    matter->inquiry = inquiry;
}

void matter_is_favoured(struct matter *matter, uint32_t facet)
{
    facet_add(&matter->pro, facet);
}

void matter_gets_prepared(struct matter *matter)
{
    matter->prepared = true;
}

void matter_is_amended(struct matter *matter, uint32_t facet)
{
    facet_add(&matter->heard.addressed, facet);
}

void matter_is_declined(struct matter *matter, uint32_t facet)
{
    facet_add(&matter->heard.declined, facet);
}

void matter_is_taken_up(struct matter *matter)
{
    matter->heard.declined = (struct facet_set){{0}};
}

bool matter_learn(struct matter *matter, uint32_t person, uint32_t facet)
{
    bool is_new = matter->met == NULL ? learn_facet(matter, person, facet) : met_learn(matter, person, facet);
    matter->growth.learned += is_new ? 1 : 0;
    return is_new;
}

void matter_is_brought(struct matter *matter)
{
    matter->growth.brought++;
}

/* --- how it stands --- */

struct facet_set facets_known(const struct matter *matter, uint32_t person)
{
    struct facet_set set = {{0}};
    if (matter->met != NULL)
        met_copy_known(matter, person, set.word);
    else
        memcpy(set.word, &matter->known[(size_t)person * matter->words], matter->words * sizeof set.word[0]);
    return set;
}

void matter_leanings(const struct knowledge *knowledge, const struct matter *matter, float *leanings)
{
    const uint32_t people = knowledge->people->count;
    if (matter->met == NULL) {
        memcpy(leanings, matter->leaning, people * sizeof *leanings);
        return;
    }
    if (matter->contested)
        for (uint32_t person = 0; person < people; person++)
            leanings[person] = contested_leaning(knowledge, matter->id, person);
    else
        initial_leanings(knowledge, matter->id, 0, people, leanings);
    for (uint32_t i = 0; i < matter->met->count; i++)
        leanings[matter->met->person[i]] = matter->met->leaning[i];
}

struct facet_set facets_for(const struct matter *matter)
{
    struct facet_set set = matter->pro;
    for (uint32_t word = 0; word < FACET_WORDS; word++)
        set.word[word] |= matter->heard.addressed.word[word];
    return set;
}

double matter_value(const struct matter *matter)
{
    struct facet_set in_favour = facets_for(matter);
    double share = (double)facet_count(&in_favour) / (double)matter->facets;
    return 2.0 * share - 1.0;
}

void matter_count_voiced(struct knowledge *knowledge, const struct matter *matter)
{
    for (uint32_t facet = 0; facet < matter->facets; facet++) {
        uint32_t knowers = matter->first_knowers[facet];
        if (knowers == 0)
            continue;
        uint32_t bin = knowers <= KNOWER_BINS ? knowers - 1 : KNOWER_BINS - 1;
        knowledge->books.facets[bin]++;
        knowledge->books.voiced[bin] += facet_in(&matter->heard.voiced, facet) ? 1 : 0;
    }
}
