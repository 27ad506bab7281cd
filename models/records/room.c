/* How much memory records take at the start of a run. */
#include "checking.h"
#include "gathering/gathering.h"
#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/places.h"
#include "records/records_parts.h"

/* Told from the settings of the sites alone: whether a method leaves a record is not known yet, and records
 * take little. */
struct weight records_weigh(const struct checking *checking)
{
    const struct field_list *asked = checking_settings(checking, &inquiry_section);
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    struct weight weight = {0, node_at(checking->tree, "sites")};
    double of_site = sizeof(struct kept) + MOST_HANGING * sizeof(struct record);
    double of_person = sizeof(uint64_t) + sizeof(uint32_t);
    for (size_t kind = 0; kind < places->count; kind++)
        if (sites[kind].forum)
            weight.bytes += (double)sites[kind].count *
                            ((double)asked->count * (of_site + of_person * (double)sites[kind].people) +
                             (double)sites[kind].people * sizeof(struct poster));
    return weight;
}
