/* Proposals that wait for endorsers: their proposer has them in mind, and looks around in each circle that
 * she sits in. */
#include "agenda/agenda_parts.h"
#include "base/require.h"
#include "conversation/conversation.h"
#include "parts.h"

/* Those who sit there, know something of the matter and lean toward it; the proposer among them. */
static uint32_t endorsers_in(const struct circle *circle, const struct matter *matter)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < circle->seats.count; i++) {
        struct facet_set known = facets_known(matter, circle->seats.person[i]);
        count += facet_count(&known) > 0 && matter_leaning(matter, circle->seats.person[i]) >= 0.5F ? 1 : 0;
    }
    return count;
}

static bool is_endorsed(struct site *site, const struct agenda *agenda, const struct circle *circle,
                        const struct matter *matter)
{
    return matter->proposer != NOBODY &&
           circle_of(conversation_of(parts_of(site)), matter->proposer) == circle &&
           endorsers_in(circle, matter) >= agenda->settings->endorsers;
}

void agenda_circle_closes(struct site *site, const struct session *session, const struct circle *circle)
{
    (void)session;
    struct agenda *agenda = agenda_of(parts_of(site));
    struct agenda_drafts *drafts = &agenda->drafts;
    uint32_t kept = 0, count = drafts->count;
    for (uint32_t i = 0; i < count; i++) {
        struct draft draft = drafts->all[i];
        if (!is_endorsed(site, agenda, circle, draft.matter)) {
            drafts->all[kept++] = draft;
            continue;
        }
        drafts->endorsed++;
        drafts->waited += site_now(site) - draft.since;
        agenda_submit_draft(site, agenda, draft.matter);
    }
    require(drafts->count == count); /* nothing was drafted meanwhile */
    drafts->count = kept;
}

uint32_t agenda_drafts(const struct agenda *agenda)
{
    return agenda->drafts.count;
}

struct matter *agenda_draft(const struct agenda *agenda, uint32_t index)
{
    return agenda->drafts.all[index].matter;
}
