/* What the test of circles is tried on: low.c and high.c use each other, and base.c uses nobody. */
int base_one(void);
int high_two(void);
int low_two(void);

int low_two(void)
{
    return 2 * base_one() + high_two();
}
