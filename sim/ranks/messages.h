/* What the processes of groundswell-mpi say to each other.
 *
 * The dealer (dealer.h) talks to each worker (worker.h), workers never to each other. A message is a tag and
 * bytes in the order of the machine: all processes are of one build, which is the first thing that they make
 * sure of. Nobody waits inside of MPI, whose waiting takes all of a processor: who has nothing to do looks,
 * and sleeps.
 *
 * A message travels in pieces that MPI hands over at once. What is longer MPI would fetch from the sender's
 * own memory, and who fetches from a process that was killed is ended by MPI, without a sentence.
 */
#ifndef RANKS_MESSAGES_H
#define RANKS_MESSAGES_H

#include <stdint.h>

#include "base/text.h"
#include "models/experiment/experiment.h"

enum message_tag {
    MESSAGE_EXPERIMENT =
        1,         /* to a worker: struct experiment_message, heading of a journal (record/heading.h) */
    MESSAGE_READY, /* from it: struct ready_message, and a sentence where it is not */
    MESSAGE_ORDER, /* struct order_message */
    MESSAGE_DONE,  /* struct done_message, and what a journal keeps of the run, where it is whole */
    MESSAGE_STOP,  /* break off what is under way, and say so for each run */
    MESSAGE_CLOSE, /* there are no more runs of this experiment */
    MESSAGE_END,   /* nor any other experiment */
};

struct experiment_message {
    uint64_t threads; /* that the worker is to have; 0: as many as it may use */
};

struct ready_message {
    uint64_t threads; /* 0: it cannot take part, and says why */
};

struct order_message {
    uint64_t index; /* of the run in its round */
    struct run_order order;
    uint32_t threads; /* for its sites */
};

enum { LONGEST_LIMIT_NAME = 64 };

struct done_message {
    uint64_t index;
    uint64_t whole;         /* 1, or 0 where it was broken off */
    struct run_tally tally; /* its texts stand below: an address means nothing elsewhere */
    char limit[LONGEST_LIMIT_NAME], event[LONGEST_LIMIT_NAME]; /* "" for none */
};

struct message {
    int rank; /* who sent it */
    enum message_tag tag;
    const char *bytes; /* until the next one of the same sender is taken */
    size_t length;
};

/* What came in, of each sender. */
struct mailbox;

/* Of the processes 0 to `senders` - 1. */
struct mailbox *mailbox_new(int senders);
void mailbox_free(struct mailbox *mailbox);

enum { FROM_ANY_RANK = -1 };

/* One thread at a time: a message that began is sent to its end. */
void message_send(int rank, enum message_tag tag, const void *bytes, size_t length);
/* Takes the next message that is whole here; false where there is none. Pieces of others are kept. */
bool message_take(struct mailbox *mailbox, int rank, struct message *message);
/* Whether one with this tag has begun to come. */
bool message_is_there(int rank, enum message_tag tag);

/* Sleeps, the longer the more often there was nothing to do; `idle` counts that, and begins at 0. */
void message_pause(unsigned *idle);

#endif
