/* The process that deals runs to the others, and is the only one that writes.
 *
 * It is the program as it always is (program/begin.h), with another crew: runs are sent to the workers, each
 * of which has a few waiting beside those under way, and what they leave goes along the line of the round
 * (program/run_line.h) into the record. Results go through HDF5 as it is for one process: parallel writing of
 * compressed data would have to be done by all processes together, and the bytes would depend on their
 * number.
 *
 * Deciding which runs there are (rounds) stays with the dealer: workers know the experiment, and carry out
 * what they are given.
 */
#ifndef RANKS_DEALER_H
#define RANKS_DEALER_H

#include "program/crew.h"

struct dealer;

/* `ranks`: of all processes, itself included, which is number 0. */
struct dealer *dealer_begin(int ranks);
/* For program_carry_out. */
struct crew *dealer_crew(struct dealer *dealer);
/* Tells the workers to end. False where some no longer answer. Frees the dealer.
 */
bool dealer_end(struct dealer *dealer);

#endif
