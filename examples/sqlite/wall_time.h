#ifndef WALL_TIME_H
#define WALL_TIME_H

#include <stddef.h>
#include <stdint.h>

/** An instant of cchc, and whether its text had a time of day. */
typedef struct wall_time {
    int64_t seconds; /**< of wall time since 1970-01-01T00:00 */
    int has_time;
} wall_time;

#define WALL_TIME_SIZE 64 /**< bytes that wall_time_write() needs */

/** Reads "2020-01-16", "2020-01-16 09:00", "2020-01-16 09:00:30", or with a T between; years 1 to 9999, days that exist.
 *  @return 1 and *out, or 0. */
int wall_time_read(const char* text, size_t size, wall_time* out);

/** Writes an instant from 1970 on in the same form, without seconds where they are 0. */
void wall_time_write(int64_t seconds, int with_time, char text[WALL_TIME_SIZE]);

#endif /* WALL_TIME_H */
