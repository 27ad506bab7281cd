/* Who sits in the middle, around it, with whom as before or anew: what a table of stages cannot say of it. */
#ifndef GATHERING_CHOREOGRAPHY_H
#define GATHERING_CHOREOGRAPHY_H

#include "gathering/gathering.h"

/* How people sit when a stage begins, as far as it follows from the stages before. */
struct seated {
    bool in_circles; /* they have sat in more circles than one */
    bool behind;     /* some sit behind the circle now */
};

/* Reports what makes no sense in a stage, and takes note of how people sit after it. */
void choreography_check(const struct stage *stage, const struct seated *before, struct node *node,
                        struct trouble *trouble);
void choreography_seats(const struct stage *stage, struct seated *seated);

/* Whether a method of the calendar seats some in the middle so that it can be told who came there. */
bool method_has_a_middle(const struct method *method);

#endif
