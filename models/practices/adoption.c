#include "practices/adoption.h"

#include <math.h>

#include "chronicle.h"
#include "gathering/gathering.h"
#include "parts.h"
#include "places/sites.h"
#include "practices/numbers.h"

/* One site tells another: what it holds now, what it held before, and how that fares. */
struct news {
    uint32_t practice;
    uint32_t before;          /* the same, unless it has just changed */
    double decisions;         /* by hours of presence; NaN: how it fares is not told */
    float others[JUDGED - 1]; /* the other measures */
};

struct adoption *adoption_new(const struct adoption_settings *settings, const struct adoption_start *start,
                              const struct luck *luck, struct arena *arena)
{
    struct adoption *adoption = ARENA_NEW(arena, struct adoption, 1);
    *adoption = (struct adoption){
        .settings = settings,
        .luck = luck,
        .sites = start->sites,
        .threshold = start->threshold,
        .heard = ARENA_NEW(arena, struct told, (size_t)settings->practices + 1),
        .arena = arena,
        .changed = -1,
    };
    return adoption;
}

static uint32_t practice_of(struct site *site)
{
    return gathering_practice(gathering_of(parts_of(site)));
}

/* Tells all others, or those that this telling's draw names. */
static void adoption_tell(struct site *site, uint32_t telling, const struct news *news)
{
    const struct adoption *adoption = adoption_of(parts_of(site));
    struct site_choice choice = {
        .sites = adoption->sites, .own = site_index(site), .most = (uint32_t)adoption->settings->told};
    struct draw draw = draw_for(adoption->luck, DRAW_TOLD, site_index(site), telling);
    sites_choose(&choice, &draw);
    for (uint32_t i = 0; i < choice.count; i++)
        site_tell(site, site_chosen(&choice, i), EVENT_SITE_TOLD, news, sizeof *news);
}

/* Those who are told of changes are the same each time, so that their counts stay true. */
static void announce(struct site *site, uint32_t before)
{
    struct news news = {.practice = practice_of(site), .before = before, .decisions = NAN};
    adoption_tell(site, 0, &news);
}

void adoption_change(struct site *site, uint32_t practice)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    uint32_t before = practice_of(site);
    gathering_take_practice(gathering_of(parts_of(site)), practice);
    fares_begin(site, &adoption->then);
    adoption->last.measured = adoption->best.measured = false;
    adoption->changes++;
    chronicle_tell(site, TOLD_PRACTICE_CHANGED, practice, before, NAN);
    if (adoption->changed < 0)
        adoption->changed = site_now(site);
    bool counted =
        practice == adoption->settings->spread_number || before == adoption->settings->spread_number;
    if (counted && adoption->settings->rule->spreads)
        announce(site, before);
}

static void hear_one(struct told *told, enum judged measure, double value)
{
    if (isnan(value))
        return;
    told->sum[measure] += value;
    told->count[measure]++;
}

static void hear(struct told *told, const struct news *news)
{
    hear_one(told, JUDGE_DECISIONS, news->decisions);
    for (int measure = 1; measure < JUDGED; measure++)
        hear_one(told, (enum judged)measure, (double)news->others[measure - 1]);
}

void on_site_told(struct site *site, const struct event *event)
{
    struct news news;
    event_read(event, &news, sizeof news);
    struct adoption *adoption = adoption_of(parts_of(site));
    uint32_t spread = adoption->settings->spread_number;
    if (!isnan(news.decisions)) {
        hear(&adoption->heard[news.practice], &news);
    } else if (news.practice == spread) {
        adoption->holders++;
    } else if (news.before == spread) {
        adoption->holders--;
    }
    if (adoption->settings->rule->heard != NULL)
        adoption->settings->rule->heard(site, &news);
}

/* --- compare --- */

static void schedule_review(struct site *site)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    sim_time at = site_now(site) + adoption->settings->every;
    if (adoption->reviews == 0) { /* reviews of different sites fall on different instants */
        struct draw draw = draw_for(adoption->luck, DRAW_REVIEW, site_index(site), 0);
        at = (sim_time)(draw_uniform(&draw) * (double)adoption->settings->every);
    }
    site_schedule(site, at, EVENT_SITE_REVIEWS, NULL, 0);
}

static struct fares mean_told(const struct told *told)
{
    struct fares mean = {.measured = told->count[JUDGE_DECISIONS] > 0};
    for (int measure = 0; measure < JUDGED; measure++)
        mean.of[measure] = told->count[measure] > 0 ? told->sum[measure] / told->count[measure] : (double)NAN;
    return mean;
}

/* The practice that fares best by what was heard since the last review; 0 when nothing was. */
static uint32_t best_heard(const struct adoption *adoption, uint32_t own, struct fares *best)
{
    uint32_t found = 0;
    for (uint32_t practice = 1; practice <= adoption->settings->practices; practice++) {
        struct fares mean = mean_told(&adoption->heard[practice]);
        if (practice == own || !mean.measured ||
            (found > 0 && !(fares_score(adoption->settings, &mean, best) > 0)))
            continue;
        found = practice;
        *best = mean;
    }
    return found;
}

static void tell_fares(struct site *site, uint32_t practice, const struct fares *fares)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    struct news news = {practice, practice, fares->of[JUDGE_DECISIONS], {0}};
    for (int measure = 1; measure < JUDGED; measure++)
        news.others[measure - 1] = (float)fares->of[measure];
    adoption_tell(site, adoption->reviews, &news);
}

/* What it tells others: how it fared since the last review, or in its best time so far. */
static void review_own(struct site *site, uint32_t practice, const struct fares *own)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    if (!own->measured || practice == 0)
        return;
    adoption->last = *own;
    if (!adoption->best.measured || fares_score(adoption->settings, own, &adoption->best) > 0)
        adoption->best = *own;
    tell_fares(site, practice, adoption->settings->told_best ? &adoption->best : own);
}

void on_site_reviews(struct site *site, const struct event *event)
{
    (void)event;
    struct adoption *adoption = adoption_of(parts_of(site));
    const struct adoption_settings *settings = adoption->settings;
    struct fares own = fares_since(site, &adoption->then), theirs = {.measured = false};
    uint32_t practice = practice_of(site);
    fares_begin(site, &adoption->then);
    adoption->reviews++;
    review_own(site, practice, &own);
    uint32_t best = best_heard(adoption, practice, &theirs);
    adoption->without_choice += best == 0 ? 1 : 0;
    for (uint32_t i = 0; i <= settings->practices; i++)
        adoption->heard[i] = (struct told){0};
    struct draw draw = draw_for(adoption->luck, DRAW_REVIEW, site_index(site), adoption->reviews);
    double score = best > 0 ? fares_score(settings, &theirs, &own) : 0;
    if (adoption->trial.before == 0 && score > 0 && draw_uniform(&draw) < fares_chance(settings, score))
        adoption_change(site, best);
    schedule_review(site);
}

/* --- bass --- */

static double fastest(const struct adoption_settings *settings)
{
    return settings->innovation + settings->imitation;
}

static void schedule_try(struct site *site)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    double rate = fastest(adoption->settings);
    if (rate <= 0)
        return;
    struct draw draw = draw_for(adoption->luck, DRAW_TRY, site_index(site), 2 * adoption->tries);
    double wait = draw_exponential(&draw, 1 / rate);
    sim_time span = sim_time_from_hours(wait);
    if (span < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + span, EVENT_SITE_TRIES, NULL, 0);
}

void on_site_tries(struct site *site, const struct event *event)
{
    (void)event;
    struct adoption *adoption = adoption_of(parts_of(site));
    const struct adoption_settings *settings = adoption->settings;
    uint32_t others = adoption->sites - 1;
    uint32_t tellers = settings->told > 0 && settings->told < others ? (uint32_t)settings->told : others;
    double share = tellers > 0 ? (double)adoption->holders / tellers : 0;
    double rate = settings->innovation + settings->imitation * (share < 1 ? share : 1);
    struct draw draw = draw_for(adoption->luck, DRAW_TRY, site_index(site), 2 * adoption->tries + 1);
    adoption->tries++;
    if (draw_uniform(&draw) * fastest(settings) < rate && practice_of(site) != settings->spread_number)
        adoption_change(site, settings->spread_number);
    schedule_try(site);
}

/* --- rules --- */

static void begin_compare(struct site *site)
{
    fares_begin(site, &adoption_of(parts_of(site))->then);
    schedule_review(site);
    schedule_try(site);
}

static void begin_threshold(struct site *site)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    if (adoption->threshold == 0 && practice_of(site) != adoption->settings->spread_number)
        adoption_change(site, adoption->settings->spread_number);
}

static void heard_threshold(struct site *site, const struct news *news)
{
    (void)news;
    const struct adoption *adoption = adoption_of(parts_of(site));
    if (adoption->holders >= adoption->threshold && practice_of(site) != adoption->settings->spread_number)
        adoption_change(site, adoption->settings->spread_number);
}

static const struct adoption_rule none = {
    .choice = {"none", "a site keeps the practice that it began with", "null model"},
};
static const struct adoption_rule compare = {
    .choice = {"compare", "a site goes over to what decides more per hour of its people, by what others tell",
               "McFadden 1974, Conditional logit analysis; Bass 1969"},
    .begin = begin_compare,
    .compares = true,
    .spreads = true,
};
static const struct adoption_rule bass = {
    .choice = {"bass", "a site takes up what spreads of itself, and by the share of others that hold it",
               "Bass 1969, doi:10.1287/mnsc.15.5.215"},
    .begin = schedule_try,
    .spreads = true,
};
static const struct adoption_rule threshold = {
    .choice = {"threshold", "a site takes up what spreads once so many others hold it",
               "Granovetter 1978, doi:10.1086/226707"},
    .begin = begin_threshold,
    .heard = heard_threshold,
    .spreads = true,
};

const struct choice *const adoption_rules[] = {&none.choice, &compare.choice, &bass.choice, &threshold.choice,
                                               NULL};

void adoption_start(struct site *site)
{
    const struct adoption_settings *settings = adoption_of(parts_of(site))->settings;
    if (settings->rule->begin == NULL)
        return;
    if (settings->spread_number > 0 && practice_of(site) == settings->spread_number)
        announce(site, 0);
    settings->rule->begin(site);
}
