/* What was needed, what was given, and how the two found each other. */
#include <math.h>

#include "gathering/gathering.h"
#include "gifts/gifts_parts.h"
#include "mechanism.h"
#include "state/inequality.h"

static const struct gift_tally *tally_of(const struct parts *parts)
{
    return &gifts_of(parts)->tally;
}

static double needs_arisen(const struct parts *parts)
{
    return (double)tally_of(parts)->arisen;
}

static double matches(const struct parts *parts)
{
    return (double)tally_of(parts)->of_people;
}

static double needs_met(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->early_met, (double)tally_of(parts)->early);
}

static double hours_to_match(const struct parts *parts)
{
    return row_ratio(sim_hours(tally_of(parts)->waited_people), (double)tally_of(parts)->of_people);
}

static double needs_open_mean(const struct parts *parts)
{
    return row_ratio(sim_hours(tally_of(parts)->open_time), sim_hours(tally_of(parts)->counted));
}

static double needs_open_now(const struct parts *parts)
{
    return (double)needs_open(tally_of(parts));
}

static double met_with_guests(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->with_guests, (double)tally_of(parts)->met);
}

static double hours_given(const struct parts *parts)
{
    return sim_hours(tally_of(parts)->given);
}

static double given_gini(const struct parts *parts)
{
    double *given = knowledge_scratch(knowledge_of(parts));
    uint32_t count = people_ever(people_of(parts));
    for (uint32_t person = 0; person < count; person++)
        given[person] =
            sim_hours(gifts_of(parts)->persons[person].given -
                      (parts->before == NULL ? 0 : gifts_of(parts->before)->persons[person].given));
    return inequality_gini(given, knowledge_more_scratch(knowledge_of(parts)), count);
}

/* Hours in sessions, and at the board. */
static double hours_spent(const struct parts *parts)
{
    sim_time met = gathering_tally(gathering_of(parts))->people_time;
    return sim_hours(met + gifts_of(parts)->notes.read_time);
}

static double people_hours_per_match(const struct parts *parts)
{
    return row_ratio(hours_spent(parts), matches(parts));
}

static double people_hours_per_hour(const struct parts *parts)
{
    return row_ratio(hours_given(parts), hours_spent(parts));
}

/* People who have an open need in mind, at the end of the run. */
static double need_reach(const struct parts *parts)
{
    const struct gifts *gifts = gifts_of(parts);
    sim_time ends = gifts->terms.ends;
    uint64_t minds = 0;
    for (uint32_t person = 0; person < gifts->terms.people->count; person++)
        for (uint32_t i = 0; i < gifts->minds.room; i++) {
            struct thing thing = mind_at(gifts, person, i, ends);
            minds += thing.number > 0 && !thing.is_gift && need_of(gifts, thing.number)->state == NEED_OPEN
                         ? 1
                         : 0;
        }
    return row_ratio((double)minds, needs_open_now(parts));
}

static double share_by(const struct parts *parts, enum channel channel)
{
    return row_ratio((double)tally_of(parts)->by[channel], (double)tally_of(parts)->met);
}

static double met_in_circles(const struct parts *parts)
{
    return share_by(parts, BY_CIRCLE);
}

static double met_in_assembly(const struct parts *parts)
{
    return share_by(parts, BY_ASSEMBLY);
}

static double met_by_name(const struct parts *parts)
{
    return share_by(parts, BY_NAME);
}

static double met_at_board(const struct parts *parts)
{
    return share_by(parts, BY_BOARD);
}

static double notes_read(const struct parts *parts)
{
    return (double)gifts_of(parts)->notes.read;
}

static double notes_hours(const struct parts *parts)
{
    return sim_hours(gifts_of(parts)->notes.read_time);
}

static double donations(const struct parts *parts)
{
    return (double)gifts_of(parts)->stock.come;
}

static double met_from_stock(const struct parts *parts)
{
    return share_by(parts, BY_STOCK);
}

static double resources_lacked(const struct parts *parts)
{
    return (double)gifts_of(parts)->lacks.lacked;
}

static double resources_found(const struct parts *parts)
{
    return row_ratio((double)gifts_of(parts)->lacks.found, (double)gifts_of(parts)->lacks.lacked);
}

static double resources_bought(const struct parts *parts)
{
    return row_ratio((double)gifts_of(parts)->lacks.bought, (double)gifts_of(parts)->lacks.lacked);
}

static double resources_waited(const struct parts *parts)
{
    return row_ratio(sim_days(gifts_of(parts)->lacks.waited), (double)gifts_of(parts)->lacks.found);
}

static double met_by_card(const struct parts *parts)
{
    return share_by(parts, BY_CARD);
}

static double cards_written(const struct parts *parts)
{
    return gifts_of(parts)->cards.all.count;
}

static double cards_lost(const struct parts *parts)
{
    return row_ratio((double)gifts_of(parts)->cards.lost, gifts_of(parts)->cards.all.count);
}

static double card_hops(const struct parts *parts)
{
    const struct cards *cards = &gifts_of(parts)->cards;
    return row_ratio((double)cards->match_hops, (double)cards->matches);
}

static double met_across(const struct parts *parts)
{
    return row_ratio((double)tally_of(parts)->across, (double)tally_of(parts)->known_pairs);
}

#define COUNTED "counted"

// clang-format off
static const struct measure_row rows[] = {
    {.measure = {NAMED("needs", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Needs", "Needs that arose", COUNTED)},
     .value = needs_arisen},
    {.measure = {NAMED("needs_met", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Share of needs that were met", "Share of the needs that somebody met, of those that arose 14 days or more before the end", COUNTED),
                 MANY("met", "needs of those that arose"), .since = SINCE_NOTHING},
     .value = needs_met},
    {.measure = {NAMED("matches", "1", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Needs met", "Needs that somebody met", COUNTED),
                 MANY("met", "needs")},
     .value = matches},
    {.measure = {NAMED("hours_to_match", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Hours until a need is met", "Time from when a need arises until somebody agrees to help, of those that are met", COUNTED),
                 MANY("took", "hours until a need was met")},
     .value = hours_to_match},
    {.measure = {NAMED("needs_open", "1", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Open needs", "Needs that are open, averaged over time", "counted; Little 1961")},
     .value = needs_open_mean},
    {.measure = {NAMED("hours_given", "h", FROM_ZERO), RUN_SUM, MORE,
                 SAYS("Hours of help", "Hours of help that people gave each other", COUNTED),
                 MANY("gave", "hours of help")},
     .value = hours_given},
    {.measure = {NAMED("given_gini", "1", SHARE), RUN_POINT, LESS,
                 SAYS("Inequality of giving", "Inequality of the hours of help that people gave (Gini coefficient)", "Gini 1912"),
                 MUCH("had", "inequality of giving"), .since = SINCE_COUNTED},
     .value = given_gini, .by_itself = true},
    {.measure = {NAMED("people_hours_per_match", "h", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Person-hours for each need met", "Hours that people spent in sessions for each need that was met", COUNTED),
                 MANY("took", "person-hours for each need met"), .shown = SHOWN_AS_PRICE},
     .value = people_hours_per_match},
    {.measure = {NAMED("help_per_people_hour", "1", FROM_ZERO), RUN_MEAN, MORE,
                 SAYS("Hours of help for each hour in sessions", "Hours of help that people gave for each hour that somebody spent in sessions", COUNTED)},
     .value = people_hours_per_hour},
    {.measure = {NAMED("met_in_circles", "1", SHARE), RUN_MEAN,
                 SAYS("Met in circles", "Of the needs that were met, the share where helper and need came together in a circle", COUNTED)},
     .value = met_in_circles},
    {.measure = {NAMED("met_in_assembly", "1", SHARE), RUN_MEAN,
                 SAYS("Met in the assembly", "Of the needs that were met, the share where helper and need came together where all sat in one circle", COUNTED)},
     .value = met_in_assembly},
    {.measure = {NAMED("met_by_name", "1", SHARE), RUN_MEAN,
                 SAYS("Met by name", "Of the needs that were met, the share where somebody remembered who needed help or who could give it", COUNTED)},
     .value = met_by_name},
    {.measure = {NAMED("need_reach", "1", FROM_ZERO), RUN_POINT, MORE,
                 SAYS("People who know of a need", "Other people who have an open need in mind, on average over open needs, at the end", COUNTED)},
     .value = need_reach},
    {.measure = {NAMED("needs_open_at", "1", FROM_ZERO), AT_POINT,
                 SAYS("Open needs", "Needs that are open", COUNTED)},
     .value = needs_open_now},
};

static const struct measure_row across_rows[] = {
    {.measure = {NAMED("met_across", "1", SHARE), RUN_MEAN,
                 SAYS("Met by strangers", "Of the needs that were met, the share where helper and owner had never sat in one circle", "kept with gathering.partners")},
     .value = met_across},
};

static const struct measure_row guest_rows[] = {
    {.measure = {NAMED("met_with_guests", "1", SHARE), RUN_MEAN,
                 SAYS("Met with guests", "Of the needs that were met at the site, the share that were of a guest from another site, or that one met", COUNTED)},
     .value = met_with_guests},
};

static const struct measure_row card_rows[] = {
    {.measure = {NAMED("cards", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Cards", "Needs that were written on a card", COUNTED)},
     .value = cards_written},
    {.measure = {NAMED("cards_lost", "1", SHARE), RUN_MEAN, LESS,
                 SAYS("Share of cards that were lost", "Share of the cards that were lost", COUNTED),
                 MANY("lost", "of its cards"), .since = SINCE_NOTHING},
     .value = cards_lost},
    {.measure = {NAMED("card_hops", "1", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Hands until a card meets its need", "Times that a card was passed on until somebody who got it met its need, of those where that was so", COUNTED),
                 MANY("took", "hands")},
     .value = card_hops},
    {.measure = {NAMED("met_by_card", "1", SHARE), RUN_MEAN,
                 SAYS("Met by card", "Of the needs that were met, the share where somebody got the card", COUNTED)},
     .value = met_by_card},
};

static const struct measure_row board_rows[] = {
    {.measure = {NAMED("notes_read", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Notes read", "Times that somebody read a need or an offer at the board", COUNTED)},
     .value = notes_read},
    {.measure = {NAMED("notes_hours", "h", FROM_ZERO), RUN_SUM, LESS,
                 SAYS("Hours at the board", "Hours that people spent in reading needs and offers at the board, added up; they are not in people_hours", COUNTED),
                 MANY("took", "hours at the board")},
     .value = notes_hours},
    {.measure = {NAMED("met_at_board", "1", SHARE), RUN_MEAN,
                 SAYS("Met at the board", "Of the needs that were met, the share where somebody read a note at the board, or in the forum", COUNTED)},
     .value = met_at_board},
};

static const struct measure_row donation_rows[] = {
    {.measure = {NAMED("donations", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Donations", "Things that were given to a site from outside", COUNTED)},
     .value = donations},
    {.measure = {NAMED("met_from_stock", "1", SHARE), RUN_MEAN,
                 SAYS("Met by donations", "Of the needs that were met, the share that a donation met", COUNTED)},
     .value = met_from_stock},
};

static const struct measure_row lack_rows[] = {
    {.measure = {NAMED("resources_lacked", "1", FROM_ZERO), RUN_SUM,
                 SAYS("Tasks that lacked something", "Tasks of working groups that lacked something", COUNTED), ABOUT_GROUPS},
     .value = resources_lacked},
    {.measure = {NAMED("resources_found", "1", SHARE), RUN_MEAN, MORE,
                 SAYS("Share of what tasks lacked that was found", "Share of what tasks of working groups lacked that was found before the task ended, or the run", COUNTED),
                 MANY("found", "things that tasks lacked"), ABOUT_GROUPS, .since = SINCE_NOTHING},
     .value = resources_found},
    {.measure = {NAMED("resources_bought", "1", SHARE), RUN_MEAN,
                 SAYS("Share that the assembly bought", "Share of what tasks of working groups lacked that the assembly bought", COUNTED), ABOUT_GROUPS, .since = SINCE_NOTHING},
     .value = resources_bought},
    {.measure = {NAMED("resources_waited", "d", FROM_ZERO), RUN_MEAN, LESS,
                 SAYS("Days until it is found", "Days from when a task lacks something until it is found, of what is found", COUNTED),
                 MANY("took", "days to find what tasks lacked"), ABOUT_GROUPS},
     .value = resources_waited},
};
// clang-format on

static bool partners_are_kept(const struct scenario *scenario)
{
    const struct gathering_settings *gathering = scenario_settings(scenario, &gathering_section);
    return gifts_are_there(scenario) && gathering->partners;
}

bool gifts_travel(const struct scenario *scenario)
{
    const struct gift_settings *gifts = scenario_settings(scenario, &gift_section);
    return gifts_are_there(scenario) && gifts->travel && scenario->wishes.travel;
}

extern const struct chapter gift_guest_chapter, gift_chapter, gift_across_chapter, card_chapter,
    board_chapter, donation_chapter, lack_chapter;
const struct chapter board_chapter = {
    .needs = "a board with needs (`board.use`)", .has = gifts_have_board, ROWS(board_rows)};
const struct chapter donation_chapter = {
    .needs = "donations (`gifts.donations`)", .has = gifts_are_donated, ROWS(donation_rows)};
const struct chapter lack_chapter = {.needs = "working groups whose tasks lack something (`resources.lack`)",
                                     .has = gifts_are_lacked,
                                     ROWS(lack_rows)};
const struct chapter card_chapter = {
    .needs = "cards with needs (`cards.use`)", .has = gifts_have_cards, ROWS(card_rows)};
const struct chapter gift_guest_chapter = {
    .needs = "needs and gifts that travel (`gifts.travel`)", .has = gifts_travel, ROWS(guest_rows)};
const struct chapter gift_chapter = {.needs = "needs and gifts", .has = gifts_are_there, ROWS(rows)};
const struct chapter gift_across_chapter = {
    .needs = "needs, and books of who sat with whom", .has = partners_are_kept, ROWS(across_rows)};
