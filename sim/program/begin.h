/* Where the program begins and ends: the first word chooses the command, the last thing done is to say what
 * went wrong and to turn it into an exit status. Shared by the program and by the one for many processes
 * (sim/ranks), which differ in who carries out runs. */
#ifndef PROGRAM_BEGIN_H
#define PROGRAM_BEGIN_H

struct crew;

/* Standard streams, signals and the locale, before anything else. */
void program_prepare(void);
/* Carries out the command line; `crew` carries out the runs, NULL: threads of this process. Returns the exit
 * status. */
int program_carry_out(int argc, char **argv, struct crew *crew);

#endif
