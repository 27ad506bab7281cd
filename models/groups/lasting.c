#include "groups/lasting.h"

#include <math.h>

#include "groups/groups_parts.h"

/* The number of comparisons is the square of it. */
enum { MOST_COMPARED = 2000 };

static double mean_size(const struct group *group)
{
    return group->members.youth.member_time / (GROUP_YOUTH_DAYS * 24.0);
}

static double turnover(const struct group *group)
{
    const struct group_youth *youth = &group->members.youth;
    return 0.5 * (double)(youth->joins + youth->leaves) / youth->member_time;
}

static sim_time lifetime(const struct parts *parts, const struct group *group)
{
    return (group_lives(group) ? parts->measured_at : group->ended) - group->born;
}

static bool belongs(const struct parts *parts, const struct group *group, enum lasting_class class)
{
    if (lifetime(parts, group) <= GROUP_YOUTH_DAYS * SIM_DAY)
        return false;
    bool large = mean_size(group) >= LASTING_LARGE_FROM;
    return class == LASTING_ALL || large == (class == LASTING_LARGE);
}

/* `longer` and `shorter`: what the group that lived longer, or shorter, had of something. 1 when the first
 * had more, -1 when it had less. */
static double agree(double longer, double shorter)
{
    return longer > shorter ? 1 : longer < shorter ? -1 : 0;
}

static double lasting_by(const struct parts *parts, enum lasting_class class,
                         double (*quality)(const struct group *))
{
    const struct groups *groups = groups_of(parts);
    uint32_t count = groups->all.count < MOST_COMPARED ? groups->all.count : MOST_COMPARED;
    double sum = 0, pairs = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct group *ended = groups->all.list[i];
        if (group_lives(ended) || !belongs(parts, ended, class))
            continue;
        for (uint32_t j = 0; j < count; j++) {
            const struct group *other = groups->all.list[j];
            if (!belongs(parts, other, class) || lifetime(parts, other) <= lifetime(parts, ended))
                continue;
            sum += agree(quality(other), quality(ended));
            pairs++;
        }
    }
    return pairs > 0 ? sum / pairs : NAN;
}

double lasting_by_turnover(const struct parts *parts, enum lasting_class class)
{
    return lasting_by(parts, class, turnover);
}

double lasting_by_size(const struct parts *parts, enum lasting_class class)
{
    return lasting_by(parts, class, mean_size);
}
