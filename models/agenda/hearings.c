/* What hearings do to a proposal. The mechanism that holds hearings calls these. */
#include "agenda/agenda_parts.h"

void agenda_hearing_begins(struct agenda *agenda, const struct item *item, sim_time now)
{
    struct item_hearings *heard = &agenda_own(agenda, item)->heard;
    heard->now = true;
    heard->visits++;
    if (heard->first < 0)
        heard->first = now;
    agenda->books.hearings++;
}

void agenda_hearing_ends(struct agenda *agenda, const struct item *item, sim_time began, sim_time now)
{
    agenda_own(agenda, item)->heard.touch += now - began;
}

void agenda_keep_rest(struct agenda *agenda, const struct item *item, sim_time rest)
{
    agenda_own(agenda, item)->heard.rest = rest;
}

void agenda_amend(struct agenda *agenda, const struct item *item)
{
    struct item_changes *changes = &agenda_own(agenda, item)->changes;
    changes->amendments++;
    changes->conditions++;
}

void agenda_block(struct agenda *agenda, const struct item *item, uint32_t blocks)
{
    agenda_own(agenda, item)->changes.blocks += blocks;
}

void agenda_place_decision(struct agenda *agenda, const struct item *item, bool in_circle)
{
    agenda_own(agenda, item)->decisions.in_circle = in_circle;
}

void agenda_record(struct agenda *agenda, const struct item *item, const struct item_record *record)
{
    agenda_own(agenda, item)->record = *record;
}

void agenda_release(struct agenda *agenda, const struct item *item)
{
    matter_release(agenda->knowledge, item->matter);
    agenda_own(agenda, item)->matter = NULL;
}
