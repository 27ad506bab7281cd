/* From rows to sessions (all rows of one day) and proposals (all rows of one item). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/require.h"
#include "observed/minutes_parts.h"

bool minutes_is_hearing(const struct minutes_row *row)
{
    return row->outcome != OUTCOME_NO_PROPOSAL;
}

bool minutes_is_decision(enum minutes_outcome outcome)
{
    return outcome == OUTCOME_PASSED || outcome == OUTCOME_FAILED || outcome == OUTCOME_WITHDRAWN;
}

/* A row with its place; of those without a day, the day before them in the table. */
struct placed {
    int64_t day;
    size_t place;
    struct minutes_row row;
};

static int by_day(const void *a, const void *b)
{
    const struct placed *one = a, *other = b;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    return (one->place > other->place) - (one->place < other->place);
}

static void sort_rows(struct minutes *minutes)
{
    struct placed *all = must_allocate(minutes->row_count + 1, sizeof *all);
    int64_t day = INT64_MIN;
    for (size_t i = 0; i < minutes->row_count; i++) {
        day = minutes->rows[i].day == INT64_MIN ? day : minutes->rows[i].day;
        all[i] = (struct placed){day, i, minutes->rows[i]};
    }
    qsort(all, minutes->row_count, sizeof *all, by_day);
    for (size_t i = 0; i < minutes->row_count; i++)
        minutes->rows[i] = all[i].row;
    free(all);
}

static void find_sessions(struct minutes *minutes, struct arena *arena)
{
    minutes->sessions = ARENA_NEW(arena, struct minutes_session, minutes->row_count + 1);
    for (size_t i = 0; i < minutes->row_count; i++) {
        struct minutes_row *row = &minutes->rows[i];
        if (row->day == INT64_MIN)
            continue;
        struct minutes_session *last =
            minutes->session_count == 0 ? NULL : &minutes->sessions[minutes->session_count - 1];
        if (last == NULL || last->day != row->day) {
            last = &minutes->sessions[minutes->session_count++];
            *last = (struct minutes_session){.day = row->day, .present = NAN};
        }
        row->session = last - minutes->sessions;
        last->present = fmax(last->present, row->present); /* fmax passes over what is not said */
        if (!minutes_is_hearing(row))
            continue;
        last->minutes += row->minutes;
        last->passed += row->outcome == OUTCOME_PASSED ? 1 : 0;
    }
}

static int by_item(const void *a, const void *b)
{
    const struct minutes_row *one = *(struct minutes_row *const *)a, *other = *(struct minutes_row *const *)b;
    const int order = strcmp(one->item, other->item);
    return order != 0 ? order : (one > other) - (one < other);
}

/* A further hearing of the same proposal, later than those before. */
static void hear_again(struct minutes_proposal *proposal, const struct minutes_row *row)
{
    const double before = proposal->amendments;
    proposal->hearings++;
    proposal->outcome = row->outcome;
    proposal->outcomes_said = proposal->outcomes_said && row->outcome != OUTCOME_UNSAID;
    proposal->minutes += row->minutes;
    proposal->amendments =
        fmax(before, row->amendments) > 0 ? fmax(before, row->amendments) : before + row->amendments;
    proposal->session = row->session;
}

static void find_proposals(struct minutes *minutes, struct arena *arena)
{
    struct minutes_row **named = must_allocate(minutes->row_count + 1, sizeof *named);
    size_t count = 0;
    for (size_t i = 0; i < minutes->row_count; i++)
        if (minutes->rows[i].item != NULL && minutes_is_hearing(&minutes->rows[i]))
            named[count++] = &minutes->rows[i];
    qsort(named, count, sizeof *named, by_item);
    minutes->proposals = ARENA_NEW(arena, struct minutes_proposal, count + 1);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || strcmp(named[i]->item, named[i - 1]->item) != 0)
            minutes->proposals[minutes->proposal_count++] =
                (struct minutes_proposal){.item = named[i]->item, .outcomes_said = true};
        named[i]->proposal = (long)minutes->proposal_count - 1;
        hear_again(&minutes->proposals[minutes->proposal_count - 1], named[i]);
    }
    free(named);
}

/* In which session each proposal was decided; of rows without names, each for itself. */
static void find_decisions(struct minutes *minutes)
{
    for (size_t i = 0; i < minutes->proposal_count; i++) {
        const struct minutes_proposal *proposal = &minutes->proposals[i];
        if (minutes_is_decision(proposal->outcome) && proposal->session != NO_SESSION)
            minutes->sessions[proposal->session].decided++;
    }
    for (size_t i = 0; i < minutes->row_count; i++) {
        const struct minutes_row *row = &minutes->rows[i];
        if (row->proposal == NO_PROPOSAL && row->session != NO_SESSION && minutes_is_decision(row->outcome))
            minutes->sessions[row->session].decided++;
    }
}

void minutes_gather(struct minutes *minutes, struct arena *arena)
{
    sort_rows(minutes);
    find_sessions(minutes, arena);
    find_proposals(minutes, arena);
    find_decisions(minutes);
}

double minutes_days(const struct minutes *minutes)
{
    const size_t count = minutes->session_count;
    if (count < 2)
        return NAN;
    const double between = (double)(minutes->sessions[count - 1].day - minutes->sessions[0].day);
    return between * (double)count / (double)(count - 1);
}
