#include <stddef.h>

#include "places/sites.h"
#include "practices/adoption.h"

#define AT(member)         offsetof(struct adoption_settings, member)
#define JUDGED_BY(measure) ((measure) * sizeof(double))

// clang-format off
static const struct field judge_fields[] = {
    {FIELD(REAL, "decisions", JUDGED_BY(JUDGE_DECISIONS), "1"), ALLOWED(0, 100), MEANS("Weight of proposals decided per hour of presence")},
    {FIELD(REAL, "tasks", JUDGED_BY(JUDGE_TASKS), "0"), ALLOWED(0, 100), MEANS("Weight of tasks that working groups did, per person and day")},
    {FIELD(REAL, "voice", JUDGED_BY(JUDGE_VOICE), "0"), ALLOWED(0, 100), MEANS("Weight of the effective number of speakers as a share of those who came")},
    {FIELD(REAL, "coverage", JUDGED_BY(JUDGE_COVERAGE), "0"), ALLOWED(0, 100), MEANS("Weight of what a person knows of a proposal when it is decided")},
    {FIELD(REAL, "correct", JUDGED_BY(JUDGE_CORRECT), "0"), ALLOWED(0, 100), MEANS("Weight of the share of decisions that full information would make")},
    {FIELD(REAL, "days_to_decision", JUDGED_BY(JUDGE_DAYS), "0"), ALLOWED(0, 100), MEANS("Weight of the time from submission to decision; less is better")},
};

static const struct section judge_section = {"judge", "By what sites judge a practice: log ratios are added up with these weights.", FIELDS(struct judge_settings, judge_fields)};

static const struct field adoption_fields[] = {
    {FIELD(CHOICE, "rule", AT(rule), "none"), MEANS("How a site changes the practice that it holds"), ONE_OF(adoption_rules)},
    {FIELD(NAME, "start", AT(start), LEFT_OUT), MEANS("Practice with which sites begin that name none; left out, they hold only the lines without a practice")},
    {FIELD(NAME, "spread", AT(spread), LEFT_OUT), MEANS("The practice that innovation, imitation and thresholds are about")},
    {FIELD(DURATION, "every", AT(every), "7 d"), ALLOWED(1.0 / 60, 8760), UNIT("d"), MEANS("With `rule: compare`: how often a site tells others how its practice fares, and weighs what it heard"), ASSUMED("no data"), GUESSED("3 d", "30 d")},
    {FIELD(COUNT, "told", AT(told), "0"), ALLOWED(0, MOST_CHOSEN), MEANS("Other sites that a site tells: drawn anew for each comparison, the same for all of its changes; 0: all others"), ASSUMED("no data"), GUESSED("0", "20")},
    {FIELD(REAL, "sensitivity", AT(sensitivity), "2"), ALLOWED(0, 1000), MEANS("With `rule: compare`: a practice that fares r times as well is taken over with probability r^s / (1 + r^s), s this number"), ASSUMED("no data; 0 tosses a coin"), GUESSED("0.5", "5")},
    {FIELD(SECTION, "judge", AT(judge), LEFT_OUT), MEANS("By what a practice is judged"), INSIDE(&judge_section)},
    {FIELD(RATE, "experiment", AT(experiment), "0 /d"), ALLOWED(0, 24), UNIT("d-1"), MEANS("With `rule: compare`: how often a site tries a practice of the calendar drawn by lot, and keeps it if it fares better"), ASSUMED("no data"), GUESSED("0 /d", "0.05 /d"), OBSERVABLE},
    {FIELD(DURATION, "trial", AT(trial), "14 d"), ALLOWED(1, 8760), UNIT("d"), MEANS("With `experiment`: how long a site tries it"), ASSUMED("no data"), GUESSED("7 d", "28 d"), OBSERVABLE},
    {FIELD(SWITCH, "told_best", AT(told_best), "no"), MEANS("With `rule: compare`: whether a site tells how its practice fared in its best time between two reviews, not in the last one"), ASSUMED("form of Denrell 2003, doi:10.1287/orsc.14.2.227.15164: success is told and failure is not")},
    {FIELD(RATE, "innovation", AT(innovation), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("Rate at which a site takes up what spreads of itself: p of Bass"), ASSUMED("Bass 1969: .03 a year for durable goods; of camps, no data"), PLAUSIBLE("0 /d", "0.05 /d", "Bass 1969 has .03 a year for durable goods; camps spread in weeks, October 2011")},
    {FIELD(RATE, "imitation", AT(imitation), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("The same by imitation, times the share of the others that hold it: q of Bass"), ASSUMED("Bass 1969: .38 a year for durable goods; of camps, no data"), PLAUSIBLE("0 /d", "0.5 /d", "Bass 1969 has .38 a year for durable goods; camps spread in weeks, October 2011")},
};
// clang-format on

const struct section adoption_section = {
    "adoption",
    "How the sites of a movement take over each other's practices. A practice is a name on lines of the "
    "calendar: a site holds the lines of its own practice, and those without one.",
    FIELDS(struct adoption_settings, adoption_fields),
};
