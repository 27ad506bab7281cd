/* The fields of a scenario that belong to no mechanism, and the table that joins them with the sections of
 * all mechanisms. */
#include <stddef.h>
#include <string.h>

#include "mechanism.h"
#include "record/record.h"
#include "scenario/weekday.h"

#define AT(member)     offsetof(struct scenario, member)
#define TRIAL(member)  offsetof(struct trial, member)
#define FOUND(member)  offsetof(struct found_number, member)
#define LIMIT(member)  offsetof(struct scenario_limits, member)
#define EXACT(member)  offsetof(struct precision_settings, member)
#define WORLD(member)  offsetof(struct sensitivity_settings, member)
#define OPTION(member) offsetof(struct option, member)
#define GOAL(member)   offsetof(struct goal, member)
#define DEMAND(member) offsetof(struct demand, member)
#define SEARCH(member) offsetof(struct search_settings, member)
#define FIT(member)    offsetof(struct fit_settings, member)
#define COUNT(table)   (sizeof(table) / sizeof((table)[0]))
#define BEST(member)   offsetof(struct best_settings, member)

// clang-format off
static const struct keep_rule keep_means = {{"means", "the measures of whole runs", "enough to compare designs"}, false};
static const struct keep_rule keep_courses = {{"courses", "those, and the measures over time", "to see how a run goes elsewhere; such a file is some times as large"}, true};
static const struct choice *const keep_rules[] = {&keep_means.choice, &keep_courses.choice, NULL};

static const struct field trial_fields[] = {
    {FIELD(TEXT, "set", TRIAL(set), MUST_BE_GIVEN), MEANS("The setting, by its path")},
    {FIELD(TREE, "to", TRIAL(to), MUST_BE_GIVEN), MEANS("A list of values to try")},
    {FIELD(TEXT, "why", TRIAL(why), LEFT_OUT), MEANS("What is known about it")},
};

static const struct section assumption_section = {"assumptions", "Decisive numbers without data: the comparison is made again at each stated alternative.", FIELDS(struct trial, trial_fields)};
static const struct section sweep_section = {"sweep", "Settings whose values are combined with each other: the comparison is made at every point of the grid.", FIELDS(struct trial, trial_fields)};

static const struct worlds_way worlds_sample = {{"sample", "worlds drawn at random, spread evenly over the range of each number (Latin hypercube); the runs of all worlds have the same luck", "McKay, Beckman & Conover 1979"}, BY_SAMPLE};
static const struct worlds_way worlds_morris = {{"morris", "walks in which one number changes at a time: which numbers matter at all; one luck a walk", "Morris 1991"}, BY_MORRIS};
static const struct worlds_way worlds_sobol  = {{"sobol", "how much of the variation comes from each number, alone and with the others, and how much from luck", "Saltelli et al. 2010; Jansen 1999"}, BY_SOBOL};
static const struct choice *const worlds_ways[] = {&worlds_sample.choice, &worlds_morris.choice, &worlds_sobol.choice, NULL};

static const struct field sensitivity_fields[] = {
    {FIELD(CHOICE, "by", WORLD(by), "sample"), MEANS("How the worlds are chosen"), ONE_OF(worlds_ways)},
    {FIELD(COUNT, "points", WORLD(points), "200"), ALLOWED(2, 100000), MEANS("Worlds of a sample; of `sobol` the points of each shift, a power of two")},
    {FIELD(COUNT, "trajectories", WORLD(trajectories), "20"), ALLOWED(2, 10000), MEANS("Walks of `morris`: each takes one world more than there are numbers")},
    {FIELD(COUNT, "shifts", WORLD(shifts), "8"), ALLOWED(2, 64), MEANS("Random shifts of the points of `sobol`, which say how sure it is")},
    {FIELD(COUNT, "replications", WORLD(replications), "6"), ALLOWED(1, 10000), MEANS("Runs of each design in a world of a sample")},
    {FIELD(COUNT, "most_replications", WORLD(most_replications), "0"), ALLOWED(0, 10000), MEANS("As long as it is not clear in a world of a sample which design is ahead, its runs are doubled, up to so many; 0: they are not")},
};

static const struct section sensitivity_section = {"sensitivity", "Plausible worlds: the comparison is made again with all assumed numbers changed at once, each within the range that is plausible.", FIELDS(struct sensitivity_settings, sensitivity_fields)};

static const struct field precision_fields[] = {
    {FIELD(TEXT, "of", EXACT(of), LEFT_OUT), MEANS("The measure whose mean is to be known so well; left out, the headline")},
    {FIELD(SHARE, "within", EXACT(within), "5 %"), ALLOWED(0.0001, 1), MEANS("It is enough when half of the 95 % range of the mean of every design is within this share of the mean")},
    {FIELD(COUNT, "most", EXACT(most), "2000"), ALLOWED(30, 1000000), MEANS("Runs of each design at most")},
};

static const struct section precision_section = {"precision", "Runs until it is sure enough: how often each design is run is decided on the way, after `replications` runs (30 at least) and then at 1.5 times as many each time.", FIELDS(struct precision_settings, precision_fields)};

static const struct field option_fields[] = {
    {FIELD(TEXT, "set", OPTION(set), MUST_BE_GIVEN), MEANS("The setting that is open, by its path, such as `calendar[0].hold`")},
    {FIELD(TEXT, "from", OPTION(from), LEFT_OUT), MEANS("Of a number: the least value; left out, `to` is a list")},
    {FIELD(TREE, "to", OPTION(to), MUST_BE_GIVEN), MEANS("A list of values that it may take; with `from`, the greatest value")},
    {FIELD(TEXT, "step", OPTION(step), LEFT_OUT), MEANS("With `from`: from one value to the next")},
};

static const struct section option_section = {"choose", "Settings that are open: each combination of their values is a week that could be held.", FIELDS(struct option, option_fields)};

static const struct field goal_fields[] = {
    {FIELD(TEXT, "more", GOAL(more), LEFT_OUT), MEANS("A measure of which more is better")},
    {FIELD(TEXT, "less", GOAL(less), LEFT_OUT), MEANS("A measure of which less is better")},
};

static const struct section goal_section = {"goals", "What is wished of a week. One week is better than another when it is not worse in any goal and better in one.", FIELDS(struct goal, goal_fields)};

static const struct field demand_fields[] = {
    {FIELD(TEXT, "measure", DEMAND(measure), MUST_BE_GIVEN), MEANS("Name of a measure")},
    {FIELD(REAL, "least", DEMAND(least), LEFT_OUT), MEANS("What it must be at least, in the unit of the measure")},
    {FIELD(REAL, "most", DEMAND(most), LEFT_OUT), MEANS("What it may be at most, in the unit of the measure")},
};

static const struct section demand_section = {"must", "What a week has to keep. Of the finalists it is judged by the end of the 95 % range that is worse.", FIELDS(struct demand, demand_fields)};

static const struct field search_fields[] = {
    {FIELD(COUNT, "runs", SEARCH(runs), "20000"), ALLOWED(100, 1000000), MEANS("Runs that the search may take, before the finalists are run anew")},
    {FIELD(COUNT, "finalists", SEARCH(finalists), "12"), ALLOWED(1, 100), MEANS("Weeks that are left at last")},
    {FIELD(COUNT, "fresh_replications", SEARCH(fresh_replications), "60"), ALLOWED(6, 10000), MEANS("Runs of each finalist, with luck that the search did not have: these alone are reported")},
};

static const struct section search_section = {"search", "How the best weeks are looked for. Up to 10000 weeks are all tried, where the runs allow it; among more, good ones are bred.", FIELDS(struct search_settings, search_fields)};
static const struct field best_fields[] = {
    {FIELD(TEXT, "of", BEST(of), LEFT_OUT), MEANS("The measure by which a design is the best; left out, the headline")},
    {FIELD(SHARE, "worth", BEST(worth), "5 %"), ALLOWED(0.0001, 1), MEANS("A difference from the best that is worth finding, as a share of the best mean after the first 10 runs; designs that are nearer to the best are as good")},
    {FIELD(SHARE, "sure", BEST(sure), "95 %"), ALLOWED(0.5, 0.9999), MEANS("How often the design that is left has to be the best, or nearer to it than that")},
    {FIELD(COUNT, "most", BEST(most), "5000"), ALLOWED(10, 1000000), MEANS("Runs of each design at most")},
};

static const struct section best_section = {"best", "Which design is the best, with as few runs as can be: after 10 runs of each design, those that cannot be the best any more are out, and the others are run on until one is left.", FIELDS(struct best_settings, best_fields)};

static const struct field fit_fields[] = {
    {FIELD(SHARE, "keep", FIT(keep), "5 %"), ALLOWED(0.001, 0.5), MEANS("Share of the worlds that is kept: those that agree best with the record, at least 20 of them, and all that lie within every range of the record")},
    {FIELD(TEXT, "design", FIT(design), LEFT_OUT), MEANS("Name of the design that was held at the place of the record; left out, the first")},
};

static const struct section fit_section = {"fit", "Which plausible worlds agree with the numbers under `found`, and what that says of the assumed numbers.", FIELDS(struct fit_settings, fit_fields)};

static const struct field found_fields[] = {
    {FIELD(TEXT, "measure", FOUND(measure), MUST_BE_GIVEN), MEANS("Name of a measure")},
    {FIELD(REAL, "value", FOUND(value), MUST_BE_GIVEN), MEANS("What the record says, in the unit of the measure")},
    {FIELD(REAL, "least", FOUND(least), LEFT_OUT), MEANS("Least value that the record allows")},
    {FIELD(REAL, "most", FOUND(most), LEFT_OUT), MEANS("Greatest value that the record allows")},
    {FIELD(REAL, "tolerance", FOUND(tolerance), LEFT_OUT), ALLOWED(0, 1e12), MEANS("Where the record states no range: how far from the number a world may be and still count as near; read where worlds are fitted to the record")},
    {FIELD(TEXT, "source", FOUND(source), MUST_BE_GIVEN), MEANS("Where it stands")},
};

static const struct section found_section = {"found", "Numbers of the historical record with which the scenario is compared.", FIELDS(struct found_number, found_fields)};

static const struct field limit_fields[] = {
    {FIELD(REAL, "memory", LIMIT(memory), "4 GB"), ALLOWED(0.01, 1e6), UNIT("GB"), MEANS("Memory that a run may need; runs on several threads need it several times")},
    {FIELD(REAL, "steps", LIMIT(steps), "1e12"), ALLOWED(1, 1e18), MEANS("Work that a run may take: one step is an event, or one person who hears one turn or chooses among circles")},
    {FIELD(REAL, "events", LIMIT(events), "1e10"), ALLOWED(1, 1e18), MEANS("Events that a run may work")},
    {FIELD(REAL, "results", LIMIT(results), "16 GB"), ALLOWED(0.01, 1e6), UNIT("GB"), MEANS("Results of all runs together, before they are compressed; known when the first run is done")},
};

static const struct section limit_section = {"limits", "What a scenario may ask of the machine. It is measured while a run goes on; a run that asks for more is broken off.", FIELDS(struct scenario_limits, limit_fields)};

static const struct field first_fields[] = {
    {FIELD(TEXT, "title", AT(words.title), MUST_BE_GIVEN), MEANS("What the scenario is called")},
    {FIELD(TEXT, "question", AT(words.question), LEFT_OUT), MEANS("The question it asks, in a sentence")},
    {FIELD(TEXT, "headline", AT(words.headline), "decisions_per_hour"), MEANS("The measure that answers it")},
    {FIELD(TREE, "show", AT(words.show), LEFT_OUT), MEANS("Further measures to be shown wherever designs are compared: a list of names")},
    {FIELD(DURATION, "lasts", AT(time.lasts), MUST_BE_GIVEN), ALLOWED(1.0 / 3600, 876000), UNIT("d"), MEANS("How long a run lasts")},
    {FIELD(DURATION, "measure_from", AT(time.measure_from), LEFT_OUT), ALLOWED(1.0 / 3600, 876000), UNIT("d"), MEANS("Measures of a run count what happens from this moment on, so that how it began does not matter; measures over time are kept from the beginning. Left out, all counts")},
    {FIELD(CHOICE, "starts_on", AT(time.starts_on), "monday"), MEANS("Weekday of the first day"), ONE_OF(weekdays)},
    {FIELD(DURATION, "sample_every", AT(time.sample_every), "1 d"), ALLOWED(1.0 / 3600, 876000), UNIT("d"), MEANS("How often the state is written down")},
    {FIELD(DURATION, "lookahead", AT(time.lookahead), "1 h"), ALLOWED(0.000001, 8760), UNIT("h"), MEANS("Least delay between sites: reading, calling, travelling"), ASSUMED("no data"), GUESSED("1 min", "12 h")},
    {FIELD(COUNT, "seed", AT(runs.seed), "2011"), ALLOWED(0, 9007199254740992), MEANS("Names the luck; the same seed gives the same results")},
    {FIELD(COUNT, "replications", AT(runs.replications), "30"), ALLOWED(1, 1000000), MEANS("Runs of each design, with the same luck for all designs")},
    {FIELD(COUNT, "first_replication", AT(runs.first_replication), "1"), ALLOWED(1, 1000000), MEANS("Number of the first run of each design: run 17 has the luck of run 17, whether or not the 16 before it are carried out")},
    {FIELD(COUNT, "variant_replications", AT(runs.variant_replications), "20"), ALLOWED(1, 1000000), MEANS("Runs of each design at each alternative or point of a sweep")},
    {FIELD(CHOICE, "keep", AT(runs.keep), "means"), MEANS("What is kept of the runs at points of a sweep and at alternatives; of the scenario itself all is kept"), ONE_OF(keep_rules)},
    {FIELD(SWITCH, "record_people", AT(rows.people), "no"), MEANS("Whether to write a row for each person")},
    {FIELD(SWITCH, "record_events", AT(rows.events), "no"), MEANS("Whether to write a row for each event, turns and who sits where among them")},
};

static const struct field last_fields[] = {
    {FIELD(TREE, "designs", AT(compared.designs), LEFT_OUT), MEANS("What is compared: names, each with the settings that differ")},
    {FIELD(LIST, "assumptions", AT(compared.assumptions), LEFT_OUT), MEANS("Decisive assumptions and their alternatives"), INSIDE(&assumption_section)},
    {FIELD(LIST, "sweep", AT(compared.sweep), LEFT_OUT), MEANS("Axes of a grid of scenarios"), INSIDE(&sweep_section)},
    {FIELD(SECTION, "precision", AT(compared.precision), LEFT_OUT), MEANS("Runs of each design until its mean is known well enough"), INSIDE(&precision_section)},
    {FIELD(SECTION, "best", AT(compared.best), LEFT_OUT), MEANS("Runs of each design as long as it may be the best"), INSIDE(&best_section)},
    {FIELD(SECTION, "sensitivity", AT(compared.sensitivity), LEFT_OUT), MEANS("In how many plausible worlds the answer holds, and what it depends on"), INSIDE(&sensitivity_section)},
    {FIELD(TREE, "over", AT(compared.over), LEFT_OUT), MEANS("What these worlds differ in: `assumed`, for all assumed numbers that the scenario uses, or a list of settings, each with `from` and `to`")},
    {FIELD(SECTION, "fit", AT(compared.fit), LEFT_OUT), MEANS("Which of these worlds agree with `found`"), INSIDE(&fit_section)},
    {FIELD(LIST, "choose", AT(compared.choose), LEFT_OUT), MEANS("Settings that are open, for the best weeks among all that they make"), INSIDE(&option_section)},
    {FIELD(LIST, "goals", AT(compared.goals), LEFT_OUT), MEANS("With `choose`: what is wished of a week"), INSIDE(&goal_section)},
    {FIELD(LIST, "must", AT(compared.must), LEFT_OUT), MEANS("With `choose`: what a week has to keep"), INSIDE(&demand_section)},
    {FIELD(SECTION, "search", AT(compared.search), LEFT_OUT), MEANS("With `choose`: how long is looked"), INSIDE(&search_section)},
    {FIELD(SECTION, "limits", AT(limits), LEFT_OUT), MEANS("What the scenario may ask of the machine"), INSIDE(&limit_section)},
    {FIELD(LIST, "found", AT(compared.found), LEFT_OUT), MEANS("Numbers of the record to compare with"), INSIDE(&found_section)},
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
