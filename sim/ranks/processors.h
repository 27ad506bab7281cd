/* How many threads each process should have, where several share a machine. */
#ifndef RANKS_PROCESSORS_H
#define RANKS_PROCESSORS_H

/* Asked by all processes together, right after the beginning. Processors that several workers of a machine
 * may use are shared among them; the dealer, which sleeps most of the time, takes none. Where each process is
 * bound to processors of its own, as queues and mpirun often do, these are its threads. Never less than 1. */
int processors_share(int rank);

#endif
