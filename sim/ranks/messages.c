#include "ranks/messages.h"

#include <mpi.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/require.h"

enum {
    SHORTEST_PAUSE = 50000, /* nanoseconds */
    LONGEST_PAUSE = 2000000,
    PAUSES_EACH = 20, /* before they become twice as long */
};

/* The bytes of a piece, which is less than MPI fetches from its sender: 4096 in the shared memory of Open
 * MPI, 8192 and more elsewhere. */
enum { LONGEST_PIECE = 2048 };

/* The first piece of a message says how long it is. */
struct head {
    uint64_t length;
};

/* A message of one sender, as far as it came. */
struct incoming {
    char *bytes;
    size_t room, length, came; /* bytes */
    int tag;                   /* 0: none is under way */
};

struct mailbox {
    int senders;
    struct incoming incoming[];
};

struct mailbox *mailbox_new(int senders)
{
    struct mailbox *mailbox = must_allocate(1, sizeof *mailbox + (size_t)senders * sizeof *mailbox->incoming);
    mailbox->senders = senders;
    return mailbox;
}

void mailbox_free(struct mailbox *mailbox)
{
    for (int rank = 0; rank < mailbox->senders; rank++)
        free(mailbox->incoming[rank].bytes);
    free(mailbox);
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

void message_send(int rank, enum message_tag tag, const void *bytes, size_t length)
{
    const struct head head = {length};
    char piece[LONGEST_PIECE];
    size_t used = sizeof head, sent = 0;
    memcpy(piece, &head, sizeof head);
    do {
        const size_t now = lesser(length - sent, sizeof piece - used);
        if (now > 0)
            memcpy(piece + used, (const char *)bytes + sent, now);
        MPI_Send(piece, (int)(used + now), MPI_BYTE, rank, (int)tag, MPI_COMM_WORLD);
        sent += now;
        used = 0;
    } while (sent < length);
}

/* Whether the message is whole with it. */
static bool add_piece(struct incoming *incoming, int tag, const char *piece, size_t length)
{
    if (incoming->tag == 0) {
        struct head head;
        require(length >= sizeof head);
        memcpy(&head, piece, sizeof head);
        piece += sizeof head;
        length -= sizeof head;
        incoming->tag = tag;
        incoming->length = head.length;
        incoming->came = 0;
        if (head.length > incoming->room) {
            incoming->room = head.length;
            incoming->bytes = must_grow(incoming->bytes, incoming->room, 1);
        }
    }
    require(tag == incoming->tag && length <= incoming->length - incoming->came);
    if (length > 0)
        memcpy(incoming->bytes + incoming->came, piece, length);
    incoming->came += length;
    return incoming->came == incoming->length;
}

bool message_take(struct mailbox *mailbox, int rank, struct message *message)
{
    const int source = rank == FROM_ANY_RANK ? MPI_ANY_SOURCE : rank;
    for (;;) {
        char piece[LONGEST_PIECE];
        int there, length;
        MPI_Status status;
        MPI_Iprobe(source, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
        if (!there)
            return false;
        MPI_Recv(piece, sizeof piece, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD, &status);
        MPI_Get_count(&status, MPI_BYTE, &length);
        require(status.MPI_SOURCE < mailbox->senders && length >= 0);
        struct incoming *incoming = &mailbox->incoming[status.MPI_SOURCE];
        if (!add_piece(incoming, status.MPI_TAG, piece, (size_t)length))
            continue;
        *message = (struct message){status.MPI_SOURCE, (enum message_tag)incoming->tag, incoming->bytes,
                                    incoming->length};
        incoming->tag = 0;
        return true;
    }
}

bool message_is_there(int rank, enum message_tag tag)
{
    int there;
    MPI_Iprobe(rank, (int)tag, MPI_COMM_WORLD, &there, MPI_STATUS_IGNORE);
    return there != 0;
}

void message_pause(unsigned *idle)
{
    long pause = SHORTEST_PAUSE;
    for (unsigned i = PAUSES_EACH; i <= *idle && pause < LONGEST_PAUSE; i += PAUSES_EACH)
        pause *= 2;
    ++*idle;
    nanosleep(&(struct timespec){0, pause}, NULL);
}
