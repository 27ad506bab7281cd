#include "models/experiment/experiment.h"

static void f(void)
{
    printf("a room that prints");
}

static void settle(struct run *run)
{
    f();
}
