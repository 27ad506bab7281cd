#include <stddef.h>

#include "people/people.h"

#define AT(member) offsetof(struct people_settings, member)

// clang-format off
static const struct field people_fields[] = {
    {"talk_sd", FIELD_REAL, AT(talk_sd), "1.1", 0, 3, "1", "Spread of the propensity to talk: standard deviation of its logarithm; 0 makes all alike", "fitted with recency to the Gini coefficient .374 of acts in groups of six, Bales et al. 1951, shyness as it stands (tests/README.md); plausible 0 to 1.5", GROUND_FITTED, NULL, NULL},
    {"shyness", FIELD_REAL, AT(shyness), "0.10", 0, 1e9, "1", "Mean shyness; a person is willing to speak with exp(-shyness * listeners^audience_exponent); 0 switches it off", "no data: mean willingness .83 before 4 listeners, .50 before 99; plausible 0 to .5", GROUND_ASSUMED, NULL, NULL},
    {"audience_exponent", FIELD_REAL, AT(audience_exponent), "0.5", 0, 1, "1", "How the number of listeners weighs on a speaker", "Latane 1981, power law of social impact", GROUND_KNOWN, NULL, NULL},
    {"attendance", FIELD_SHARE, AT(attendance), "40 %", 0, 1, "1", "Share of the people who come to a session, drawn anew for each", "no data on shares; the record has head counts only", GROUND_ASSUMED, NULL, NULL},
    {"attendance_half_life", FIELD_DURATION, AT(attendance_half_life), "", 0, 876000, "d", "Time since a person came in which her attendance falls to a half; left out, it does not fall", "New York 2011: 17 d fitted to head counts of assemblies", GROUND_FITTED, NULL, NULL},
    {"attendance_floor", FIELD_SHARE, AT(attendance_floor), "0 %", 0, 1, "1", "Share of the attendance that does not fall", "no data", GROUND_ASSUMED, NULL, NULL},
    {"listening_drain", FIELD_RATE, AT(listening_drain), "0.10 /h", 0, 10, "h-1", "Share of energy that listening takes; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"speaking_drain", FIELD_RATE, AT(speaking_drain), "0.30 /h", 0, 10, "h-1", "Share of energy that speaking takes", "no data", GROUND_ASSUMED, NULL, NULL},
    {"recovery", FIELD_RATE, AT(recovery), "0.30 /h", 0, 100, "h-1", "Share of the missing energy that comes back off meetings", "no data", GROUND_ASSUMED, NULL, NULL},
    {"leave_below", FIELD_SHARE, AT(leave_below), "20 %", 0, 1, "1", "Energy below which a person goes home; 0 % keeps all to the end", "no data", GROUND_ASSUMED, NULL, NULL},
    {"burn_out", FIELD_RATE, AT(burn_out), "0 /d", 0, 100, "d-1", "Hazard of leaving, burnt out by meetings, at the load below; in proportion to the load; 0 /d switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"burn_out_load", FIELD_REAL, AT(burn_out_load), "4", 0.01, 24, "h d-1", "Load for which that hazard is given: hours of meetings a day", "no data", GROUND_ASSUMED, NULL, NULL},
    {"burn_out_memory", FIELD_DURATION, AT(burn_out_memory), "7 d", 0.1, 8760, "d", "How long meetings weigh: time constant of the load", "no data", GROUND_ASSUMED, NULL, NULL},
    {"drift", FIELD_RATE, AT(drift), "0 /d", 0, 100, "d-1", "Hazard of leaving for no reason of the movement's; 0 /d switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"returns", FIELD_RATE, AT(returns), "0 /d", 0, 100, "d-1", "Hazard of coming back, of somebody who left; 0 /d switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"guest_room", FIELD_COUNT, AT(guest_room), "0", 0, 100000, "1", "People of other sites that a site has room for at the same time", "no data", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section people_section = {
    "people",
    "What people bring to a meeting: how much they talk, whether they come, how they tire, why they leave.",
    sizeof(struct people_settings),
    people_fields,
    sizeof people_fields / sizeof people_fields[0],
};

#undef AT
#define AT(member) offsetof(struct tension_settings, member)

// clang-format off
static const struct field tension_fields[] = {
    {"half_life", FIELD_DURATION, AT(half_life), "1 d", 0, 8760, "d", "Time in which tension decays to a half", "no data", GROUND_ASSUMED, NULL, NULL},
    {"discord", FIELD_REAL, AT(discord), "0.01", 0, 1, "1", "Tension added by hearing somebody who stands far away; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"discord_distance", FIELD_REAL, AT(discord_distance), "0.5", 0, 1, "1", "Distance of opinions from which a turn is discordant", "no data", GROUND_ASSUMED, NULL, NULL},
    {"unmet_bid", FIELD_RATE, AT(unmet_bid), "0.05 /h", 0, 10, "h-1", "Tension added by wanting to speak in vain; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"contagion", FIELD_REAL, AT(contagion), "0.1", 0, 1, "1", "Share of the distance to the speaker's tension that a listener takes over in a turn; 0 switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"chill", FIELD_SHARE, AT(chill), "50 %", 0, 1, "1", "Share of the willingness to speak that full tension takes away; 0 % switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"outburst", FIELD_SHARE, AT(outburst), "2 %", 0, 1, "1", "Chance per turn that a circle of full tension bursts out, in proportion to its mean tension; 0 % switches it off", "no data", GROUND_ASSUMED, NULL, NULL},
    {"outburst_length", FIELD_DURATION, AT(outburst_length), "2 min", 0, 24, "min", "Floor time that an outburst takes", "no data", GROUND_ASSUMED, NULL, NULL},
    {"own_relief", FIELD_SHARE, AT(own_relief), "15 %", 0, 1, "1", "Share of tension that one's own turn about feelings takes away", "no data; plausible 0 to 40 %", GROUND_ASSUMED, NULL, NULL},
    {"heard_relief", FIELD_SHARE, AT(heard_relief), "2 %", 0, 1, "1", "Share of tension that listening to such a turn takes away", "no data; plausible 0 to 40 %", GROUND_ASSUMED, NULL, NULL},
};
// clang-format on

const struct section tension_section = {
    "tension",
    "How tension rises, spreads and decays. It acts on willingness, outbursts and blocks only, never on "
    "content.",
    sizeof(struct tension_settings),
    tension_fields,
    sizeof tension_fields / sizeof tension_fields[0],
};
