#include "random/student.h"

#include <math.h>

#include "base/require.h"
#include "base/same.h"

static const double inside = 0.95, normal_range = 1.9599639845400545;

/* The angle of a point (cosine, sine) of the first quarter of the unit circle: four steps leave nothing to
 * mend. */
static double angle_of(double cosine, double sine)
{
    enum { STEPS = 4 };
    double angle = sine;
    for (int i = 0; i < STEPS; i++)
        angle += sine * same_cos(angle) - cosine * same_sin(angle);
    return angle;
}

/* What lies between -t and t: a finite sum (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4). */
static double share_within(double t, double degrees)
{
    const double pi = 3.141592653589793;
    double length = sqrt(degrees + t * t), sine = t / length, cosine = sqrt(degrees) / length;
    const int last = (int)degrees, odd = last % 2;
    double term = odd ? cosine : 1, sum = last > 1 ? term : 0;
    for (int i = 2 + odd; i < last; i += 2)
        sum += term *= cosine * cosine * (i - 1) / i;
    return odd ? (angle_of(cosine, sine) + sine * sum) * 2 / pi : sine * sum;
}

/* Cornish and Fisher's expansion about the normal (Abramowitz & Stegun 1964, 26.7.5). */
static double range_of_many(double degrees)
{
    const double x = normal_range, square = x * x;
    double terms[] = {
        x * (square + 1) / 4,
        x * ((5 * square + 16) * square + 3) / 96,
        x * (((3 * square + 19) * square + 17) * square - 15) / 384,
        x * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160,
    };
    double sum = 0;
    for (int i = 3; i >= 0; i--)
        sum = (sum + terms[i]) / degrees;
    return x + sum;
}

double student_range(double degrees)
{
    const double many = 1000;
    require(degrees >= 1);
    if (degrees > many)
        return range_of_many(degrees);
    enum { HALVINGS = 60 };
    double low = normal_range, high = 13; /* 12.7 with one degree */
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (share_within(middle, degrees) < inside)
            low = middle;
        else
            high = middle;
    }
    return high;
}
