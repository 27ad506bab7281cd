/* Sine and cosine: what is left of the angle when quarters of the circle are taken off, and their series. */
#include "base/require.h"
#include "base/same.h"
#include "base/same_parts.h"

#define QUARTERS_A_UNIT 0x1.45f306dc9c883p-1 /* 2 / pi */
/* Half of pi as the sum of three; the first two have so few bits that their products below are exact. */
#define QUARTER_HIGH   0x1.921fb544p0
#define QUARTER_MIDDLE 0x1.0b4611a6p-34
#define QUARTER_LOW    0x1.3198a2e037073p-69

static double sine_of_rest(double r)
{
    double square = r * r, sum = 0;
    for (int i = 17; i > 1; i -= 2)
        sum = (sum + 1) * -square / (double)(i * (i - 1));
    return r + r * sum;
}

static double cosine_of_rest(double r)
{
    double square = r * r, sum = 0;
    for (int i = 18; i > 0; i -= 2)
        sum = (sum + 1) * -square / (double)(i * (i - 1));
    return 1 + sum;
}

/* The sine of the angle and `ahead` quarters of a circle. */
static double sine_ahead(double x, int64_t ahead)
{
    const double most = 1e6;
    require(x <= most && x >= -most);
    double quarters = same_nearest(x * QUARTERS_A_UNIT);
    double r = ((x - quarters * QUARTER_HIGH) - quarters * QUARTER_MIDDLE) - quarters * QUARTER_LOW;
    int64_t turned = ((int64_t)quarters + ahead) & 3;
    double value = turned & 1 ? cosine_of_rest(r) : sine_of_rest(r);
    return turned & 2 ? -value : value;
}

double same_sin(double x)
{
    return sine_ahead(x, 0);
}

double same_cos(double x)
{
    return sine_ahead(x, 1);
}
