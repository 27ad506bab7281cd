/* How much memory sparks take at the start of a run. */
#include "checking.h"
#include "mechanism.h"
#include "places/places.h"
#include "sparks/sparks_parts.h"

struct weight sparks_weigh(const struct checking *checking)
{
    const struct spark_settings *settings = checking_settings(checking, &spark_section);
    const struct people_settings *people = checking_settings(checking, &people_section);
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    struct weight weight = {0, node_at(checking->tree, "sparks")};
    double each = (double)settings->attention * sizeof(struct mind) + sizeof(uint8_t) + sizeof(uint64_t) +
                  sizeof(uint32_t);
    double guests = settings->travel ? (double)people->guest_room : 0;
    for (size_t kind = 0; kind < places->count && settings->routes.count > 0; kind++)
        weight.bytes += (double)sites[kind].count * ((double)sites[kind].people + guests) * each;
    return weight;
}
