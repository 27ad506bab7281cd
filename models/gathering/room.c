/* How much memory a run takes at its start to note who sat with whom. */
#include "checking.h"
#include "gathering/gathering.h"
#include "mechanism.h"
#include "places/places.h"

struct weight gathering_weigh(const struct checking *checking)
{
    const struct gathering_settings *settings = checking_settings(checking, &gathering_section);
    const struct field_list *list = checking_settings(checking, &site_section);
    const struct site_settings *sites = list->items;
    struct weight weight = {0, node_at(node_at(checking->tree, "gathering"), "partners")};
    for (size_t i = 0; i < list->count && settings->partners; i++)
        weight.bytes += (double)sites[i].count * (double)sites[i].people * (double)sites[i].people / 8;
    return weight;
}
