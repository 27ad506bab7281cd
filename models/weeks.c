#include "weeks.h"

#include <stdlib.h>

/* Room for one more in a list. */
static void *room_for_one(struct arena *arena, void *all, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return all;
    *room = 2 * *room + 8;
    return arena_grow(arena, all, count, *room, size);
}

void weeks_add_line(struct weeks *weeks, struct calendar_line line)
{
    weeks->lines =
        room_for_one(weeks->arena, weeks->lines, weeks->line_count, &weeks->line_room, sizeof *weeks->lines);
    line.design = weeks->design;
    weeks->lines[weeks->line_count++] = line;
}

bool weeks_add_session(struct weeks *weeks, sim_time begins)
{
    if (weeks->session_count >= weeks->most) {
        weeks->dropped++;
        return false;
    }
    weeks->sessions = room_for_one(weeks->arena, weeks->sessions, weeks->session_count, &weeks->session_room,
                                   sizeof *weeks->sessions);
    weeks->sessions[weeks->session_count++] = (struct calendar_session){weeks->line_count - 1, begins};
    return true;
}

void weeks_lose_track(struct weeks *weeks)
{
    weeks->dropped++;
}

void weeks_add_meeting(struct weeks *weeks, const char *text)
{
    weeks->meetings = room_for_one(weeks->arena, weeks->meetings, weeks->meeting_count, &weeks->meeting_room,
                                   sizeof *weeks->meetings);
    weeks->meetings[weeks->meeting_count++] = (struct calendar_meeting){weeks->design, text};
}

static int by_time(const void *a, const void *b)
{
    const struct calendar_session *one = a, *other = b;
    if (one->begins != other->begins)
        return one->begins < other->begins ? -1 : 1;
    return one->line < other->line ? -1 : one->line > other->line ? 1 : 0;
}

void weeks_sort(struct weeks *weeks, size_t first)
{
    if (weeks->session_count > first)
        qsort(weeks->sessions + first, weeks->session_count - first, sizeof *weeks->sessions, by_time);
}
