/* How much the members of a group care for it. */
#include "base/decay.h"
#include "groups/groups_parts.h"
#include "parts.h"

double group_attention(struct group *group, const struct attention_settings *settings, sim_time now)
{
    group->attention.level *= decay_factor(settings->half_life, now - group->attention.touched);
    group->attention.touched = now;
    return group->attention.level;
}

void group_progress(struct site *site, struct group *group)
{
    const struct attention_settings *settings = &groups_of(parts_of(site))->settings->attention;
    double attention = group_attention(group, settings, site_now(site));
    group->attention.level = attention + settings->gain * (1 - attention);
}
