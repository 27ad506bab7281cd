/* How many assumed numbers a scenario stands on: those of the sections that it has in use (mechanism.h). */
#include <ctype.h>
#include <string.h>

#include "experiment/experiment_parts.h"

/* Whether a path such as `groups.work.hours` is of the section. */
static bool is_of_section(const char *path, const struct section_row *row)
{
    size_t length = strlen(row->field.name);
    return strncmp(path, row->field.name, length) == 0 && strchr(".[", path[length]) != NULL &&
           path[length] != '\0';
}

bool experiment_uses(const struct scenario *scenario, const char *path)
{
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        for (size_t i = 0; i < (*one)->section_count; i++)
            if (is_of_section(path, &(*one)->sections[i]))
                return (*one)->sections[i].in_use == NULL || (*one)->sections[i].in_use(scenario);
    /* Of what belongs to no mechanism, one number is assumed: the least delay between sites. */
    return strcmp(path, "lookahead") != 0 || scenario->places.count > 1;
}

static bool is_number(const char *value)
{
    return isdigit((unsigned char)value[value[0] == '-' || value[0] == '.' ? 1 : 0]) != 0;
}

bool assumed_in_use(const struct scenario *scenario, const struct resolved *setting)
{
    return setting->ground == GROUND_ASSUMED && is_number(setting->value) &&
           experiment_uses(scenario, setting->path);
}
