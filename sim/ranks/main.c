/* The program for many processes, on one machine or many: `mpirun groundswell-mpi run camp.yaml`.
 *
 * The first process is the program as it always is, and deals the runs to the others (dealer.h), which carry
 * them out (worker.h). Where it is alone, its threads carry them out.
 */
#include <mpi.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>

#include "program/begin.h"
#include "program/threads.h"
#include "ranks/dealer.h"
#include "ranks/processors.h"
#include "ranks/worker.h"

/* Threads of MPI itself never answer a signal: who is asked to stop is the program (program/watch.h). */
static int begin_mpi(int *argc, char ***argv)
{
    sigset_t asked, before;
    int granted = MPI_THREAD_SINGLE;
    sigemptyset(&asked);
    sigaddset(&asked, SIGINT);
    sigaddset(&asked, SIGTERM);
    sigaddset(&asked, SIGHUP);
    sigaddset(&asked, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &asked, &before);
    MPI_Init_thread(argc, argv, MPI_THREAD_SERIALIZED, &granted);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return granted;
}

static int deal(int argc, char **argv, int ranks)
{
    struct dealer *dealer = dealer_begin(ranks);
    int status = program_carry_out(argc, argv, ranks > 1 ? dealer_crew(dealer) : NULL);
    if (!dealer_end(dealer))
        MPI_Abort(MPI_COMM_WORLD, status);
    return status;
}

int main(int argc, char **argv)
{
    program_prepare();
    threads_wait_quietly(argv); /* may start the program again, which must come before MPI */
    const int granted = begin_mpi(&argc, &argv);
    int rank, ranks, status = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    const int share = processors_share(rank);
    if (rank == 0)
        status = deal(argc, argv, ranks);
    else
        worker_work(granted < MPI_THREAD_SERIALIZED ? 1 : share);
    MPI_Finalize();
    return status;
}
