#include "measures/ledger.h"

#include <math.h>

#include "base/require.h"
#include "base/sorting.h"
#include "chronicle.h"
#include "conversation/conversation.h"
#include "gathering/gathering.h"
#include "knowledge/census.h"
#include "measures/chapters.h"
#include "measures/measures.h"
#include "measures/numbers.h"

// clang-format off
static const struct column proposal_columns[] = {
    {"submitted", "h", "Time of submission since the scenario began", COLUMN_REAL, NULL},
    {"first_heard", "h", "Time of the first hearing", COLUMN_REAL, NULL},
    {"decided", "h", "Time of the first decision; missing while there is none", COLUMN_REAL, NULL},
    {"open_until", "h", "Time of the first decision, or the end of the run", COLUMN_REAL, NULL},
    {"outcome", "1", "What was decided last", COLUMN_FLAG, "pending passed failed withdrawn"},
    {"decisions", "1", "Decisions on it; more than one where it was reopened", COLUMN_WHOLE, NULL},
    {"open", "1", "Whether it is open at the end: not decided yet, or reopened", COLUMN_FLAG, "no yes"},
    {"visits", "1", "Hearings", COLUMN_WHOLE, NULL},
    {"amendments", "1", "Friendly amendments", COLUMN_WHOLE, NULL},
    {"blocks", "1", "Blocks", COLUMN_WHOLE, NULL},
    {"hearing_hours", "h", "Channel time spent on it", COLUMN_REAL, NULL},
    {"in_circle", "1", "Whether a circle decided it", COLUMN_FLAG, "no yes"},
    {"voiced", "1", "Share of its facets voiced", COLUMN_REAL, NULL},
    {"coverage", "1", "Share of its facets that a person knows", COLUMN_REAL, NULL},
    {"common", "1", "Share of its facets that are common knowledge", COLUMN_REAL, NULL},
    {"agreement", "1", "Agreement on it", COLUMN_REAL, NULL},
    {"value", "1", "Mean valence of all its facets when decided", COLUMN_REAL, NULL},
    {"favour", "1", "Share in favour among those who decided", COLUMN_REAL, NULL},
};

static const struct column person_columns[] = {
    {"number", "1", "The person within the site", COLUMN_WHOLE, NULL},
    {"spoke", "h", "Floor time", COLUMN_REAL, NULL},
    {"turns", "1", "Turns spoken", COLUMN_WHOLE, NULL},
    {"heard", "1", "Turns heard", COLUMN_WHOLE, NULL},
    {"attended", "h", "Time in sessions", COLUMN_REAL, NULL},
    {"sessions", "1", "Sessions come to", COLUMN_WHOLE, NULL},
    {"energy", "1", "Energy when she last came or went", COLUMN_REAL, NULL},
    {"tension", "1", "Tension when she last came or went", COLUMN_REAL, NULL},
    {"leaning", "1", "Social part of the opinion on the last question, in the end", COLUMN_REAL, NULL},
};
// clang-format on

const struct table proposal_table = {"proposal", "One row a proposal", proposal_columns,
                                     sizeof proposal_columns / sizeof proposal_columns[0]};
const struct table person_table = {"person", "One row a person, where the scenario asks for it",
                                   person_columns, sizeof person_columns / sizeof person_columns[0]};
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
    ledger->before = now;
    ledger->sessions_before = gathering_of(parts)->tally.sessions;
    ledger->heads_before = gathering_of(parts)->tally.heads;
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

/* Which facets were voiced, by how many knew them at first. */
static void sum_facets(struct item_sums *sums, const struct matter *matter)
{
    for (uint32_t facet = 0; facet < matter->facets; facet++) {
        uint32_t knowers = matter->first_knowers[facet];
        if (knowers == 0)
            continue;
        uint32_t bin = knowers <= 8 ? knowers - 1 : 7;
        sums->facets_by_knowers[bin]++;
        sums->voiced_by_knowers[bin] += facet_in(&matter->voiced, facet) ? 1 : 0;
    }
}

void ledger_question_closes(struct site *site, const struct matter *matter)
{
    const double cluster_gap = 0.02, cluster_least = 0.05;
    const struct parts *parts = parts_of(site);
    struct ledger *ledger = ledger_of(parts);
    const struct people *people = people_of(parts);
    double *opinions = knowledge_of(parts)->scratch, mean = 0;
    uint32_t here = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        if (!person_is_here(people, person))
            continue;
        opinions[here++] = (double)matter->leaning[person];
        mean += (double)matter->leaning[person] / people_here(people);
    }
    struct census census = matter_census(matter, people);
    sum_facets(&ledger->items, matter);
    ledger->questions++;
    ledger->question_voiced += (double)facet_count(&matter->voiced) / matter->facets;
    ledger->question_coverage += census.coverage;
    ledger->question_common += census.common;
    ledger->question_reach += census.reach;
    sort_numbers(opinions, knowledge_of(parts)->more_scratch, here);
    ledger->question_agreement += opinion_agreement(opinions, here);
    ledger->question_clusters += opinion_clusters(opinions, here, cluster_gap, cluster_least);
    ledger->question_opinion += mean;
    chronicle_tell(site, TOLD_QUESTION_CLOSES, CHRONICLE_NOBODY, CHRONICLE_NOBODY, mean);
    if (!ledger->settings->people)
        return;
    if (ledger->leaning == NULL)
        ledger->leaning = ARENA_NEW(ledger->arena, float, people->count);
    for (uint32_t person = 0; person < people->count; person++)
        ledger->leaning[person] = matter->leaning[person];
}

/* --- at the end --- */

static void sum_record(struct item_sums *sums, const struct item *item)
{
    const struct item_record *record = &item->record;
    if (isnan(record->value))
        return;
    sums->recorded++;
    sums->voiced += record->voiced;
    sums->coverage += record->coverage;
    sums->common += record->common;
    sums->agreement += record->agreement;
    bool good = record->value > 0, passed = item->outcome == ITEM_PASSED;
    sums->correct += good == passed ? 1 : 0;
    sums->regret += good == passed ? 0 : fabs(record->value);
    if (item->matter != NULL)
        sum_facets(sums, item->matter);
}

static void sum_item(struct item_sums *sums, const struct item *item)
{
    sums->submitted++;
    sums->touch += sim_hours(item->touch);
    if (item->first_heard >= 0) {
        sums->waited++;
        sums->wait += sim_hours(item->first_heard - item->submitted);
    }
    if (item->times_decided == 0)
        return;
    bool stands = !item->open;
    sums->ever_decided++;
    sums->open_time += sim_hours(item->decided - item->submitted);
    sums->undone += item->times_reopened > 0 && !(stands && item->outcome == ITEM_PASSED) ? 1 : 0;
    if (!stands)
        return;
    sums->decided++;
    sums->visits += item->visits;
    sums->visits_of[item->visits <= 8 ? item->visits - 1 : 7]++;
    sums->in_circle += item->in_circle ? 1 : 0;
    sums->blocks += item->blocks;
    if (item->outcome == ITEM_PASSED) {
        sums->passed++;
        sums->amended += item->amendments > 0 ? 1 : 0;
        sums->conditions += item->conditions;
    }
    sum_record(sums, item);
}

/* Hearings and time in circles, as the circles counted them and as the people did. */
static void check_conservation(const struct parts *parts)
{
    const struct people *people = people_of(parts);
    const struct tally *tally = &conversation_of(parts)->tally, *apart = &conversation_of(parts)->apart;
    uint64_t heard = 0;
    int64_t seated = 0;
    for (uint32_t person = 0; person < people->count; person++) {
        heard += people->books.heard[person];
        seated += people->books.seated[person];
    }
    require(heard == tally->hearings + apart->hearings);
    require(seated == tally->seat_time + apart->seat_time);
}

/* One that left the agenda undecided was open until then. */
static sim_time open_until(const struct item *item, sim_time ends)
{
    if (item->times_decided > 0)
        return item->decided;
    return item->left >= 0 ? item->left : ends;
}

static void write_proposals(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct agenda *agenda = agenda_of(parts);
    for (uint32_t i = 0; i < agenda->count; i++) {
        const struct item *item = agenda->items[i];
        bool undecided = item->times_decided == 0;
        const double row[] = {
            sim_hours(item->submitted),
            sim_hours_or_missing(item->first_heard),
            undecided ? NAN : sim_hours_or_missing(item->decided),
            sim_hours(open_until(item, ledger_of(parts)->settings->ends)),
            item->outcome,
            item->times_decided,
            item->open ? 1 : 0,
            item->visits,
            item->amendments,
            item->blocks,
            sim_hours(item->touch),
            item->in_circle ? 1 : 0,
            item->record.voiced,
            item->record.coverage,
            item->record.common,
            item->record.agreement,
            item->record.value,
            item->record.favour,
        };
        outcome_add(outcome, &proposal_table, site, row);
    }
}

static void write_people(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct people *people = people_of(parts);
    if (!ledger_of(parts)->settings->people)
        return;
    for (uint32_t person = 0; person < people_ever(people); person++) {
        const double row[] = {
            person,
            sim_hours(people->books.spoke[person]),
            people->books.turns[person],
            people->books.heard[person],
            sim_hours(people->books.attended[person]),
            people->books.sessions[person],
            (double)people->body.energy[person],
            (double)people->body.tension[person],
            ledger_of(parts)->leaning == NULL ? NAN : (double)ledger_of(parts)->leaning[person],
        };
        outcome_add(outcome, &person_table, site, row);
    }
}

static void write_row(struct site *site, const struct measure_row *row, size_t which)
{
    const struct parts *parts = parts_of(site);
    struct outcome *outcome = ledger_of(parts)->outcome;
    if (row->measure.shape == MEASURE_RUN)
        outcome_put(outcome, which, site_index(site), 0, row->value(parts));
    for (uint32_t bin = 0; row->measure.shape == MEASURE_BIN && bin < row->measure.bins; bin++)
        outcome_put(outcome, which, site_index(site), bin, row->bin(parts, bin));
}

static void write_chapter(struct site *site, const struct ledger_chapter *one)
{
    const struct parts *parts = parts_of(site);
    for (size_t i = 0; one->first != OUTCOME_ABSENT && i < one->chapter->row_count; i++)
        write_row(site, &one->chapter->rows[i], one->first + i);
    if (one->chapter->write != NULL && one->has)
        one->chapter->write(ledger_of(parts)->outcome, site_index(site), parts);
}

void ledger_finish(struct site *site)
{
    const struct parts *parts = parts_of(site);
    struct ledger *ledger = ledger_of(parts);
    check_conservation(parts);
    write_sample(site, ledger->settings->ends);
    for (uint32_t i = 0; i < agenda_of(parts)->count; i++)
        sum_item(&ledger->items, agenda_of(parts)->items[i]);
    require(ledger->items.decided == (double)agenda_decided(agenda_of(parts)));
    for (size_t i = 0; i < ledger->chapter_count; i++)
        write_chapter(site, &ledger->chapters[i]);
}

void ledger_tables_write(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    write_proposals(outcome, site, parts);
    write_people(outcome, site, parts);
}

const struct table *const ledger_tables[] = {&proposal_table, &person_table, NULL};
