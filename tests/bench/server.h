/* M/M/1 at a load of 0.8, as a model of the kernel. */
#ifndef BENCH_SERVER_H
#define BENCH_SERVER_H

#include <stdint.h>

/* ns for a customer: two events and two draws. */
double server_run(uint64_t customers);

#endif
