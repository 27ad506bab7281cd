#include "ranks/processors.h"

#include <math.h>
#include <mpi.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>

/* How many workers of this machine may use each of its processors. */
static void count_workers(int rank, const cpu_set_t *own, int32_t users[CPU_SETSIZE])
{
    MPI_Comm machine;
    for (size_t i = 0; i < CPU_SETSIZE; i++)
        users[i] = rank > 0 && CPU_ISSET(i, own) ? 1 : 0;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
    MPI_Allreduce(MPI_IN_PLACE, users, CPU_SETSIZE, MPI_INT32_T, MPI_SUM, machine);
    MPI_Comm_free(&machine);
}

int processors_share(int rank)
{
    cpu_set_t own;
    int32_t users[CPU_SETSIZE];
    CPU_ZERO(&own);
    sched_getaffinity(0, sizeof own, &own); /* where it fails there are more than fit here: none is shared */
    count_workers(rank, &own, users);
    double share = 0;
    for (size_t i = 0; i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &own) && users[i] > 0)
            share += 1.0 / users[i];
    return share < 1 ? 1 : (int)floor(share + 1e-9);
}
