/* Writes into people, which is for people/ alone, and into a matter, which is for knowledge/ alone; and asks
 * the list of mechanisms. */
#include "mechanisms.h"

void seat_leave(struct people *people, unsigned person)
{
    struct people *same = people;
    people->body.energy[person] = same->body.energy[0];
    circle->matter->leaning[person] = 1;
}
