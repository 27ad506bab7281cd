/* Writes into people, which is for people/ alone, and asks the list of mechanisms. */
#include "mechanisms.h"

void seat_leave(struct people *people, unsigned person)
{
    struct people *same = people;
    people->body.energy[person] = same->body.energy[0];
}
