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
#define COUNT(table)     (sizeof(table) / sizeof((table)[0]))

// clang-format off
static const struct field start_fields[] = {
    {"groups", FIELD_COUNT, START(groups), "0", 0, 100000, "1", "Groups of a site that are there when the scenario begins; topics and members are drawn by lot", NULL, GROUND_CHOICE, NULL, NULL},
    {"members", FIELD_COUNT, START(members), "5", 1, 10000, "1", "Members of each of them", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct field newcomer_fields[] = {
    {"welcome", FIELD_SHARE, NEWCOMER(welcome), "30 %", 0, 1, "1", "Chance at each visit that a welcome desk shows all groups to somebody who has none; 0 % closes the desk", "no data", GROUND_ASSUMED, NULL, NULL},
    {"notice", FIELD_SHARE, NEWCOMER(notice), "10 %", 0, 1, "1", "Chance at each visit to notice a group that she did not know, each by itself", "no data", GROUND_ASSUMED, NULL, NULL},
    {"mention", FIELD_SHARE, NEWCOMER(mention), "10 %", 0, 1, "1", "Chance to learn in a circle of a group that somebody there belongs to", "no data", GROUND_ASSUMED, NULL, NULL},
    {"fit", FIELD_REAL, NEWCOMER(fit), "0.5", 0, 1, "1", "How well a group must fit for somebody to join it; 0 lets everybody join", "no data", GROUND_ASSUMED, NULL, NULL},
    {"conversion", FIELD_SHARE, NEWCOMER(conversion), "50 %", 0, 1, "1", "Chance that a visitor joins a group that fits", "form of a funnel after Klandermans & Oegema 1987; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"skill_weight", FIELD_SHARE, NEWCOMER(skill_weight), "30 %", 0, 1, "1", "Weight in the fit of what the task at hand needs and she can do; the rest is her interest in the topic", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct field founding_fields[] = {
    {"announce", FIELD_SHARE, FOUNDING(announce), "10 %", 0, 1, "1", "Chance that somebody who spoke in a circle calls for a group on her strongest topic, if she knows of none; 0 % founds no groups", "no data", GROUND_ASSUMED, NULL, NULL},
    {"alignment", FIELD_REAL, FOUNDING(alignment), "0.7", 0, 1, "1", "Interest in the topic from which others in the circle may answer such a call", "no data", GROUND_ASSUMED, NULL, NULL},
    {"respond", FIELD_SHARE, FOUNDING(respond), "50 %", 0, 1, "1", "Chance that somebody so interested, who knows of no group on it either, answers the call", "no data", GROUND_ASSUMED, NULL, NULL},
    {"size", FIELD_COUNT, FOUNDING(size), "3", 1, 1000, "1", "Least number of founders", "three aligned people, after the essay on the movement; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"until", FIELD_DURATION, FOUNDING(until), "", 0, 876000, "d", "When founding is frozen; left out, never", NULL, GROUND_CHOICE, NULL, NULL},
    {"most", FIELD_COUNT, FOUNDING(most), "0", 0, 1000000, "1", "Groups that may live at a site at once; 0: any number", NULL, GROUND_CHOICE, NULL, NULL},
};

static const struct field meeting_fields[] = {
    {"hold", FIELD_NAME, MEETING(hold), "", 0, 0, "1", "The method of the groups' own meetings; left out, groups do not meet", NULL, GROUND_CHOICE, NULL, NULL},
    {"every", FIELD_DURATION, MEETING(every), "2 d", 1.0 / 60, 8760, "d", "How often a group meets", "no data", GROUND_ASSUMED, NULL, NULL},
    {"for", FIELD_DURATION, MEETING(lasts), "1 h", 1.0 / 60, 24, "h", "When a meeting ends at the latest", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct field attention_fields[] = {
    {"half_life", FIELD_DURATION, FEEDING(half_life), "10 d", 0, 87600, "d", "Time in which the members' attention decays to a half", "no data", GROUND_ASSUMED, NULL, NULL},
    {"gain", FIELD_SHARE, FEEDING(gain), "50 %", 0, 1, "1", "Share of the missing attention that a meeting with progress brings back", "no data", GROUND_ASSUMED, NULL, NULL},
    {"leave_boost", FIELD_REAL, FEEDING(leave_boost), "2", 0, 100, "1", "By how much no attention at all speeds up leaving: the rate is multiplied by 1 + leave_boost * (1 - attention); 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"attraction", FIELD_REAL, FEEDING(attraction), "1", 0, 10, "1", "How much a visitor minds that the members have lost interest: her chance to join is multiplied by attention^attraction; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
};

static const struct field membership_fields[] = {
    {"leave_rate", FIELD_RATE, STAYING(leave_rate), "0.5 /week", 0, 10, "week-1", "How often a member leaves whom the group does not fit at all: once in 14 days", "no data", GROUND_ASSUMED, NULL, NULL},
    {"fit_counts", FIELD_SWITCH, STAYING(fit_counts), "yes", 0, 0, "1", "Whether fit keeps people: the rate of leaving is multiplied by 1 - fit", "no data", GROUND_ASSUMED, NULL, NULL},
    {"join_rate", FIELD_RATE, STAYING(join_rate), "0 /d", 0, 1000, "d-1", "How often people without a group join a group by chance, whatever its fit and size: for null models", NULL, GROUND_CHOICE, NULL, NULL},
    {"most", FIELD_COUNT, STAYING(most), "20", 0, 10000000, "1", "Members from which on a group takes nobody else, so that others on its topic may found another; 0 for no limit", "no data; plausible 8 to 50", GROUND_ASSUMED, NULL, NULL},
    {"death_below", FIELD_COUNT, STAYING(death_below), "3", 1, 1000, "1", "Members below which a group is about to dissolve", "the essay on the movement; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"death_after", FIELD_DURATION, STAYING(death_after), "3 d", 0, 8760, "d", "How long it stays with too few before it dissolves; 0 d: at once", "no data", GROUND_ASSUMED, NULL, NULL},
};

#define CATEGORY_FIELDS(of_share, of_approval, of_common) { \
    {"share", FIELD_REAL, CATEGORY(share), of_share, 0, 1000000, "1", "Weight of the category among the groups that are born", "no data", GROUND_ASSUMED, NULL, NULL}, \
    {"approval", FIELD_SHARE, CATEGORY(approval), of_approval, 0, 1, "1", "Share of its tasks that wait for the approval of the assembly", "no data", GROUND_ASSUMED, NULL, NULL}, \
    {"common", FIELD_SHARE, CATEGORY(common), of_common, 0, 1, "1", "Share of its tasks that are common work of the whole movement; the rest belongs to the site", "no data", GROUND_ASSUMED, NULL, NULL}, \
}
static const struct field operational_fields[] = CATEGORY_FIELDS("0.5", "10 %", "10 %");
static const struct field sectorial_fields[] = CATEGORY_FIELDS("0.3", "30 %", "50 %");
static const struct field strategy_fields[] = CATEGORY_FIELDS("0.2", "80 %", "90 %");

static const struct section start_section = {"first_groups", "Working groups that are there when the scenario begins.", sizeof(struct group_start_settings), start_fields, COUNT(start_fields)};
static const struct section newcomer_section = {"newcomers", "How people learn of working groups and come to join one.", sizeof(struct newcomer_settings), newcomer_fields, COUNT(newcomer_fields)};
static const struct section founding_section = {"founding", "How working groups are born.", sizeof(struct founding_settings), founding_fields, COUNT(founding_fields)};
static const struct section meeting_section = {"meetings", "Meetings of the working groups themselves.", sizeof(struct calendar_entry), meeting_fields, COUNT(meeting_fields)};
static const struct section attention_section = {"attention", "What keeps the members of a working group at it.", sizeof(struct attention_settings), attention_fields, COUNT(attention_fields)};
static const struct section membership_section = {"membership", "How people leave working groups, and when a group dissolves.", sizeof(struct membership_settings), membership_fields, COUNT(membership_fields)};
static const struct section operational_section = {"operational", "Groups that keep a site going: kitchen, medics, safety.", sizeof(struct category_settings), operational_fields, COUNT(operational_fields)};
static const struct section sectorial_section = {"sectorial", "Groups that work on one matter of the movement: education, economy.", sizeof(struct category_settings), sectorial_fields, COUNT(sectorial_fields)};
static const struct section strategy_section = {"strategy", "Groups that work on where the movement goes: facilitation, vision.", sizeof(struct category_settings), strategy_fields, COUNT(strategy_fields)};

static const struct field group_fields[] = {
    {"form", FIELD_SWITCH, AT(form), "no", 0, 0, "1", "Whether there are working groups at all", NULL, GROUND_CHOICE, NULL, NULL},
    {"start", FIELD_SECTION, AT(start), "", 0, 0, "1", "Groups that are there at first", NULL, GROUND_CHOICE, NULL, &start_section},
    {"newcomers", FIELD_SECTION, AT(newcomers), "", 0, 0, "1", "How people find one", NULL, GROUND_CHOICE, NULL, &newcomer_section},
    {"founding", FIELD_SECTION, AT(founding), "", 0, 0, "1", "How they are born", NULL, GROUND_CHOICE, NULL, &founding_section},
    {"meetings", FIELD_SECTION, AT(meetings), "", 0, 0, "1", "When and how they meet", NULL, GROUND_CHOICE, NULL, &meeting_section},
    {"attention", FIELD_SECTION, AT(attention), "", 0, 0, "1", "What keeps them at it", NULL, GROUND_CHOICE, NULL, &attention_section},
    {"membership", FIELD_SECTION, AT(membership), "", 0, 0, "1", "How people leave, and when a group dissolves", NULL, GROUND_CHOICE, NULL, &membership_section},
    {"operational", FIELD_SECTION, AT(category[GROUP_OPERATIONAL]), "", 0, 0, "1", "Groups that keep a site going", NULL, GROUND_CHOICE, NULL, &operational_section},
    {"sectorial", FIELD_SECTION, AT(category[GROUP_SECTORIAL]), "", 0, 0, "1", "Groups that work on one matter", NULL, GROUND_CHOICE, NULL, &sectorial_section},
    {"strategy", FIELD_SECTION, AT(category[GROUP_STRATEGY]), "", 0, 0, "1", "Groups that work on where the movement goes", NULL, GROUND_CHOICE, NULL, &strategy_section},
    {"work", FIELD_SECTION, AT(work), "", 0, 0, "1", "What they do between meetings", NULL, GROUND_CHOICE, NULL, &work_section},
};
// clang-format on

const struct section group_section = {
    "groups",
    "Working groups: how they are born, who finds one, when they meet, and when they dissolve.",
    sizeof(struct group_settings),
    group_fields,
    COUNT(group_fields),
};

const char *const group_category_names[GROUP_CATEGORIES] = {"operational", "sectorial", "strategy"};
