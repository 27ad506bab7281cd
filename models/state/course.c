#include "state/course.h"

#include <math.h>

#include "state/differentiation.h"
#include "state/integration.h"
#include "state/transformation.h"

/* Effort is added up in another order when groups are told in another order; that is no fall. */
static const double rounding = 1e-9;

static const char *const never_unified = "never unified: integration has not come to .5";
static const char *const nothing_to_integrate = "integration is not defined at any moment";

struct course course_begin(void)
{
    const struct measured nothing = not_defined(nothing_to_integrate);
    return (struct course){.peak = nothing, .differentiation_at_peak = nothing, .unity = SIM_NEVER};
}

static struct measured balkanization(const struct course *course, struct measured integrated,
                                     struct measured differentiated)
{
    if (integrated.why != NULL)
        return integrated;
    if (!(course->peak.value >= UNITY_INTEGRATION))
        return not_defined(never_unified);
    if (differentiated.why != NULL)
        return differentiated;
    if (course->differentiation_at_peak.why != NULL)
        return course->differentiation_at_peak;
    if (differentiated.value < course->differentiation_at_peak.value - rounding)
        return not_defined("differentiation has fallen since integration was highest");
    return measured((course->peak.value - integrated.value) / course->peak.value);
}

static void mean_take(struct course_mean *mean, struct measured value)
{
    if (value.why != NULL) {
        mean->why = value.why;
        return;
    }
    mean->sum += value.value;
    mean->count++;
}

static struct measured mean_of(const struct course_mean *mean)
{
    if (mean->count == 0)
        return not_defined(mean->why != NULL ? mean->why : "no moment is described");
    return measured(mean->sum / (double)mean->count);
}

struct measured course_take(struct course *course, sim_time at, const struct state_view *view)
{
    const struct measured integrated = integration(view), differentiated = differentiation(view);
    const struct effort_spent spent = effort_spent(view);
    course->states++;
    if (integrated.why == NULL) {
        course->integrated++;
        if (course->peak.why != NULL || integrated.value > course->peak.value) {
            course->peak = integrated;
            course->differentiation_at_peak = differentiated;
        }
        if (course->unity == SIM_NEVER && integrated.value >= UNITY_INTEGRATION)
            course->unity = at;
    }
    struct effort_spent *side = course->unity == SIM_NEVER ? &course->before : &course->after;
    side->all += spent.all;
    side->duplicate += spent.duplicate;
    const struct measured lost = balkanization(course, integrated, differentiated);
    mean_take(&course->integration, integrated);
    mean_take(&course->differentiation, differentiated);
    mean_take(&course->transformation, transformation(view));
    mean_take(&course->links_per_group, links_per_group(view));
    mean_take(&course->giant_component, giant_component(view));
    mean_take(&course->balkanization, lost);
    course->balkanized = lost;
    return lost;
}

struct measured balkanization_now(const struct course *course)
{
    return course->balkanized;
}

struct measured duplication_before_unity(const struct course *course)
{
    if (course->integrated == 0)
        return not_defined(nothing_to_integrate);
    if (course->unity != SIM_NEVER && !(course->before.all > 0))
        return not_defined("no effort on items of work is described before unity");
    return duplicate_share(course->before);
}

struct measured duplication_after_unity(const struct course *course)
{
    if (course->integrated == 0)
        return not_defined(nothing_to_integrate);
    if (course->unity == SIM_NEVER)
        return not_defined(never_unified);
    return duplicate_share(course->after);
}

struct measured time_to_unity(const struct course *course)
{
    if (course->integrated == 0)
        return not_defined(nothing_to_integrate);
    return course->unity == SIM_NEVER ? not_defined(never_unified) : measured(sim_days(course->unity));
}

struct measured duplication_of_all(const struct course *course)
{
    return duplicate_share(
        (struct effort_spent){.all = course->before.all + course->after.all,
                              .duplicate = course->before.duplicate + course->after.duplicate});
}

struct measured mean_integration(const struct course *course)
{
    return mean_of(&course->integration);
}

struct measured mean_differentiation(const struct course *course)
{
    return mean_of(&course->differentiation);
}

struct measured mean_transformation(const struct course *course)
{
    return mean_of(&course->transformation);
}

struct measured mean_links_per_group(const struct course *course)
{
    return mean_of(&course->links_per_group);
}

struct measured mean_giant_component(const struct course *course)
{
    return mean_of(&course->giant_component);
}

struct measured mean_balkanization(const struct course *course)
{
    return mean_of(&course->balkanization);
}
