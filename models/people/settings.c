#include <stddef.h>

#include "people/people.h"

#define AT(member) offsetof(struct people_settings, member)

// clang-format off
static const struct field people_fields[] = {
    {FIELD(REAL, "talk_sd", AT(talk_sd), "1.1"), ALLOWED(0, 3), MEANS("Spread of the propensity to talk: standard deviation of its logarithm; 0 makes all alike"), FITTED_TO("fitted with recency to the Gini coefficient .374 of acts in groups of six, Bales et al. 1951, shyness as it stands (tests/README.md)"), PLAUSIBLE("0.5", "1.5", "Bales et al. 1951 with other shyness")},
    {FIELD(REAL, "shyness", AT(shyness), "0.10"), ALLOWED(0, 1e9), MEANS("Mean shyness; a person is willing to speak with exp(-shyness * listeners^audience_exponent); 0 switches it off"), ASSUMED("no data: mean willingness .83 before 4 listeners, .50 before 99"), GUESSED("0", "0.5")},
    {FIELD(REAL, "audience_exponent", AT(audience_exponent), "0.5"), ALLOWED(0, 1), MEANS("How the number of listeners weighs on a speaker"), KNOWN_FROM("Latane 1981, power law of social impact"), PLAUSIBLE("0.3", "0.7", "Latane 1981")},
    {FIELD(SHARE, "attendance", AT(attendance), "40 %"), ALLOWED(0, 1), MEANS("Share of the people who come to a session, drawn anew for each"), ASSUMED("no data on shares; the record has head counts only"), GUESSED("10 %", "80 %"), OBSERVABLE},
    {FIELD(DURATION, "attendance_half_life", AT(attendance_half_life), LEFT_OUT), ALLOWED(0, 876000), UNIT("d"), MEANS("Time since a person came in which her attendance falls to a half; left out, it does not fall"), FITTED_TO("New York 2011: 17 d fitted to head counts of assemblies"), PLAUSIBLE("7 d", "60 d", "17 d fitted to head counts of New York 2011"), OBSERVABLE},
    {FIELD(SHARE, "attendance_floor", AT(attendance_floor), "0 %"), ALLOWED(0, 1), MEANS("Share of the attendance that does not fall"), ASSUMED("no data"), GUESSED("0 %", "30 %"), OBSERVABLE},
    {FIELD(RATE, "listening_drain", AT(listening_drain), "0.10 /h"), ALLOWED(0, 10), UNIT("h-1"), MEANS("Share of energy that listening takes; 0 switches it off"), ASSUMED("no data"), GUESSED("0.03 /h", "0.3 /h")},
    {FIELD(RATE, "speaking_drain", AT(speaking_drain), "0.30 /h"), ALLOWED(0, 10), UNIT("h-1"), MEANS("Share of energy that speaking takes"), ASSUMED("no data"), GUESSED("0.05 /h", "1 /h")},
    {FIELD(RATE, "recovery", AT(recovery), "0.30 /h"), ALLOWED(0, 100), UNIT("h-1"), MEANS("Share of the missing energy that comes back off meetings"), ASSUMED("no data"), GUESSED("0.1 /h", "1 /h")},
    {FIELD(SHARE, "leave_below", AT(leave_below), "20 %"), ALLOWED(0, 1), MEANS("Energy below which a person goes home; 0 % keeps all to the end"), ASSUMED("no data"), GUESSED("5 %", "50 %")},
    {FIELD(RATE, "burn_out", AT(burn_out), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("Hazard of leaving, burnt out by meetings, at the load below; in proportion to the load; 0 /d switches it off"), ASSUMED("no data"), GUESSED("0 /d", "0.05 /d")},
    {FIELD(REAL, "burn_out_load", AT(burn_out_load), "4"), ALLOWED(0.01, 24), UNIT("h d-1"), MEANS("Load for which that hazard is given: hours of meetings a day"), ASSUMED("no data"), GUESSED("2", "8")},
    {FIELD(DURATION, "burn_out_memory", AT(burn_out_memory), "7 d"), ALLOWED(0.1, 8760), UNIT("d"), MEANS("How long meetings weigh: time constant of the load"), ASSUMED("no data"), GUESSED("2 d", "30 d")},
    {FIELD(RATE, "drift", AT(drift), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("Hazard of leaving for no reason of the movement's; 0 /d switches it off"), ASSUMED("no data"), GUESSED("0 /d", "0.05 /d")},
    {FIELD(RATE, "returns", AT(returns), "0 /d"), ALLOWED(0, 100), UNIT("d-1"), MEANS("Hazard of coming back, of somebody who left; 0 /d switches it off"), ASSUMED("no data"), GUESSED("0 /d", "0.05 /d"), OBSERVABLE},
    {FIELD(COUNT, "guest_room", AT(guest_room), "0"), ALLOWED(0, 100000), MEANS("People of other sites that a site has room for at the same time"), ASSUMED("no data"), GUESSED("0", "200"), OBSERVABLE},
};
// clang-format on

const struct section people_section = {
    "people",
    "What people bring to a meeting: how much they talk, whether they come, how they tire, why they leave.",
    FIELDS(struct people_settings, people_fields),
};

#undef AT
#define AT(member) offsetof(struct tension_settings, member)

// clang-format off
static const struct field tension_fields[] = {
    {FIELD(REAL, "start", AT(start), "0"), ALLOWED(0, 1), MEANS("Tension of those who are there when the scenario begins; who comes later is calm")},
    {FIELD(DURATION, "half_life", AT(half_life), "1 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("Time in which tension decays to a half"), ASSUMED("no data"), GUESSED("6 h", "4 d")},
    {FIELD(REAL, "discord", AT(discord), "0.01"), ALLOWED(0, 1), MEANS("Tension added by hearing somebody who stands far away; 0 switches it off"), ASSUMED("no data"), GUESSED("0", "0.05")},
    {FIELD(REAL, "discord_distance", AT(discord_distance), "0.5"), ALLOWED(0, 1), MEANS("Distance of opinions from which a turn is discordant"), ASSUMED("no data"), GUESSED("0.3", "0.8")},
    {FIELD(RATE, "unmet_bid", AT(unmet_bid), "0.05 /h"), ALLOWED(0, 10), UNIT("h-1"), MEANS("Tension added by wanting to speak in vain; 0 switches it off"), ASSUMED("no data"), GUESSED("0 /h", "0.3 /h")},
    {FIELD(REAL, "contagion", AT(contagion), "0.1"), ALLOWED(0, 1), MEANS("Share of the distance to the speaker's tension that a listener takes over in a turn; 0 switches it off"), ASSUMED("no data"), GUESSED("0", "0.3")},
    {FIELD(SHARE, "chill", AT(chill), "50 %"), ALLOWED(0, 1), MEANS("Share of the willingness to speak that full tension takes away; 0 % switches it off"), ASSUMED("no data"), GUESSED("0 %", "90 %")},
    {FIELD(SHARE, "outburst", AT(outburst), "2 %"), ALLOWED(0, 1), MEANS("Chance per turn that a circle of full tension bursts out, in proportion to its mean tension; 0 % switches it off"), ASSUMED("no data"), GUESSED("0 %", "10 %")},
    {FIELD(DURATION, "outburst_length", AT(outburst_length), "2 min"), ALLOWED(0, 24), UNIT("min"), MEANS("Floor time that an outburst takes"), ASSUMED("no data"), GUESSED("0.5 min", "10 min"), OBSERVABLE},
    {FIELD(SHARE, "own_relief", AT(own_relief), "15 %"), ALLOWED(0, 1), MEANS("Share of tension that one's own turn about feelings takes away"), ASSUMED("no data"), GUESSED("0 %", "40 %")},
    {FIELD(SHARE, "heard_relief", AT(heard_relief), "2 %"), ALLOWED(0, 1), MEANS("Share of tension that listening to such a turn takes away"), ASSUMED("no data"), GUESSED("0 %", "10 %")},
};
// clang-format on

const struct section tension_section = {
    "tension",
    "How tension rises, spreads and decays. It acts on willingness, outbursts and blocks only, never on "
    "content.",
    FIELDS(struct tension_settings, tension_fields),
};
