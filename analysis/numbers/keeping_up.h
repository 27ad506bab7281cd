/* Whether a design's meetings keep up with the proposals that come in, from the trend of the open ones.
 *
 * A queue that cannot keep up grows without end, so the slope of its length in the second half of a run
 * (open_trend, one number a run) tells, and its range over runs tells how sure that is. A slope below a
 * twentieth of what comes in is called keeping up: with as little, a camp of a month would not notice.
 */
#ifndef ANALYSIS_KEEPING_UP_H
#define ANALYSIS_KEEPING_UP_H

#include "analysis/file/results.h"
#include "analysis/numbers/estimate.h"
#include "base/arena.h"
#include "base/text.h"

enum pace { PACE_UNKNOWN, PACE_KEEPS_UP, PACE_FALLS_BEHIND, PACE_UNCLEAR };

struct keeping_up {
    enum pace pace;
    double came_in, decided, open; /* means over runs */
    struct estimate trend;         /* open proposals, a day */
};

/* From the range of the trend and what comes in a day. Unknown with fewer than two runs, and where nothing
 * comes in. */
enum pace pace_of(const struct estimate *trend, double came_in_per_day);
/* Of a design of the scenario itself; PACE_UNKNOWN where the file does not have the measures. */
struct keeping_up keeping_up_of(const struct results *results, size_t design, double confidence,
                                struct arena *arena);

#endif
