#include "rows.h"

#include "base/require.h"

_Thread_local struct row_ratios *row_ratios;

/* What a row did not divide the first time was nothing then. */
double rows_divide_since(struct row_ratios *ratios, double of, double to)
{
    require(ratios->taken < MOST_RATIOS);
    uint32_t place = ratios->taken++;
    if (ratios->subtracts) {
        of -= place < ratios->noted ? ratios->of[place] : 0;
        to -= place < ratios->noted ? ratios->to[place] : 0;
    } else {
        ratios->of[place] = of;
        ratios->to[place] = to;
        ratios->noted = ratios->taken;
    }
    return to > 0 ? of / to : (double)NAN;
}
