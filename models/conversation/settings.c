#include <stddef.h>

#include "conversation/rules.h"

#define AT(member) offsetof(struct conversation_settings, member)

// clang-format off
static const struct field conversation_fields[] = {
    {FIELD(DURATION, "facet_minutes", AT(facet_minutes), "1 min"), ALLOWED(1e-6, 24), UNIT("min"), MEANS("Mean length of a turn, the same in every circle size; a turn carries one facet"), FOUND_IN("one-minute rule of the Oakland forums, 2011-12"), PLAUSIBLE("0.3 min", "3 min", "from a quick remark to three times the minute of the Oakland rule"), OBSERVABLE},
    {FIELD(REAL, "turn_cv", AT(turn_cv), "0.7"), ALLOWED(0, 1.5), MEANS("Coefficient of variation of the length of turns (gamma); 0 makes all alike"), ASSUMED("no data"), GUESSED("0.3", "1.2"), OBSERVABLE},
    {FIELD(DURATION, "gap_stack", AT(gap_stack), "10 s"), ALLOWED(0, 1), UNIT("s"), MEANS("Pause between turns where a facilitator keeps a stack"), ASSUMED("no data"), GUESSED("2 s", "30 s"), OBSERVABLE},
    {FIELD(DURATION, "gap_circle", AT(gap_circle), "1 s"), ALLOWED(0, 1), UNIT("s"), MEANS("Pause between turns where speakers select themselves"), ASSUMED("no data"), PLAUSIBLE("0.2 s", "5 s", "gaps in talk last .2 s on average, Stivers et al. 2009, doi:10.1073/pnas.0903616106; the rest is a guess"), OBSERVABLE},
    {FIELD(SWITCH, "amplified", AT(amplified), "no"), MEANS("Whether a sound system makes the people's mic unnecessary"), FOUND_IN("amplification was forbidden in Liberty Plaza, 2011")},
    {FIELD(COUNT, "wave_from", AT(wave_from), "40"), ALLOWED(1, 1000000000), MEANS("Circle size from which the people's mic repeats each sentence once"), ASSUMED("form found, cut assumed"), GUESSED("20", "100"), OBSERVABLE},
    {FIELD(COUNT, "two_waves_from", AT(two_waves_from), "250"), ALLOWED(1, 1000000000), MEANS("Circle size from which it repeats twice"), ASSUMED("form found, cut assumed"), GUESSED("100", "500"), OBSERVABLE},
    {FIELD(COUNT, "three_waves_from", AT(three_waves_from), "800"), ALLOWED(1, 1000000000), MEANS("Circle size from which it repeats three times"), ASSUMED("form found, cut assumed"), GUESSED("400", "2000"), OBSERVABLE},
    {FIELD(REAL, "recency", AT(recency), "1.65"), ALLOWED(0, 100), MEANS("How much likelier than others the speaker before last is to speak again; 1 switches it off"), FITTED_TO("fitted with talk_sd to P(ABA) .467 in groups of six and .626 in groups of four, Stasser & Taylor 1991"), PLAUSIBLE("1", "4", "1 is no effect; Stasser & Taylor 1991 find one")},
    {FIELD(REAL, "urge", AT(urge), "8"), ALLOWED(0, 1000), MEANS("Weight that having something new to say adds to the wish to speak; 0 switches it off"), ASSUMED("no data; decides how fast a large circle finds those who know"), GUESSED("0", "30")},
    {FIELD(RATE, "hands", AT(hands), "1 /h"), ALLOWED(0, 3600), UNIT("h-1"), MEANS("How often a person of weight 1 raises a hand"), ASSUMED("no data"), GUESSED("0.2 /h", "6 /h")},
    {FIELD(SHARE, "repeat", AT(repeat), "30 %"), ALLOWED(0, 1), MEANS("Chance that a turn repeats a facet already voiced here"), ASSUMED("form from Stasser & Titus 1987, value assumed"), PLAUSIBLE("0 %", "70 %", "Stasser & Titus 1987: what is known to all is repeated often; value a guess"), OBSERVABLE},
    {FIELD(SHARE, "retention", AT(retention), "50 %"), ALLOWED(0, 1), MEANS("Chance that a listener of full energy learns a facet she hears; 0 % switches learning off"), ASSUMED("no data"), GUESSED("20 %", "90 %")},
    {FIELD(SHARE, "advocacy", AT(advocacy), "25 %"), ALLOWED(0, 1), MEANS("Chance that a speaker leaves out what speaks against her own position"), ASSUMED("no data"), GUESSED("0 %", "70 %")},
    {FIELD(CHOICE, "content", AT(content), "new-or-repeat"), MEANS("What a speaker says"), ONE_OF(content_rules)},
    {FIELD(COUNT, "split_above", AT(split_above), "5"), ALLOWED(2, 1000000000), MEANS("Size above which a circle without a facilitator falls into two"), KNOWN_FROM("Dunbar, Duncan & Nettle 1995: one speaker and about three listeners"), PLAUSIBLE("4", "8", "Dunbar, Duncan & Nettle 1995: about four in a conversation"), OBSERVABLE},
    {FIELD(COUNT, "lull", AT(lull), "3"), ALLOWED(1, 1000000), MEANS("Turns in a row without anything new after which a matter is talked out"), ASSUMED("no data"), GUESSED("1", "10"), OBSERVABLE},
    {FIELD(REAL, "digest_ratio", AT(digest_ratio), "2"), ALLOWED(0.1, 60), MEANS("Facets per minute in a report divided by facets per minute in discussion"), ASSUMED("no data, and decisive: compare at 1, 2 and 4"), GUESSED("1", "6")},
    {FIELD(DURATION, "report_minutes", AT(report_length), "2 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Time for the report of one circle"), ASSUMED("1 to 5 min in facilitation manuals; value assumed"), PLAUSIBLE("1 min", "5 min", "facilitation manuals"), OBSERVABLE},
    {FIELD(SHARE, "report_loss", AT(report_loss), "20 %"), ALLOWED(0, 1), MEANS("Chance that a facet voiced in a circle is missing from its report"), ASSUMED("no data"), GUESSED("0 %", "60 %")},
};
// clang-format on

const struct section conversation_section = {
    "conversation",
    "How a circle with one speaking channel works: who speaks, what is said, what is heard.",
    FIELDS(struct conversation_settings, conversation_fields),
};

#undef AT
#define AT(member) offsetof(struct opinion_settings, member)

// clang-format off
static const struct field opinion_fields[] = {
    {FIELD(CHOICE, "influence", AT(influence), "argument"), MEANS("How people move when they hear each other"), ONE_OF(influence_rules)},
    {FIELD(REAL, "confidence", AT(confidence), "0.3"), ALLOWED(0, 1), MEANS("Distance of opinions beyond which people do not listen (bounded confidence)"), KNOWN_FROM("Deffuant et al. 2000"), PLAUSIBLE("0.1", "0.6", "Deffuant et al. 2000: from many clusters to one")},
    {FIELD(REAL, "step", AT(step), "0.07"), ALLOWED(0, 1), MEANS("Share of the distance to the speaker that a listener moves per turn; 0 switches influence off"), ASSUMED("one-to-many talk does not conserve the mean, so far below the dyadic 0.5"), GUESSED("0.01", "0.2")},
    {FIELD(REAL, "argument_weight", AT(argument_weight), "0.5"), ALLOWED(0, 1), MEANS("Weight of known facets in the opinion; 0 leaves the social part alone"), KNOWN_FROM("Vinokur & Burnstein 1974; Maes & Flache 2013"), PLAUSIBLE("0", "1", "no persuasion by arguments to nothing else, Maes & Flache 2013")},
    {FIELD(REAL, "stubbornness", AT(stubbornness), "0.25"), ALLOWED(0, 1), MEANS("Weight of the first opinion (Friedkin-Johnsen)"), KNOWN_FROM("Friedkin & Johnsen 1990"), PLAUSIBLE("0", "0.7", "Friedkin & Johnsen 1990 fit values over the whole range")},
    {FIELD(NUMBERS, "weights", AT(weights), LEFT_OUT), ALLOWED(0, 1), MEANS("Who weighs how much with whom: people x people numbers, row by row; none: all alike")},
    {FIELD(NUMBERS, "susceptibility", AT(susceptibility), LEFT_OUT), ALLOWED(0, 1), MEANS("One number a person in place of 1 - stubbornness")},
};
// clang-format on

const struct section opinion_section = {
    "opinions",
    "How opinions, 0 against to 1 for, move when people hear or see where others stand.",
    FIELDS(struct opinion_settings, opinion_fields),
};
