int base_one(void);

int base_one(void)
{
    return 1;
}
