/* The fields of a scenario that belong to no mechanism, and the table that joins them with the sections of
 * all mechanisms. */
#include <stddef.h>
#include <string.h>

#include "gathering/gathering.h"
#include "mechanism.h"

#define AT(member)    offsetof(struct scenario, member)
#define TRIAL(member) offsetof(struct trial, member)
#define FOUND(member) offsetof(struct found_number, member)
#define LIMIT(member) offsetof(struct scenario_limits, member)
#define COUNT(table)  (sizeof(table) / sizeof((table)[0]))

// clang-format off
static const struct field trial_fields[] = {
    {"set", FIELD_TEXT, TRIAL(set), NULL, 0, 0, "1", "The setting, by its path", NULL, GROUND_CHOICE, NULL, NULL},
    {"to", FIELD_TREE, TRIAL(to), NULL, 0, 0, "1", "A list of values to try", NULL, GROUND_CHOICE, NULL, NULL},
    {"why", FIELD_TEXT, TRIAL(why), "", 0, 0, "1", "What is known about it", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct section assumption_section = {"assumptions", "Decisive numbers without data: the comparison is made again at each stated alternative.", sizeof(struct trial), trial_fields, COUNT(trial_fields)};
static const struct section sweep_section = {"sweep", "Settings whose values are combined with each other: the comparison is made at every point of the grid.", sizeof(struct trial), trial_fields, COUNT(trial_fields)};

static const struct field found_fields[] = {
    {"measure", FIELD_TEXT, FOUND(measure), NULL, 0, 0, "1", "Name of a measure", NULL, GROUND_CHOICE, NULL, NULL},
    {"value", FIELD_REAL, FOUND(value), NULL, 0, 0, "1", "What the record says, in the unit of the measure", NULL, GROUND_CHOICE, NULL, NULL},
    {"least", FIELD_REAL, FOUND(least), "", 0, 0, "1", "Least value that the record allows", NULL, GROUND_CHOICE, NULL, NULL},
    {"most", FIELD_REAL, FOUND(most), "", 0, 0, "1", "Greatest value that the record allows", NULL, GROUND_CHOICE, NULL, NULL},
    {"source", FIELD_TEXT, FOUND(source), NULL, 0, 0, "1", "Where it stands", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct section found_section = {"found", "Numbers of the historical record with which the scenario is compared.", sizeof(struct found_number), found_fields, COUNT(found_fields)};

static const struct field limit_fields[] = {
    {"memory", FIELD_REAL, LIMIT(memory), "4 GB", 0.01, 1e6, "GB", "Memory that a run may need; runs on several threads need it several times", NULL, GROUND_CHOICE, NULL, NULL},
    {"steps", FIELD_REAL, LIMIT(steps), "1e12", 1, 1e18, "1", "Work that a run may take: one step is an event, or one person who hears one turn or chooses among circles", NULL, GROUND_CHOICE, NULL, NULL},
    {"events", FIELD_REAL, LIMIT(events), "1e10", 1, 1e18, "1", "Events that a run may work", NULL, GROUND_CHOICE, NULL, NULL},
    {"results", FIELD_REAL, LIMIT(results), "16 GB", 0.01, 1e6, "GB", "Results of all runs together, before they are compressed; known when the first run is done", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct section limit_section = {"limits", "What a scenario may ask of the machine. It is measured while a run goes on; a run that asks for more is broken off.", sizeof(struct scenario_limits), limit_fields, COUNT(limit_fields)};

static const struct field first_fields[] = {
    {"title", FIELD_TEXT, AT(words.title), NULL, 0, 0, "1", "What the scenario is called", NULL, GROUND_CHOICE, NULL, NULL},
    {"question", FIELD_TEXT, AT(words.question), "", 0, 0, "1", "The question it asks, in a sentence", NULL, GROUND_CHOICE, NULL, NULL},
    {"headline", FIELD_TEXT, AT(words.headline), "decisions_per_hour", 0, 0, "1", "The measure that answers it", NULL, GROUND_CHOICE, NULL, NULL},
    {"show", FIELD_TREE, AT(words.show), "", 0, 0, "1", "Further measures to be shown wherever designs are compared: a list of names", NULL, GROUND_CHOICE, NULL, NULL},
    {"lasts", FIELD_DURATION, AT(time.lasts), NULL, 1.0 / 3600, 876000, "d", "How long a run lasts", NULL, GROUND_CHOICE, NULL, NULL},
    {"starts_on", FIELD_CHOICE, AT(time.starts_on), "monday", 0, 0, "1", "Weekday of the first day", NULL, GROUND_CHOICE, weekdays, NULL},
    {"sample_every", FIELD_DURATION, AT(time.sample_every), "1 d", 1.0 / 3600, 876000, "d", "How often the state is written down", NULL, GROUND_CHOICE, NULL, NULL},
    {"lookahead", FIELD_DURATION, AT(time.lookahead), "1 h", 0.000001, 8760, "h", "Least delay between sites: reading, calling, travelling", "no data", GROUND_ASSUMED, NULL, NULL},
    {"seed", FIELD_COUNT, AT(runs.seed), "2011", 0, 9007199254740992, "1", "Names the luck; the same seed gives the same results", NULL, GROUND_CHOICE, NULL, NULL},
    {"replications", FIELD_COUNT, AT(runs.replications), "30", 1, 1000000, "1", "Runs of each design, with the same luck for all designs", NULL, GROUND_CHOICE, NULL, NULL},
    {"variant_replications", FIELD_COUNT, AT(runs.variant_replications), "20", 1, 1000000, "1", "Runs of each design at each alternative or point of a sweep", NULL, GROUND_CHOICE, NULL, NULL},
    {"record_people", FIELD_SWITCH, AT(rows.people), "no", 0, 0, "1", "Whether to write a row for each person", NULL, GROUND_CHOICE, NULL, NULL},
    {"record_events", FIELD_SWITCH, AT(rows.events), "no", 0, 0, "1", "Whether to write a row for each event, turns and who sits where among them", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct field last_fields[] = {
    {"designs", FIELD_TREE, AT(compared.designs), "", 0, 0, "1", "What is compared: names, each with the settings that differ", NULL, GROUND_CHOICE, NULL, NULL},
    {"assumptions", FIELD_LIST, AT(compared.assumptions), "", 0, 0, "1", "Decisive assumptions and their alternatives", NULL, GROUND_CHOICE, NULL, &assumption_section},
    {"sweep", FIELD_LIST, AT(compared.sweep), "", 0, 0, "1", "Axes of a grid of scenarios", NULL, GROUND_CHOICE, NULL, &sweep_section},
    {"limits", FIELD_SECTION, AT(limits), "", 0, 0, "1", "What the scenario may ask of the machine", NULL, GROUND_CHOICE, NULL, &limit_section},
    {"found", FIELD_LIST, AT(compared.found), "", 0, 0, "1", "Numbers of the record to compare with", NULL, GROUND_CHOICE, NULL, &found_section},
};
// clang-format on

/* --- the joined table --- */

/* Any struct of settings may lie at a multiple of it. */
static const size_t ALIGNED = _Alignof(max_align_t);

/* Bytes that a field takes where the struct is joined: a section lies in place, a list is its head. */
static size_t size_of(const struct field *field)
{
    size_t size = field->kind == FIELD_SECTION ? field->section->size : sizeof(struct field_list);
    return (size + ALIGNED - 1) / ALIGNED * ALIGNED;
}

static size_t count_sections(const struct mechanism *const *mechanisms)
{
    size_t count = 0;
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        count += (*one)->section_count;
    return count;
}

const struct section *scenario_table(const struct mechanism *const *mechanisms, struct arena *arena)
{
    struct field *fields =
        ARENA_NEW(arena, struct field, COUNT(first_fields) + count_sections(mechanisms) + COUNT(last_fields));
    struct section *table = ARENA_NEW(arena, struct section, 1);
    size_t count = COUNT(first_fields), size = (sizeof(struct scenario) + ALIGNED - 1) / ALIGNED * ALIGNED;
    memcpy(fields, first_fields, sizeof first_fields);
    for (const struct mechanism *const *one = mechanisms; *one != NULL; one++)
        for (size_t i = 0; i < (*one)->section_count; i++) {
            fields[count] = (*one)->sections[i].field;
            fields[count].offset = size;
            size += size_of(&fields[count++]);
        }
    memcpy(fields + count, last_fields, sizeof last_fields);
    *table = (struct section){"scenario",
                              "A question about how people meet and decide, and all numbers it depends on.",
                              size, fields, count + COUNT(last_fields)};
    return table;
}

int scenario_first_day(const struct scenario *scenario)
{
    return scenario->time.starts_on == NULL ? -1 : scenario->time.starts_on->number;
}
