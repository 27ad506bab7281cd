/* The program on one machine: runs are carried out by its threads. */
#include <stddef.h>

#include "program/begin.h"

int main(int argc, char **argv)
{
    program_prepare();
    return program_carry_out(argc, argv, NULL);
}
