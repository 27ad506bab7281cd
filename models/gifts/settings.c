#include <stddef.h>

#include "gifts/gifts.h"

#define AT(member) offsetof(struct gift_settings, member)

#define CIRCLES "two minutes each in a gift circle: Lo 2009"

// clang-format off
static const struct field gift_fields[] = {
    {FIELD(RATE, "needs", AT(needs_per_hour), "0 /week"), ALLOWED(0, 100.0 / 168), UNIT("week-1"), MEANS("How often a person comes to need help; 0 /week for never"), ASSUMED("no data; tried at 1 /week"), GUESSED("0 /week", "5 /week"), OBSERVABLE},
    {FIELD(RATE, "gifts", AT(gifts_per_hour), "0 /week"), ALLOWED(0, 100.0 / 168), UNIT("week-1"), MEANS("How often a person comes to have something to give; 0 /week for never"), ASSUMED("no data; tried at 2 /week"), GUESSED("0 /week", "10 /week"), OBSERVABLE},
    {FIELD(COUNT, "start_needs", AT(start_needs), "0"), ALLOWED(0, 1000000), MEANS("Needs at each site when the scenario begins, dealt out among its people")},
    {FIELD(COUNT, "start_gifts", AT(start_gifts), "0"), ALLOWED(0, 1000000), MEANS("Gifts at each site when the scenario begins, dealt out from the other end of the same order")},
    {FIELD(COUNT, "types", AT(types), "20"), ALLOWED(1, 1000), MEANS("Kinds of help; a gift fits the needs of its kind"), ASSUMED("no data"), GUESSED("5", "100"), OBSERVABLE},
    {FIELD(REAL, "zipf", AT(zipf), "1"), ALLOWED(0, 3), MEANS("How unequal they are: the kind of rank r is drawn with weight r^-zipf; 0: all alike"), ASSUMED("no data: as words and cities are, Zipf 1949"), GUESSED("0", "2"), OBSERVABLE},
    {FIELD(DURATION, "help", AT(help), "2 h"), ALLOWED(0.0001, 1000), UNIT("h"), MEANS("How long help takes, on average; its length is exponential"), ASSUMED("no data"), GUESSED("0.5 h", "10 h"), OBSERVABLE},
    {FIELD(COUNT, "uses", AT(uses), "1"), ALLOWED(1, 1000000), MEANS("Needs that a gift can meet, one after the other"), ASSUMED("no data: it is given once"), GUESSED("1", "5"), OBSERVABLE},
    {FIELD(DURATION, "need_half_life", AT(need_half_life), "7 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("Time in which half of the open needs lapse; 0 d: they do not lapse"), ASSUMED("no data"), GUESSED("1 d", "30 d"), OBSERVABLE},
    {FIELD(DURATION, "gift_half_life", AT(gift_half_life), "14 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("Time in which half of the gifts that are not used lapse; 0 d: they do not lapse"), ASSUMED("no data"), GUESSED("2 d", "60 d"), OBSERVABLE},
    {FIELD(DURATION, "arrange", AT(arrange), "1 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("Time from an agreement until the help is given"), ASSUMED("no data"), GUESSED("0 d", "7 d"), OBSERVABLE},
    {FIELD(SHARE, "generosity", AT(generosity), "70 %"), ALLOWED(0, 1), MEANS("Chance that somebody with a fitting gift helps when she learns of a need; drawn once for a need and a person"), ASSUMED("no data"), GUESSED("30 %", "100 %"), OBSERVABLE},
    {FIELD(SHARE, "retell", AT(retell), "30 %"), ALLOWED(0, 1), MEANS("Chance that somebody who has none of her own to tell tells in a circle of a need or offer of somebody else that she has in mind; 0 % switches it off"), ASSUMED("no data"), GUESSED("5 %", "80 %"), OBSERVABLE},
    {FIELD(COUNT, "minds", AT(minds), "8"), ALLOWED(0, MOST_IN_MIND), MEANS("Needs and offers of others that a person has in mind at most; 0 switches it off, and with it naming and retelling"), ASSUMED("no data"), GUESSED("3", "20")},
    {FIELD(DURATION, "forget", AT(forget), "3 d"), ALLOWED(0, 87600), UNIT("d"), MEANS("Time in which half of what people have in mind is forgotten; 0 d: nothing is"), ASSUMED("no data"), GUESSED("1 d", "14 d")},
    {FIELD(DURATION, "need_minutes", AT(need_minutes), "2 min"), ALLOWED(0.0001, 0.5), UNIT("min"), MEANS("How long a turn is that tells of a need or an offer, on average"), FOUND_IN(CIRCLES), PLAUSIBLE("1 min", "4 min", "two minutes each, and ten for a circle of five: Lo 2009"), OBSERVABLE},
    {FIELD(RATE, "donations", AT(donations_per_hour), "0 /d"), ALLOWED(0, 1000.0 / 24), UNIT("d-1"), MEANS("How often something is given to a site from outside: it meets the oldest open need of its kind, or waits for the next one; 0 /d for never")},
    {FIELD(SWITCH, "travel", AT(travel), "no"), MEANS("Whether people who are at another site for a while, as guests, take their needs and gifts along and take part there; no: needs and gifts stay at the site, and guests help nobody")},
};
#undef AT
#define AT(member) offsetof(struct card_settings, member)

static const struct card_way along_people = {{"people", "anybody who is here, drawn by lot", "null model"}, false, false, false, false};
static const struct card_way along_ties = {{"ties", "anybody who is here, with weight `reach` and the strength of her tie to the holder", "assumed"}, true, false, false, false};
static const struct card_way along_mesh = {{"mesh", "who sits with the holder in one of two circles: her own, or that of those with the same place in theirs", "the semi-lattice of Alexander 1965"}, false, true, true, false};
static const struct card_way along_tree = {{"tree", "who sits with the holder in her circle; hosts of circles also sit with each other", "the tree of Alexander 1965"}, false, true, false, true};

const struct choice *const card_ways[] = {&along_people.choice, &along_ties.choice, &along_mesh.choice, &along_tree.choice, NULL};

static const struct field card_fields[] = {
    {FIELD(SHARE, "use", AT(use), "0 %"), ALLOWED(0, 1), MEANS("Share of needs that are also written on a card; 0 %: there are no cards")},
    {FIELD(DURATION, "hop", AT(hop), "20 min"), ALLOWED(0.002, 168), UNIT("min"), MEANS("How long a card stays with its holder, on average; exponential"), ASSUMED("no data"), GUESSED("5 min", "1 d"), OBSERVABLE},
    {FIELD(SHARE, "loss", AT(loss), "2 %"), ALLOWED(0, 1), MEANS("Chance that a card is lost each time it is passed on; 0 % switches it off"), ASSUMED("no data"), GUESSED("0 %", "20 %"), OBSERVABLE},
    {FIELD(COUNT, "hand", AT(hand), "5"), ALLOWED(1, 1000), UNIT("cards"), MEANS("Cards that a person has in hand at most; a card for a full hand stays where it is"), ASSUMED("no data"), GUESSED("1", "10"), OBSERVABLE},
    {FIELD(CHOICE, "along", AT(along), "people"), MEANS("To whom a card is passed"), ONE_OF(card_ways)},
    {FIELD(REAL, "reach", AT(reach), "0.05"), ALLOWED(0.000001, 1), MEANS("Weight of somebody without a tie to the holder, with `along: ties`, where a tie weighs its strength more"), ASSUMED("no data"), GUESSED("0.001", "0.5")},
    {FIELD(COUNT, "circles", AT(circles), "5"), ALLOWED(1, 1000), MEANS("Circles of a standing arrangement, with `along: mesh` or `tree`; where more people are, there are several arrangements")},
    {FIELD(COUNT, "circle_size", AT(circle_size), "5"), ALLOWED(1, 1000), MEANS("People in each of them")},
};
#undef AT
#define AT(member) offsetof(struct board_settings, member)

static const struct field board_fields[] = {
    {FIELD(SHARE, "use", AT(use), "0 %"), ALLOWED(0, 1), MEANS("Share of needs and gifts that are also put up at the board of the site, or in its forum; 0 %: there is no board")},
    {FIELD(RATE, "reads", AT(reads_per_hour), "0.2 /d"), ALLOWED(0, 10.0 / 24), UNIT("d-1"), MEANS("How often a person comes by and reads what is new to her; 0 /d for never"), ASSUMED("no data: once in five days"), GUESSED("0.02 /d", "2 /d"), OBSERVABLE},
    {FIELD(COUNT, "page", AT(page), "20"), ALLOWED(1, 1000), UNIT("notes"), MEANS("Notes that she reads at once, the newest first; older ones she passes"), ASSUMED("no data"), GUESSED("5", "100"), OBSERVABLE},
    {FIELD(DURATION, "read_minutes", AT(note_length), "0.2 min"), ALLOWED(0, 1.0 / 6), UNIT("min"), MEANS("How long it takes to read a note"), ASSUMED("no data"), GUESSED("0.05 min", "1 min"), OBSERVABLE},
    {FIELD(SHARE, "read_retention", AT(retention), "30 %"), ALLOWED(0, 1), MEANS("Chance that she learns of what she reads"), ASSUMED("no data: as at the board of records"), GUESSED("10 %", "90 %")},
};

#undef AT
#define AT(member) offsetof(struct resource_settings, member)

static const struct resource_way ask_circle = {{"circle", "members say it wherever people say what they need", "gift circles, Lo 2009"}, true, false};
static const struct resource_way ask_assembly = {{"assembly", "the group submits a proposal, and what passes is bought", "general assemblies of 2011-12"}, false, true};
static const struct resource_way ask_both = {{"both", "members tell it, and the group submits a proposal", "assumed"}, true, true};
static const struct resource_way ask_nobody = {{"nobody", "the group goes without it", "null model"}, false, false};

const struct choice *const resource_ways[] = {&ask_circle.choice, &ask_assembly.choice, &ask_both.choice, &ask_nobody.choice, NULL};

static const struct field resource_fields[] = {
    {FIELD(SHARE, "lack", AT(lack), "0 %"), ALLOWED(0, 1), MEANS("Share of tasks of working groups that lack something of a kind drawn as those of needs are; 0 %: none does"), ASSUMED("no data; tried at 30 %"), GUESSED("0 %", "60 %"), OBSERVABLE},
    {FIELD(REAL, "short_pace", AT(short_pace), "0.5"), ALLOWED(0, 1), MEANS("By what the pace of work is multiplied until it is found; 1: it makes no difference"), ASSUMED("no data"), GUESSED("0", "0.9"), OBSERVABLE},
    {FIELD(CHOICE, "ask", AT(ask), "circle"), MEANS("Whom a group asks for it"), ONE_OF(resource_ways)},
    {FIELD(DURATION, "purchase", AT(purchase), "2 d"), ALLOWED(0, 8760), UNIT("d"), MEANS("Time from the decision of the assembly until it is there"), ASSUMED("no data"), GUESSED("0.5 d", "10 d"), OBSERVABLE},
};
// clang-format on

const struct section board_section = {
    "board",
    "Needs and gifts at the board of a site, or in its forum.",
    FIELDS(struct board_settings, board_fields),
};

const struct section resource_section = {
    "resources",
    "What tasks of working groups lack, and whom groups ask for it.",
    FIELDS(struct resource_settings, resource_fields),
};

const struct section card_section = {
    "cards",
    "Needs on cards that go from hand to hand.",
    FIELDS(struct card_settings, card_fields),
};

const struct section gift_section = {
    "gifts",
    "People who need help, and people who can give it. Without `needs` or `start_needs` there is nothing of "
    "it.",
    FIELDS(struct gift_settings, gift_fields),
};
