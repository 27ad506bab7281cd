/* Meetings of several days: those who came to the last session of a series are called to the next one. */
#include <string.h>

#include "checking.h"
#include "gathering/gathering_parts.h"
#include "gathering/numbers.h"
#include "parts.h"

static size_t words_of(const struct gathering *gathering)
{
    return (gathering->people->count + 63) / 64;
}

static uint64_t *who_came(const struct gathering *gathering, const struct session *session)
{
    uint32_t series = session->origin.entry->series_number;
    return series == 0 || series > gathering->series.count ? NULL : gathering->series.came[series - 1];
}

bool series_call(struct site *site, const struct session *session, uint32_t luck)
{
    enum { LANES = 256 };
    struct people *people = people_of(parts_of(site));
    const uint64_t *came = who_came(gathering_of(parts_of(site)), session);
    if (came == NULL)
        return false;
    float lanes[LANES];
    for (uint32_t from = 0; from < people->count; from += LANES) {
        uint32_t count = people->count - from < LANES ? people->count - from : LANES;
        draw_lanes(site_luck(site), DRAW_SAME, site_index(site) + (from << 8), luck, lanes, count);
        for (uint32_t lane = 0; lane < count; lane++) {
            uint32_t person = from + lane;
            if ((came[person / 64] >> (person % 64) & 1) != 0 &&
                (double)lanes[lane] < session->origin.entry->returns)
                session_call(people, session, person);
        }
    }
    return true;
}

static void make_room(struct gathering *gathering, uint32_t series)
{
    if (series > gathering->series.count) {
        gathering->series.came = arena_grow(gathering->arena, gathering->series.came, gathering->series.count,
                                            series, sizeof *gathering->series.came);
        gathering->series.count = series;
    }
    if (gathering->series.came[series - 1] == NULL)
        gathering->series.came[series - 1] = ARENA_NEW(gathering->arena, uint64_t, words_of(gathering));
}

void series_goes_on(struct gathering *gathering, const struct session *session)
{
    if (session->origin.entry->series_number == 0)
        return;
    make_room(gathering, session->origin.entry->series_number);
    memset(who_came(gathering, session), 0, words_of(gathering) * sizeof(uint64_t));
    for (uint32_t i = 0; i < session->here.count; i++)
        series_note(gathering, session, session->here.people[i]);
}

void series_note(struct gathering *gathering, const struct session *session, uint32_t person)
{
    uint64_t *came = session->origin.of_calendar > 0 ? who_came(gathering, session) : NULL;
    if (came != NULL)
        came[person / 64] |= UINT64_C(1) << (person % 64);
}

/* Lines of one name are one series; a line without a name that calls the same people is one by itself. */
void series_number(const struct field_list *calendar)
{
    struct calendar_entry *lines = calendar->items;
    uint32_t count = 0;
    for (size_t i = 0; i < calendar->count; i++) {
        lines[i].series_number = 0;
        for (size_t j = 0; j < i && lines[i].series != NULL; j++)
            if (lines[j].series != NULL && strcmp(lines[j].series, lines[i].series) == 0)
                lines[i].series_number = lines[j].series_number;
        if (lines[i].series_number == 0 &&
            (lines[i].series != NULL || (lines[i].who != NULL && lines[i].who->same)))
            lines[i].series_number = ++count;
    }
}

void series_check(const struct calendar_entry *entry, struct node *line, struct trouble *trouble)
{
    const struct node *returns = node_at(line, "returns");
    if (returns != NULL && !entry->who->same)
        node_key_trouble(trouble, returns, "`returns` goes with `who: same`: who came before comes again");
    if (entry->who->same && entry->series == NULL && entry->every == 0 && entry->again_after == 0)
        node_trouble(trouble, line,
                     "`who: same` calls those who came before, and this line is held once: name the `series` "
                     "that it belongs to, or say how often it is held (`every`)");
}
