#include "measures/ledger.h"

#include "base/require.h"
#include "measures/chapters.h"
#include "measures/numbers.h"
#include "moments.h"
#include "rows.h"

/* Where the chapter begins in the record. It is left out where the record does not keep it, and where it
 * means nothing for this design: then its numbers stay missing. Those of the movement are taken elsewhere
 * (whole.h).
 */
static size_t first_of(const struct chapter *chapter, size_t number, const struct ledger *ledger)
{
    if (chapter->row_count == 0 || chapter_is_whole(chapter) ||
        !chapter_in(ledger->settings->chapters, number))
        return OUTCOME_ABSENT;
    return outcome_find_measure(ledger->outcome, &chapter->rows[0].measure);
}

struct ledger *ledger_new(const struct ledger_settings *settings, const struct chapter_list *list,
                          struct outcome *outcome, struct arena *arena)
{
    struct ledger *ledger = ARENA_NEW(arena, struct ledger, 1);
    *ledger = (struct ledger){.settings = settings, .outcome = outcome, .arena = arena};
    ledger->chapter_count = list->count;
    ledger->chapters = ARENA_NEW(arena, struct ledger_chapter, ledger->chapter_count);
    for (size_t i = 0; i < ledger->chapter_count; i++)
        ledger->chapters[i] = (struct ledger_chapter){list->items[i], first_of(list->items[i], i, ledger),
                                                      chapter_in(settings->chapters, i)};
    return ledger;
}

void ledger_measures_since(struct ledger *ledger, const struct parts *before)
{
    ledger->before = before;
}

/* --- over time --- */

uint32_t ledger_times(const struct ledger_settings *settings, struct arena *arena, sim_time **times)
{
    sim_time whole = (settings->ends - 1) / settings->sample_every;
    *times = ARENA_NEW(arena, sim_time, (size_t)whole + 1);
    for (sim_time i = 0; i < whole; i++)
        (*times)[i] = (i + 1) * settings->sample_every;
    (*times)[whole] = settings->ends;
    return (uint32_t)whole + 1;
}

static void write_sample(struct site *site, sim_time now)
{
    struct parts *parts = parts_of(site);
    struct ledger *ledger = ledger_of(parts);
    parts->measured_at = now;
    for (size_t i = 0; i < ledger->chapter_count; i++) {
        const struct ledger_chapter *one = &ledger->chapters[i];
        for (size_t j = 0; one->first != OUTCOME_ABSENT && j < one->chapter->row_count; j++)
            if (one->chapter->rows[j].measure.shape == MEASURE_TIME)
                outcome_put(ledger->outcome, one->first + j, site_index(site), ledger->sampled,
                            one->chapter->rows[j].value(parts));
    }
    ledger->sampled++;
    parts->measured_before = now;
    MOMENT(site, sample_taken, now);
}

void ledger_start(struct site *site)
{
    const struct ledger_settings *settings = ledger_of(parts_of(site))->settings;
    if (settings->sample_every < settings->ends)
        site_schedule(site, settings->sample_every, EVENT_SAMPLE, NULL, 0);
}

void on_sample(struct site *site, const struct event *event)
{
    const struct ledger_settings *settings = ledger_of(parts_of(site))->settings;
    write_sample(site, event->time);
    if (event->time + settings->sample_every < settings->ends)
        site_schedule(site, event->time + settings->sample_every, EVENT_SAMPLE, NULL, 0);
}

/* --- at the end --- */

static void write_row(struct site *site, const struct measure_row *row, size_t which)
{
    struct parts *parts = parts_of(site);
    const struct ledger *ledger = ledger_of(parts);
    struct outcome *outcome = ledger->outcome;
    const bool all = ledger->before == NULL;
    if (row->measure.shape == MEASURE_RUN)
        outcome_put(outcome, which, site_index(site), 0,
                    all ? row->value(parts) : since_value(row, parts, ledger->before, 0));
    for (uint32_t bin = 0; row->measure.shape == MEASURE_BIN && bin < row->measure.bins; bin++)
        outcome_put(outcome, which, site_index(site), bin,
                    all ? row->bin(parts, bin) : since_value(row, parts, ledger->before, bin));
}

static void write_chapter(struct site *site, const struct ledger_chapter *one)
{
    for (size_t i = 0; one->first != OUTCOME_ABSENT && i < one->chapter->row_count; i++)
        write_row(site, &one->chapter->rows[i], one->first + i);
}

void ledger_finish(struct site *site)
{
    struct parts *parts = parts_of(site);
    const struct ledger *ledger = ledger_of(parts);
    parts->measured_from = ledger->settings->from;
    write_sample(site, ledger->settings->ends);
    for (size_t i = 0; i < ledger->chapter_count; i++)
        write_chapter(site, &ledger->chapters[i]);
}

void ledger_write_tables(struct parts *const *parts, uint32_t sites)
{
    for (uint32_t site = 0; site < sites; site++) {
        const struct ledger *ledger = ledger_of(parts[site]);
        for (size_t i = 0; i < ledger->chapter_count; i++) {
            const struct ledger_chapter *one = &ledger->chapters[i];
            if (one->chapter->write != NULL && one->has)
                one->chapter->write(ledger->outcome, site, parts[site]);
        }
    }
}
