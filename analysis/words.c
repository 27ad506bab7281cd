#include "analysis/words.h"

#include <ctype.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double percent = 100, grouped_from = 10000, per_group = 1000, least_plain = 1e-5;

// clang-format off
static const struct phrase phrases[] = {
    {"decided",                   "Proposals decided",                                      "decided",       "proposals",                                  "as many",  "fewer"},
    {"submitted",                 "Proposals submitted", NULL, NULL, NULL, NULL},
    {"open_at_end",               "Proposals open at the end",                              "left open",     "proposals",                                  "as many",  "fewer"},
    {"open_trend",                "Growth of the open proposals", NULL, NULL, NULL, NULL},
    {"ever_decided",              "Proposals decided at least once",                        "decided",       "proposals at least once",                    "as many",  "fewer"},
    {"reopened",                  "Proposals reopened",                                     "reopened",      "proposals",                                  "as many",  "fewer"},
    {"decided_again",             "Decisions on reopened proposals", NULL, NULL, NULL, NULL},
    {"undone",                    "Passed proposals undone",                                "undid",         "passed proposals",                           "as many",  "fewer"},
    {"passed",                    "Proposals passed",                                       "passed",        "proposals",                                  "as many",  "fewer"},
    {"decisions_per_day",         "Proposals decided per day",                              "decided",       "proposals per day",                          "as many",  "fewer"},
    {"decisions_per_hour",        "Proposals decided per hour of sessions",                 "decided",       "proposals per hour",                         "as many",  "fewer"},
    {"passes_per_hour",           "Proposals passed per hour of sessions",                  "passed",        "proposals per hour",                         "as many",  "fewer"},
    {"passes_per_session",        "Proposals passed per session",                           "passed",        "proposals per session",                      "as many",  "fewer"},
    {"pass_rate",                 "Share of decided proposals that pass", NULL, NULL, NULL, NULL},
    {"hearings_passed",           "Share of hearings that pass", NULL, NULL, NULL, NULL},
    {"hearings_tabled",           "Share of hearings tabled", NULL, NULL, NULL, NULL},
    {"hearings_failed",           "Share of hearings that fail", NULL, NULL, NULL, NULL},
    {"amended",                   "Share of passed proposals amended", NULL, NULL, NULL, NULL},
    {"conditions",                "Conditions on a passed proposal",                        "put",           "conditions on a passed proposal",            "as many",  "fewer"},
    {"work_factor",               "Work made longer by conditions (factor)", NULL, NULL, NULL, NULL},
    {"no_vote",                   "Share of calls that nobody blocked", NULL, NULL, NULL, NULL},
    {"visits",                    "Hearings for a decision",                                "needed",        "hearings for a decision",                    "as many",  "fewer"},
    {"decided_in_circles",        "Share of decisions made in circles", NULL, NULL, NULL, NULL},
    {"hours_to_decision",         "Time from proposal to decision",                         "took",          "time from proposal to decision",             "as much",  "less"},
    {"wait",                      "Time from proposal to first hearing",                    "took",          "time from proposal to first hearing",        "as much",  "less"},
    {"hearing_hours",             "Talking time on a proposal",                             "spent",         "talking time on a proposal",                 "as much",  "less"},
    {"backlog",                   "Open proposals",                                         "had",           "open proposals at any time",                 "as many",  "fewer"},
    {"people_hours",              "Person-hours",                                           "took",          "person-hours",                               "as many",  "fewer"},
    {"people_hours_per_decision", "Person-hours for each decided proposal",                 "took",          "person-hours for each decision",             "as many",  "fewer"},
    {"voice_gini",                "Inequality of speaking time",                            "had",           "inequality of speaking time",                "as much",  "less"},
    {"turn_gini",                 "Inequality of turns",                                    "had",           "inequality of turns",                        "as much",  "less"},
    {"effective_speakers",        "Effective speakers (share)",                             "had",           "effective speakers among those who came",    "as many",  "fewer"},
    {"never_spoke",               "Share of people who never spoke",                        "left",          "people who never spoke",                     "as many",  "fewer"},
    {"ever_came",                 "Share of people who came",                               "drew",          "different people to a session",              "as many",  "fewer"},
    {"facets_voiced",             "Share of the sides of a proposal voiced",                "heard",         "sides of a proposal before its decision",    "as many",  "fewer"},
    {"coverage",                  "Knowledge of what was decided",                          "gave a person", "knowledge of the proposals decided",         "as much",  "less"},
    {"common_knowledge",          "Shared understanding",                                   "left",          "shared understanding",                       "as much",  "less"},
    {"agreement",                 "Agreement on what was decided",                          "found",         "agreement on what was decided",              "as much",  "less"},
    {"correct",                   "Share of decisions that full information would make",    "made",          "decisions that full information would make", "as many",  "fewer"},
    {"regret",                    "Value lost by wrong decisions",                          "lost",          "value by wrong decisions",                   "as much",  "less"},
    {"outbursts",                 "Outbursts per hour",                                     "had",           "outbursts per hour",                         "as many",  "fewer"},
    {"tension",                   "Tension at the end",                                     "left",          "tension",                                    "as much",  "less"},
    {"energy",                    "Energy at the end of a session",                         "left",          "energy at the end of a session",             "as much",  "less"},
    {"groups_born",               "Working groups founded",                                 "founded",       "working groups",                             "as many",  "fewer"},
    {"groups_ended",              "Working groups that ended",                              "lost",          "working groups",                             "as many",  "fewer"},
    {"groups_refused",            "Foundings not allowed", NULL, NULL, NULL, NULL},
    {"groups_living",             "Working groups",                                         "had",           "working groups at any time",                 "as many",  "fewer"},
    {"topics_covered",            "Topics with a working group",                            "covered",       "topics",                                     "as many",  "fewer"},
    {"group_lifetime",            "Lifetime of a working group",                            "gave",          "life to a working group",                    "as much",  "less"},
    {"group_lifetime_of_ended",   "Lifetime of groups that ended", NULL, NULL, NULL, NULL},
    {"members_per_group",         "Members of a working group",                             "had",           "members in a working group",                 "as many",  "fewer"},
    {"memberships",               "Working groups per person", NULL, NULL, NULL, NULL},
    {"in_groups",                 "Share of people in working groups", NULL, NULL, NULL, NULL},
    {"groups_joined",             "People who joined a group", NULL, NULL, NULL, NULL},
    {"groups_left",               "People who left a group", NULL, NULL, NULL, NULL},
    {"newcomers_with_group",      "Share of newcomers who found a group", NULL, NULL, NULL, NULL},
    {"days_to_first_group",       "Time to the first working group",                        "took",          "time to the first working group",            "as much",  "less"},
    {"visits_in_vain",            "Share of visits in vain", NULL, NULL, NULL, NULL},
    {"meetings_of_groups",        "Meetings of working groups",                             "held",          "meetings of working groups",                 "as many",  "fewer"},
    {"meeting_hours_of_groups",   "Person-hours in groups' meetings",                     "took",          "person-hours in meetings of groups",       "as many",  "fewer"},
    {"meetings_with_progress",    "Share of groups' meetings with progress", NULL, NULL, NULL, NULL},
    {"meetings_missed",           "Share of groups' meetings missed", NULL, NULL, NULL, NULL},
    {"interjection_hours",        "Time that visitors took in meetings",                    "lost",          "hours of meetings to visitors",              "as many",  "fewer"},
    {"groups_at",                 "Working groups", NULL, NULL, NULL, NULL},
    {"topics_covered_at",         "Topics with a working group", NULL, NULL, NULL, NULL},
    {"members_at",                "Members of a working group", NULL, NULL, NULL, NULL},
    {"groupless_at",              "People without a working group", NULL, NULL, NULL, NULL},
    {"tasks_done",                "Tasks done by working groups",                           "did",           "tasks of working groups",                    "as many",  "fewer"},
    {"tasks_per_member_day",      "Tasks done per member and day",                          "did",           "tasks per member and day",                   "as many",  "fewer"},
    {"common_tasks_done",         "Tasks done for the whole movement", NULL, NULL, NULL, NULL},
    {"tasks_dropped",             "Tasks dropped",                                          "dropped",       "tasks",                                      "as many",  "fewer"},
    {"work_hours",                "Hours worked in groups",                                 "took",          "hours of work in groups",                    "as many",  "fewer"},
    {"work_hours_per_task",       "Hours of work for each task",                            "took",          "hours of work for each task",                "as many",  "fewer"},
    {"work_in_vain",              "Share of work on tasks dropped", NULL, NULL, NULL, NULL},
    {"work_on_conditions",        "Share of work that conditions added", NULL, NULL, NULL, NULL},
    {"speed_of_experience",       "Speed gained by experience (factor)", NULL, NULL, NULL, NULL},
    {"know_how_at_hand",          "Share of the know-how at hand that tasks need", NULL, NULL, NULL, NULL},
    {"learned_in_work",           "Know-how learned in work",                               "taught",        "sides of know-how in work",                  "as many",  "fewer"},
    {"proposals_of_groups",       "Proposals by working groups", NULL, NULL, NULL, NULL},
    {"approvals",                 "Tasks of working groups approved",                       "approved",      "tasks of working groups",                    "as many",  "fewer"},
    {"hours_to_approval",         "Time that a task waits for its approval",                "took",          "time to approve a task",                     "as much",  "less"},
    {"approvals_waiting",         "Tasks waiting for approval",                             "had",           "tasks waiting for approval at any time",     "as many",  "fewer"},
    {"time_waiting",              "Share of groups' time spent waiting", NULL, NULL, NULL, NULL},
    {"ended_waiting",             "Groups that ended while waiting",                        "lost",          "groups that were waiting",                   "as many",  "fewer"},
    {"lasting_by_size",           "Longer life of larger groups", NULL, NULL, NULL, NULL},
    {"lasting_by_turnover_small", "Longer life of small groups by turnover", NULL, NULL, NULL, NULL},
    {"lasting_by_turnover_large", "Longer life of large groups by turnover", NULL, NULL, NULL, NULL},
    {"approvals_at",              "Tasks waiting for approval", NULL, NULL, NULL, NULL},
    {"age_of_waiting_at",         "Time that waiting tasks have waited", NULL, NULL, NULL, NULL},
    {"tasks_done_by",             "Tasks done so far", NULL, NULL, NULL, NULL},
    {"adopters",                  "Share of the sites that took it up",                     "reached",       "sites",                                      "as many",  "fewer"},
    {"links_made",                "Links made between working groups",                      "made",          "links between working groups",               "as many",  "fewer"},
    {"links_ended",               "Links that ended", NULL, NULL, NULL, NULL},
    {"link_days",                 "How long a link lasts", NULL, NULL, NULL, NULL},
    {"calls",                     "Calls between linked groups",                            "held",          "calls between linked groups",                "as many",  "fewer"},
    {"calls_failed",              "Calls that did not come about",                          "lost",          "calls",                                      "as many",  "fewer"},
    {"call_hours",                "Hours of calls", NULL, NULL, NULL, NULL},
    {"groups_merged",             "Working groups merged", NULL, NULL, NULL, NULL},
    {"visits_begun",              "Visits to other sites", NULL, NULL, NULL, NULL},
    {"online_visits",             "Visits online", NULL, NULL, NULL, NULL},
    {"guests",                    "Guests from other sites", NULL, NULL, NULL, NULL},
    {"guests_turned_away",        "Guests turned away",                                     "turned away",   "guests",                                     "as many",  "fewer"},
    {"experts_met",               "Meetings with experts",                                  "had",           "meetings with experts",                      "as many",  "fewer"},
    {"expert_facets",             "Know-how that experts brought",                          "gained",        "sides of know-how from experts",             "as many",  "fewer"},
    {"links_at",                  "Living links", NULL, NULL, NULL, NULL},
    {"guests_at",                 "Guests from other sites", NULL, NULL, NULL, NULL},
    {"away_at",                   "People away at other sites", NULL, NULL, NULL, NULL},
    {"practice_changes",          "Changes of practice", NULL, NULL, NULL, NULL},
    {"practice_changed_after",    "Time to the first change of practice", NULL, NULL, NULL, NULL},
    {"adopters_at",               "Share of the sites that took it up", NULL, NULL, NULL, NULL},
    {"practice_at",               "Practice held (its number)", NULL, NULL, NULL, NULL},
    {"arrived",                   "People who arrived", NULL, NULL, NULL, NULL},
    {"left",                      "Departures",                                             "had",           "departures",                                 "as many",  "fewer"},
    {"left_patience",             "Left without a group", NULL, NULL, NULL, NULL},
    {"left_burnt_out",            "Left burnt out", NULL, NULL, NULL, NULL},
    {"left_drifted",              "Drifted away", NULL, NULL, NULL, NULL},
    {"left_raided",               "Left after a raid", NULL, NULL, NULL, NULL},
    {"left_cold",                 "Left in the cold", NULL, NULL, NULL, NULL},
    {"came_back",                 "Came back", NULL, NULL, NULL, NULL},
    {"people_here_at",            "People at the site", NULL, NULL, NULL, NULL},
    {"newcomers_at",              "Newcomers without a group", NULL, NULL, NULL, NULL},
    {"heads_at",                  "People at a session", NULL, NULL, NULL, NULL},
    {"voice_by_tenure",           "Speaking time by time here", NULL, NULL, NULL, NULL},
    {"backlog_at",                "Open proposals", NULL, NULL, NULL, NULL},
    {"decided_by",                "Proposals decided so far", NULL, NULL, NULL, NULL},
    {"hours_to_decision_at",      "Time to decision, of the latest", NULL, NULL, NULL, NULL},
    {"age_of_open_at",            "Age of the open proposals", NULL, NULL, NULL, NULL},
    {"voice_gini_by",             "Inequality of speaking time so far", NULL, NULL, NULL, NULL},
    {"never_spoke_by",            "Share of people who never spoke so far", NULL, NULL, NULL, NULL},
    {"circle_sizes",              "Share of time in circles of each size", NULL, NULL, NULL, NULL},
    {"voiced_by_knowers",         "Share of facets voiced, by first knowers", NULL, NULL, NULL, NULL},
    {"decided_on_visit",          "Share of decisions, by hearings needed", NULL, NULL, NULL, NULL},
    {"raids",                     "Raids", NULL, NULL, NULL, NULL},
    {"cold_spells",               "Spells of cold", NULL, NULL, NULL, NULL},
    {"media_waves",               "Times when the press looked", NULL, NULL, NULL, NULL},
    {"closings",                  "Closings of the site", NULL, NULL, NULL, NULL},
    {"closed",                    "Share of the time closed", NULL, NULL, NULL, NULL},
    {"sessions_missed",           "Sessions missed while closed",                           "missed",        "sessions because the site was closed",       "as many",  "fewer"},
    {"attendance_climate_at",     "Factor of attendance from outside", NULL, NULL, NULL, NULL},
    {"turns_by_rank",             "Share of turns, by rank of the speaker", NULL, NULL, NULL, NULL},
    {"topic_variety",             "Number of topics worked on", NULL, NULL, NULL, NULL},
    {"differentiation",           "Differentiation", NULL, NULL, NULL, NULL},
    {"variety_within_sites",      "Topics within a site", NULL, NULL, NULL, NULL},
    {"variety_between_sites",     "Sites that differ in their topics", NULL, NULL, NULL, NULL},
    {"variety_of_all_sites",      "Topics of all sites", NULL, NULL, NULL, NULL},
    {"division_of_labour",        "Division of labour", NULL, NULL, NULL, NULL},
    {"integration",               "Integration", NULL, NULL, NULL, NULL},
    {"required_pairs",            "Pairs of groups that need each other", NULL, NULL, NULL, NULL},
    {"links_per_group",           "Links of a working group", NULL, NULL, NULL, NULL},
    {"giant_component",           "Share of groups in the largest part", NULL, NULL, NULL, NULL},
    {"modularity_of_sites",       "Links that keep within sites (modularity)", NULL, NULL, NULL, NULL},
    {"modularity_of_components",  "Links spread over separate parts (modularity)", NULL, NULL, NULL, NULL},
    {"external_internal_index",   "Links between sites against within (E-I)", NULL, NULL, NULL, NULL},
    {"shared_facets",             "Knowledge shared by groups that need each other", NULL, NULL, NULL, NULL},
    {"duplication",               "Share of work done twice unawares", NULL, NULL, NULL, NULL},
    {"transformation",            "Problems that only groups together can see", NULL, NULL, NULL, NULL},
    {"covered_by_one_group",      "Problems that one group sees alone", NULL, NULL, NULL, NULL},
    {"balkanization",             "Integration lost again (share)", NULL, NULL, NULL, NULL},
    {"time_to_unity",             "Time until the movement is one",                         "needed",        "time to become one movement",                "as much",  "less"},
    {"duplication_before_unity",  "Work done twice before unity (share)",                   "spent",         "effort on work done twice before unity",     "as much",  "less"},
    {"duplication_after_unity",   "Work done twice after unity (share)",                    "spent",         "effort on work done twice after unity",      "as much",  "less"},
    {"duplication_of_all",        "Work done twice (share)",                                "spent",         "effort on work done twice",                  "as much",  "less"},
    {"mean_differentiation",      "Differentiation, on average",                            "had",           "differentiation",                            "as much",  "less"},
    {"mean_integration",          "Integration, on average",                                "had",           "integration",                                "as much",  "less"},
    {"mean_links_per_group",      "Links of a working group, on average", NULL, NULL, NULL, NULL},
    {"mean_giant_component",      "Share of groups in the largest part, on average", NULL, NULL, NULL, NULL},
    {"mean_transformation",       "Problems that only groups together can see, on average", "could see",     "problems that no group sees alone",          "as many",  "fewer"},
    {"mean_balkanization",        "Integration lost again (share), on average",             "lost again",    "of the integration once reached",            "as much",  "less"},
};
static const struct {const char *unit, *words, *axis;} units[] = {
    {"1", "", ""}, {"", "", ""}, {"h-1", " per hour", "per hour"}, {"d-1", " per day", "per day"},
    {"h", " hours", "in hours"}, {"d", " days", "in days"}, {"min", " minutes", "in minutes"},
    {"s", " seconds", "in seconds"},
};
/* What the bins of a histogram count, where the name of its dimension does not say it. */
static const struct {const char *dimension, *words;} bins[] = {
    {"circle_size_bin", "people in the circle"}, {"first_knowers", "people who knew the facet at first"},
    {"visit", "hearings"}, {"rank", "rank of the speaker"},
    {"tenure_bin", "time here: 1 less than a day, 2 than 3, 3 than 7, 4 than 14, 5 than 30 days, 6 longer"},
};
// clang-format on

static const struct phrase *row_of(const char *measure)
{
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (strcmp(phrases[i].measure, measure) == 0)
            return &phrases[i];
    return NULL;
}

const struct phrase *phrase_of(const char *measure)
{
    const struct phrase *row = row_of(measure);
    return row == NULL || row->verb == NULL ? NULL : row;
}

void say_subject(struct text *out, const struct results_measure *measure)
{
    const struct phrase *phrase = phrase_of(measure->name);
    if (phrase == NULL)
        say_within(out, measure->meaning);
    else
        text_say(out, phrase->noun);
}

const char *title_of(const struct results_measure *measure)
{
    const struct phrase *row = row_of(measure->name);
    return row == NULL ? measure->meaning : row->title;
}

void say_title(struct text *out, const struct results_measure *measure)
{
    const char *title = title_of(measure), *unit = NULL;
    say_plain(out, title);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, measure->unit) == 0)
            unit = units[i].axis;
    if (unit == NULL) {
        text_say(out, " [");
        say_plain(out, measure->unit);
        text_say(out, "]");
    } else if (unit[0] != '\0' && strcasestr(title, strrchr(unit, ' ') + 1) == NULL) {
        text_print(out, ", %s", unit); /* "Person-hours" says it already */
    }
}

void say_bins(struct text *out, const char *dimension)
{
    for (size_t i = 0; i < sizeof bins / sizeof *bins; i++)
        if (strcmp(bins[i].dimension, dimension) == 0) {
            text_say(out, bins[i].words);
            return;
        }
    for (const char *at = dimension; *at != '\0'; at++)
        text_add(out, *at == '_' ? " " : at, 1);
}

static void say_grouped(struct text *out, double number)
{
    double thousands = floor(number / per_group);
    if (thousands >= per_group)
        say_grouped(out, thousands);
    else
        text_print(out, "%.0f", thousands);
    text_print(out, ",%03.0f", number - thousands * per_group);
}

void say_number(struct text *out, double number)
{
    enum { DIGITS = 3 };
    if (isnan(number)) {
        text_say(out, "no value");
        return;
    }
    if (isinf(number)) {
        text_say(out, number > 0 ? "never" : "-never");
        return;
    }
    double size = fabs(number);
    if (number < 0)
        text_say(out, "-");
    if (size >= grouped_from) {
        say_grouped(out, round(size));
        return;
    }
    if (size > 0 && size < least_plain) {
        text_print(out, "%.1e", size);
        return;
    }
    /* printf itself rounds to three digits first, so that 99.99 is 100 and not 100.0. */
    char rounded[32];
    snprintf(rounded, sizeof rounded, "%.*e", DIGITS - 1, size);
    int whole = size > 0 ? atoi(strchr(rounded, 'e') + 1) + 1 : 1;
    int decimals = whole >= DIGITS ? 0 : DIGITS - whole;
    text_print(out, "%.*f", size == round(size) ? 0 : decimals, size);
}

void say_times(struct text *out, double ratio)
{
    const double many = 10;
    if (ratio >= many)
        text_print(out, "%.0f", ratio);
    else if (ratio >= 1)
        text_print(out, "%.1f", ratio);
    else
        text_print(out, "%.2f", ratio);
}

void say_percent(struct text *out, double share)
{
    double points = fabs(share) * percent;
    if (points >= 10 || points == 0)
        text_print(out, "%.0f %%", points);
    else
        text_print(out, "%.1f %%", points);
}

void say_range(struct text *out, double low, double high)
{
    say_number(out, low);
    text_say(out, " to ");
    say_number(out, high);
}

void say_size(struct text *out, size_t runs)
{
    text_print(out, "%zu %s of each design", runs, runs == 1 ? "run" : "runs");
}

void say_sites(struct text *out, const struct results *results)
{
    if (results->sites.count > 1)
        text_print(out, "Counts and hours are added up over the %zu sites; all else is their mean.\n",
                   results->sites.count);
}

void say_runs(struct text *out, double runs)
{
    double step = runs < percent ? 1 : pow(10, floor(log10(runs)) - 1);
    text_say(out, "about ");
    say_number(out, ceil(runs / step) * step);
}

bool unshowable(const char *bytes, size_t length)
{
    enum { DELETE = 0x7F };
    unsigned char first = (unsigned char)bytes[0];
    if (length == 1)
        return first < ' ' || first == DELETE;
    unsigned char second = (unsigned char)bytes[1];
    if (length == 2)
        return first == 0xC2 && second < 0xA0;
    if (length != 3 || first != 0xE2)
        return false;
    /* U+2028 to U+202E and U+2066 to U+2069 */
    unsigned char third = (unsigned char)bytes[2];
    return (second == 0x80 && third >= 0xA8 && third <= 0xAE) ||
           (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

void say_plain(struct text *out, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length;) {
        size_t sequence = utf8_sequence(text + i, length - i);
        if (sequence == 0)
            text_add_utf8(out, text + i, 1);
        else if (unshowable(text + i, sequence))
            text_say(out, " ");
        else
            text_add(out, text + i, sequence);
        i += sequence == 0 ? 1 : sequence;
    }
}

void say_within(struct text *out, const char *text)
{
    size_t start = out->length;
    say_plain(out, text);
    if (out->length > start + 1 && islower((unsigned char)out->bytes[start + 1]))
        out->bytes[start] = (char)tolower((unsigned char)out->bytes[start]);
}

void say_unit(struct text *out, const char *unit)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].unit, unit) == 0) {
            text_say(out, units[i].words);
            return;
        }
    text_say(out, " ");
    say_plain(out, unit);
}

void say_setting(struct text *out, const struct results *results, const char *path)
{
    unsigned long site = ULONG_MAX;
    int length = 0;
    if (sscanf(path, "sites[%lu].%n", &site, &length) != 1 || length == 0 || path[length] == '\0' ||
        site >= results->sites.count) {
        say_plain(out, path);
        return;
    }
    say_plain(out, path + length);
    if (results->sites.count > 1) {
        text_say(out, " of ");
        say_plain(out, results->sites.names[site]);
    }
}

void say_design(struct text *out, const struct results *results, size_t design)
{
    text_say(out, "\xE2\x80\x9C");
    say_plain(out, results->designs.names[design]);
    text_say(out, "\xE2\x80\x9D");
}
