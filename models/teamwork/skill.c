/* What a member knows for a part, herself and by those whom she can ask. */
#include "conversation/telling.h"
#include "knowledge/commons.h"
#include "teamwork/teamwork_parts.h"

static struct facet_set known_of(const struct parts *parts, const struct facet_set *needs, uint32_t person)
{
    struct facet_set known =
        person_knows(conversation_of(parts), knowledge_commons(knowledge_of(parts)), person);
    return facet_and(&known, needs);
}

double part_fit(const struct parts *parts, const struct task_part *part, uint32_t person)
{
    uint32_t needed = facet_count(&part->needs);
    if (needed == 0)
        return 1;
    struct facet_set known = known_of(parts, &part->needs, person);
    return (double)facet_count(&known) / needed;
}

double part_fit_of_all(const struct parts *parts, const struct team *team, const struct task_part *part)
{
    uint32_t needed = facet_count(&part->needs);
    struct facet_set known = {{0}};
    for (uint32_t place = 0; place < team->count && needed > 0; place++)
        if (team->places[place] != NOBODY) {
            struct facet_set hers = known_of(parts, &part->needs, team->places[place]);
            known = facet_or(&known, &hers);
        }
    return needed == 0 ? 1 : (double)facet_count(&known) / needed;
}

double part_know_how(const struct parts *parts, const struct team *team, const struct task_part *part)
{
    double help = teamwork_of(parts)->settings->help;
    double own = part_fit(parts, part, team->places[part->holder]);
    if (own >= 1 || help <= 0)
        return own;
    struct facet_set known = known_of(parts, &part->needs, team->places[part->holder]);
    for (uint32_t place = 0; place < team->count; place++)
        if (team->places[place] != NOBODY && part_had_word(part, place)) {
            struct facet_set asked = known_of(parts, &part->needs, team->places[place]);
            known = facet_or(&known, &asked);
        }
    double together = (double)facet_count(&known) / facet_count(&part->needs);
    return own + help * (together - own);
}
