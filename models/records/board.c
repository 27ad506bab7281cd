/* What hangs at the board, and what of it a person has not read. */
#include "records/records_parts.h"

void board_hang(const struct records *records, struct board *board, const struct facet_set *facets,
                sim_time now)
{
    uint32_t place = board->hung++ % MOST_HANGING;
    board->records[place] = (struct record){*facets, now};
    for (uint32_t person = 0; person < records->terms.people->count; person++)
        board->read[person] &= ~(UINT64_C(1) << place);
}

static bool hangs(const struct records *records, const struct board *board, uint32_t number, sim_time now)
{
    const struct record *record = &board->records[number % MOST_HANGING];
    return number < board->hung && board->hung - number <= MOST_HANGING &&
           now - record->hung < records->terms.settings->keeps;
}

bool board_is_used(const struct records *records, sim_time now)
{
    for (uint32_t i = 0; i < records->count; i++)
        if (hangs(records, &records->kept[i].board, records->kept[i].board.hung - 1, now))
            return true;
    return false;
}

/* They lapse in the order in which they were hung. */
const struct record *board_unread(const struct records *records, const struct board *board, uint32_t person,
                                  sim_time now)
{
    for (uint32_t number = board->hung; number-- > 0 && hangs(records, board, number, now);)
        if ((board->read[person] >> number % MOST_HANGING & 1) == 0)
            return &board->records[number % MOST_HANGING];
    return NULL;
}

const struct record *board_take(const struct records *records, struct board *board, uint32_t person,
                                sim_time now)
{
    const struct record *record = board_unread(records, board, person, now);
    if (record != NULL)
        board->read[person] |= UINT64_C(1) << (record - board->records);
    return record;
}
