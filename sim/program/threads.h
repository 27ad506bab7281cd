/* How many threads to use, and how they wait for each other. */
#ifndef PROGRAM_THREADS_H
#define PROGRAM_THREADS_H

/* What this process may really use: the processors it is bound to, and no more than the share of time that
 * its control group grants (a container with two processors of sixty-four). OMP_NUM_THREADS, where set, is
 * used instead. */
int threads_allowed(void);

/* How many of the wanted threads, the caller's own included, can be had at this moment, each with memory to
 * work in: they are begun and end again, for the OpenMP runtime ends the program when it cannot begin one of
 * its own. Where it is fewer than wanted, `why` is an errno that says which limit of the machine is reached.
 * Never less than 1. */
int threads_granted(int wanted, int *why);

/* Idle OpenMP threads should sleep, not spin: on a busy machine spinning takes the time away from those who
 * work. The OpenMP runtime reads OMP_WAIT_POLICY before main begins. Where it lies in the program
 * (cmake/dependencies.cmake) a default is chosen before that. Else the only way is to set it and to start the
 * program again; this does so, once, unless the user has chosen. Returns when there is nothing to do or the
 * program cannot be started again, which costs speed and nothing else. */
void threads_wait_quietly(char **argv);

#endif
