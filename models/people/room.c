/* How much memory people take before a run begins. */
#include <math.h>

#include "checking.h"
#include "mechanism.h"
#include "people/arrivals.h"
#include "people/interests.h"
#include "places/places.h"

/* Added up by hand from the structs. */
enum {
    BYTES_PER_PERSON = 512,  /* people, seats, scratch */
    BYTES_PER_SITE = 131072, /* queue of events, tallies */
};

/* Places for people at a site: those of the start, all who arrive (five standard deviations more than are
 * expected), and guests. */
static double places_at(const struct checking *checking, const struct site_settings *site)
{
    const struct people_settings *people = checking_settings(checking, &people_section);
    const struct arrival_settings *settings = checking_settings(checking, &arrival_section);
    double arrivals = arrivals_expected(settings, NULL, site->arrivals, checking->lasts);
    return (double)site->people + ceil(arrivals + 5 * sqrt(arrivals)) + (double)people->guest_room;
}

struct weight people_weigh(const struct checking *checking)
{
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct interest_settings *interests = checking_settings(checking, &interest_section);
    const struct site_settings *sites = list->items;
    double each = BYTES_PER_PERSON + (interests->kept ? (double)interests->topics * sizeof(float) : 0);
    struct weight weight = {0, node_at(checking->tree, "sites")};
    double heaviest = 0;
    for (size_t i = 0; i < list->count; i++) {
        double bytes = (double)sites[i].count * (BYTES_PER_SITE + places_at(checking, &sites[i]) * each);
        weight.bytes += bytes;
        if (bytes > heaviest)
            weight.where = list_element(node_at(checking->tree, "sites"), i);
        heaviest = fmax(heaviest, bytes);
    }
    return weight;
}
