/* Student's t, for the 95 % ranges that decide how many runs there are or stand in a result.
 *
 * GSL has it too, but computes it with the C library's mathematics, whose last digits differ between machines
 * (base/same.h).
 */
#ifndef RANDOM_STUDENT_H
#define RANDOM_STUDENT_H

/* The t between whose negative and itself lie 95 %, with this whole number of degrees of freedom, 1 at least;
 * to 1e-13 of it. */
double student_range(double degrees);

#endif
