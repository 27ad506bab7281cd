/* How mechanisms number their events and draws, so that none has to know of another's.
 *
 * Each mechanism has a number of its own (NAME/numbers.h), and from it a range of event kinds and one of draw
 * purposes. An event kind is an index into the table of handlers and stands in no file: it may change. A draw
 * purpose is part of the key of a draw (random/draw.h): it may not. A session that was convened has luck of
 * its own in place of its site and hour.
 */
#ifndef MODELS_NUMBERING_H
#define MODELS_NUMBERING_H

enum {
    MOST_MECHANISMS = 32,
    EVENTS_PER_MECHANISM = 32,
    EVENT_KINDS = MOST_MECHANISMS * EVENTS_PER_MECHANISM,
    DRAWS_PER_MECHANISM = 256,
    ERRANDS_PER_MECHANISM = 16,
};

#define EVENTS_OF(number) ((number)*EVENTS_PER_MECHANISM)
#define LUCK_OF(number)   ((number)*DRAWS_PER_MECHANISM)
/* What people of this mechanism travel for (travel/travel.h); the numbers below ERRANDS_OF(1) are older. */
#define ERRANDS_OF(number) ((number)*ERRANDS_PER_MECHANISM)

#endif
