#include "program/page_bounds.h"

#include <stdlib.h>
#include <string.h>

/* People who belong to the sites at the start: the settings `sites[0].people`, `sites[1].people` ... */
static double people_of(const struct record_plan *plan)
{
    static const char before[] = "sites[", after[] = "].people";
    double people = 0;
    for (size_t i = 0; i < plan->setting_count; i++) {
        const char *path = plan->settings[i].path;
        const size_t length = strlen(path), end = sizeof after - 1;
        if (strncmp(path, before, sizeof before - 1) == 0 && length > end &&
            strcmp(path + length - end, after) == 0)
            people += strtod(plan->settings[i].value, NULL);
    }
    return people;
}

static double days_of(const struct record_plan *plan)
{
    return plan->shape.times == 0 ? 0 : sim_days(plan->times[plan->shape.times - 1]);
}

enum status page_bounds_check(const struct record_plan *plan, struct trouble *trouble)
{
    const double people = people_of(plan), days = days_of(plan);
    if (people * days <= PAGE_PERSON_DAYS)
        return STATUS_FINE;
    trouble_add(trouble, STATUS_BAD_INPUT, (struct place){0},
                "%.0f people for %.0f days are more than a page carries out (%d people times days)", people,
                days, (int)PAGE_PERSON_DAYS);
    trouble_hint(trouble, "make it smaller here, or use the program on a computer, which has no such bound");
    return STATUS_BAD_INPUT;
}
