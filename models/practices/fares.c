/* How a practice fares: what it is judged by, and by how much one is better than another. */
#include <math.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/same.h"
#include "gathering/gathering.h"
#include "groups/groups.h"
#include "knowledge/knowledge.h"
#include "parts.h"
#include "people/people.h"
#include "practices/adoption.h"
#include "state/inequality.h"

static double tasks_done(const struct parts *parts)
{
    const struct groups *groups = groups_of(parts);
    double done = 0;
    for (uint32_t i = 0; groups != NULL && i < groups_count(groups); i++)
        done += group_numbered(groups, i)->work.books.done;
    return done;
}

static void note_voices(struct site *site, struct fare_books *books)
{
    const struct adoption *adoption = adoption_of(parts_of(site));
    const struct people *people = people_of(parts_of(site));
    if (adoption->settings->judge.weight[JUDGE_VOICE] <= 0)
        return;
    if (books->spoke == NULL) {
        books->spoke = ARENA_NEW(adoption->arena, sim_time, people->count);
        books->attended = ARENA_NEW(adoption->arena, sim_time, people->count);
    }
    memcpy(books->spoke, people->books.spoke, people->count * sizeof *books->spoke);
    memcpy(books->attended, people->books.attended, people->count * sizeof *books->attended);
}

void fares_begin(struct site *site, struct fare_books *books)
{
    const struct parts *parts = parts_of(site);
    books->at = site_now(site);
    books->decisions = (double)agenda_books(agenda_of(parts))->first_decisions;
    books->hours = sim_hours(gathering_tally(gathering_of(parts))->people_time);
    books->tasks = tasks_done(parts);
    note_voices(site, books);
}

/* Effective number of speakers, as a share of those who came. */
static double voice_since(const struct parts *parts, const struct fare_books *then)
{
    const struct people *people = people_of(parts);
    if (then->spoke == NULL)
        return (double)NAN;
    double *spoke = knowledge_scratch(knowledge_of(parts));
    uint32_t count = 0;
    for (uint32_t person = 0; person < people->count; person++)
        if (people->books.attended[person] > then->attended[person])
            spoke[count++] = sim_hours(people->books.spoke[person] - then->spoke[person]);
    return count > 0 ? effective_share(spoke, count) : (double)NAN;
}

/* Of proposals that were decided for the first time since then. */
static void judge_decisions(const struct parts *parts, sim_time since, struct fares *fares)
{
    const struct agenda *agenda = agenda_of(parts);
    double count = 0, coverage = 0, correct = 0, days = 0;
    for (uint32_t i = 0; i < agenda_count(agenda); i++) {
        const struct item *item = agenda_item(agenda, i);
        if (item->times.decided < since || item->decisions.times == 0 || isnan(item->record.coverage))
            continue;
        count++;
        coverage += item->record.coverage;
        correct += (item->record.value > 0) == (item->outcome == ITEM_PASSED) ? 1 : 0;
        days += sim_days(item->times.decided - item->times.submitted);
    }
    fares->of[JUDGE_COVERAGE] = count > 0 ? coverage / count : (double)NAN;
    fares->of[JUDGE_CORRECT] = count > 0 ? correct / count : (double)NAN;
    fares->of[JUDGE_DAYS] = count > 0 ? days / count : (double)NAN;
}

static bool reads_items(const struct adoption_settings *settings)
{
    return settings->judge.weight[JUDGE_COVERAGE] > 0 || settings->judge.weight[JUDGE_CORRECT] > 0 ||
           settings->judge.weight[JUDGE_DAYS] > 0;
}

struct fares fares_since(struct site *site, const struct fare_books *then)
{
    const struct parts *parts = parts_of(site);
    double decisions = (double)agenda_books(agenda_of(parts))->first_decisions - then->decisions;
    double hours = sim_hours(gathering_tally(gathering_of(parts))->people_time) - then->hours;
    double person_days = people_of(parts)->begun * sim_days(site_now(site) - then->at);
    struct fares fares = {.measured = hours > 0};
    for (int measure = 0; measure < JUDGED; measure++)
        fares.of[measure] = (double)NAN;
    fares.of[JUDGE_DECISIONS] = hours > 0 ? decisions / hours : 0;
    if (person_days > 0)
        fares.of[JUDGE_TASKS] = (tasks_done(parts) - then->tasks) / person_days;
    fares.of[JUDGE_VOICE] = voice_since(parts, then);
    if (reads_items(adoption_of(parts)->settings))
        judge_decisions(parts, then->at, &fares);
    return fares;
}

/* NaN: nothing can be said. */
static double log_ratio(double one, double other)
{
    if (isnan(one) || isnan(other) || (one <= 0 && other <= 0))
        return (double)NAN;
    if (one <= 0 || other <= 0)
        return one > 0 ? (double)INFINITY : (double)-INFINITY;
    return same_log(one / other);
}

double fares_score(const struct adoption_settings *settings, const struct fares *one,
                   const struct fares *other)
{
    double score = 0;
    for (int measure = 0; measure < JUDGED; measure++) {
        double weight = settings->judge.weight[measure];
        bool less_is_better = measure == JUDGE_DAYS;
        double ratio = less_is_better ? log_ratio(other->of[measure], one->of[measure])
                                      : log_ratio(one->of[measure], other->of[measure]);
        if (weight > 0 && !isnan(ratio))
            score += weight * ratio;
    }
    return isnan(score) ? 0 : score; /* each brings what the other lacks altogether */
}

double fares_chance(const struct adoption_settings *settings, double score)
{
    if (isinf(score))
        return score > 0 ? 1 : 0;
    return 1 / (1 + same_exp(-settings->sensitivity * score));
}
