/* Says which vectors the machine has, as the program asks for them (sim/random/lanes.c,
 * sim/base/vectorised.h). */
#include <stdio.h>

int main(void)
{
#ifdef __x86_64__
    puts(__builtin_cpu_supports("avx512f") ? "avx512" : __builtin_cpu_supports("avx2") ? "avx2" : "sse");
#else
    puts("other");
#endif
    return 0;
}
