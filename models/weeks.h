/* What is planned in a design, for pictures of its week: filled in by the mechanisms that know (mechanism.h,
 * `plan` and `held`), read by the record. */
#ifndef MODELS_WEEKS_H
#define MODELS_WEEKS_H

#include <stddef.h>

#include "base/arena.h"
#include "record/record.h"

struct weeks {
    struct arena *arena;
    size_t design;               /* that is asked now */
    sim_time until;              /* no session that begins later is asked for */
    struct calendar_line *lines; /* these three: of all designs asked so far */
    struct calendar_session *sessions;
    struct calendar_meeting *meetings;
    size_t line_count, session_count, meeting_count;
    size_t line_room, session_room, meeting_room;
    size_t most; /* sessions so far and of this design together */
    size_t dropped;
};

/* A line of the calendar; its sessions follow. */
void weeks_add_line(struct weeks *weeks, struct calendar_line line);
/* A session of the line that was added last. False when there is no room: then no more are wanted of it. */
bool weeks_add_session(struct weeks *weeks, sim_time begins);
/* When it is held next cannot be known beforehand. */
void weeks_lose_track(struct weeks *weeks);
/* A sentence on what people meet for beside the calendar. */
void weeks_add_meeting(struct weeks *weeks, const char *text);
/* The design is finished: its sessions are put in the order of time, from number `first` on. */
void weeks_sort(struct weeks *weeks, size_t first);

#endif
