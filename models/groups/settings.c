#include <stddef.h>

#include "groups/groups.h"

#define AT(member)       offsetof(struct group_settings, member)
#define START(member)    offsetof(struct group_start_settings, member)
#define NEWCOMER(member) offsetof(struct newcomer_settings, member)
#define FOUNDING(member) offsetof(struct founding_settings, member)
#define MEETING(member)  offsetof(struct calendar_entry, member)
#define FEEDING(member)  offsetof(struct attention_settings, member)
#define STAYING(member)  offsetof(struct membership_settings, member)
#define CATEGORY(member) offsetof(struct category_settings, member)

// clang-format off
static const struct field start_fields[] = {
    {FIELD(COUNT, "groups", START(groups), "0"), ALLOWED(0, 100000), MEANS("Groups of a site that are there when the scenario begins; topics and members are drawn by lot")},
    {FIELD(COUNT, "members", START(members), "5"), ALLOWED(1, 10000), MEANS("Members of each of them")},
};

static const struct field newcomer_fields[] = {
    {FIELD(SHARE, "welcome", NEWCOMER(welcome), "30 %"), ALLOWED(0, 1), MEANS("Chance at each visit that a welcome desk shows all groups to somebody who has none; 0 % closes the desk"), ASSUMED("no data"), GUESSED("0 %", "80 %")},
    {FIELD(SHARE, "notice", NEWCOMER(notice), "10 %"), ALLOWED(0, 1), MEANS("Chance at each visit to notice a group that she did not know, each by itself"), ASSUMED("no data"), GUESSED("2 %", "40 %")},
    {FIELD(SHARE, "mention", NEWCOMER(mention), "10 %"), ALLOWED(0, 1), MEANS("Chance to learn in a circle of a group that somebody there belongs to"), ASSUMED("no data"), GUESSED("2 %", "40 %")},
    {FIELD(REAL, "fit", NEWCOMER(fit), "0.5"), ALLOWED(0, 1), MEANS("How well a group must fit for somebody to join it; 0 lets everybody join"), ASSUMED("no data"), GUESSED("0.2", "0.8")},
    {FIELD(SHARE, "conversion", NEWCOMER(conversion), "50 %"), ALLOWED(0, 1), MEANS("Chance that a visitor joins a group that fits"), ASSUMED("form of a funnel after Klandermans & Oegema 1987; value assumed"), PLAUSIBLE("10 %", "90 %", "Klandermans & Oegema 1987: few of those who sympathize come")},
    {FIELD(SHARE, "skill_weight", NEWCOMER(skill_weight), "30 %"), ALLOWED(0, 1), MEANS("Weight in the fit of what the task at hand needs and she can do; the rest is her interest in the topic"), ASSUMED("no data"), GUESSED("0 %", "70 %")},
};

static const struct field founding_fields[] = {
    {FIELD(SHARE, "announce", FOUNDING(announce), "10 %"), ALLOWED(0, 1), MEANS("Chance that somebody who spoke in a circle calls for a group on her strongest topic, if she knows of none; 0 % founds no groups"), ASSUMED("no data"), GUESSED("1 %", "40 %")},
    {FIELD(REAL, "alignment", FOUNDING(alignment), "0.7"), ALLOWED(0, 1), MEANS("Interest in the topic from which others in the circle may answer such a call"), ASSUMED("no data"), GUESSED("0.4", "0.9")},
    {FIELD(SHARE, "respond", FOUNDING(respond), "50 %"), ALLOWED(0, 1), MEANS("Chance that somebody so interested, who knows of no group on it either, answers the call"), ASSUMED("no data"), GUESSED("10 %", "90 %")},
    {FIELD(COUNT, "size", FOUNDING(size), "3"), ALLOWED(1, 1000), MEANS("Least number of founders"), ASSUMED("three aligned people, after the essay on the movement; value assumed"), PLAUSIBLE("2", "6", "three aligned people, after the essay on the movement"), OBSERVABLE},
    {FIELD(DURATION, "until", FOUNDING(until), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("When founding is frozen; left out, never")},
    {FIELD(COUNT, "most", FOUNDING(most), "0"), ALLOWED(0, 1000000), MEANS("Groups that may live at a site at once; 0: any number")},
};

static const struct field meeting_fields[] = {
    {FIELD(NAME, "hold", MEETING(hold), LEFT_OUT), MEANS("The method of the groups' own meetings; left out, groups do not meet")},
    {FIELD(DURATION, "every", MEETING(every), "2 d"), ALLOWED(1.0 / 60, 8760), UNIT("d"), MEANS("How often a group meets"), ASSUMED("no data"), GUESSED("1 d", "7 d"), OBSERVABLE},
    {FIELD(DURATION, "for", MEETING(lasts), "1 h"), ALLOWED(1.0 / 60, 24), UNIT("h"), MEANS("When a meeting ends at the latest"), ASSUMED("no data"), GUESSED("30 min", "2 h"), OBSERVABLE},
};

static const struct field attention_fields[] = {
    {FIELD(DURATION, "half_life", FEEDING(half_life), "10 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("Time in which the members' attention decays to a half"), ASSUMED("no data"), GUESSED("3 d", "40 d")},
    {FIELD(SHARE, "gain", FEEDING(gain), "50 %"), ALLOWED(0, 1), MEANS("Share of the missing attention that a meeting with progress brings back"), ASSUMED("no data"), GUESSED("20 %", "90 %")},
    {FIELD(REAL, "leave_boost", FEEDING(leave_boost), "2"), ALLOWED(0, 100), MEANS("By how much no attention at all speeds up leaving: the rate is multiplied by 1 + leave_boost * (1 - attention); 0 switches it off"), ASSUMED("no data"), GUESSED("0", "6")},
    {FIELD(REAL, "attraction", FEEDING(attraction), "1"), ALLOWED(0, 10), MEANS("How much a visitor minds that the members have lost interest: her chance to join is multiplied by attention^attraction; 0 switches it off"), ASSUMED("no data"), GUESSED("0", "3")},
};

static const struct field membership_fields[] = {
    {FIELD(RATE, "leave_rate", STAYING(leave_rate), "0.5 /week"), ALLOWED(0, 10), UNIT("week-1"), MEANS("How often a member leaves whom the group does not fit at all: once in 14 days"), ASSUMED("no data"), GUESSED("0.1 /week", "2 /week")},
    {FIELD(SWITCH, "fit_counts", STAYING(fit_counts), "yes"), MEANS("Whether fit keeps people: the rate of leaving is multiplied by 1 - fit"), ASSUMED("no data")},
    {FIELD(RATE, "join_rate", STAYING(join_rate), "0 /d"), ALLOWED(0, 1000), UNIT("d-1"), MEANS("How often people without a group join a group by chance, whatever its fit and size: for null models")},
    {FIELD(COUNT, "most", STAYING(most), "20"), ALLOWED(0, 10000000), MEANS("Members from which on a group takes nobody else, so that others on its topic may found another; 0 for no limit"), ASSUMED("no data"), GUESSED("8", "50")},
    {FIELD(COUNT, "death_below", STAYING(death_below), "3"), ALLOWED(1, 1000), MEANS("Members below which a group is about to dissolve"), ASSUMED("the essay on the movement; value assumed"), PLAUSIBLE("2", "5", "the essay on the movement")},
    {FIELD(DURATION, "death_after", STAYING(death_after), "3 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("How long it stays with too few before it dissolves; 0 d: at once"), ASSUMED("no data"), GUESSED("0 d", "14 d")},
};

static const struct field operational_fields[] = {
    {FIELD(REAL, "share", CATEGORY(share), "0.5"), ALLOWED(0, 1000000), MEANS("Weight of the category among the groups that are born"), ASSUMED("no data"), GUESSED("0.2", "0.8"), OBSERVABLE},
    {FIELD(SHARE, "approval", CATEGORY(approval), "10 %"), ALLOWED(0, 1), MEANS("Share of its tasks that wait for the approval of the assembly"), ASSUMED("no data"), GUESSED("0 %", "40 %"), OBSERVABLE},
    {FIELD(SHARE, "common", CATEGORY(common), "10 %"), ALLOWED(0, 1), MEANS("Share of its tasks that are common work of the whole movement; the rest belongs to the site"), ASSUMED("no data"), GUESSED("0 %", "40 %"), OBSERVABLE},
};

static const struct field sectorial_fields[] = {
    {FIELD(REAL, "share", CATEGORY(share), "0.3"), ALLOWED(0, 1000000), MEANS("Weight of the category among the groups that are born"), ASSUMED("no data"), GUESSED("0.1", "0.6"), OBSERVABLE},
    {FIELD(SHARE, "approval", CATEGORY(approval), "30 %"), ALLOWED(0, 1), MEANS("Share of its tasks that wait for the approval of the assembly"), ASSUMED("no data"), GUESSED("5 %", "70 %"), OBSERVABLE},
    {FIELD(SHARE, "common", CATEGORY(common), "50 %"), ALLOWED(0, 1), MEANS("Share of its tasks that are common work of the whole movement; the rest belongs to the site"), ASSUMED("no data"), GUESSED("20 %", "80 %"), OBSERVABLE},
};

static const struct field strategy_fields[] = {
    {FIELD(REAL, "share", CATEGORY(share), "0.2"), ALLOWED(0, 1000000), MEANS("Weight of the category among the groups that are born"), ASSUMED("no data"), GUESSED("0.05", "0.4"), OBSERVABLE},
    {FIELD(SHARE, "approval", CATEGORY(approval), "80 %"), ALLOWED(0, 1), MEANS("Share of its tasks that wait for the approval of the assembly"), ASSUMED("no data"), GUESSED("30 %", "100 %"), OBSERVABLE},
    {FIELD(SHARE, "common", CATEGORY(common), "90 %"), ALLOWED(0, 1), MEANS("Share of its tasks that are common work of the whole movement; the rest belongs to the site"), ASSUMED("no data"), GUESSED("50 %", "100 %"), OBSERVABLE},
};

static const struct section start_section = {"first_groups", "Working groups that are there when the scenario begins.", FIELDS(struct group_start_settings, start_fields)};
static const struct section newcomer_section = {"newcomers", "How people learn of working groups and come to join one.", FIELDS(struct newcomer_settings, newcomer_fields)};
static const struct section founding_section = {"founding", "How working groups are born.", FIELDS(struct founding_settings, founding_fields)};
static const struct section meeting_section = {"meetings", "Meetings of the working groups themselves.", FIELDS(struct calendar_entry, meeting_fields)};
static const struct section attention_section = {"attention", "What keeps the members of a working group at it.", FIELDS(struct attention_settings, attention_fields)};
static const struct section membership_section = {"membership", "How people leave working groups, and when a group dissolves.", FIELDS(struct membership_settings, membership_fields)};
static const struct section operational_section = {"operational", "Groups that keep a site going: kitchen, medics, safety.", FIELDS(struct category_settings, operational_fields)};
static const struct section sectorial_section = {"sectorial", "Groups that work on one matter of the movement: education, economy.", FIELDS(struct category_settings, sectorial_fields)};
static const struct section strategy_section = {"strategy", "Groups that work on where the movement goes: facilitation, vision.", FIELDS(struct category_settings, strategy_fields)};

static const struct field group_fields[] = {
    {FIELD(SWITCH, "form", AT(form), "no"), MEANS("Whether there are working groups at all")},
    {FIELD(SECTION, "start", AT(start), LEFT_OUT), MEANS("Groups that are there at first"), INSIDE(&start_section)},
    {FIELD(SECTION, "newcomers", AT(newcomers), LEFT_OUT), MEANS("How people find one"), INSIDE(&newcomer_section)},
    {FIELD(SECTION, "founding", AT(founding), LEFT_OUT), MEANS("How they are born"), INSIDE(&founding_section)},
    {FIELD(SECTION, "meetings", AT(meetings), LEFT_OUT), MEANS("When and how they meet"), INSIDE(&meeting_section)},
    {FIELD(SECTION, "plannings", AT(plannings), LEFT_OUT), MEANS("When and how they plan, beside their meetings: first on the first day of a group"), INSIDE(&meeting_section)},
    {FIELD(SECTION, "attention", AT(attention), LEFT_OUT), MEANS("What keeps them at it"), INSIDE(&attention_section)},
    {FIELD(SECTION, "membership", AT(membership), LEFT_OUT), MEANS("How people leave, and when a group dissolves"), INSIDE(&membership_section)},
    {FIELD(SECTION, "operational", AT(category[GROUP_OPERATIONAL]), LEFT_OUT), MEANS("Groups that keep a site going"), INSIDE(&operational_section)},
    {FIELD(SECTION, "sectorial", AT(category[GROUP_SECTORIAL]), LEFT_OUT), MEANS("Groups that work on one matter"), INSIDE(&sectorial_section)},
    {FIELD(SECTION, "strategy", AT(category[GROUP_STRATEGY]), LEFT_OUT), MEANS("Groups that work on where the movement goes"), INSIDE(&strategy_section)},
    {FIELD(SECTION, "work", AT(work), LEFT_OUT), MEANS("What they do between meetings"), INSIDE(&work_section)},
};
// clang-format on

const struct section group_section = {
    "groups",
    "Working groups: how they are born, who finds one, when they meet, and when they dissolve.",
    FIELDS(struct group_settings, group_fields),
};
