#include "experiment/settings.h"

#include <stddef.h>

#define AT(member)    offsetof(struct scenario, member)
#define TRIAL(member) offsetof(struct trial, member)
#define FOUND(member) offsetof(struct found_number, member)
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

static const struct field scenario_fields[] = {
    {"title", FIELD_TEXT, AT(title), NULL, 0, 0, "1", "What the scenario is called", NULL, GROUND_CHOICE, NULL, NULL},
    {"question", FIELD_TEXT, AT(question), "", 0, 0, "1", "The question it asks, in a sentence", NULL, GROUND_CHOICE, NULL, NULL},
    {"headline", FIELD_TEXT, AT(headline), "decisions_per_hour", 0, 0, "1", "The measure that answers it", NULL, GROUND_CHOICE, NULL, NULL},
    {"show", FIELD_TREE, AT(show), "", 0, 0, "1", "Further measures to be shown wherever designs are compared: a list of names", NULL, GROUND_CHOICE, NULL, NULL},
    {"lasts", FIELD_DURATION, AT(lasts), NULL, 1.0 / 3600, 876000, "d", "How long a run lasts", NULL, GROUND_CHOICE, NULL, NULL},
    {"starts_on", FIELD_CHOICE, AT(starts_on), "monday", 0, 0, "1", "Weekday of the first day", NULL, GROUND_CHOICE, weekdays, NULL},
    {"sample_every", FIELD_DURATION, AT(sample_every), "1 d", 1.0 / 3600, 876000, "d", "How often the state is written down", NULL, GROUND_CHOICE, NULL, NULL},
    {"lookahead", FIELD_DURATION, AT(lookahead), "1 h", 0.000001, 8760, "h", "Least delay between sites: reading, calling, travelling", "no data", GROUND_ASSUMED, NULL, NULL},
    {"seed", FIELD_COUNT, AT(seed), "2011", 0, 9007199254740992, "1", "Names the luck; the same seed gives the same results", NULL, GROUND_CHOICE, NULL, NULL},
    {"replications", FIELD_COUNT, AT(replications), "30", 1, 1000000, "1", "Runs of each design, with the same luck for all designs", NULL, GROUND_CHOICE, NULL, NULL},
    {"variant_replications", FIELD_COUNT, AT(variant_replications), "20", 1, 1000000, "1", "Runs of each design at each alternative or point of a sweep", NULL, GROUND_CHOICE, NULL, NULL},
    {"record_people", FIELD_SWITCH, AT(record_people), "no", 0, 0, "1", "Whether to write a row for each person", NULL, GROUND_CHOICE, NULL, NULL},
    {"record_events", FIELD_SWITCH, AT(record_events), "no", 0, 0, "1", "Whether to write a row for each event, turns and who sits where among them", NULL, GROUND_CHOICE, NULL, NULL},
    {"sites", FIELD_LIST, AT(sites), NULL, 0, 0, "1", "Places where people meet", NULL, GROUND_CHOICE, NULL, &site_section},
    {"people", FIELD_SECTION, AT(people), "", 0, 0, "1", "What people bring", NULL, GROUND_CHOICE, NULL, &people_section},
    {"tension", FIELD_SECTION, AT(tension), "", 0, 0, "1", "How tension rises and decays", NULL, GROUND_CHOICE, NULL, &tension_section},
    {"arrivals", FIELD_SECTION, AT(arrivals), "", 0, 0, "1", "Who comes during the run", NULL, GROUND_CHOICE, NULL, &arrival_section},
    {"presence", FIELD_SECTION, AT(presence), "", 0, 0, "1", "Who can come when", NULL, GROUND_CHOICE, NULL, &presence_section},
    {"interests", FIELD_SECTION, AT(interests), "", 0, 0, "1", "What people care for", NULL, GROUND_CHOICE, NULL, &interest_section},
    {"knowledge", FIELD_SECTION, AT(knowledge), "", 0, 0, "1", "Who knows what at first", NULL, GROUND_CHOICE, NULL, &knowledge_section},
    {"conversation", FIELD_SECTION, AT(conversation), "", 0, 0, "1", "How a circle talks", NULL, GROUND_CHOICE, NULL, &conversation_section},
    {"opinions", FIELD_SECTION, AT(opinions), "", 0, 0, "1", "How opinions move", NULL, GROUND_CHOICE, NULL, &opinion_section},
    {"proposals", FIELD_SECTION, AT(proposals), "", 0, 0, "1", "What is to be decided", NULL, GROUND_CHOICE, NULL, &proposal_section},
    {"gathering", FIELD_SECTION, AT(gathering), "", 0, 0, "1", "How people spread over circles", NULL, GROUND_CHOICE, NULL, &gathering_section},
    {"decisions", FIELD_SECTION, AT(decisions), "", 0, 0, "1", "How a proposal is decided", NULL, GROUND_CHOICE, NULL, &decision_section},
    {"groups", FIELD_SECTION, AT(groups), "", 0, 0, "1", "Working groups between the assemblies", NULL, GROUND_CHOICE, NULL, &group_section},
    {"problems", FIELD_SECTION, AT(problems), "", 0, 0, "1", "What the movement may be asked to be able to do", NULL, GROUND_CHOICE, NULL, &problem_section},
    {"links", FIELD_SECTION, AT(links), "", 0, 0, "1", "Links between working groups of different sites", NULL, GROUND_CHOICE, NULL, &link_section},
    {"visits", FIELD_SECTION, AT(visits), "", 0, 0, "1", "People who go to other sites for a while", NULL, GROUND_CHOICE, NULL, &visit_section},
    {"experts", FIELD_SECTION, AT(experts), "", 0, 0, "1", "Experts from outside the movement", NULL, GROUND_CHOICE, NULL, &expert_section},
    {"adoption", FIELD_SECTION, AT(adoption), "", 0, 0, "1", "How sites take over each other's practices", NULL, GROUND_CHOICE, NULL, &adoption_section},
    {"shocks", FIELD_SECTION, AT(shocks), "", 0, 0, "1", "What comes from outside", NULL, GROUND_CHOICE, NULL, &shocks_section},
    {"calendar", FIELD_LIST, AT(calendar), "", 0, 0, "1", "When which method is held", NULL, GROUND_CHOICE, NULL, &calendar_section},
    {"designs", FIELD_TREE, AT(designs), "", 0, 0, "1", "What is compared: names, each with the settings that differ", NULL, GROUND_CHOICE, NULL, NULL},
    {"assumptions", FIELD_LIST, AT(assumptions), "", 0, 0, "1", "Decisive assumptions and their alternatives", NULL, GROUND_CHOICE, NULL, &assumption_section},
    {"sweep", FIELD_LIST, AT(sweep), "", 0, 0, "1", "Axes of a grid of scenarios", NULL, GROUND_CHOICE, NULL, &sweep_section},
    {"limits", FIELD_SECTION, AT(limits), "", 0, 0, "1", "What the scenario may ask of the machine", NULL, GROUND_CHOICE, NULL, &limit_section},
    {"found", FIELD_LIST, AT(found), "", 0, 0, "1", "Numbers of the record to compare with", NULL, GROUND_CHOICE, NULL, &found_section},
};
// clang-format on

const struct section scenario_section = {
    "scenario", "A question about how people meet and decide, and all numbers it depends on.",
    sizeof(struct scenario), scenario_fields, COUNT(scenario_fields)};
