#include "scenario.h"

#include "base/require.h"

/* Where the settings for a section lie. */
static size_t place_of(const struct scenario *scenario, const struct section *section)
{
    const struct section *table = scenario->table;
    size_t i = 0;
    while (i < table->count && table->fields[i].section != section)
        i++;
    require(i < table->count); /* the section is one of the scenario's */
    return table->fields[i].offset;
}

const void *scenario_settings(const struct scenario *scenario, const struct section *section)
{
    return (const char *)scenario + place_of(scenario, section);
}

void *scenario_filled(struct scenario *scenario, const struct section *section)
{
    return (char *)scenario + place_of(scenario, section);
}

struct scenario *scenario_bind(const struct section *table, struct node *tree, struct arena *arena,
                               struct trouble *trouble)
{
    struct scenario *scenario = arena_take(arena, 1, table->size);
    section_bind(table, tree, scenario, arena, trouble);
    scenario->table = table;
    return scenario;
}
