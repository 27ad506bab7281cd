#include <stddef.h>

#include "groups/groups.h"
#include "people/interests.h"
#include "sparks/sparks.h"

/* --- kinds --- */

// clang-format off
static const struct spark_wish asks_to_think   = {{"think", "nothing but to keep it in mind", "kinds of messages of the essay on the movement"}, false, false};
static const struct spark_wish asks_to_talk    = {{"talk", "a few who are active on it at one site talk with each other", "kinds of messages of the essay on the movement"}, true, false};
static const struct spark_wish asks_to_act     = {{"act", "all who are active on it at one site act together as soon as `mass` are", "a threshold, after Granovetter 1978, doi:10.1086/226707"}, false, true};
static const struct spark_wish asks_to_support = {{"support", "each who becomes active on it supports it", "kinds of messages of the essay on the movement"}, false, false};
// clang-format on

static const struct choice *const spark_wishes[] = {&asks_to_think.choice, &asks_to_talk.choice,
                                                    &asks_to_act.choice, &asks_to_support.choice, NULL};

#define AT(member) offsetof(struct spark_kind, member)

// clang-format off
static const struct field kind_fields[] = {
    {FIELD(NAME, "name", AT(name), MUST_BE_GIVEN), MEANS("What the kind is called")},
    {FIELD(CHOICE, "asks", AT(asks), "think"), MEANS("What a spark of this kind asks people to do"), ONE_OF(spark_wishes)},
    {FIELD(COUNT, "people", AT(people), "3"), ALLOWED(2, MOST_ASKED), UNIT("persons"), MEANS("How many talk with each other, where it asks to talk")},
    {FIELD(DURATION, "takes", AT(takes), "20 min"), ALLOWED(0, 24), UNIT("min"), MEANS("How long a talk lasts at most; where it asks for something else, the time of each person who does it")},
    {FIELD(REAL, "share", AT(share), "1"), ALLOWED(0, 1000000), MEANS("Weight of the kind among all sparks")},
    {FIELD(NAME, "inquiry", AT(inquiry), LEFT_OUT), MEANS("The inquiry that sparks of this kind are about; left out, none")},
};
// clang-format on

const struct section spark_kind_section = {
    "spark_kinds",
    "What sparks ask people to do.",
    FIELDS(struct spark_kind, kind_fields),
};

/* --- routes --- */

// clang-format off
static const struct route_rule by_group   = {{"group", "a working group chooses it, at a meeting where `hold` names one; with `approval` the assembly has to pass it", "vision groups of the essay on the movement"}, .by_group = true};
static const struct route_rule by_anybody = {{"anybody", "somebody calls a few others together; what they have in common is the spark, and it may be posted", "three people and twenty minutes: the essay on the movement"}, .by_anybody = true};
static const struct route_rule by_harvest = {{"harvest", "what was most read of all that was posted is announced, unless a reader objects in time", "silence as consent: the essay on the movement"}, .harvests = true};
static const struct route_rule by_outside = {{"outside", "it comes from outside the movement, on a topic drawn by lot", "the call for 17 September 2011 came from a magazine"}, .from_outside = true};

static const struct choice audience_all      = {"all", "all of them", "audiences of the essay on the movement"};
static const struct choice audience_site     = {"site", "people of the site", "audiences of the essay on the movement"};
static const struct choice audience_contacts = {"contacts", "people outside whom people of the site know", "audiences of the essay on the movement"};
static const struct choice audience_sites    = {"sites", "people of other sites", "audiences of the essay on the movement"};
static const struct choice audience_public   = {"public", "the public", "audiences of the essay on the movement"};
// clang-format on

static const struct choice *const route_rules[] = {&by_group.choice, &by_anybody.choice, &by_harvest.choice,
                                                   &by_outside.choice, NULL};
static const struct choice *const audiences[] = {&audience_all,   &audience_site,   &audience_contacts,
                                                 &audience_sites, &audience_public, NULL};

#undef AT
#define AT(member)      offsetof(struct spark_route, member)
#define SESSION(member) offsetof(struct spark_route, session.member)

// clang-format off
static const struct field route_fields[] = {
    {FIELD(CHOICE, "by", AT(by), MUST_BE_GIVEN), MEANS("Where sparks of this route come from"), ONE_OF(route_rules)},
    {FIELD(CHOICE, "category", AT(category), "strategy"), MEANS("With `by: group`: groups that may choose; the largest one of the site does"), ONE_OF(category_rules)},
    {FIELD(NAME, "site", AT(site), LEFT_OUT), MEANS("The site at which sparks come up so; left out, at every site")},
    {FIELD(DURATION, "first", AT(first), LEFT_OUT), ALLOWED(1.0 / 3600, 876000), UNIT("d"), MEANS("When it is due for the first time; left out, drawn by lot within `every`, between 10:00 and 21:00")},
    {FIELD(DURATION, "every", AT(every), "7 d"), ALLOWED(1.0 / 60, 87600), UNIT("d"), MEANS("How often a group chooses, a spark comes from outside, or what was posted is harvested")},
    {FIELD(SWITCH, "approval", AT(approval), "no"), MEANS("With `by: group`: whether the assembly has to pass it")},
    {FIELD(COUNT, "people", AT(people), "3"), ALLOWED(2, MOST_ASKED), UNIT("persons"), MEANS("With `by: anybody`: how many have to come together at least")},
    {FIELD(RATE, "calls", AT(calls_per_hour), "0.1 /week"), ALLOWED(0, 1), UNIT("week-1"), MEANS("With `by: anybody`: how often a person calls others together")},
    {FIELD(COUNT, "asks", AT(asks), "20"), ALLOWED(1, MOST_ASKED), UNIT("persons"), MEANS("With `by: anybody`: how many people whom she meets at the site she asks; those come whom her interests fit, or who are tied to her")},
    {FIELD(SHARE, "post", AT(post), "80 %"), ALLOWED(0, 1), MEANS("With `by: anybody`: chance that it is posted for others to read")},
    {FIELD(COUNT, "take", AT(take), "1"), ALLOWED(1, 1000), MEANS("With `by: harvest`: how many are announced at once")},
    {FIELD(SWITCH, "record", AT(record), "no"), MEANS("With `by: harvest`: whether what came in on inquiries at the site since the last time hangs at its board as a record, for others to read")},
    {FIELD(NAME, "hold", SESSION(hold), LEFT_OUT), MEANS("The method of the session in which it is chosen, or found; a group that holds none chooses at once")},
    {FIELD(DURATION, "for", SESSION(lasts), "1 h"), ALLOWED(1.0 / 60, 24), UNIT("h"), MEANS("When that session ends at the latest")},
    {FIELD(CHOICES, "audiences", AT(audiences), "all"), MEANS("Who hears of an announcement, or a list of several"), ONE_OF(audiences)},
};
// clang-format on

static const struct section route_section = {"routes", "Where sparks come from.",
                                             FIELDS(struct spark_route, route_fields)};

/* --- passing on --- */

#undef AT
#define AT(member) offsetof(struct spark_flow, member)

// clang-format off
static const struct field flow_fields[] = {
    {FIELD(NAME, "from", AT(from), MUST_BE_GIVEN), MEANS("The site of who passes it on")},
    {FIELD(NAME, "to", AT(to), MUST_BE_GIVEN), MEANS("The site of those who hear of it; may be the same")},
    {FIELD(REAL, "passes", AT(passes), MUST_BE_GIVEN), ALLOWED(0, 10), UNIT("persons"), MEANS("How many of them, on average, somebody tells while she is active")},
};

#undef AT
#define AT(member) offsetof(struct spark_reach, member)

static const struct field reach_fields[] = {
    {FIELD(SHARE, "site", AT(site), "60 %"), ALLOWED(0, 1), MEANS("Share of the people of the site who hear of an announcement"), ASSUMED("no data"), GUESSED("20 %", "90 %"), OBSERVABLE},
    {FIELD(SHARE, "contacts", AT(contacts), "5 %"), ALLOWED(0, 1), MEANS("Share of the people of the site who tell somebody outside the movement of it at once"), ASSUMED("no data"), GUESSED("0 %", "30 %"), OBSERVABLE},
    {FIELD(SHARE, "sites", AT(sites), "20 %"), ALLOWED(0, 1), MEANS("Share of the people of other sites who hear of it"), ASSUMED("no data"), GUESSED("2 %", "60 %"), OBSERVABLE},
    {FIELD(REAL, "public", AT(of_public), "0"), ALLOWED(0, 1000000), UNIT("persons"), MEANS("People of the public who hear of it, on average, as through the press")},
    {FIELD(COUNT, "other_sites", AT(other_sites), "20"), ALLOWED(0, 100), MEANS("Other sites that it is sent to, drawn by lot each time; 0: all"), ASSUMED("no data: nobody follows the weekly messages of a thousand sites"), GUESSED("3", "60"), OBSERVABLE},
};

#undef AT
#define AT(member) offsetof(struct spark_mix, member)

static const struct field mix_fields[] = {
    {FIELD(SHARE, "own", AT(own), "50 %"), ALLOWED(0, 1), MEANS("Share of what people pass on that goes to somebody at their own site"), ASSUMED("no data"), GUESSED("30 %", "80 %")},
    {FIELD(SHARE, "others", AT(others), "30 %"), ALLOWED(0, 1), MEANS("Share that goes to somebody at another site"), ASSUMED("no data"), GUESSED("5 %", "50 %")},
    {FIELD(SHARE, "public", AT(of_public), "20 %"), ALLOWED(0, 1), MEANS("Share that goes to somebody of the public"), ASSUMED("no data"), GUESSED("5 %", "50 %")},
};

#undef AT
#define AT(member) offsetof(struct spark_talks, member)

static const struct field talk_fields[] = {
    {FIELD(NAME, "hold", AT(session.hold), LEFT_OUT), MEANS("The method of the talks that a spark asks for; left out, nobody talks")},
    {FIELD(SWITCH, "contribute", AT(contribute), "no"), MEANS("Whether what is said in a talk about the inquiry of its spark comes in on that inquiry; no: people contribute by themselves alone")},
};
// clang-format on

static const struct section flow_section = {"flows",
                                            "How sparks are passed on between sites of different names.",
                                            FIELDS(struct spark_flow, flow_fields)};
static const struct section reach_section = {"reach", "Who hears of an announcement.",
                                             FIELDS(struct spark_reach, reach_fields)};
static const struct section mix_section = {"mix", "To whom people pass a spark on.",
                                           FIELDS(struct spark_mix, mix_fields)};
static const struct section talk_section = {"talks", "Talks that sparks ask for.",
                                            FIELDS(struct spark_talks, talk_fields)};

/* --- the section --- */

#undef AT
#define AT(member) offsetof(struct spark_settings, member)

// clang-format off
static const struct field spark_fields[] = {
    {FIELD(LIST, "routes", AT(routes), LEFT_OUT), ALLOWED(0, MOST_ROUTES), MEANS("Where sparks come from; left out, there are none"), INSIDE(&route_section)},
    {FIELD(DURATION, "stale", AT(stale), "7 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("How long a spark waits for approval before it is dropped"), ASSUMED("no data"), GUESSED("2 d", "30 d"), OBSERVABLE},
    {FIELD(DURATION, "silence", AT(silence), "3 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("How long readers may object to what is about to be announced"), ASSUMED("no data"), GUESSED("12 h", "14 d"), OBSERVABLE},
    {FIELD(SHARE, "object", AT(object), "0.1 %"), ALLOWED(0, 1), MEANS("Chance that a reader objects"), ASSUMED("no data"), GUESSED("0 %", "2 %"), OBSERVABLE},
    {FIELD(RATE, "reads", AT(reads_per_hour), "0.2 /d"), ALLOWED(0, 10.0 / 24), UNIT("d-1"), MEANS("How often a person reads what was posted"), ASSUMED("no data: as records"), GUESSED("0.02 /d", "2 /d"), OBSERVABLE},
    {FIELD(COUNT, "page", AT(page), "10"), ALLOWED(1, 1000), UNIT("posts"), MEANS("Newest posts that somebody reads at once"), ASSUMED("no data: as in a forum"), GUESSED("5", "50"), OBSERVABLE},
    {FIELD(SECTION, "reach", AT(reach), LEFT_OUT), MEANS("Who hears of an announcement"), INSIDE(&reach_section)},
    {FIELD(COUNT, "attention", AT(attention), "3"), ALLOWED(1, MOST_ATTENTION), MEANS("Sparks that a person has room for; of another one, each as likely, she forgets the oldest or does not notice it"), ASSUMED("form after Weng et al. 2012, doi:10.1038/srep00335; value assumed"), GUESSED("1", "10")},
    {FIELD(DURATION, "lasts", AT(lasts), "2 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("Time in which half of those who are active on a spark lose interest, and half of the others forget it"), ASSUMED("no data"), GUESSED("6 h", "14 d")},
    {FIELD(SHARE, "uptake", AT(uptake), "20 %"), ALLOWED(0, 1), MEANS("Chance that who hears of a spark that fits her becomes active on it"), ASSUMED("no data"), GUESSED("2 %", "45 %"), OBSERVABLE},
    {FIELD(REAL, "fit", AT(fit), "0.5"), ALLOWED(0, 1), MEANS("Cosine of the concept and her interests from which it fits; 0: everything fits"), ASSUMED("no data: as groups, `newcomers.fit`"), GUESSED("0.2", "0.8")},
    {FIELD(REAL, "against", AT(against), "0.1"), ALLOWED(0, 1), MEANS("Factor on that chance where it does not fit"), ASSUMED("no data"), GUESSED("0", "0.5")},
    {FIELD(REAL, "again", AT(again), "2"), ALLOWED(0, 100), MEANS("Factor on that chance for who was active on a spark of the same concept before; the concept is the topic with the most weight, or the common one; 1 switches it off"), ASSUMED("no data"), GUESSED("0.5", "4")},
    {FIELD(REAL, "passes", AT(passes), "1"), ALLOWED(0, 10), UNIT("persons"), MEANS("How many people an active person tells, on average"), FITTED_TO("times `uptake` it is .2: the mean cascade is 1.25, found about 1.3: Goel et al. 2012, 2016"), PLAUSIBLE("0.5", "2", "mean cascades of 1.1 to 1.7 at an uptake of 20 %"), OBSERVABLE},
    {FIELD(REAL, "pass_sd", AT(pass_sd), "2.99"), ALLOWED(0, 5), MEANS("How much people differ in that: standard deviation of its logarithm; 0 makes all alike"), FITTED_TO("posts in a forum: van Mierlo 2014, doi:10.2196/jmir.2966"), PLAUSIBLE("2", "3.5", "as `forum.post_sd`"), OBSERVABLE},
    {FIELD(SECTION, "mix", AT(mix), LEFT_OUT), MEANS("To whom"), INSIDE(&mix_section)},
    {FIELD(REAL, "strangers", AT(strangers), "0.05"), ALLOWED(0, 1), MEANS("Weight of each person at the site when somebody passes a spark on there, to which the strength of the tie with her is added; read where there are ties"), ASSUMED("no data"), GUESSED("0", "0.2")},
    {FIELD(LIST, "flows", AT(flows), LEFT_OUT), ALLOWED(0, MOST_FLOWS), MEANS("In place of `passes` and `mix`: how many people of which site somebody of which site tells"), INSIDE(&flow_section)},
    {FIELD(SECTION, "talks", AT(talks), LEFT_OUT), MEANS("Talks that sparks ask for"), INSIDE(&talk_section)},
    {FIELD(COUNT, "mass", AT(mass), "10"), ALLOWED(1, 1000), UNIT("persons"), MEANS("People who must be active on a spark at one site at the same time before they act"), ASSUMED("form after Granovetter 1978; value assumed"), GUESSED("3", "50")},
    {FIELD(SHARE, "anchor", AT(anchor), "0 %"), ALLOWED(0, 1), MEANS("Share of the sparks that take the common concept of the movement in place of their own")},
    {FIELD(COUNT, "breadth", AT(breadth), "12"), ALLOWED(1, MOST_TOPICS), MEANS("Topics that the common concept is spread over evenly, the first ones")},
    {FIELD(RATE, "contributes", AT(contributes_per_hour), "0.05 /d"), ALLOWED(0, 10), UNIT("d-1"), MEANS("How often an active person contributes to the inquiry of the spark while it lives"), ASSUMED("no data"), GUESSED("0.01 /d", "0.5 /d"), OBSERVABLE},
    {FIELD(DURATION, "urgent", AT(urgent), "7 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("How long before the inquiry is due people begin to hurry"), ASSUMED("no data"), GUESSED("1 d", "14 d")},
    {FIELD(REAL, "urgency", AT(urgency), "0"), ALLOWED(0, 100), MEANS("How much they hurry: `contributes` is multiplied by 1 + urgency; 0: a deadline only ends it")},
    {FIELD(SWITCH, "travel", AT(travel), "no"), MEANS("Whether people who are at another site for a while, as guests, take along the sparks that they have in mind, hear those of that site, and pass them on there; no: meanwhile they hear of none, and are active at home")},
};
// clang-format on

const struct section spark_section = {
    "sparks",
    "Short messages that go round the movement. Without `routes` there are none.",
    FIELDS(struct spark_settings, spark_fields),
};
