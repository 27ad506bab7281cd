/* A place where threads wait for each other at the end of a window, and the last to come decides what is
 * next.
 *
 * Waiting begins with a short spin, because the others of a window come within microseconds and to be woken
 * takes longer than that; then it sleeps. A spin that was in vain makes the next one half as long, so on a
 * busy machine hardly anything is spun away.
 */
#ifndef KERNEL_TEAM_H
#define KERNEL_TEAM_H

#include <stdbool.h>
#include <stdint.h>

struct team;

/* `spin` is the number of looks, at most, before a thread goes to sleep; 0 where there are fewer processors
 * than threads. */
struct team *team_new(uint32_t spin);
void team_free(struct team *team); /* NULL is fine */
/* Before the members begin; none may be in team_meet. */
void team_gather(struct team *team, uint32_t size);
/* True for the last to come, who alone goes on, sees all that the others did, and must call team_go; false
 * for the others, once the last has called it, and they see all that it did. */
bool team_meet(struct team *team);
void team_go(struct team *team);

#endif
