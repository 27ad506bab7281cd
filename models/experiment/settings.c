#include "experiment/settings.h"

#include <stddef.h>

#define AT(member)    offsetof(struct scenario, member)
#define SITE(member)  offsetof(struct site_settings, member)
#define LINE(member)  offsetof(struct calendar_entry, member)
#define TRIAL(member) offsetof(struct trial, member)
#define FOUND(member) offsetof(struct found_number, member)
#define COUNT(table)  (sizeof(table) / sizeof((table)[0]))

// clang-format off
static const struct field site_fields[] = {
    {"name", FIELD_TEXT, SITE(name), NULL, 0, 0, "1", "Name of the site", NULL, GROUND_CHOICE, NULL, NULL},
    {"people", FIELD_COUNT, SITE(people), NULL, 2, 10000000, "1", "People who belong to the site at the start", NULL, GROUND_CHOICE, NULL, NULL},
    {"count", FIELD_COUNT, SITE(count), "1", 1, 100000, "1", "How many such sites there are; several are numbered", NULL, GROUND_CHOICE, NULL, NULL},
    {"practice", FIELD_TEXT, SITE(practice), "", 0, 0, "1", "Practice with which it begins, in place of adoption.start", NULL, GROUND_CHOICE, NULL, NULL},
    {"east", FIELD_REAL, SITE(east), "0", -50000, 50000, "km", "Where it is: so far east of some point", NULL, GROUND_CHOICE, NULL, NULL},
    {"north", FIELD_REAL, SITE(north), "0", -50000, 50000, "km", "And so far north", NULL, GROUND_CHOICE, NULL, NULL},
    {"around", FIELD_REAL, SITE(around), "0", 0, 50000, "km", "With `count`: several sites lie so far around that point at most, spread evenly as the seeds of a sunflower", NULL, GROUND_CHOICE, NULL, NULL},
    {"threshold", FIELD_COUNT, SITE(threshold), "1", 0, 100000, "1", "With `adoption.rule: threshold`: others that must hold what spreads before it does", NULL, GROUND_CHOICE, NULL, NULL},
    {"arrivals", FIELD_REAL, SITE(arrivals), "1", 0, 1e6, "1", "Factor on the arrivals at this site", NULL, GROUND_CHOICE, NULL, NULL},
    {"online", FIELD_SWITCH, SITE(online), "no", 0, 0, "1", "Whether it meets online, so that those can come who come nowhere else", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct section site_section = {"sites", "Places where people meet.", sizeof(struct site_settings), site_fields, COUNT(site_fields)};

static const struct field calendar_fields[] = {
    {"every", FIELD_DURATION, LINE(every), "", 0, 87600, "d", "How often the session is held; left out, it is held once", NULL, GROUND_CHOICE, NULL, NULL},
    {"at", FIELD_CLOCK, LINE(at), "0:00", 0, 0, "1", "Time of day at which it begins", NULL, GROUND_CHOICE, NULL, NULL},
    {"on", FIELD_CHOICE, LINE(on), "none", 0, 0, "1", "Weekday on which it is held", NULL, GROUND_CHOICE, weekdays_or_none, NULL},
    {"except", FIELD_CHOICE, LINE(except), "none", 0, 0, "1", "Weekday on which it is not held", NULL, GROUND_CHOICE, weekdays_or_none, NULL},
    {"hold", FIELD_TEXT, LINE(hold), NULL, 0, 0, "1", "The method: a name of the library, or a file beside the scenario", NULL, GROUND_CHOICE, NULL, NULL},
    {"for", FIELD_DURATION, LINE(lasts), "", 0, 24, "h", "When it ends at the latest; left out, it ends when the method is done", NULL, GROUND_CHOICE, NULL, NULL},
    {"again_after", FIELD_DURATION, LINE(again_after), "", 0, 87600, "h", "In place of `every`: the next session begins so long after the last one ended", NULL, GROUND_CHOICE, NULL, NULL},
    {"attendance", FIELD_SHARE, LINE(attendance), "", 0, 1, "1", "Share of the people who come, in place of people.attendance", NULL, GROUND_CHOICE, NULL, NULL},
    {"practice", FIELD_TEXT, LINE(practice), "", 0, 0, "1", "Name of the practice that it belongs to: only sites that hold this practice hold the session; left out, all do", NULL, GROUND_CHOICE, NULL, NULL},
    {"who", FIELD_CHOICE, LINE(who), "all", 0, 0, "1", "Who is called", NULL, GROUND_CHOICE, calling_rules, NULL},
};

static const struct section calendar_section = {"calendar", "When which method is held. Sessions of one site do not overlap; what runs over delays what comes next.", sizeof(struct calendar_entry), calendar_fields, COUNT(calendar_fields)};

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
    {"lasts", FIELD_DURATION, AT(lasts), NULL, 1.0 / 3600, 876000, "d", "How long a run lasts", NULL, GROUND_CHOICE, NULL, NULL},
    {"starts_on", FIELD_CHOICE, AT(starts_on), "monday", 0, 0, "1", "Weekday of the first day", NULL, GROUND_CHOICE, weekdays, NULL},
    {"sample_every", FIELD_DURATION, AT(sample_every), "1 d", 1.0 / 3600, 876000, "d", "How often the state is written down", NULL, GROUND_CHOICE, NULL, NULL},
    {"lookahead", FIELD_DURATION, AT(lookahead), "1 h", 0.000001, 8760, "h", "Least delay between sites: reading, calling, travelling", "no data", GROUND_ASSUMED, NULL, NULL},
    {"seed", FIELD_COUNT, AT(seed), "2011", 0, 9007199254740992, "1", "Names the luck; the same seed gives the same results", NULL, GROUND_CHOICE, NULL, NULL},
    {"replications", FIELD_COUNT, AT(replications), "30", 1, 1000000, "1", "Runs of each design, with the same luck for all designs", NULL, GROUND_CHOICE, NULL, NULL},
    {"variant_replications", FIELD_COUNT, AT(variant_replications), "20", 1, 1000000, "1", "Runs of each design at each alternative or point of a sweep", NULL, GROUND_CHOICE, NULL, NULL},
    {"record_people", FIELD_SWITCH, AT(record_people), "no", 0, 0, "1", "Whether to write a row for each person", NULL, GROUND_CHOICE, NULL, NULL},
    {"record_events", FIELD_SWITCH, AT(record_events), "no", 0, 0, "1", "Whether to write a row for each event", NULL, GROUND_CHOICE, NULL, NULL},
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
