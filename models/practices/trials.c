/* Experiments: a site tries a practice drawn by lot for a while, and keeps it if it fares better.
 *
 * It compares the time of the trial with the last time between two reviews before it. What fares worse is
 * given up; what fares better is kept with the chance with which it would take over what fares so well
 * elsewhere. While it tries it tells others how that fares, and goes over to nothing else.
 */
#include "gathering/gathering.h"
#include "parts.h"
#include "practices/adoption.h"
#include "practices/numbers.h"

static void expect_experiment(struct site *site)
{
    struct adoption *adoption = adoption_of(parts_of(site));
    double rate = adoption->settings->experiment;
    if (rate <= 0)
        return;
    struct draw draw =
        draw_for(adoption->luck, DRAW_EXPERIMENT, site_index(site), 2 * adoption->trial.number);
    sim_time wait = sim_time_from_hours(draw_exponential(&draw, 1 / rate));
    if (wait < SIM_NEVER - site_now(site))
        site_schedule(site, site_now(site) + wait, EVENT_SITE_EXPERIMENTS, NULL, 0);
}

void trials_begin(struct site *site)
{
    expect_experiment(site);
}

/* One of the practices of the calendar but its own; 0: there is no other. */
static uint32_t draw_practice(struct site *site, uint32_t own)
{
    const struct adoption *adoption = adoption_of(parts_of(site));
    uint32_t all = adoption->settings->in_calendar, others = own > 0 && own <= all ? all - 1 : all;
    struct draw draw =
        draw_for(adoption->luck, DRAW_EXPERIMENT, site_index(site), 2 * adoption->trial.number + 1);
    if (others == 0)
        return 0;
    uint32_t practice = 1 + draw_below(&draw, others);
    return own > 0 && own <= all && practice >= own ? practice + 1 : practice;
}

void on_site_experiments(struct site *site, const struct event *event)
{
    (void)event;
    struct adoption *adoption = adoption_of(parts_of(site));
    struct trial_now *trial = &adoption->trial;
    uint32_t own = gathering_practice(gathering_of(parts_of(site)));
    uint32_t practice = draw_practice(site, own);
    trial->number++;
    if (own == 0 || practice == 0) {
        expect_experiment(site);
        return;
    }
    trial->before = own;
    trial->fared = adoption->last.measured ? adoption->last : fares_since(site, &adoption->then);
    fares_begin(site, &trial->then);
    adoption_change(site, practice);
    site_schedule(site, site_now(site) + adoption->settings->trial, EVENT_TRIAL_ENDS, NULL, 0);
}

static bool keeps(struct site *site, const struct trial_now *trial)
{
    const struct adoption *adoption = adoption_of(parts_of(site));
    struct fares now = fares_since(site, &trial->then);
    struct draw draw = draw_for(adoption->luck, DRAW_TRIAL, site_index(site), trial->number);
    double score = now.measured ? fares_score(adoption->settings, &now, &trial->fared) : 0;
    return score > 0 && draw_uniform(&draw) < fares_chance(adoption->settings, score);
}

void on_trial_ends(struct site *site, const struct event *event)
{
    (void)event;
    struct adoption *adoption = adoption_of(parts_of(site));
    struct trial_now *trial = &adoption->trial;
    uint32_t before = trial->before;
    bool kept = keeps(site, trial);
    trial->ended++;
    trial->kept += kept ? 1 : 0;
    trial->before = 0;
    if (!kept)
        adoption_change(site, before);
    expect_experiment(site);
}
