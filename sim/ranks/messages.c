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

static size_t words_for(size_t bytes)
{
    return (bytes + sizeof(uint64_t) - 1) / sizeof(uint64_t);
}

void message_send(int rank, enum message_tag tag, const void *bytes, size_t length)
{
    const size_t count = words_for(length);
    require(count <= INT32_MAX);
    uint64_t *words = must_allocate(count, sizeof *words);
    if (length > 0)
        memcpy(words, bytes, length);
    MPI_Send(words, (int)count, MPI_UINT64_T, rank, (int)tag, MPI_COMM_WORLD);
    free(words);
}

bool message_take(int rank, struct message *message)
{
    int there, count;
    MPI_Status status;
    MPI_Iprobe(rank == FROM_ANY_RANK ? MPI_ANY_SOURCE : rank, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
    if (!there)
        return false;
    MPI_Get_count(&status, MPI_UINT64_T, &count);
    require(count >= 0);
    if ((size_t)count > message->room) {
        message->room = (size_t)count;
        message->words = must_grow(message->words, message->room, sizeof *message->words);
    }
    MPI_Recv(message->words, count, MPI_UINT64_T, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD, &status);
    message->rank = status.MPI_SOURCE;
    message->tag = (enum message_tag)status.MPI_TAG;
    message->bytes = (const char *)message->words;
    message->length = (size_t)count * sizeof *message->words;
    return true;
}

bool message_is_there(int rank, enum message_tag tag)
{
    int there;
    MPI_Iprobe(rank, (int)tag, MPI_COMM_WORLD, &there, MPI_STATUS_IGNORE);
    return there != 0;
}

void message_free(struct message *message)
{
    free(message->words);
    *message = (struct message){0};
}

void message_pause(unsigned *idle)
{
    long pause = SHORTEST_PAUSE;
    for (unsigned i = PAUSES_EACH; i <= *idle && pause < LONGEST_PAUSE; i += PAUSES_EACH)
        pause *= 2;
    ++*idle;
    nanosleep(&(struct timespec){0, pause}, NULL);
}
