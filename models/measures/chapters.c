/* The chapters of the record, and what is recorded of which scenario. */
#include "base/require.h"
#include "measures/measures.h"
#include "measures/movement_tables.h"
#include "measures/whole.h"

static const struct table *const always_tables[] = {&proposal_table, &person_table, NULL};
static const struct table *const group_tables[] = {&group_table, NULL};
static const struct table *const link_tables[] = {&link_table, &place_table, NULL};
static const struct table *const event_tables[] = {&event_table, NULL};

static const struct chapter always = {
    .run = &run_measures, .time = &time_measures, .bins = &bin_measures, .tables = always_tables};
static const struct chapter of_people = {.needs = NEED_COMING,
                                         .run = &people_run_measures,
                                         .time = &people_time_measures,
                                         .bins = &people_bin_measures};
static const struct chapter of_groups = {
    .needs = NEED_GROUPS, .run = &group_measures, .time = &group_time_measures, .tables = group_tables};
static const struct chapter of_work = {
    .needs = NEED_GROUPS, .run = &work_measures, .time = &work_time_measures};
static const struct chapter of_links = {
    .needs = NEED_LINKS, .run = &network_run_measures, .time = &network_time_measures, .tables = link_tables};
static const struct chapter of_practices = {
    .needs = NEED_PRACTICES, .run = &practice_run_measures, .time = &practice_time_measures};
static const struct chapter of_shocks = {
    .needs = NEED_SHOCKS, .run = &shock_run_measures, .time = &shock_time_measures};
static const struct chapter of_events = {.needs = NEED_EVENTS, .tables = event_tables};

// clang-format off
const struct chapter *const chapters[] = {
    &always, &of_people, &of_groups, &of_work, &of_links, &of_practices, &of_shocks, &of_events,
};
// clang-format on
const size_t chapter_count = sizeof chapters / sizeof chapters[0];

// clang-format off
static const struct {enum need need; const char *words;} needs_in_words[] = {
    {NEED_COMING, "people who come and go"},
    {NEED_GROUPS, "working groups"},
    {NEED_LINKS, "links between sites"},
    {NEED_EVENTS, "`record_events: yes`"},
    {NEED_PRACTICES, "practices of sites"},
    {NEED_SHOCKS, "`shocks`"},
};
// clang-format on

const char *need_missing(unsigned needs, unsigned has)
{
    for (size_t i = 0; i < sizeof needs_in_words / sizeof needs_in_words[0]; i++)
        if ((needs & ~has & needs_in_words[i].need) != 0)
            return needs_in_words[i].words;
    return NULL;
}

struct listing {
    const struct measure **measures;
    size_t count, room;
};

static void list(struct listing *listing, const struct measure *measure)
{
    require(listing->count < listing->room);
    listing->measures[listing->count++] = measure;
}

static void list_of_sites(struct listing *listing, const struct chapter *chapter)
{
    for (size_t i = 0; chapter->run != NULL && i < chapter->run->count; i++)
        list(listing, &chapter->run->items[i].measure);
    for (size_t i = 0; chapter->time != NULL && i < chapter->time->count; i++)
        list(listing, &chapter->time->items[i].measure);
    for (size_t i = 0; chapter->bins != NULL && i < chapter->bins->count; i++)
        list(listing, &chapter->bins->items[i].measure);
}

static void list_of_state(struct listing *listing)
{
    for (size_t i = 0; i < state_measure_count; i++)
        list(listing, &state_measures[i].measure);
    list(listing, &balkanization_measure);
    for (size_t i = 0; i < course_measure_count; i++)
        list(listing, &course_measures[i].measure);
}

static void list_of_movement(struct listing *listing, const struct chapter *chapter)
{
    for (size_t i = 0; chapter->whole != NULL && i < chapter->whole->count; i++)
        list(listing, &chapter->whole->items[i].measure);
}

size_t ledger_measures(unsigned has, const struct measure **measures, size_t room)
{
    struct listing listing = {measures, 0, room};
    for (size_t i = 0; i < chapter_count; i++)
        if (need_missing(chapters[i]->needs, has) == NULL)
            list_of_sites(&listing, chapters[i]);
    if (need_missing(STATE_NEEDS, has) == NULL)
        list_of_state(&listing);
    for (size_t i = 0; i < chapter_count; i++)
        if (need_missing(chapters[i]->needs, has) == NULL)
            list_of_movement(&listing, chapters[i]);
    return listing.count;
}

size_t ledger_tables(unsigned has, const struct table **tables, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < chapter_count; i++) {
        const struct table *const *table = chapters[i]->tables;
        if (table == NULL || need_missing(chapters[i]->needs, has) != NULL)
            continue;
        for (; *table != NULL; table++) {
            require(count < room);
            tables[count++] = *table;
        }
    }
    return count;
}

static bool lists(unsigned has, const struct measure *measure)
{
    const struct measure *measures[LEDGER_MEASURES];
    size_t count = ledger_measures(has, measures, LEDGER_MEASURES);
    for (size_t i = 0; i < count; i++)
        if (measures[i] == measure)
            return true;
    return false;
}

unsigned ledger_needs(const struct measure *measure)
{
    unsigned needs = NEED_ALL;
    for (unsigned need = 1; need < NEED_ALL; need <<= 1)
        if (lists(needs & ~need, measure))
            needs &= ~need;
    return needs;
}
