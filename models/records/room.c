/* How much memory records take at the start of a run. */
#include "checking.h"
#include "gathering/gathering.h"
#include "inquiries/inquiries.h"
#include "mechanism.h"
#include "places/places.h"
#include "records/records_parts.h"

/* A thread or board of each inquiry, with what each person has read there; and how often she posts. */
static double bytes_of_site(const struct site_settings *site, double inquiries, bool kept)
{
    double people = (double)site->people;
    double boards =
        inquiries * (sizeof(struct kept) + MOST_HANGING * sizeof(struct record) + people * sizeof(uint64_t));
    double threads = people * (sizeof(struct poster) + inquiries * sizeof(uint32_t));
    return (kept || site->forum ? boards : 0) + (site->forum ? threads : 0);
}

struct weight records_weigh(const struct checking *checking)
{
    const struct field_list *asked = checking_settings(checking, &inquiry_section);
    const struct field_list *places = checking_settings(checking, &site_section);
    const struct site_settings *sites = places->items;
    bool kept = records_are_expected(checking);
    struct weight weight = {0, node_at(checking->tree, "sites")};
    for (size_t kind = 0; kind < places->count; kind++)
        weight.bytes += (double)sites[kind].count * bytes_of_site(&sites[kind], (double)asked->count, kept);
    return weight;
}
