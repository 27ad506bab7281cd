/* `mpirun -n 2 half_a_message FILE`: a process is killed while it says much. The other finds no whole
 * message, goes on, and writes FILE.
 *
 * Signals by which mpirun ends the other are not heard here, until it kills. */
#include <mpi.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ranks/messages.h"

enum { LONG = 8 << 20, DEALER = 0, WORKER = 1 };

static void wait_for(double seconds)
{
    nanosleep(&(struct timespec){(time_t)seconds, (long)(1e9 * (seconds - (double)(time_t)seconds))}, NULL);
}

static void *die_soon(void *nothing)
{
    (void)nothing;
    wait_for(0.3);
    raise(SIGKILL);
    return NULL;
}

static void say_much(void)
{
    pthread_t killer;
    char *bytes = calloc(LONG, 1);
    if (bytes == NULL || pthread_create(&killer, NULL, die_soon, NULL) != 0)
        MPI_Abort(MPI_COMM_WORLD, 1);
    message_send(DEALER, MESSAGE_READY, "short", 6);
    message_send(DEALER, MESSAGE_DONE, bytes, LONG);
    wait_for(10);
    free(bytes);
}

static int listen(const char *path)
{
    struct mailbox *mailbox = mailbox_new(2);
    struct message message;
    signal(SIGTERM, SIG_IGN);
    signal(SIGCONT, SIG_IGN);
    while (!message_take(mailbox, WORKER, &message))
        wait_for(0.001);
    while (!message_is_there(WORKER, MESSAGE_DONE))
        wait_for(0.001);
    wait_for(0.6);
    bool whole = false;
    for (int look = 0; look < 50 && !whole; look++) {
        whole = message_take(mailbox, WORKER, &message);
        wait_for(0.001);
    }
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return 1;
    fputs(whole ? "a whole message came" : "half a message came", file);
    fclose(file);
    mailbox_free(mailbox);
    return 0;
}

int main(int argc, char **argv)
{
    int rank, granted, status = 0;
    MPI_Init_thread(&argc, &argv, MPI_THREAD_SERIALIZED, &granted);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    if (rank == DEALER)
        status = listen(argv[1]);
    else
        say_much();
    MPI_Abort(MPI_COMM_WORLD, status);
    return status;
}
