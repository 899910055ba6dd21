/* Text to instants and back. The C library's own functions know only times in the zone of the machine. */
#include "wall_time.h"

#include <stdio.h>

/* The number of `digits` digits at the text, -1 if there is anything else. */
static int number(const char* text, int digits) {
    int value = 0, i;
    for (i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = 10 * value + (text[i] - '0');
    }
    return value;
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Days since 1970-01-01. Years begin in March here, so the leap day is the last of its year. */
static int64_t day_number(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int m = month <= 2 ? month + 9 : month - 3;
    return 365 * (int64_t)y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

static int read_time(const char* text, size_t size, int64_t* seconds) {
    const int hour = number(text, 2), minute = number(text + 3, 2), second = size == 8 ? number(text + 6, 2) : 0;
    if (text[2] != ':' || (size == 8 && text[5] != ':')) return 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return 0;
    *seconds = hour * 3600 + minute * 60 + second;
    return 1;
}

int wall_time_read(const char* text, size_t size, wall_time* out) {
    int year, month, day;
    int64_t seconds = 0;
    if (size != 10 && size != 16 && size != 19) return 0;
    year = number(text, 4);
    month = number(text + 5, 2);
    day = number(text + 8, 2);
    if (text[4] != '-' || text[7] != '-' || year < 1 || month < 1 || month > 12 || day < 1) return 0;
    if (day > days_in(year, month)) return 0;
    if (size > 10 && ((text[10] != ' ' && text[10] != 'T') || !read_time(text + 11, size - 11, &seconds))) return 0;
    out->seconds = day_number(year, month, day) * 86400 + seconds;
    out->has_time = size > 10;
    return 1;
}

void wall_time_write(int64_t seconds, int with_time, char text[WALL_TIME_SIZE]) {
    int64_t days = seconds / 86400;
    const int64_t rest = seconds % 86400;
    int year = 1970, month = 1;
    /* The calendar ends within a lifetime, so a step for each year is short. */
    while (day_number(year + 1, 1, 1) <= days) ++year;
    days -= day_number(year, 1, 1);
    while (days >= days_in(year, month)) {
        days -= days_in(year, month);
        ++month;
    }
    if (!with_time) {
        snprintf(text, WALL_TIME_SIZE, "%04d-%02d-%02d", year, month, (int)days + 1);
    } else if (rest % 60 == 0) {
        snprintf(text, WALL_TIME_SIZE, "%04d-%02d-%02d %02d:%02d", year, month, (int)days + 1, (int)(rest / 3600),
                 (int)(rest / 60 % 60));
    } else {
        snprintf(text, WALL_TIME_SIZE, "%04d-%02d-%02d %02d:%02d:%02d", year, month, (int)days + 1, (int)(rest / 3600),
                 (int)(rest / 60 % 60), (int)(rest % 60));
    }
}
