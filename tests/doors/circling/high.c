int high_two(void);
int low_two(void);

int high_two(void)
{
    return low_two();
}
