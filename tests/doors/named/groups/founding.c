/* What the test of prefixes is tried on: three names that can be searched for, and two that cannot. */
void group_dissolve(void);
void founding_begins(void);
void person_leaves(void);
void found(void);
void entirely_else(void);

void group_dissolve(void)
{
}

void founding_begins(void)
{
}

void person_leaves(void)
{
}

void found(void)
{
}

void entirely_else(void)
{
}
