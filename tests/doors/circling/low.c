/* What the test of circles is tried on: low.c and high.c use each other, and base.c uses nobody. Where the
 * compiler optimizes, the symbol of low_two is of the kind of functions made for several vector widths. */
#include "base/vectorised.h"

int base_one(void);
int high_two(void);
VECTORISED int low_two(void);

VECTORISED int low_two(void)
{
    return 2 * base_one() + high_two();
}
