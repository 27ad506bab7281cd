/* How many assumed numbers a scenario stands on: those of the sections that it has in use. */
#include <ctype.h>
#include <string.h>

#include "experiment/experiment_parts.h"

static bool people_vary(const struct scenario *scenario)
{
    return scenario->interests.kept || scenario->groups.form;
}

static bool some_online(const struct scenario *scenario)
{
    const struct presence_settings *presence = &scenario->presence;
    return presence->daily + presence->occasional + presence->online > 0;
}

static bool anybody_arrives(const struct scenario *scenario)
{
    return scenario->arrivals.per_hour > 0;
}

static bool groups_form(const struct scenario *scenario)
{
    return scenario->groups.form;
}

static bool groups_seek(const struct scenario *scenario)
{
    return scenario->links.form->seeks;
}

static bool anybody_visits(const struct scenario *scenario)
{
    return scenario->visits.per_hour > 0 || scenario->visits.online_per_hour > 0;
}

static bool experts_come(const struct scenario *scenario)
{
    return scenario->experts.per_hour > 0;
}

static bool practices_spread(const struct scenario *scenario)
{
    return scenario->adoption.practices > 0;
}

static bool several_sites(const struct scenario *scenario)
{
    return scenario->places.count > 1;
}

/* Sections and settings that mean nothing unless the scenario has what they are about. */
// clang-format off
static const struct {const char *path; bool (*in_use)(const struct scenario *scenario);} conditions[] = {
    {"arrivals.", anybody_arrives},
    {"presence.", some_online},
    {"interests.", people_vary},
    {"groups.", groups_form},
    {"problems.", groups_form},
    {"links.", groups_seek},
    {"visits.", anybody_visits},
    {"experts.", experts_come},
    {"adoption.", practices_spread},
    {"lookahead", several_sites},
};
// clang-format on

static bool is_in_use(const struct scenario *scenario, const char *path)
{
    for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++)
        if (strncmp(path, conditions[i].path, strlen(conditions[i].path)) == 0)
            return conditions[i].in_use(scenario);
    return true;
}

static bool is_number(const char *value)
{
    return isdigit((unsigned char)value[value[0] == '-' || value[0] == '.' ? 1 : 0]) != 0;
}

bool assumed_in_use(const struct scenario *scenario, const struct resolved *setting)
{
    return setting->ground == GROUND_ASSUMED && is_number(setting->value) &&
           is_in_use(scenario, setting->path);
}
