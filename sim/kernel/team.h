/* A place where threads wait for each other at the end of a window, and the last to come decides what is
 * next.
 *
 * Waiting begins with a spin of about the time that it takes to be woken, because the others of a window
 * usually come sooner than that; then it sleeps. Where spins are in vain (the machine is busy, or the sites
 * are very unequal) fewer and fewer waits begin with one, down to one in 64.
 */
#ifndef KERNEL_TEAM_H
#define KERNEL_TEAM_H

#include <stdbool.h>
#include <stdint.h>

struct team;

/* Tells the processor that this is a loop that waits. */
static inline void team_rest(void)
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

/* `spin` is the number of looks, with a rest after each, before a thread goes to sleep; 0 where there are
 * fewer processors than threads. */
struct team *team_new(uint32_t spin);
void team_free(struct team *team); /* NULL is fine */
/* Before the members begin; none may be in team_meet. */
void team_gather(struct team *team, uint32_t size);
/* True for the last thread to arrive: it alone continues, sees all that the others wrote, and must call
 * team_go. The others get false once it has called team_go, and see all that it wrote. */
bool team_meet(struct team *team);
void team_go(struct team *team);

#endif
