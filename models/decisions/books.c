#include "decisions/books.h"

#include <math.h>

#include "base/require.h"
#include "knowledge/knowledge.h"

static void sum_record(struct item_sums *sums, struct knowledge *knowledge, const struct item *item)
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
    if (passed) {
        sums->accepted++;
        sums->opinion += record->opinion;
        sums->spread += record->spread;
    }
    if (item->matter != NULL)
        matter_count_voiced(knowledge, item->matter);
}

static void sum_item(struct item_sums *sums, struct knowledge *knowledge, const struct item *item)
{
    sums->submitted++;
    sums->touch += sim_hours(item->heard.touch);
    if (item->heard.first >= 0) {
        sums->waited++;
        sums->wait += sim_hours(item->heard.first - item->times.submitted);
    }
    if (item->decisions.times == 0)
        return;
    bool stands = !item->open;
    sums->ever_decided++;
    sums->open_time += sim_hours(item->times.decided - item->times.submitted);
    sums->undone += item->decisions.reopened > 0 && !(stands && item->outcome == ITEM_PASSED) ? 1 : 0;
    if (!stands)
        return;
    sums->decided++;
    sums->visits += item->heard.visits;
    sums->visits_of[item->heard.visits <= 8 ? item->heard.visits - 1 : 7]++;
    sums->in_circle += item->decisions.in_circle ? 1 : 0;
    sums->blocks += item->changes.blocks;
    if (item->outcome == ITEM_PASSED) {
        sums->passed++;
        sums->amended += item->changes.amendments > 0 ? 1 : 0;
        sums->conditions += item->changes.conditions;
    }
    sum_record(sums, knowledge, item);
}

void decisions_sum(struct site *site)
{
    const struct parts *parts = parts_of(site);
    struct item_sums *sums = &decisions_of(parts)->sums;
    for (uint32_t i = 0; i < agenda_count(agenda_of(parts)); i++)
        sum_item(sums, knowledge_of(parts), agenda_item(agenda_of(parts), i));
    require(sums->decided == (double)agenda_decided(agenda_of(parts)));
}

/* --- the table of proposals --- */

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
    {"acceptance", "1", "Mean opinion of the people of the site when it was decided", COLUMN_REAL, NULL},
    {"acceptance_spread", "1", "Standard deviation of these opinions", COLUMN_REAL, NULL},
    {"value", "1", "Mean valence of all its facets when decided", COLUMN_REAL, NULL},
    {"favour", "1", "Share in favour among those who decided", COLUMN_REAL, NULL},
};
// clang-format on

const struct table proposal_table = {"proposal", "One row a proposal", proposal_columns,
                                     sizeof proposal_columns / sizeof proposal_columns[0]};

/* A proposal that left the agenda undecided was open until it left. */
static sim_time open_until(const struct item *item, sim_time ends)
{
    if (item->decisions.times > 0)
        return item->times.decided;
    return item->times.left >= 0 ? item->times.left : ends;
}

void decisions_write_proposals(struct outcome *outcome, uint32_t site, const struct parts *parts)
{
    const struct agenda *agenda = agenda_of(parts);
    for (uint32_t i = 0; i < agenda_count(agenda); i++) {
        const struct item *item = agenda_item(agenda, i);
        if (item->times.submitted < parts->measured_from)
            continue;
        bool undecided = item->decisions.times == 0;
        const double row[] = {
            sim_hours(item->times.submitted),
            sim_hours_or_missing(item->heard.first),
            undecided ? NAN : sim_hours_or_missing(item->times.decided),
            sim_hours(open_until(item, parts->measured_at)),
            item->outcome,
            item->decisions.times,
            item->open ? 1 : 0,
            item->heard.visits,
            item->changes.amendments,
            item->changes.blocks,
            sim_hours(item->heard.touch),
            item->decisions.in_circle ? 1 : 0,
            item->record.voiced,
            item->record.coverage,
            item->record.common,
            item->record.agreement,
            item->record.opinion,
            item->record.spread,
            item->record.value,
            item->record.favour,
        };
        outcome_add(outcome, &proposal_table, site, row);
    }
}
