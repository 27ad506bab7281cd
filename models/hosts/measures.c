/* Whether circles had hosts, and what it took. */
#include "hosts/hosts_parts.h"
#include "mechanism.h"

static const struct host_tally *tally_of(const struct parts *parts)
{
    return &hosts_of(parts)->tally;
}

static double hosted(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->held_time, (double)tally_of(parts)->circle_time);
}

static double all_hosted(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->full_rounds, (double)tally_of(parts)->rounds);
}

static double strayed(const struct parts *parts)
{
    const struct tally *talk = conversation_tally(conversation_of(parts)),
                       *apart = conversation_tally_apart(conversation_of(parts));
    return row_ratio((double)(talk->strayed + apart->strayed), (double)(talk->turns + apart->turns));
}

static double hours_a_host(const struct parts *parts)
{
    const struct hosts *hosts = hosts_of(parts);
    uint32_t count = 0;
    for (uint32_t person = 0; person < hosts->people->count; person++)
        count += hosts->persons.hosted[person] > 0 ? 1 : 0;
    double weeks = sim_hours(parts->measured_at) / sim_hours(SIM_WEEK);
    return row_ratio(sim_hours(hosts->tally.held_time), weeks * count);
}

static double skill_of_hosts(const struct parts *parts)
{
    const struct hosts *hosts = hosts_of(parts);
    return row_ratio(hosts->tally.skill_time - hosts->sampled_skill,
                     sim_hours(hosts->tally.held_time) - hosts->sampled_time);
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("hosted", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Share of circles with a host", "Share of the time of circles in facilitated stages that somebody hosted them; a circle that fell apart counts as one", COUNTED),
                 MANY("had", "circles with a host")},
     .value = hosted},
    {.measure = {NAMED("all_hosted", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Rounds with a host for every circle", "Share of the rounds of facilitated stages in which every circle had a host at first", COUNTED),
                 MANY("had", "rounds with a host for every circle")},
     .value = all_hosted},
    {.measure = {NAMED("strayed", "1", SHARE), RUN_MEAN, LESS,
                 SAYS("Share of turns that strayed", "Share of turns that had to do with something else", COUNTED),
                 MANY("had", "turns that strayed")},
     .value = strayed},
    {.measure = {NAMED("host_hours", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Hours of a host in a week", "Hours that a host hosted in a week, on average over those who hosted at all", COUNTED),
                 MANY("took", "hours of each host"), .since = SINCE_NOTHING},
     .value = hours_a_host},
    {.measure = {NAMED("host_skill_at", "1", SHARE), AT_MEAN, MORE,
                 SAYS("Skill of hosts", "Skill of hosts in the hours that they hosted since the last sample", COUNTED)},
     .value = skill_of_hosts},
};
// clang-format on

static bool hosts_are_needed(const struct scenario *scenario)
{
    const struct host_settings *hosts = scenario_settings(scenario, &host_section);
    return hosts->needed;
}

extern const struct chapter host_chapter;
const struct chapter host_chapter = {.needs = "`hosts: {needed: yes}`", .has = hosts_are_needed, ROWS(rows)};
