/* Comments whose short lines are right.
 *
 * A paragraph may end with a short line, and the next one begins after an empty line, however full the lines
 * are above.
 *
 * - A point of a list may end with a short line after a full one, since the next point begins on a line of
 * its own.
 * - So here is the next point, which begins on a line of its own and is nearly as long as a line may be at
 * most.
 *
 *     struct said said = GROUNDSWELL("run", "small.yaml", "-o", "all.h5", "-t", "4", "--set", "people=40");
 *     said;
 *     assert_int_equal(said.status, 0); and a line of code that follows it is as long as this one is.
 */
#ifndef DOORS_TORN_RIGHT_H
#define DOORS_TORN_RIGHT_H

/* A comment whose last line is short is right as well, for there is nothing that could have stood on that
 * last line. */
int right(void);

#endif
