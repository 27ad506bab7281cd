/* usage: outcomes SCENARIO RUNS: what the first runs of a scenario leave, a line each, as a page would keep
 * it. */
#include <stdio.h>
#include <stdlib.h>

#include "page/core.h"

enum { LARGEST_SCENARIO = 1 << 20 };

int main(int argc, char **argv)
{
    static char text[LARGEST_SCENARIO];
    FILE *file = argc == 3 ? fopen(argv[1], "re") : NULL;
    if (file == NULL)
        return 64;
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    page_read(text, "");
    for (int i = 0; i < atoi(argv[2]); i++)
        puts(page_run(i));
    return 0;
}
