#include <stddef.h>

#include "gathering/gathering.h"

#define AT(member)   offsetof(struct gathering_settings, member)
#define LINE(member) offsetof(struct calendar_entry, member)

// clang-format off
static const struct field gathering_fields[] = {
    {FIELD(REAL, "topic_attraction", AT(topic_attraction), "1"), ALLOWED(0, 10), MEANS("How strongly interest draws people to a circle (exponent); 0 makes the choice uniform"), ASSUMED("no data"), GUESSED("0", "4")},
    {FIELD(REAL, "revisit", AT(revisit), "0.2"), ALLOWED(0, 1), MEANS("Weight of a circle where one has been already in this round, against 1 for a new one"), ASSUMED("no data"), GUESSED("0", "1")},
    {FIELD(RATE, "two_feet", AT(two_feet), "4 /h"), ALLOWED(0, 20), UNIT("h-1"), MEANS("How often a person changes circles where the method lets people use their two feet"), ASSUMED("no data: once in 15 minutes"), PLAUSIBLE("0 /h", "20 /h", "from never to once in 3 minutes"), OBSERVABLE},
    {FIELD(SWITCH, "partners", AT(partners), "no"), MEANS("Whether to keep books of who sat with whom (takes people x people bits)")},
};
// clang-format on

const struct section gathering_section = {
    "gathering",
    "How people spread over circles.",
    FIELDS(struct gathering_settings, gathering_fields),
};

// clang-format off
static const struct field calendar_fields[] = {
    {FIELD(DURATION, "every", LINE(every), LEFT_OUT), ALLOWED(0, 87600), UNIT("d"), MEANS("How often the session is held; left out, it is held once")},
    {FIELD(CLOCK, "at", LINE(at), "0:00"), MEANS("Time of day at which it begins")},
    {FIELD(CHOICES, "on", LINE(on), "none"), MEANS("Weekday on which it is held, or a list of several"), ONE_OF(weekdays_or_none)},
    {FIELD(CHOICES, "except", LINE(except), "none"), MEANS("Weekday on which it is not held, or a list of several"), ONE_OF(weekdays_or_none)},
    {FIELD(NAME, "hold", LINE(hold), MUST_BE_GIVEN), MEANS("The method: a name of the library, or a file beside the scenario")},
    {FIELD(SWITCH, "held", LINE(held), "yes"), MEANS("Whether it is held at all: with `no` it is as if the line were not there, so that a line can be tried with and without")},
    {FIELD(DURATION, "for", LINE(lasts), LEFT_OUT), ALLOWED(0, 24), UNIT("h"), MEANS("When it ends at the latest; left out, it ends when the method is done")},
    {FIELD(DURATION, "again_after", LINE(again_after), LEFT_OUT), ALLOWED(0, 87600), UNIT("h"), MEANS("In place of `every`: the next session begins so long after the last one ended")},
    {FIELD(SHARE, "attendance", LINE(attendance), LEFT_OUT), ALLOWED(0, 1), MEANS("Share of the people who come, in place of people.attendance")},
    {FIELD(COUNT, "heads", LINE(heads), LEFT_OUT), ALLOWED(0, 1000000000), MEANS("In place of a share: exactly so many people come, each equally likely, or all who can where these are fewer")},
    {FIELD(NAME, "practice", LINE(practice), LEFT_OUT), MEANS("Name of the practice that it belongs to: only sites that hold this practice hold the session; left out, all do")},
    {FIELD(NAME, "inquiry", LINE(inquiry), LEFT_OUT), MEANS("Name of the inquiry that it is about (`matter: inquiry` or `aspect` in its method)")},
    {FIELD(CHOICE, "aspect", LINE(aspect), "chosen"), MEANS("Which aspects of the inquiry its circles talk about, where no market says it"), ONE_OF(aspect_rules)},
    {FIELD(CHOICE, "who", LINE(who), "all"), MEANS("Who is called"), ONE_OF(calling_rules)},
    {FIELD(CHOICE, "category", LINE(category), "any"), MEANS("With `who: delegates`: which working groups send one"), ONE_OF(category_rules)},
    {FIELD(CHOICE, "of", LINE(of), "here"), MEANS("With `who: delegates`: of which sites. Where it is `all`, the line is held at sites that are online, and the delegates of other sites are their guests"), ONE_OF(reach_rules)},
    {FIELD(SHARE, "returns", LINE(returns), "90 %"), ALLOWED(0, 1), MEANS("With `who: same`: chance that somebody who came to the last session comes again (no data)")},
    {FIELD(NAME, "series", LINE(series), LEFT_OUT), MEANS("Name of a meeting of several days that the line belongs to: `who: same` calls those who came to the last session of any of its lines; left out, to the last one of this line")},
};

// clang-format on

const struct section calendar_section = {
    "calendar",
    "When which method is held. Sessions of one site do not overlap; what runs over delays what comes next.",
    FIELDS(struct calendar_entry, calendar_fields)};
