#include "analysis/figures/springs.h"

#include <math.h>
#include <stdlib.h>

#include "base/require.h"

enum { ROUNDS = 300 };
static const double golden_angle = 2.399963229728653, first_step = 0.1, to_middle = 0.9, nearest = 1e-6;

/* Spread evenly over a disc; no two in the same place. */
static void spread(struct knot *knots, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const double radius = 0.5 * sqrt(((double)i + 0.5) / (double)count), angle = golden_angle * (double)i;
        knots[i] = (struct knot){radius * cos(angle), radius * sin(angle)};
    }
}

static void push(const struct knot *knots, struct knot *forces, size_t count, double length)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            const double across = knots[i].across - knots[j].across, up = knots[i].up - knots[j].up;
            const double force = length * length / fmax(nearest, across * across + up * up);
            forces[i].across += across * force;
            forces[i].up += up * force;
            forces[j].across -= across * force;
            forces[j].up -= up * force;
        }
}

static void pull(const struct knot *knots, struct knot *forces, const struct spring *springs, size_t count,
                 double slack)
{
    for (size_t i = 0; i < count; i++) {
        const size_t one = springs[i].one, other = springs[i].other;
        const double across = knots[one].across - knots[other].across, up = knots[one].up - knots[other].up;
        const double force = hypot(across, up) / slack;
        forces[one].across -= across * force;
        forces[one].up -= up * force;
        forces[other].across += across * force;
        forces[other].up += up * force;
    }
}

static void move(struct knot *knots, struct knot *forces, size_t count, double step)
{
    for (size_t i = 0; i < count; i++) {
        const double across = forces[i].across - to_middle * knots[i].across;
        const double up = forces[i].up - to_middle * knots[i].up;
        const double size = fmax(nearest, hypot(across, up));
        knots[i].across += across / size * fmin(size, step);
        knots[i].up += up / size * fmin(size, step);
        forces[i] = (struct knot){0, 0};
    }
}

/* How many ties a knot has, on average: where all have many, they would else lie on one heap. */
static double ties_of_knot(size_t knots, size_t springs)
{
    return fmax(1, 2 * (double)springs / (double)knots);
}

/* From 0 to 1, both directions alike, so that what is round stays so. */
static void fit(struct knot *knots, size_t count)
{
    double reach = nearest, across = 0, up = 0;
    for (size_t i = 0; i < count; i++) {
        across += knots[i].across / (double)count;
        up += knots[i].up / (double)count;
    }
    for (size_t i = 0; i < count; i++)
        reach = fmax(reach, fmax(fabs(knots[i].across - across), fabs(knots[i].up - up)));
    for (size_t i = 0; i < count; i++)
        knots[i] = (struct knot){0.5 + (knots[i].across - across) / (2 * reach),
                                 0.5 + (knots[i].up - up) / (2 * reach)};
}

void springs_place(struct knot *knots, size_t count, const struct spring *springs, size_t spring_count)
{
    if (count == 0)
        return;
    struct knot *forces = must_allocate(count, sizeof *forces);
    const double length = 0.9 / sqrt((double)count);
    for (size_t i = 0; i < count; i++)
        forces[i] = (struct knot){0, 0};
    spread(knots, count);
    for (int round = 0; round < ROUNDS; round++) {
        push(knots, forces, count, length);
        pull(knots, forces, springs, spring_count, length * ties_of_knot(count, spring_count));
        move(knots, forces, count, first_step * (1 - (double)round / ROUNDS));
    }
    fit(knots, count);
    free(forces);
}
