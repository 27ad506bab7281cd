#include <stddef.h>

#include "conversation/rules.h"

#define AT(member) offsetof(struct conversation_settings, member)

// clang-format off
static const struct field conversation_fields[] = {
    {"facet_minutes", FIELD_DURATION, AT(facet_minutes), "1 min", 1e-6, 24, "min", "Mean length of a turn, the same in every circle size; a turn carries one facet", "one-minute rule of the Oakland forums, 2011-12; plausible 0.3 to 3 min", GROUND_FOUND, NULL, NULL},
    {"turn_cv", FIELD_REAL, AT(turn_cv), "0.7", 0, 1.5, "1", "Coefficient of variation of the length of turns (gamma); 0 makes all alike", "no data", GROUND_ASSUMED, NULL, NULL},
    {"gap_stack", FIELD_DURATION, AT(gap_stack), "10 s", 0, 1, "s", "Pause between turns where a facilitator keeps a stack", "no data; plausible 0.2 to 30 s", GROUND_ASSUMED, NULL, NULL},
    {"gap_circle", FIELD_DURATION, AT(gap_circle), "1 s", 0, 1, "s", "Pause between turns where speakers select themselves", "no data; plausible 0.2 to 30 s", GROUND_ASSUMED, NULL, NULL},
    {"amplified", FIELD_SWITCH, AT(amplified), "no", 0, 0, "1", "Whether a sound system makes the people's mic unnecessary", "amplification was forbidden in Liberty Plaza, 2011", GROUND_FOUND, NULL, NULL},
    {"wave_from", FIELD_COUNT, AT(wave_from), "40", 1, 1000000000, "1", "Circle size from which the people's mic repeats each sentence once", "form found, cut assumed", GROUND_ASSUMED, NULL, NULL},
    {"two_waves_from", FIELD_COUNT, AT(two_waves_from), "250", 1, 1000000000, "1", "Circle size from which it repeats twice", "form found, cut assumed", GROUND_ASSUMED, NULL, NULL},
    {"three_waves_from", FIELD_COUNT, AT(three_waves_from), "800", 1, 1000000000, "1", "Circle size from which it repeats three times", "form found, cut assumed", GROUND_ASSUMED, NULL, NULL},
    {"recency", FIELD_REAL, AT(recency), "1.65", 0, 100, "1", "How much likelier than others the speaker before last is to speak again; 1 switches it off", "fitted with talk_sd to P(ABA) .467 in groups of six and .626 in groups of four, Stasser & Taylor 1991; plausible 1 to 4", GROUND_FITTED, NULL, NULL},
    {"urge", FIELD_REAL, AT(urge), "8", 0, 1000, "1", "Weight that having something new to say adds to the wish to speak; 0 switches it off", "no data; decides how fast a large circle finds those who know", GROUND_ASSUMED, NULL, NULL},
    {"hands", FIELD_RATE, AT(hands), "1 /h", 0, 3600, "h-1", "How often a person of weight 1 raises a hand", "no data", GROUND_ASSUMED, NULL, NULL},
    {"repeat", FIELD_SHARE, AT(repeat), "30 %", 0, 1, "1", "Chance that a turn repeats a facet already voiced here", "form from Stasser & Titus 1987, value assumed; plausible 0 to 90 %", GROUND_ASSUMED, NULL, NULL},
    {"retention", FIELD_SHARE, AT(retention), "50 %", 0, 1, "1", "Chance that a listener of full energy learns a facet she hears; 0 % switches learning off", "no data; plausible 0 to 90 %", GROUND_ASSUMED, NULL, NULL},
    {"advocacy", FIELD_SHARE, AT(advocacy), "25 %", 0, 1, "1", "Chance that a speaker leaves out what speaks against her own position", "no data; plausible 0 to 90 %", GROUND_ASSUMED, NULL, NULL},
    {"content", FIELD_CHOICE, AT(content), "new-or-repeat", 0, 0, "1", "What a speaker says", NULL, GROUND_CHOICE, content_rules, NULL},
    {"split_above", FIELD_COUNT, AT(split_above), "5", 2, 1000000000, "1", "Size above which a circle without a facilitator falls into two", "Dunbar, Duncan & Nettle 1995: one speaker and about three listeners", GROUND_KNOWN, NULL, NULL},
    {"lull", FIELD_COUNT, AT(lull), "3", 1, 1000000, "1", "Turns in a row without anything new after which a matter is talked out", "no data", GROUND_ASSUMED, NULL, NULL},
    {"digest_ratio", FIELD_REAL, AT(digest_ratio), "2", 0.1, 60, "1", "Facets per minute in a report divided by facets per minute in discussion", "no data, and decisive: compare at 1, 2 and 4; plausible 1 to 6", GROUND_ASSUMED, NULL, NULL},
    {"report_minutes", FIELD_DURATION, AT(report_length), "2 min", 0, 24, "min", "Time for the report of one circle", "1 to 5 min in facilitation manuals; value assumed", GROUND_ASSUMED, NULL, NULL},
    {"report_loss", FIELD_SHARE, AT(report_loss), "20 %", 0, 1, "1", "Chance that a facet voiced in a circle is missing from its report", "no data", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section conversation_section = {
    "conversation",
    "How a circle with one speaking channel works: who speaks, what is said, what is heard.",
    sizeof(struct conversation_settings),
    conversation_fields,
    sizeof conversation_fields / sizeof conversation_fields[0],
};

#undef AT
#define AT(member) offsetof(struct opinion_settings, member)

// clang-format off
static const struct field opinion_fields[] = {
    {"influence", FIELD_CHOICE, AT(influence), "argument", 0, 0, "1", "How people move when they hear each other", NULL, GROUND_CHOICE, influence_rules, NULL},
    {"confidence", FIELD_REAL, AT(confidence), "0.3", 0, 1, "1", "Distance of opinions beyond which people do not listen (bounded confidence)", "Deffuant et al. 2000", GROUND_KNOWN, NULL, NULL},
    {"step", FIELD_REAL, AT(step), "0.07", 0, 1, "1", "Share of the distance to the speaker that a listener moves per turn; 0 switches influence off", "one-to-many talk does not conserve the mean, so far below the dyadic 0.5", GROUND_ASSUMED, NULL, NULL},
    {"argument_weight", FIELD_REAL, AT(argument_weight), "0.5", 0, 1, "1", "Weight of known facets in the opinion; 0 leaves the social part alone", "Vinokur & Burnstein 1974; Maes & Flache 2013", GROUND_KNOWN, NULL, NULL},
    {"stubbornness", FIELD_REAL, AT(stubbornness), "0.25", 0, 1, "1", "Weight of the first opinion (Friedkin-Johnsen)", "Friedkin & Johnsen 1990", GROUND_KNOWN, NULL, NULL},
    {"weights", FIELD_NUMBERS, AT(weights), "", 0, 1, "1", "Who weighs how much with whom: people x people numbers, row by row; none: all alike", NULL, GROUND_CHOICE, NULL, NULL},
    {"susceptibility", FIELD_NUMBERS, AT(susceptibility), "", 0, 1, "1", "One number a person in place of 1 - stubbornness", NULL, GROUND_CHOICE, NULL, NULL},
};
// clang-format on

const struct section opinion_section = {
    "opinions",
    "How opinions, 0 against to 1 for, move when people hear or see where others stand.",
    sizeof(struct opinion_settings),
    opinion_fields,
    sizeof opinion_fields / sizeof opinion_fields[0],
};
