/* How much memory inquiries take at the start of a run. */
#include "checking.h"
#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/places.h"

/* What each person knows of it and thinks about it, and how much she cares for each aspect. */
static double bytes_of_person(const struct inquiry_settings *settings)
{
    int64_t words = (settings->facets + settings->insights + 63) / 64;
    return (double)words * sizeof(uint64_t) + (double)(3 + settings->aspects) * sizeof(float) + 1;
}

struct weight inquiries_weigh(const struct checking *checking)
{
    const struct field_list *asked = checking_settings(checking, &inquiry_section);
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct inquiry_settings *all = asked->items;
    const struct site_settings *sites = places->items;
    struct weight weight = {0, node_at(checking->tree, "inquiries")};
    for (size_t i = 0; i < asked->count; i++)
        for (size_t kind = 0; kind < places->count; kind++)
            weight.bytes += (double)sites[kind].count * (double)sites[kind].people * bytes_of_person(&all[i]);
    return weight;
}
