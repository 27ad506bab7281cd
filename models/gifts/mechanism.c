/* Gifts and needs as a mechanism (mechanism.h). */
#include "mechanism.h"

#include "base/same.h"
#include "checking.h"
#include "gifts/gifts_parts.h"
#include "groups/groups.h"
#include "people/arrivals.h"
#include "places/places.h"

/* Weights of all types up to each, by rank. */
static const double *weights_of(const struct gift_settings *settings, struct arena *arena)
{
    double *weights = ARENA_NEW(arena, double, (size_t)settings->types), sum = 0;
    for (int64_t i = 0; i < settings->types; i++)
        weights[i] = sum += same_pow((double)i + 1, -settings->zipf);
    return weights;
}

static void *gifts_create(const struct setup *setup)
{
    const struct gift_settings *settings = setup_settings(setup, &gift_section);
    if (!gifts_are_there(setup->scenario))
        return NULL;
    const struct people *people = people_of(setup->parts);
    struct arena *arena = setup->arena;
    struct gifts *gifts = ARENA_NEW(arena, struct gifts, 1);
    uint32_t minds = (uint32_t)settings->minds;
    *gifts = (struct gifts){
        .terms = {.settings = settings,
                  .parts = setup->parts,
                  .people = people,
                  .luck = setup->luck,
                  .arena = arena,
                  .weight = weights_of(settings, arena),
                  .site = site_index(setup->site),
                  .ends = setup->ends},
        .persons = ARENA_NEW(arena, struct of_person, people->count),
        .minds = {.places = ARENA_NEW(arena, struct in_mind, (size_t)people->count * minds), .room = minds},
        .cards = cards_new(setup_settings(setup, &card_section), setup),
        .notes = notes_new(setup_settings(setup, &board_section)),
        .stock = stock_new(settings, arena),
        .lacks.settings = groups_of(setup->parts) != NULL && gifts_are_lacked(setup->scenario)
                              ? setup_settings(setup, &resource_section)
                              : NULL,
    };
    return gifts;
}

/* What each person has in mind, and what she has and gives. */
struct weight gifts_weigh(const struct checking *checking)
{
    const struct gift_settings *settings = checking_settings(checking, &gift_section);
    const struct arrival_settings *arrivals = checking_settings(checking, &arrival_section);
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct site_settings *sites = list->items;
    struct weight weight = {0, node_at(checking->tree, "gifts")};
    double each = (double)settings->minds * sizeof(struct in_mind) + sizeof(struct of_person);
    for (size_t i = 0; gifts_are_there(checking->scenario) && i < list->count; i++) {
        double people =
            (double)sites[i].people + arrivals_expected(arrivals, NULL, sites[i].arrivals, checking->lasts);
        double things = (double)(settings->start_needs + settings->start_gifts) * sizeof(struct need);
        weight.bytes += (double)sites[i].count * (people * each + things);
    }
    return weight;
}

// clang-format off
static const struct section_row sections[] = {
    {.field = {FIELD(SECTION, "gifts", 0, LEFT_OUT), MEANS("Who needs help, and who can give it"), INSIDE(&gift_section)}, .in_use = gifts_are_there},
    {.field = {FIELD(SECTION, "cards", 0, LEFT_OUT), MEANS("Cards with needs, from hand to hand"), INSIDE(&card_section)}, .in_use = gifts_have_cards},
    {.field = {FIELD(SECTION, "board", 0, LEFT_OUT), MEANS("Needs and gifts at a board"), INSIDE(&board_section)}, .in_use = gifts_have_board},
    {.field = {FIELD(SECTION, "resources", 0, LEFT_OUT), MEANS("What tasks of working groups lack"), INSIDE(&resource_section)}, .in_use = gifts_are_lacked},
};

static const struct event_row events[] = {
    {EVENT_NEED_ARISES, "need arises", on_need_arises},
    {EVENT_GIFT_ARISES, "gift arises", on_gift_arises},
    {EVENT_NEED_LAPSES, "need lapses", on_need_lapses},
    {EVENT_PERSON_ASKED, "person is asked", on_person_asked},
    {EVENT_HELP_IS_GIVEN, "help is given", on_help_is_given},
    {EVENT_CARD_PASSES, "card passes", on_card_passes},
    {EVENT_NOTES_READ, "notes are read", on_notes_read},
    {EVENT_DONATION, "donation", on_donation},
    {EVENT_PURCHASE, "purchase", on_purchase},
    {EVENT_NEED_CARRIED, "need carried", on_need_carried},
    {EVENT_GIFT_CARRIED, "gift carried", on_gift_carried},
};
// clang-format on

extern const struct chapter gift_chapter, gift_across_chapter, card_chapter, board_chapter, donation_chapter,
    lack_chapter, help_chapter, gift_guest_chapter;
static const struct chapter *const chapters[] = {&gift_chapter,  &gift_across_chapter, &card_chapter,
                                                 &board_chapter, &donation_chapter,    &lack_chapter,
                                                 &help_chapter,  &gift_guest_chapter,  NULL};

extern const struct mechanism gifts_mechanism;
const struct mechanism gifts_mechanism = {
    .choice = {"gifts", "needs and gifts, and how the two learn of each other", "models/README.md, gifts"},
    .number = GIFTS_NUMBER,
    SECTIONS(sections),
    .events = events,
    .event_count = sizeof events / sizeof events[0],
    .hears = {.person_leaves = gifts_let_go,
              .traveller_goes = gifts_traveller_goes,
              .turn_heard = gifts_hear_turn,
              .telling_takes = gifts_telling_takes,
              .proposal_decided = gifts_proposal_decided,
              .group_changes = gifts_group_changes,
              .task_is_worked = gifts_task_is_worked,
              .task_is_put_down = gifts_task_is_put_down,
              .pace_of_work = gifts_pace_of_work},
    .chapters = chapters,
    .check = gifts_check,
    .note = gifts_note,
    .weigh = gifts_weigh,
    .create = gifts_create,
    .start = gifts_start,
    .settle = gifts_settle,
    .settle_all = gifts_settle_all,
};
