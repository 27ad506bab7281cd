/* Proposals that wait for endorsers. */
#include "agenda/agenda_parts.h"
#include "mechanism.h"

static double unendorsed(const struct parts *parts)
{
    return agenda_of(parts)->drafts.count;
}

static double hours_to_endorse(const struct parts *parts)
{
    const struct agenda_drafts *drafts = &agenda_of(parts)->drafts;
    return row_ratio(sim_hours(drafts->waited), (double)drafts->endorsed);
}

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("unendorsed", "1", FROM_ZERO), RUN_POINT, LESS,
                 SAYS("Proposals without enough endorsers", "Proposals that somebody had in mind at the end and that not enough people had endorsed", "counted"),
                 MANY("had", "proposals without enough endorsers")},
     .value = unendorsed},
    {.measure = {NAMED("hours_to_endorse", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Time until a proposal is endorsed", "Time from when somebody has a proposal in mind until it is submitted, of those submitted", "counted"),
                 MUCH("took", "time until a proposal is endorsed")},
     .value = hours_to_endorse},
};
// clang-format on

static bool endorsers_are_needed(const struct scenario *scenario)
{
    const struct proposal_settings *proposals = scenario_settings(scenario, &proposal_section);
    return proposals->endorsers > 0;
}

extern const struct chapter endorser_chapter;
const struct chapter endorser_chapter = {.needs = "`proposals: {endorsers: ...}`",
                                         .has = endorsers_are_needed,
                                         .subject = SUBJECT_PROPOSALS,
                                         ROWS(rows)};
