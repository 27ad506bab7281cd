/* A process that carries out runs for the dealer (dealer.h).
 *
 * A worker reads no file: an experiment comes as the heading of a journal, which holds the scenario, what was
 * laid over it and the texts of the methods, as when runs are resumed. What the worker makes of it must have
 * the same heading, so processes of different builds never work together. Its threads take one order after
 * the other.
 */
#ifndef RANKS_WORKER_H
#define RANKS_WORKER_H

/* Until the dealer ends. `share`: threads that it may use at most (processors.h). */
void worker_work(int share);

#endif
