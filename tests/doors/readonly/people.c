/* Must not compile: what people hold is read-only for everybody but people/. */
#include "people/people.h"

void make_tired(struct people *people, uint32_t person);
void make_tired(struct people *people, uint32_t person)
{
    people->body.energy[person] = 0.0F;
}
