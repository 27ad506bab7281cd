/* How far apart the sides are on a contested matter when it is over. */
#include <math.h>

#include "agenda/agenda.h"
#include "knowledge/census.h"
#include "sides/sides_parts.h"

/* The opinions of the people who are here, side by side. */
struct divided {
    double people[MOST_SIDES], favour[MOST_SIDES], sum[MOST_SIDES], squares[MOST_SIDES];
    double away; /* distances from the middle, added up */
};

static struct divided divide(const struct sides *sides, const struct matter *matter)
{
    struct divided divided = {.away = 0};
    double weight = conversation_argument_weight(sides->conversation);
    for (uint32_t person = 0; person < sides->people->count; person++) {
        if (!person_is_here(sides->people, person))
            continue;
        uint32_t side = sides->places.side[person];
        double opinion = person_opinion(matter, person, weight);
        divided.people[side]++;
        divided.favour[side] += opinion >= 0.5 ? 1 : 0;
        divided.sum[side] += opinion;
        divided.squares[side] += opinion * opinion;
        divided.away += fabs(opinion - 0.5);
    }
    return divided;
}

static double mean_of(const struct divided *divided, uint32_t side)
{
    return divided->sum[side] / divided->people[side];
}

static void note_matter(struct sides *sides, const struct divided *divided)
{
    struct side_books *books = &sides->books;
    uint32_t highest = sides->places.highest, lowest = sides->places.lowest;
    if (divided->people[highest] == 0 || divided->people[lowest] == 0)
        return;
    double people = 0, scatter = 0;
    for (uint32_t side = 0; side < sides->division.sides; side++) {
        if (divided->people[side] == 0)
            continue;
        people += divided->people[side];
        scatter += divided->squares[side] - mean_of(divided, side) * divided->sum[side];
    }
    books->matters++;
    books->gap += mean_of(divided, highest) - mean_of(divided, lowest);
    books->within += sqrt(fmax(scatter, 0) / people);
    books->extremity += divided->away / people;
}

static bool all_favour(const struct sides *sides, const struct divided *divided)
{
    for (uint32_t side = 0; side < sides->division.sides; side++)
        if (2 * divided->favour[side] < divided->people[side])
            return false;
    return true;
}

void matters_note_question(struct site *site, const struct matter *matter)
{
    struct sides *sides = sides_of(parts_of(site));
    if (!matter->contested)
        return;
    struct divided divided = divide(sides, matter);
    note_matter(sides, &divided);
}

/* Where hearings have a fixed length nobody looks at opinions, and people's books are not brought up to date.
 */
void matters_note_decision(struct site *site, const struct item *item)
{
    struct sides *sides = sides_of(parts_of(site));
    if (!item->matter->contested || isnan(item->record.value))
        return;
    struct divided divided = divide(sides, item->matter);
    note_matter(sides, &divided);
    double both = all_favour(sides, &divided) ? 1 : 0, passed = item->outcome == ITEM_PASSED ? 1 : 0;
    sides->books.decided++;
    sides->books.both += both;
    sides->books.passed += passed;
    sides->books.passed_both += both * passed;
}
