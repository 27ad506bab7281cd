/* How warm people are to other sides, and how that changes when they hear them. */
#include <math.h>

#include "base/decay.h"
#include "conversation/hearing.h"
#include "sides/sides_parts.h"

static double left_after(const struct side_settings *settings, sim_time span)
{
    return settings->half_life > 0 ? decay_factor(settings->half_life, span) : 1.0;
}

double sides_warmth(const struct sides *sides, uint32_t person, sim_time now)
{
    const struct side_warmth *warmth = &sides->warmth;
    double first = sides->settings->warmth;
    return first + (warmth->now[person] - first) * left_after(sides->settings, now - warmth->touched[person]);
}

/* Her warmth is brought up to date. Most who hear a turn were last touched together, by the turn before. */
static double warmth_now(struct sides *sides, uint32_t person, sim_time now)
{
    struct side_warmth *warmth = &sides->warmth;
    double first = sides->settings->warmth;
    sim_time span = now - warmth->touched[person];
    if (span != warmth->span) {
        warmth->span = span;
        warmth->left = left_after(sides->settings, span);
    }
    warmth->touched[person] = now;
    return first + (warmth->now[person] - first) * warmth->left;
}

/* What a turn of another side leaves of the warmth of who hears it. */
static double after_turn(const struct side_settings *settings, double warmth, bool jars)
{
    return jars ? warmth - settings->backlash * settings->contact * warmth
                : warmth + settings->contact * (1.0 - warmth);
}

const float *warmth_heed(void *keeper, const struct circle *circle)
{
    struct sides *sides = keeper;
    const struct side_settings *settings = sides->settings;
    const struct seats *seats = &circle->seats;
    const struct turn *turn = &circle->channel.turn;
    const uint8_t *side = sides->places.side, speaks = side[turn->speaker];
    float *heed = sides->warmth.heed;
    bool of_matter = circle->matter != NULL && circle->manner->shares == SHARE_FACETS && !turn->strays;
    float position = seats->mind.opinion[seat_of(sides->conversation, turn->speaker)];
    float distance = (float)sides->people->terms.tension_settings->discord_distance;
    sides->books.heard += seats->count - 1;
    for (uint32_t i = 0; i < seats->count; i++) {
        uint32_t person = seats->person[i];
        heed[i] = 1.0F;
        if (side[person] == speaks)
            continue;
        bool apart = fabsf(position - seats->mind.opinion[i]) >= distance;
        bool jars = turn->bursts || (of_matter && apart);
        double warmth = warmth_now(sides, person, circle->computed.felt);
        heed[i] = (float)(settings->ear + (1.0 - settings->ear) * warmth);
        sides->warmth.now[person] = after_turn(settings, warmth, jars);
        sides->books.across++;
        sides->books.jarred += jars ? 1 : 0;
    }
    return heed;
}
