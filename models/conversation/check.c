/* Mistakes in how opinions move that a table of fields cannot find: lists with a number for each person. */
#include "checking.h"
#include "conversation/conversation.h"
#include "people/arrivals.h"
#include "places/places.h"

static void check_weights(const struct checking *checking)
{
    const struct opinion_settings *settings = checking_settings(checking, &opinion_section);
    struct node *opinions = node_at(checking->tree, "opinions");
    const struct node *weights = node_at(opinions, "weights");
    const struct node *susceptibility = node_at(opinions, "susceptibility");
    size_t weight_count = settings->weights.count;
    size_t susceptibility_count = settings->susceptibility.count;
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    for (size_t i = 0; i < places->count; i++) {
        size_t people = (size_t)sites[i].people;
        if (weights != NULL && weight_count > 0 && weight_count != people * people)
            node_key_trouble(checking->trouble, weights,
                             "`weights` has %zu numbers, but %zu people need %zu x %zu = %zu", weight_count,
                             people, people, people, people * people);
        if (susceptibility != NULL && susceptibility_count > 0 && susceptibility_count != people)
            node_key_trouble(checking->trouble, susceptibility,
                             "`susceptibility` has %zu numbers, but there are %zu people",
                             susceptibility_count, people);
    }
}

/* A matrix of weights, or a list of susceptibilities, is of those who are there from the start. */
static void check_lists(const struct checking *checking)
{
    const struct arrival_settings *arrivals = checking_settings(checking, &arrival_section);
    const struct people_settings *people = checking_settings(checking, &people_section);
    struct node *opinions = node_at(checking->tree, "opinions");
    const char *const keys[] = {"weights", "susceptibility"};
    bool others = arrivals->per_hour > 0 || people->guest_room > 0;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0] && others; i++) {
        const struct node *given = node_at(opinions, keys[i]);
        if (given != NULL && !told_about(checking->trouble, given) && node_count(given) > 0)
            node_key_trouble(checking->trouble, given,
                             "`%s` has no numbers for people who come during the run", keys[i]);
    }
}

void conversation_check(const struct checking *checking)
{
    if (is_sound(checking, "opinions") && is_sound(checking, "sites"))
        check_weights(checking);
    check_lists(checking);
}
