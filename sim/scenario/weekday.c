#include "scenario/weekday.h"

// clang-format off
static const struct weekday monday    = {{"monday", "the day after Sunday", NULL}, 0};
static const struct weekday tuesday   = {{"tuesday", "the day after Monday", NULL}, 1};
static const struct weekday wednesday = {{"wednesday", "the day after Tuesday", NULL}, 2};
static const struct weekday thursday  = {{"thursday", "the day after Wednesday", NULL}, 3};
static const struct weekday friday    = {{"friday", "the day after Thursday", NULL}, 4};
static const struct weekday saturday  = {{"saturday", "the day after Friday", NULL}, 5};
static const struct weekday sunday    = {{"sunday", "the day after Saturday", NULL}, 6};
static const struct weekday no_day    = {{"none", "no weekday", NULL}, -1};
// clang-format on

const struct choice *const weekdays[] = {
    &monday.choice, &tuesday.choice,  &wednesday.choice, &thursday.choice,
    &friday.choice, &saturday.choice, &sunday.choice,    NULL};
const struct choice *const weekdays_or_none[] = {&monday.choice,   &tuesday.choice, &wednesday.choice,
                                                 &thursday.choice, &friday.choice,  &saturday.choice,
                                                 &sunday.choice,   &no_day.choice,  NULL};

unsigned weekday_bits(uint64_t chosen)
{
    enum { ALL_DAYS = 0x7F };
    return (unsigned)chosen & ALL_DAYS;
}
