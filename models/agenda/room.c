/* How much memory the proposals of the start take: what each person knows and thinks of each of them. */
#include "agenda/agenda.h"
#include "checking.h"
#include "mechanism.h"
#include "places/places.h"

enum { BYTES_PER_PROPOSAL = 2048 };

struct weight agenda_weigh(const struct checking *checking)
{
    const struct proposal_settings *settings = checking_settings(checking, &proposal_section);
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct site_settings *sites = list->items;
    struct weight weight = {0, node_at(node_at(checking->tree, "proposals"), "waiting")};
    int64_t words = (settings->facets + 63) / 64;
    double each = (double)words * sizeof(uint64_t) + 3 * sizeof(float);
    for (size_t i = 0; i < list->count; i++)
        weight.bytes += (double)sites[i].count * (double)settings->waiting *
                        (BYTES_PER_PROPOSAL + (double)sites[i].people * each);
    return weight;
}
