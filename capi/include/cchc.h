/*
 * cchc.h - the C interface of cchc, and its only binary-stable one.
 *
 * cchc answers what a one-stop office asks of its dossiers: when is one due on the real working calendar, was it early,
 * on time or late, what do the figures of the official forms say, and what are they worth under a set of criteria. This file
 * is also its manual: read it from the top.
 *
 * QUICK START. Fifteen working days from Thursday 16 January 2020, 09:00, across the Lunar New Year:
 *
 * @code
 *   cchc_calendar* vn = NULL; cchc_rule* rule = NULL; cchc_error error = CCHC_ERROR_INIT;
 *   int64_t received = 1579165200, limit = 15000, due_at = CCHC_NO_INSTANT;
 *   if (cchc_calendar_builtin("vn", CCHC_NUL_TERMINATED, &vn, &error) != CCHC_OK ||
 *       cchc_rule_builtin("working-days", CCHC_NUL_TERMINATED, &rule, &error) != CCHC_OK ||
 *       cchc_due_compute(vn, rule, &received, &limit, 1, &due_at, NULL, NULL, NULL, &error) != CCHC_OK) puts(error.message);
 * @endcode
 *
 * Then due_at is 1581613200: Thursday 13 February 2020, 17:00. Free both handles at the end.
 *
 * TIME. A day is an int32_t: days since 1970-01-01. An instant is an int64_t: seconds of Viet Nam wall time (UTC+7) since
 * 1970-01-01T00:00, as if the clock on the office's wall were UTC. Intervals are half-open: [from, to). CCHC_NO_DAY and
 * CCHC_NO_INSTANT stand for "no value". The library reads no clock, locale, environment, file or time zone database.
 *
 * TEXT is UTF-8, given as a pointer and a size in bytes; the size CCHC_NUL_TERMINATED means "up to the NUL". NULL with
 * size 0 is the empty text. Text that is not UTF-8 is refused with CCHC_E_ARG_UTF8 and the offset of the first bad byte.
 *
 * OWNERSHIP. Tags on parameters:
 *   [borrowed]          read during the call only, never kept
 *   [filled]            the caller's memory, written by the library; where a call fails, it is not written (what columns
 *                       hold after CCHC_E_NO_MEMORY is unspecified)
 *   [owned: F]          *out becomes the caller's, who frees it with F; where a call fails, *out is NULL
 *   [view until F]      memory of the library, valid until the handle is freed with F
 *   [static]            memory of the library, valid as long as it is loaded
 *   [polled]            the caller's memory, read and written while the call runs, and left alone after it
 * Every ..._free(NULL) does nothing. "May be NULL" is said where it holds; else NULL gives CCHC_E_ARG_NULL.
 *
 * ERRORS. Calls return a cchc_status, 0 is good. The last parameter, a cchc_error of the caller, takes the detail and may
 * be NULL. It is written only when the call fails. COMMON in "@return" below stands for the statuses that any call has:
 * CCHC_E_ARG_NULL, CCHC_E_ARG_STRUCT_SIZE (of the error), CCHC_E_NO_MEMORY, CCHC_E_INTERNAL; TEXT for CCHC_E_ARG_UTF8 and
 * CCHC_E_ARG_RANGE (a size beyond any memory); JSON for CCHC_E_JSON_SYNTAX and CCHC_E_JSON_SCHEMA (the message has
 * the JSON pointer of the place). A call that fails leaves every handle as it was.
 *
 * BATCHES take columns of `count` elements. A row that cannot be judged gets the sentinel of its output and a
 * CCHC_ROW_... in `row_status`, `*failed` counts such rows, and the call still returns CCHC_OK. With count 0 every column
 * may be NULL. An output column may be the very array of an input column of the same type; else arrays must not overlap.
 *
 * LONG CALLS come in a second form, ..._with_progress, that takes a cchc_progress: any thread may look at it and end the
 * call. Whatever else takes long is fed in parts by the caller, who stops when he likes.
 *
 * THREADS. "@thread any": handles of calendars, rules, policies, criteria and rounds never change, any number of threads may
 * use them at once. "@thread own": one thread at a time for each handle. Freeing a handle must not run beside any use of it.
 */
#ifndef CCHC_H
#define CCHC_H

#include <stddef.h>
#include <stdint.h>

#if !defined(CCHC_API)
#if defined(_WIN32)
#define CCHC_API __declspec(dllimport)
#elif defined(__GNUC__)
#define CCHC_API __attribute__((visibility("default")))
#else
#define CCHC_API
#endif
#endif

#if !defined(__cplusplus)
#define CCHC_NOEXCEPT
#elif __cplusplus >= 201103L
#define CCHC_NOEXCEPT noexcept
#else
#define CCHC_NOEXCEPT throw()
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Versions -------------------------------------------------------------------------------------------------- */

/** The release that this header belongs to: major * 10000 + minor * 100 + patch. @since 0.1 */
#define CCHC_VERSION_NUMBER 100
/** The ABI of this header, the number in the library's SONAME. 0 is not yet promised. @since 0.1 */
#define CCHC_ABI_VERSION 0

/** The CCHC_VERSION_NUMBER of the library that runs. @thread any @since 0.1 */
CCHC_API int32_t cchc_version_number(void) CCHC_NOEXCEPT;

/** The CCHC_ABI_VERSION of the library that runs. @thread any @since 0.1 */
CCHC_API int32_t cchc_abi_version(void) CCHC_NOEXCEPT;

/** 1 if the library that runs can serve a program compiled with this header (same ABI, same or later release). @since 0.1 */
#define CCHC_CHECK_VERSION() (cchc_abi_version() == CCHC_ABI_VERSION && cchc_version_number() >= CCHC_VERSION_NUMBER)

/* ---- Statuses and errors --------------------------------------------------------------------------------------- */

/** What a call returns. Numbers are never reused; treat an unknown one by its hundred: 100 argument, 200 input document,
 *  300 domain, 400 Arrow (none yet), 900 resource or internal. @since 0.1 */
typedef int32_t cchc_status;

/** The statuses. @since 0.1 */
#define CCHC_OK 0
#define CCHC_E_ARG_NULL 100         /**< a pointer that may not be NULL is NULL */
#define CCHC_E_ARG_ENUM 101         /**< a number that is none of the named constants */
#define CCHC_E_ARG_RANGE 102        /**< a value outside the range that its parameter states */
#define CCHC_E_ARG_STRUCT_SIZE 103  /**< struct_size is not set, or smaller than the first release of the struct */
#define CCHC_E_OPTION_UNKNOWN 104   /**< a field that this library does not know, or a reserved one, is not zero */
#define CCHC_E_BUFFER_SMALL 105     /**< a buffer of the caller is too small */
#define CCHC_E_ARG_UTF8 106         /**< text that is not UTF-8; byte_offset is the first bad byte */
#define CCHC_E_JSON_SYNTAX 200      /**< not JSON, nested too deep, or too large */
#define CCHC_E_JSON_SCHEMA 201      /**< JSON of the wrong shape: unknown, missing or double key, wrong type, bad value */
#define CCHC_E_CSV 202              /**< CSV that cannot be read as a whole: no header, no usable column, UTF-16 ... */
#define CCHC_E_BYTES_CORRUPT 203    /**< serialised statistics that are truncated, altered, or of another version */
#define CCHC_E_OUTSIDE_COVERAGE 300 /**< a date that the calendar does not cover */
#define CCHC_E_LIMIT_REFUSED 301    /**< a time limit that the counting rule does not allow */
#define CCHC_E_UNKNOWN_NAME 302     /**< nothing built in has this name */
#define CCHC_E_INCOMPATIBLE 303     /**< what answers two different queries cannot be merged */
#define CCHC_E_TIME_SYNTAX 304      /**< text that is no date, time or decimal in an accepted format */
#define CCHC_E_EXPRESSION 305       /**< text that is no expression or unary test */
#define CCHC_E_NO_MEMORY 900        /**< out of memory */
#define CCHC_E_INTERNAL 901         /**< a defect of the library; please report it with the message */
#define CCHC_E_CANCELLED 902        /**< the caller ended the call through its cchc_progress */

/** The name of a status ("CCHC_E_ARG_NULL"), "unknown" for a number that is none. Never NULL. [static]
 *  @thread any @since 0.1 */
CCHC_API const char* cchc_status_name(cchc_status status) CCHC_NOEXCEPT;

/** The detail of a failed call, 256 bytes of the caller, ready to use after CCHC_ERROR_INIT or cchc_error_init(). One for
 *  each thread; it can be used again and again. @since 0.1 */
typedef struct cchc_error {
    uint32_t struct_size; /**< sizeof(cchc_error), set by the caller; else calls return CCHC_E_ARG_STRUCT_SIZE */
    cchc_status code;     /**< what the call returned */
    int64_t row;          /**< 0-based row of a column, -1 where there is none */
    int64_t byte_offset;  /**< 0-based offset into the text or bytes given, -1 where there is none */
    char message[232];    /**< UTF-8 English with a NUL, for people and never to be parsed; cut where it is too long */
} cchc_error;

/* clang-format off */
#define CCHC_ERROR_INIT {sizeof(cchc_error), CCHC_OK, -1, -1, {0}}
/* clang-format on */

/** Makes *error what CCHC_ERROR_INIT makes it. @param error [filled] @param struct_size sizeof(cchc_error)
 *  @return CCHC_OK, CCHC_E_ARG_NULL, CCHC_E_ARG_STRUCT_SIZE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_error_init(cchc_error* error, uint32_t struct_size) CCHC_NOEXCEPT;

/* ---- Constants that many calls share --------------------------------------------------------------------------- */

/** What stands for a size or a value that is not given. @since 0.1 */
#define CCHC_NUL_TERMINATED SIZE_MAX /**< size of a text: measure it */
#define CCHC_NO_DAY INT32_MIN        /**< no value in a column of days */
#define CCHC_NO_INSTANT INT64_MIN    /**< no value in a column of instants: it did not happen, or is not known */
#define CCHC_NO_LIMIT (-1)           /**< no value in a column of time limits */

/** What became of a row of a batch (uint8_t). @since 0.1 */
#define CCHC_ROW_OK 0
#define CCHC_ROW_MISSING 1          /**< an input of the row is "no value" */
#define CCHC_ROW_OUTSIDE_COVERAGE 2 /**< the row needs a date that the calendar does not cover */
#define CCHC_ROW_LIMIT_REFUSED 3    /**< its time limit is negative, too large, or not allowed by the rule */
#define CCHC_ROW_ARGUMENT_RANGE 4   /**< an input outside its range, or dates in an impossible order */

/** The language of a text for people (int32_t). @since 0.1 */
#define CCHC_LANG_VI 0
#define CCHC_LANG_EN 1

/** What a document is written as (int32_t). @since 0.1 */
#define CCHC_DOCUMENT_JSON 0     /**< format cchc.report/1 */
#define CCHC_DOCUMENT_MARKDOWN 1 /**< CommonMark with pipe tables, every text escaped */
#define CCHC_DOCUMENT_TEXT 2     /**< plain text of 100 columns */

/* ---- Bytes: text or bytes of any length that the library hands out ---------------------------------------------- */

/** Immutable bytes made by the library: JSON, CSV, a text, serialised statistics. @thread any @since 0.1 */
typedef struct cchc_bytes cchc_bytes;

/** Shows the bytes. They are followed by a NUL that does not count, so JSON and text are C strings, too.
 *  @param bytes [borrowed]
 *  @param data  [view until cchc_bytes_free] never NULL after CCHC_OK
 *  @param size  [filled] size in bytes; may be NULL
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_bytes_view(const cchc_bytes* bytes, const char** data, size_t* size,
                                     cchc_error* error) CCHC_NOEXCEPT;

/** Frees bytes; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_bytes_free(cchc_bytes* bytes) CCHC_NOEXCEPT;

/* ---- Progress: where is a long call, and how is it ended? -------------------------------------------------------- */

/** Where a long call is, and the wish to end it: memory of the caller that the call polls. No function is called back. Ready
 * to use after CCHC_PROGRESS_INIT or cchc_progress_init(), aligned to 8 bytes, one for each call that runs; it stays where
 * it is until the call returns. While it runs, other threads use it through cchc_progress_cancel() and cchc_progress_read(),
 * or with atomic accesses of their own language (int32_t and int64_t, relaxed). @since 0.1 */
typedef struct cchc_progress {
    uint32_t struct_size; /**< sizeof(cchc_progress) */
    int32_t cancel; /**< not 0: end the call. Read by the library, never written: set it to 0 before it is used again */
    int64_t done;   /**< steps that are done, 0 to total; never goes down during a call */
    int64_t total;  /**< steps of the call; 0: not known yet. One step may take longer than another */
} cchc_progress;

/* clang-format off */
#define CCHC_PROGRESS_INIT {sizeof(cchc_progress), 0, 0, 0}
/* clang-format on */

/** Makes *progress what CCHC_PROGRESS_INIT makes it. @param progress [filled] @param struct_size sizeof(cchc_progress)
 *  @return CCHC_OK, CCHC_E_ARG_NULL, CCHC_E_ARG_STRUCT_SIZE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_progress_init(cchc_progress* progress, uint32_t struct_size) CCHC_NOEXCEPT;

/** Asks the call that polls this progress to end. It returns CCHC_E_CANCELLED after the step that it is in, hands out
 * nothing, and leaves its handles as they were. A call that is done by then is good.
 *  @param progress [polled] of a call that runs, or has not begun
 *  @return COMMON, CCHC_E_ARG_STRUCT_SIZE, CCHC_E_OPTION_UNKNOWN, CCHC_E_ARG_RANGE: not aligned. @thread any @since 0.1 */
CCHC_API cchc_status cchc_progress_cancel(cchc_progress* progress, cchc_error* error) CCHC_NOEXCEPT;

/** Reads where the call is that polls this progress.
 *  @param progress [polled]  @param done, total [filled] steps; each may be NULL
 *  @return as cchc_progress_cancel(). @thread any @since 0.1 */
CCHC_API cchc_status cchc_progress_read(const cchc_progress* progress, int64_t* done, int64_t* total,
                                        cchc_error* error) CCHC_NOEXCEPT;

/* ---- What ships with the library --------------------------------------------------------------------------------- */

/** A kind of what ships with the library (int32_t). @since 0.1 */
#define CCHC_BUILTIN_CALENDAR 0     /**< format cchc.calendar/1 */
#define CCHC_BUILTIN_RULE 1         /**< format cchc.rule/1 */
#define CCHC_BUILTIN_POLICY 2       /**< format cchc.policy/1 */
#define CCHC_BUILTIN_CRITERIA 3     /**< format cchc.criteria/1 */
#define CCHC_BUILTIN_MAPPING 4      /**< format cchc.mapping/1 */
#define CCHC_BUILTIN_FORM_VARIANT 5 /**< format cchc.form-variant/1 */
#define CCHC_BUILTIN_PLAN 6         /**< format cchc.plan/1 */
#define CCHC_BUILTIN_OUTLINE 7      /**< format cchc.outline/1 */
#define CCHC_BUILTIN_SCHEMA 8       /**< JSON Schema of a format: "calendar" is that of cchc.calendar/1 */

/** The names of what ships with the library, of one kind.
 *  @param kind CCHC_BUILTIN_...
 *  @param out  [owned: cchc_bytes_free] JSON: an array of strings, in order
 *  @return COMMON, CCHC_E_ARG_ENUM: kind. @thread any @since 0.1 */
CCHC_API cchc_status cchc_builtin_ids(int32_t kind, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** The text of what ships with the library, to read or to change.
 *  @param kind CCHC_BUILTIN_...
 *  @param id, id_size [borrowed] its name
 *  @param out  [owned: cchc_bytes_free] JSON, of the format that CCHC_BUILTIN_... says
 *  @return COMMON, TEXT, CCHC_E_ARG_ENUM: kind, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_builtin_json(int32_t kind, const char* id, size_t id_size, cchc_bytes** out,
                                       cchc_error* error) CCHC_NOEXCEPT;

/* ---- Calendar: which days are working days ---------------------------------------------------------------------- */

/** A working calendar with a coverage. A day outside it is refused, never guessed. Immutable. @since 0.1 */
typedef struct cchc_calendar cchc_calendar;

/** A calendar that ships with the library: "vn", the civil servants' of Viet Nam, 2015-01-01 to 2026-12-31.
 *  @param id, id_size [borrowed] its name
 *  @param out [owned: cchc_calendar_free]
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_builtin(const char* id, size_t id_size, cchc_calendar** out,
                                           cchc_error* error) CCHC_NOEXCEPT;

/** Reads a calendar file (format cchc.calendar/1).
 *  @param json, json_size [borrowed] the content of the file
 *  @param out [owned: cchc_calendar_free]
 *  @return COMMON, TEXT, JSON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_from_json(const char* json, size_t json_size, cchc_calendar** out,
                                             cchc_error* error) CCHC_NOEXCEPT;

/** Frees a calendar; NULL is allowed. Statistics made with it live on. @thread own @since 0.1 */
CCHC_API void cchc_calendar_free(cchc_calendar* calendar) CCHC_NOEXCEPT;

/** The days that the calendar covers, [*from_day, *to_day).
 *  @param calendar [borrowed]  @param from_day, to_day [filled] each may be NULL
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_coverage(const cchc_calendar* calendar, int32_t* from_day, int32_t* to_day,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** Batch: is each day a working day?
 *  @param calendar   [borrowed]
 *  @param days       [borrowed] count days; CCHC_NO_DAY is missing
 *  @param count      number of rows
 *  @param working    [filled] count bytes: 1 working day, 0 day off or not judged
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE; may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_is_working(const cchc_calendar* calendar, const int32_t* days, size_t count,
                                              uint8_t* working, uint8_t* row_status, size_t* failed,
                                              cchc_error* error) CCHC_NOEXCEPT;

/** Batch: the n-th working day after each day; before it where n is negative. The day itself is never counted; n = 0 is
 *  the day itself if it is a working day, else the next one that is.
 *  @param calendar   [borrowed]
 *  @param days       [borrowed] count days; CCHC_NO_DAY is missing
 *  @param n          [borrowed] count numbers of working days; CCHC_NO_DAY is missing
 *  @param count      number of rows
 *  @param result     [filled] count days, CCHC_NO_DAY where not judged; may be `days` or `n`
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE (of day or result); may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_add_working_days(const cchc_calendar* calendar, const int32_t* days, const int32_t* n,
                                                    size_t count, int32_t* result, uint8_t* row_status, size_t* failed,
                                                    cchc_error* error) CCHC_NOEXCEPT;

/** Batch: the number of working days in [from, to); negative where `to` is before `from`.
 *  @param calendar   [borrowed]
 *  @param from, to   [borrowed] count days each, inside the coverage or its end; CCHC_NO_DAY is missing
 *  @param count      number of rows
 *  @param result     [filled] count numbers, CCHC_NO_DAY where not judged; may be `from` or `to`
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE; may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_count_working_days(const cchc_calendar* calendar, const int32_t* from, const int32_t* to,
                                                      size_t count, int32_t* result, uint8_t* row_status, size_t* failed,
                                                      cchc_error* error) CCHC_NOEXCEPT;

/** The calendar as a file; reading it back gives an equal calendar.
 *  @param calendar [borrowed]  @param out [owned: cchc_bytes_free] JSON, format cchc.calendar/1
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_to_json(const cchc_calendar* calendar, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** What the calendar knows about each day of [from_day, to_day): its kind (holiday, swapped, worked ...), name, source, how
 * well it is evidenced, and office hours.
 *  @param calendar [borrowed]
 *  @param from_day, to_day inside the coverage or its end
 *  @param out [owned: cchc_bytes_free] JSON, format cchc.days/1
 *  @return COMMON, CCHC_E_ARG_RANGE: to_day is before from_day, CCHC_E_OUTSIDE_COVERAGE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_days_json(const cchc_calendar* calendar, int32_t from_day, int32_t to_day,
                                             cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: the working seconds in [from, to) by office hours; negative where `to` is before `from`.
 *  @param calendar   [borrowed]
 *  @param from, to   [borrowed] count instants each, inside the coverage or its end; CCHC_NO_INSTANT is missing
 *  @param count      number of rows
 *  @param seconds    [filled] count numbers, CCHC_NO_INSTANT where not judged; may be `from` or `to`
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE; may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_working_seconds(const cchc_calendar* calendar, const int64_t* from, const int64_t* to,
                                                   size_t count, int64_t* seconds, uint8_t* row_status, size_t* failed,
                                                   cchc_error* error) CCHC_NOEXCEPT;

/** Which of several instants with the same working time before them is meant (int32_t): with hours 07:30-11:30 and
 * 13:30-17:00, four hours after 07:30 is 11:30 or 13:30. @since 0.1 */
#define CCHC_BOUNDARY_EARLIEST 0
#define CCHC_BOUNDARY_LATEST 1

/** Batch: the instant so many working seconds after each instant, before it where they are negative: the inverse of
 *  cchc_calendar_working_seconds().
 *  @param calendar   [borrowed]
 *  @param from       [borrowed] count instants inside the coverage; CCHC_NO_INSTANT is missing
 *  @param seconds    [borrowed] count numbers of working seconds; CCHC_NO_INSTANT is missing
 *  @param count      number of rows
 *  @param boundary   CCHC_BOUNDARY_...
 *  @param result     [filled] count instants, CCHC_NO_INSTANT where not judged; may be `from` or `seconds`
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE (of instant or result); may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_ENUM: boundary, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_advance(const cchc_calendar* calendar, const int64_t* from, const int64_t* seconds,
                                           size_t count, int32_t boundary, int64_t* result, uint8_t* row_status,
                                           size_t* failed, cchc_error* error) CCHC_NOEXCEPT;

/* ---- Calendar: bases, projections, what was known, and the lunar calendar --------------------------------------- */

/** Reads a calendar file that extends a calendar which is not built in ("extends" is the id of `base`).
 *  @param json, json_size [borrowed] the content of the file
 *  @param base [borrowed] not kept: the result does not depend on it
 *  @param out [owned: cchc_calendar_free]
 *  @return COMMON, TEXT, JSON (also: the file extends nothing, or another calendar). @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_from_json_with_base(const char* json, size_t json_size, const cchc_calendar* base,
                                                       cchc_calendar** out, cchc_error* error) CCHC_NOEXCEPT;

/** The calendar, continued to the end of a year with the holidays that the law lets expect. Nobody has decided them: the
 *  version gets the mark "+projected-2030", which results carry, and explanations say so.
 *  @param calendar [borrowed]
 *  @param to_year  year after the coverage, at most 2199
 *  @param out [owned: cchc_calendar_free]
 *  @return COMMON, CCHC_E_ARG_RANGE: to_year, or the calendar is projected already.
 *  @thread any @since 0.1 @see cchc_projected_holidays_json */
CCHC_API cchc_status cchc_calendar_with_projection(const cchc_calendar* calendar, int32_t to_year, cchc_calendar** out,
                                                   cchc_error* error) CCHC_NOEXCEPT;

/** The calendar as it was known on a day: without days off and worked days that were published later, and without years
 *  whose holidays were. The version gets the mark "+known-2025-06-01".
 *  @param calendar [borrowed]
 *  @param day      in the years 1 to 9999
 *  @param out [owned: cchc_calendar_free]
 *  @return COMMON, CCHC_E_ARG_RANGE: day, CCHC_E_OUTSIDE_COVERAGE: no year was decided then. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_as_known_on(const cchc_calendar* calendar, int32_t day, cchc_calendar** out,
                                               cchc_error* error) CCHC_NOEXCEPT;

/** The first day from which on the calendar is only projected; CCHC_NO_DAY: nothing is.
 *  @param calendar [borrowed]  @param day [filled]
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_calendar_projected_from(const cchc_calendar* calendar, int32_t* day,
                                                  cchc_error* error) CCHC_NOEXCEPT;

/** The holidays that the Labour Code lets expect in a year, and what of them is still to be decided.
 *  @param year 2015 to 2199
 *  @param out  [owned: cchc_bytes_free] JSON, format cchc.projection/1
 *  @return COMMON, CCHC_E_ARG_RANGE: year. @thread any @since 0.1 */
CCHC_API cchc_status cchc_projected_holidays_json(int32_t year, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: the date of each day in the Vietnamese lunar calendar (UTC+7), lunar years 1900 to 2199.
 *  @param days       [borrowed] count days, 1900-01-31 to 2200-02-14; CCHC_NO_DAY is missing
 *  @param count      number of rows
 *  @param year       [filled] count lunar years, 0 where not judged; may be `days`
 *  @param month      [filled] count months, 1 to 12, 0 where not judged
 *  @param day        [filled] count days of the month, 1 to 30, 0 where not judged
 *  @param leap       [filled] count bytes: 1 in the leap month, which follows the month of its number
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE; may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_lunar_from_days(const int32_t* days, size_t count, int32_t* year, uint8_t* month, uint8_t* day,
                                          uint8_t* leap, uint8_t* row_status, size_t* failed,
                                          cchc_error* error) CCHC_NOEXCEPT;

/** Batch: the day of each lunar date.
 *  @param year       [borrowed] count lunar years; CCHC_NO_DAY is missing
 *  @param month, day [borrowed] count bytes each
 *  @param leap       [borrowed] count bytes 0 or 1; NULL: no leap months
 *  @param count      number of rows
 *  @param days       [filled] count days, CCHC_NO_DAY where not judged; may be `year`
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE (of the year), _ARGUMENT_RANGE (there is
 *                    no such date in that year); may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_lunar_to_days(const int32_t* year, const uint8_t* month, const uint8_t* day, const uint8_t* leap,
                                        size_t count, int32_t* days, uint8_t* row_status, size_t* failed,
                                        cchc_error* error) CCHC_NOEXCEPT;

/** What people ask of lunar years: count years from first_year on.
 *  @param first_year, count inside 1900 to 2199
 *  @param tet        [filled] count days: the first of the year; may be NULL
 *  @param hung_kings [filled] count days: day 10 of month 3; may be NULL
 *  @param leap_month [filled] count numbers of the leap month, 0 for none; may be NULL
 *  @param sensitive  [filled] count bytes: 1 where a new moon or solar term that decides lies within 150 seconds of
 * midnight, so that other sources may have another date; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: first_year, count. @thread any @since 0.1 */
CCHC_API cchc_status cchc_lunar_years(int32_t first_year, size_t count, int32_t* tet, int32_t* hung_kings,
                                      uint8_t* leap_month, uint8_t* sensitive, cchc_error* error) CCHC_NOEXCEPT;

/* ---- Counting rule and due date: when is a dossier due? --------------------------------------------------------- */

/** How a time limit is counted: its unit, where counting begins, at which moment it ends, what a rest day does. Immutable.
 *  @since 0.1 */
typedef struct cchc_rule cchc_rule;

/** A rule that ships with the library: "working-days", "working-days-keep-time", "calendar-days", "working-hours",
 *  "clock-hours", "same-day-15h", "from-next-day-15h", "weeks", "months", "years".
 *  @param id, id_size [borrowed] its name
 *  @param out [owned: cchc_rule_free]
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_rule_builtin(const char* id, size_t id_size, cchc_rule** out, cchc_error* error) CCHC_NOEXCEPT;

/** Reads a rule file (format cchc.rule/1).
 *  @param json, json_size [borrowed] the content of the file
 *  @param out [owned: cchc_rule_free]
 *  @return COMMON, TEXT, JSON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_rule_from_json(const char* json, size_t json_size, cchc_rule** out,
                                         cchc_error* error) CCHC_NOEXCEPT;

/** Frees a rule; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_rule_free(cchc_rule* rule) CCHC_NOEXCEPT;

/** The rule as a file; reading it back gives an equal rule.
 *  @param rule [borrowed]  @param out [owned: cchc_bytes_free] JSON, format cchc.rule/1
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_rule_to_json(const cchc_rule* rule, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: when is each dossier due?
 *  @param calendar, rule [borrowed]
 *  @param received    [borrowed] count instants of receipt; CCHC_NO_INSTANT is missing
 *  @param limit_milli [borrowed] count time limits in thousandths of the rule's unit: 15 days is 15000, half a day 500;
 *                     0 to 100000000. Which fractions are allowed, and whether 0 is, depends on the unit and the rule
 *  @param count       number of rows
 *  @param due_at      [filled] count instants, CCHC_NO_INSTANT where not judged; may be `received` or `limit_milli`.
 *                     The end of a date (24:00) is 00:00 of the next one
 *  @param due_day     [filled] count days on which it is due, CCHC_NO_DAY where not judged; may be NULL
 *  @param row_status  [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE, _LIMIT_REFUSED; may be NULL
 *  @param failed      [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_due_compute(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                                      const int64_t* limit_milli, size_t count, int64_t* due_at, int32_t* due_day,
                                      uint8_t* row_status, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;

/** What a pause does to a due date (uint8_t). @since 0.1 */
#define CCHC_PAUSE_NONE 0              /**< the clock runs on */
#define CCHC_PAUSE_EXCLUDE 1           /**< the time between is not counted */
#define CCHC_PAUSE_ADD_ELAPSED 2       /**< the working time between is added to the due instant */
#define CCHC_PAUSE_RESTART 3           /**< the whole limit again from the end (Decree 61/2018/ND-CP art. 19.4) */
#define CCHC_PAUSE_ADD_CALENDAR_DAYS 4 /**< the calendar days between are added, then off a rest day */
#define CCHC_PAUSE_REPLACE 5           /**< a new due date is set */

/** Batch: when is each dossier due that was paused? As cchc_due_compute(), and of pauses what happened before `as_of`. One
 *  that is open then stops the clock under EXCLUDE, and moves nothing under the others, which move it when it ends.
 *  @param calendar, rule [borrowed]
 *  @param received, limit_milli [borrowed] count elements each, as in cchc_due_compute()
 *  @param count         number of rows
 *  @param pause_offsets [borrowed] count + 1: the pauses of row i are [pause_offsets[i], pause_offsets[i + 1]) of the
 * columns below, in any order
 *  @param pause_model   [borrowed] CCHC_PAUSE_...
 *  @param pause_from    [borrowed] instants at which they began
 *  @param pause_to      [borrowed] at which they ended; CCHC_NO_INSTANT: open. NULL: all are open
 *  @param pause_due     [borrowed] the new due instant of CCHC_PAUSE_REPLACE; CCHC_NO_INSTANT: none. May be NULL
 *  @param as_of         an instant in the years 1 to 9999
 *  @param due_at, due_day, row_status, failed [filled] as in cchc_due_compute(); also _ARGUMENT_RANGE: a pause of no model,
 *                       without a beginning, or that ends before it
 *  @return COMMON, CCHC_E_ARG_RANGE: as_of, offsets, count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_due_compute_paused(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                                             const int64_t* limit_milli, size_t count, const int64_t* pause_offsets,
                                             const uint8_t* pause_model, const int64_t* pause_from, const int64_t* pause_to,
                                             const int64_t* pause_due, int64_t as_of, int64_t* due_at, int32_t* due_day,
                                             uint8_t* row_status, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: how much working time is left until each due instant, or has passed since it: whole working days, each as long as
 *  the office is open on it, and seconds beside them.
 *  @param calendar   [borrowed]
 *  @param now        the moment from which is counted, in the years 1 to 9999
 *  @param due        [borrowed] count due instants; CCHC_NO_INSTANT is missing
 *  @param count      number of rows
 *  @param days       [filled] count numbers of days, negative where it is overdue, CCHC_NO_DAY where not judged
 *  @param seconds    [filled] count numbers of seconds, negative where it is overdue; 0 where not judged
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _OUTSIDE_COVERAGE, _ARGUMENT_RANGE; may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: now, count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_due_time_left(const cchc_calendar* calendar, int64_t now, const int64_t* due, size_t count,
                                        int32_t* days, int32_t* seconds, uint8_t* row_status, size_t* failed,
                                        cchc_error* error) CCHC_NOEXCEPT;

/** The words for it: "Còn 2 ngày 3 giờ", "Quá 1 ngày"; "2 days 3 h left", "1 day overdue".
 *  @param calendar [borrowed]  @param now, due instants in the years 1 to 9999  @param lang CCHC_LANG_VI or CCHC_LANG_EN
 *  @param out      [owned: cchc_bytes_free] the text
 *  @return COMMON, CCHC_E_ARG_ENUM: lang, CCHC_E_ARG_RANGE: now, due, CCHC_E_OUTSIDE_COVERAGE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_due_time_left_text(const cchc_calendar* calendar, int64_t now, int64_t due, int32_t lang,
                                             cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Explains one due date as text of several lines: rule, days counted, days skipped and why, with their sources.
 *  @param calendar, rule [borrowed]
 *  @param received    instant of receipt, in the years 1 to 9999
 *  @param limit_milli time limit in thousandths of the rule's unit, 0 to 100000000
 *  @param lang        CCHC_LANG_VI or CCHC_LANG_EN
 *  @param out         [owned: cchc_bytes_free] the text
 *  @return COMMON, CCHC_E_ARG_ENUM: lang, CCHC_E_ARG_RANGE: received, CCHC_E_LIMIT_REFUSED, CCHC_E_OUTSIDE_COVERAGE.
 *  @thread any @since 0.1 @see cchc_due_compute */
CCHC_API cchc_status cchc_due_explain(const cchc_calendar* calendar, const cchc_rule* rule, int64_t received,
                                      int64_t limit_milli, int32_t lang, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/* ---- Outcome policy: was it early, on time or late? ------------------------------------------------------------- */

/** Every choice on which the law, the forms and the systems differ, by name. Immutable. @since 0.1 */
typedef struct cchc_policy cchc_policy;

/** The outcome of a dossier (uint8_t), as of a date. @since 0.1 */
#define CCHC_OUTCOME_EARLY 0
#define CCHC_OUTCOME_ON_TIME 1
#define CCHC_OUTCOME_OVERDUE 2
#define CCHC_OUTCOME_IN_PROCESS_WITHIN 3  /**< open, within its limit */
#define CCHC_OUTCOME_IN_PROCESS_OVERDUE 4 /**< open, overdue */
#define CCHC_OUTCOME_NO_DUE_RESOLVED 5    /**< ended, no due date to compare with */
#define CCHC_OUTCOME_NO_DUE_IN_PROCESS 6  /**< open, no due date */
#define CCHC_OUTCOME_OWN_CLASS 7          /**< ended in a state to which the policy gives a column of its own */
#define CCHC_OUTCOME_EXCLUDED 8           /**< cannot be judged, or excluded by the policy */
#define CCHC_OUTCOME_NOT_RECEIVED 9       /**< not received before the as-of date, or never */

/** The state that a system records for a dossier (uint8_t); 1 to 10 are the codes of the national portal. Outcomes come
 *  from dated events; the state only says what kind of end a dated end was. @since 0.1 */
#define CCHC_STATUS_UNKNOWN 0
#define CCHC_STATUS_REGISTERED 1 /**< filed, not yet received */
#define CCHC_STATUS_RECEIVED 2
#define CCHC_STATUS_NOT_ACCEPTED 3 /**< refused at the counter, never received */
#define CCHC_STATUS_PROCESSING 4
#define CCHC_STATUS_SUPPLEMENT 5     /**< waits for documents of the applicant */
#define CCHC_STATUS_FINANCIAL_DUTY 6 /**< waits for a payment of the applicant */
#define CCHC_STATUS_WITHDRAWN 7
#define CCHC_STATUS_STOPPED 8
#define CCHC_STATUS_FINISHED 9
#define CCHC_STATUS_RESULT_RETURNED 10
#define CCHC_STATUS_REFUSED 11  /**< refused in writing; the notice is its result */
#define CCHC_STATUS_RETURNED 12 /**< sent back as ineligible */

/** A policy that ships with the library: "form-ii06a", "decree-61", "qd-766", "opencps", "td", "outline-274".
 *  @param id, id_size [borrowed] its name
 *  @param out [owned: cchc_policy_free]
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_policy_builtin(const char* id, size_t id_size, cchc_policy** out, cchc_error* error) CCHC_NOEXCEPT;

/** Reads a policy file (format cchc.policy/1); "extends" names a built-in one whose fields it changes.
 *  @param json, json_size [borrowed] the content of the file
 *  @param out [owned: cchc_policy_free]
 *  @return COMMON, TEXT, JSON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_policy_from_json(const char* json, size_t json_size, cchc_policy** out,
                                           cchc_error* error) CCHC_NOEXCEPT;

/** Frees a policy; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_policy_free(cchc_policy* policy) CCHC_NOEXCEPT;

/** The policy as a file, in full; reading it back gives an equal policy.
 *  @param policy [borrowed]  @param out [owned: cchc_bytes_free] JSON, format cchc.policy/1
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_policy_to_json(const cchc_policy* policy, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: the outcome of each dossier as of a date, from what happened before 00:00 of that date.
 *  @param policy     [borrowed]
 *  @param received   [borrowed] count instants of receipt; CCHC_NO_INSTANT gives CCHC_ROW_MISSING
 *  @param due        [borrowed] count due instants, CCHC_NO_INSTANT: none. One at exactly 00:00 is that whole date: for a
 *                    rule that ends at 24:00 give due_day * 86400, not the due_at of cchc_due_compute()
 *  @param ended      [borrowed] count instants at which it ended; CCHC_NO_INSTANT: it is open
 *  @param status     [borrowed] count CCHC_STATUS_...; any other gives CCHC_ROW_ARGUMENT_RANGE. NULL: all unknown
 *  @param count      number of rows
 *  @param as_of_day  the as-of date; not CCHC_NO_DAY
 *  @param outcome    [filled] count CCHC_OUTCOME_..., CCHC_OUTCOME_EXCLUDED where not judged; may be `status`
 *  @param row_status [filled] count bytes CCHC_ROW_OK, _MISSING, _ARGUMENT_RANGE (also: ended or due before it was
 *                    received, a date beyond the years 1 to 9999); may be NULL
 *  @param failed     [filled] number of rows that are not CCHC_ROW_OK; may be NULL
 *  @return COMMON, CCHC_E_ARG_RANGE: as_of_day, count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_policy_classify(const cchc_policy* policy, const int64_t* received, const int64_t* due,
                                          const int64_t* ended, const uint8_t* status, size_t count, int32_t as_of_day,
                                          uint8_t* outcome, uint8_t* row_status, size_t* failed,
                                          cchc_error* error) CCHC_NOEXCEPT;

/* ---- Statistics: what do the figures say? ----------------------------------------------------------------------- */

/** Counts of dossiers under one query: form II.06a and what stands beside it, by any grouping, with rates and checked
 *  identities. Dossiers may be added in any parts and any order, in one handle or in many that are merged: the result is
 *  the same to the byte. Calls on a const handle may run beside each other. @since 0.1 */
typedef struct cchc_statistics cchc_statistics;

/** Empty statistics for a query.
 *  @param query_json, query_size [borrowed] the question (format cchc.query/1): {"format":"cchc.query/1",
 *         "from":"2020-01-01","to":"2020-10-01","by":[["agency"],["agency","field"]]}; also "as_of", "agencies", and
 *         "policy", "calendar", "rules" by name or in full
 *  @param out [owned: cchc_statistics_free]
 *  @return COMMON, TEXT, JSON (also: a name that is not built in), CCHC_E_ARG_RANGE: an empty period, an as-of date not
 *          after its beginning, too many groupings, CCHC_E_OUTSIDE_COVERAGE: the calendar does not cover it all.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_create(const char* query_json, size_t query_size, cchc_statistics** out,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** Frees statistics; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_statistics_free(cchc_statistics* statistics) CCHC_NOEXCEPT;

/** What a document of dossiers is. @since 0.1 */
#define CCHC_INPUT_CSV 0  /**< RFC 4180, header line first */
#define CCHC_INPUT_JSON 1 /**< a dossier a line, an array of dossiers, or an object with that array under "data" */

/** How a document of dossiers, CSV or JSON, is read. 0 and NULL are the defaults. @since 0.1 */
typedef struct cchc_csv_options {
    uint32_t struct_size;        /**< sizeof(cchc_csv_options) */
    int32_t delimiter;           /**< ',' ';' or '\t'; 0: found from the header line */
    int32_t stop_at_first_issue; /**< 1: the first bad row ends the document with CCHC_E_CSV; 0: it is counted */
    int32_t reserved0;           /**< 0 */
    int64_t max_issues;          /**< bad rows and duplicates kept with their text, 1 to 1000000; 0: 100; -1: none */
    int64_t max_record_bytes;    /**< longer records are refused and counted, 1 to 1073741824; 0: 1 MiB */
    const char* source;          /**< [borrowed] name of the document in messages; NULL: "input" */
    size_t source_size;
    /** [borrowed] names of columns and codes (format cchc.mapping/1), or a JSON string that names a built-in mapping:
     *  "\"opencps\"", "\"dvcqg\"", "\"td\"", "\"default\""; NULL: the default one */
    const char* mapping_json;
    size_t mapping_size;
    int32_t format;    /**< CCHC_INPUT_… */
    int32_t reserved1; /**< 0 */
    /** [borrowed] a whole CSV document of pauses and extensions, with the columns id (of the dossier), kind, from, to,
     *  due_before, due_after; NULL: none. It is read at once, and kept until the document of dossiers is finished. */
    const char* pauses_csv;
    size_t pauses_size;
} cchc_csv_options;

/* clang-format off */
#define CCHC_CSV_OPTIONS_INIT {sizeof(cchc_csv_options), 0, 0, 0, 0, 0, NULL, 0, NULL, 0, 0, 0, NULL, 0}
/* clang-format on */

/** Makes *options what CCHC_CSV_OPTIONS_INIT makes it. @param options [filled] @param struct_size sizeof(cchc_csv_options)
 *  @return CCHC_OK, CCHC_E_ARG_NULL, CCHC_E_ARG_STRUCT_SIZE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_csv_options_init(cchc_csv_options* options, uint32_t struct_size) CCHC_NOEXCEPT;

/** Begins a document, CSV or JSON, with options. Without options this call can be left out. A document that was begun
 *  and not finished is dropped, uncounted.
 *  @param statistics [borrowed]  @param options [borrowed] may be NULL: all defaults
 *  @return COMMON, TEXT, JSON and CCHC_E_UNKNOWN_NAME (of the mapping), CCHC_E_ARG_STRUCT_SIZE and
 *          CCHC_E_OPTION_UNKNOWN (of the options), CCHC_E_ARG_ENUM: delimiter, stop_at_first_issue or format,
 *          CCHC_E_ARG_RANGE: another option, CCHC_E_CSV: the pauses have no usable header, or a bad row where the first
 *          one is to end the document. @thread own @since 0.1 */
CCHC_API cchc_status cchc_statistics_begin_csv(cchc_statistics* statistics, const cchc_csv_options* options,
                                               cchc_error* error) CCHC_NOEXCEPT;

/** Reads the next block of a document of dossiers, of any size and cut anywhere: CSV, or JSON where the options of
 *  cchc_statistics_begin_csv() say so. Memory does not grow with the document. Its rows count
 *  once cchc_statistics_finish_csv() returns CCHC_OK. A document that failed returns its first error again until it is
 *  finished.
 *  @param statistics [borrowed]  @param block, block_size [borrowed] bytes; the size is exact
 *  @return COMMON, CCHC_E_ARG_RANGE: a size beyond any memory, CCHC_E_CSV; of a JSON document instead
 *          CCHC_E_JSON_SYNTAX, and CCHC_E_JSON_SCHEMA for the first bad row if asked. @thread own @since 0.1 */
CCHC_API cchc_status cchc_statistics_add_csv(cchc_statistics* statistics, const char* block, size_t block_size,
                                             cchc_error* error) CCHC_NOEXCEPT;

/** Ends the document. Its rows are counted, good and bad; where the document failed, none is. The next block begins a
 *  new document in either case.
 *  @param statistics [borrowed]
 *  @param report [owned: cchc_bytes_free] what was read (JSON, format cchc.read_report/1): rows, bad rows by problem, the
 *         first of them with line, column (or JSON pointer) and reason, duplicate ids, columns ignored and missing; under
 *         "pauses", if there were any: their rows, bad rows, and rows whose dossier the document does not have
 *  @return COMMON, CCHC_E_CSV (also: no block was given), CCHC_E_JSON_SYNTAX. @thread own @since 0.1 */
CCHC_API cchc_status cchc_statistics_finish_csv(cchc_statistics* statistics, cchc_bytes** report,
                                                cchc_error* error) CCHC_NOEXCEPT;

/** The unit of a time limit (uint8_t). @since 0.1 */
#define CCHC_UNIT_WORKING_DAY 0
#define CCHC_UNIT_CALENDAR_DAY 1
#define CCHC_UNIT_WORKING_HOUR 2
#define CCHC_UNIT_CLOCK_HOUR 3
#define CCHC_UNIT_WEEK 4
#define CCHC_UNIT_MONTH 5
#define CCHC_UNIT_YEAR 6

/** How a dossier was filed (uint8_t). @since 0.1 */
#define CCHC_CHANNEL_UNKNOWN 0
#define CCHC_CHANNEL_IN_PERSON 1
#define CCHC_CHANNEL_ONLINE 2
#define CCHC_CHANNEL_POST 3

/** Why a dossier of a batch or a CSV row cannot be judged (uint8_t). It is counted with its agency all the same. @since 0.1
 */
#define CCHC_PROBLEM_NONE 0
#define CCHC_PROBLEM_WRONG_FIELD_COUNT 1 /**< 1 to 4: of CSV rows only */
#define CCHC_PROBLEM_LINE_TOO_LONG 2
#define CCHC_PROBLEM_OPEN_QUOTE 3
#define CCHC_PROBLEM_BAD_QUOTE 4
#define CCHC_PROBLEM_INVALID_UTF8 5
#define CCHC_PROBLEM_BAD_DATE 6
#define CCHC_PROBLEM_BAD_LIMIT 7
#define CCHC_PROBLEM_BAD_UNIT 8
#define CCHC_PROBLEM_UNKNOWN_STATUS 9
#define CCHC_PROBLEM_UNKNOWN_CHANNEL 10
#define CCHC_PROBLEM_MISSING_RECEIVED 11
#define CCHC_PROBLEM_DUE_BEFORE_RECEIVED 12
#define CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED 13
#define CCHC_PROBLEM_OUTSIDE_COVERAGE 14
#define CCHC_PROBLEM_LIMIT_REFUSED 15
#define CCHC_PROBLEM_NEEDS_HOUR 16 /**< a limit in hours, but the time of receipt is not known */
#define CCHC_PROBLEM_MISSING_ID 17
#define CCHC_PROBLEM_UNKNOWN_SERVICE_LEVEL 18
#define CCHC_PROBLEM_BAD_PAUSE 19 /**< a pause or extension that cannot be read, or that ends before it begins */
#define CCHC_PROBLEM_BAD_JSON                                                                   \
    20 /**< a JSON record that is no object, is cut off, nested too deep, or says a thing twice \
        */

/** How far a procedure can be done online (uint8_t). @since 0.1 */
#define CCHC_LEVEL_UNKNOWN 0
#define CCHC_LEVEL_1 1
#define CCHC_LEVEL_2 2
#define CCHC_LEVEL_3 3
#define CCHC_LEVEL_4 4
#define CCHC_LEVEL_PARTIAL 5
#define CCHC_LEVEL_FULL 6

/** What stops the clock of a dossier or moves its due date (uint8_t). @since 0.1 */
#define CCHC_CLOCK_SUPPLEMENT 0     /**< the applicant was asked to complete it */
#define CCHC_CLOCK_FINANCIAL_DUTY 1 /**< a payment of the applicant is awaited */
#define CCHC_CLOCK_VERIFICATION 2
#define CCHC_CLOCK_OTHER_BODY 3 /**< the opinion of another body is awaited */
#define CCHC_CLOCK_EXTENSION 4  /**< stops nothing; a new due date was set */

/** Dossiers in columns. All pointers are [borrowed]. Each column has `count` elements, or is NULL: no dossier has it.
 *  Texts lie one after the other in x_bytes; text i is [x_offsets[i], x_offsets[i + 1]): count + 1 offsets, none
 *  smaller than the one before. Instants at exactly 00:00 are dates whose time of day is not known. @since 0.1 */
typedef struct cchc_dossier_columns {
    uint32_t struct_size; /**< sizeof(cchc_dossier_columns) */
    uint32_t reserved0;   /**< 0 */
    size_t count;         /**< number of dossiers */
    const char* id_bytes; /**< the dossier's own number; required */
    const int64_t* id_offsets;
    const char* agency_bytes; /**< who handles it */
    const int64_t* agency_offsets;
    const char* field_bytes; /**< field of administration */
    const int64_t* field_offsets;
    const char* procedure_bytes; /**< administrative procedure */
    const int64_t* procedure_offsets;
    const uint8_t* channel;      /**< CCHC_CHANNEL_... */
    const uint8_t* status;       /**< CCHC_STATUS_... */
    const int64_t* received;     /**< instants, CCHC_NO_INSTANT: did not happen; required */
    const int64_t* original_due; /**< the first appointment */
    const int64_t* due;          /**< the appointment that stands */
    const int64_t* completed;    /**< the result was ready, or it ended in another way */
    const int64_t* returned;     /**< the applicant had the result */
    const int64_t* supplement_requested;
    const int64_t* supplement_received;
    const int64_t* apology;     /**< a letter of apology was sent */
    const int64_t* limit_milli; /**< time limit in thousandths of its unit; CCHC_NO_LIMIT: none */
    const uint8_t* limit_unit;  /**< CCHC_UNIT_...; NULL: working days */
    const char* cause_bytes;    /**< cause of lateness, as recorded */
    const int64_t* cause_offsets;
    const uint8_t* service_level; /**< CCHC_LEVEL_... */
    /** Pauses and extensions: those of dossier i are [clock_offsets[i], clock_offsets[i + 1]) of the columns below; count +
     * 1 offsets. NULL: no dossier has any, and supplement_requested and supplement_received are the only round of each. */
    const int64_t* clock_offsets;
    const uint8_t* clock_kind;       /**< CCHC_CLOCK_...; required with clock_offsets, as clock_from is */
    const int64_t* clock_from;       /**< instants at which the pause began, or the extension was made */
    const int64_t* clock_to;         /**< at which it ended; CCHC_NO_INSTANT: it lasts */
    const int64_t* clock_due_before; /**< the due date that it replaced, CCHC_NO_INSTANT: not known */
    const int64_t* clock_due_after;  /**< the due date that it set, CCHC_NO_INSTANT: none */
} cchc_dossier_columns;

/* clang-format off */
#define CCHC_DOSSIER_COLUMNS_INIT                                                                                \
    {sizeof(cchc_dossier_columns), 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
     NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL}
/* clang-format on */

/** Makes *columns what CCHC_DOSSIER_COLUMNS_INIT makes it. @param columns [filled]
 *  @param struct_size sizeof(cchc_dossier_columns)
 *  @return CCHC_OK, CCHC_E_ARG_NULL, CCHC_E_ARG_STRUCT_SIZE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_dossier_columns_init(cchc_dossier_columns* columns, uint32_t struct_size) CCHC_NOEXCEPT;

/** Explains one dossier: its events, how its due date came about, and what each policy makes of it.
 *  @param columns [borrowed] exactly one dossier (count is 1)
 *  @param query_json, query_size [borrowed] format cchc.reconcile_query/1: "policies", "as_of" (else "to"), and "calendar",
 *         "rules"
 *  @param lang   CCHC_LANG_VI or CCHC_LANG_EN: the text; -1: JSON (format cchc.explanation/1)
 *  @param out    [owned: cchc_bytes_free]
 *  @return COMMON, TEXT, JSON, CCHC_E_ARG_STRUCT_SIZE and CCHC_E_OPTION_UNKNOWN (of the columns), CCHC_E_ARG_ENUM: lang,
 *          CCHC_E_ARG_RANGE: not one dossier, CCHC_E_OUTSIDE_COVERAGE: the as-of date. @thread any @since 0.1 */
CCHC_API cchc_status cchc_dossier_explain(const cchc_dossier_columns* columns, const char* query_json, size_t query_size,
                                          int32_t lang, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: adds dossiers, all or (where the call fails) none. A missing due date is computed as the policy of the query says.
 *  @param statistics  [borrowed]
 *  @param columns     [borrowed] the dossiers
 *  @param row_problem [filled] columns->count bytes CCHC_PROBLEM_...: why the dossier counts as excluded; may be NULL
 *  @param failed      [filled] number of dossiers with a problem; may be NULL
 *  @return COMMON, CCHC_E_ARG_STRUCT_SIZE and CCHC_E_OPTION_UNKNOWN (of the columns), CCHC_E_ARG_RANGE: offsets (with the
 *          row) or a count beyond any memory. @thread own @since 0.1 */
CCHC_API cchc_status cchc_statistics_add_columns(cchc_statistics* statistics, const cchc_dossier_columns* columns,
                                                 uint8_t* row_problem, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;

/** Adds the dossiers of other statistics with an equal query. A CSV document that is open in either is not part of it.
 *  @param statistics [borrowed]  @param other [borrowed] stays as it is; may be the same handle
 *  @return COMMON, CCHC_E_INCOMPATIBLE. @thread own @since 0.1 */
CCHC_API cchc_status cchc_statistics_merge(cchc_statistics* statistics, const cchc_statistics* other,
                                           cchc_error* error) CCHC_NOEXCEPT;

/** The statistics as bytes, to keep or to send. Equal statistics give equal bytes; version and checksum are inside.
 *  @param statistics [borrowed]  @param out [owned: cchc_bytes_free]
 *  @return COMMON. @thread any @since 0.1 @see cchc_statistics_deserialize */
CCHC_API cchc_status cchc_statistics_serialize(const cchc_statistics* statistics, cchc_bytes** out,
                                               cchc_error* error) CCHC_NOEXCEPT;

/** Statistics from bytes of cchc_statistics_serialize(), with their query. They may come from anywhere.
 *  @param data, size [borrowed] the bytes; the size is exact
 *  @param out [owned: cchc_statistics_free]
 *  @return COMMON, CCHC_E_ARG_RANGE: a size beyond any memory, CCHC_E_BYTES_CORRUPT. @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_deserialize(const char* data, size_t size, cchc_statistics** out,
                                                 cchc_error* error) CCHC_NOEXCEPT;

/** Everything as JSON (format cchc.statistics/1): query, versions of calendar and policy, total, groups, rates, identities.
 *  @param statistics [borrowed]  @param out [owned: cchc_bytes_free]
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_result_json(const cchc_statistics* statistics, cchc_bytes** out,
                                                 cchc_error* error) CCHC_NOEXCEPT;

/** All counts of one grouping as CSV, one row for each group, captions in the first line.
 *  @param statistics [borrowed]
 *  @param grouping   index into "by" of the query, from 0
 *  @param out        [owned: cchc_bytes_free]
 *  @return COMMON, CCHC_E_ARG_RANGE: no such grouping. @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_result_csv(const cchc_statistics* statistics, int32_t grouping, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;

/** A table of statistics for people (int32_t). @since 0.1 */
#define CCHC_TABLE_FORM_II06A 0 /**< form II.06a/VPCP/KSTT, with its rates and identities below */
#define CCHC_TABLE_OUTLINE_274 \
    1                       /**< as the outline of plan 274/KH-UBND asks: received, on time, early, overdue, apologies */
#define CCHC_TABLE_TIMING 2 /**< how early, how late, how soon due; the query asked for the timing */
#define CCHC_TABLE_FORM_BY_LEVEL 3 /**< form II.06a by level of government; cchc_statistics_consolidated_table() only */
#define CCHC_TABLE_FORM_BY_UNIT 4  /**< form II.06a, each unit with all that is below it; likewise */

/** A table of one grouping as text, in columns, as wide as it is.
 *  @param statistics [borrowed]
 *  @param table      CCHC_TABLE_FORM_II06A, CCHC_TABLE_OUTLINE_274 or CCHC_TABLE_TIMING
 *  @param grouping   index into "by" of the query, from 0
 *  @param lang       CCHC_LANG_VI or CCHC_LANG_EN
 *  @param out        [owned: cchc_bytes_free] text of several lines
 *  @return COMMON, CCHC_E_ARG_ENUM: table, lang, CCHC_E_ARG_RANGE: no such grouping, or a query without timing.
 *  @thread any @since 0.1 @see cchc_statistics_form_document */
CCHC_API cchc_status cchc_statistics_table(const cchc_statistics* statistics, int32_t table, int32_t grouping, int32_t lang,
                                           cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Form II.06a of one grouping as a document, with tables of its rates and identities, without an issuer.
 *  @param statistics [borrowed]
 *  @param grouping   index into "by" of the query, from 0
 *  @param lang       CCHC_LANG_VI or CCHC_LANG_EN
 *  @param format     CCHC_DOCUMENT_...
 *  @param out        [owned: cchc_bytes_free] UTF-8, as CCHC_DOCUMENT_... says
 *  @return COMMON, CCHC_E_ARG_ENUM: lang, format, CCHC_E_ARG_RANGE: no such grouping. @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_form_document(const cchc_statistics* statistics, int32_t grouping, int32_t lang,
                                                   int32_t format, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** The figures as facts, "dossiers.received.total", "dossiers.resolved.early" ..., for cchc_score() and the calls like it.
 *  @param statistics [borrowed]
 *  @param agency, agency_size [borrowed] the agency, of a query that groups by agency alone; NULL with 0: the total
 *  @param kind, kind_size     [borrowed] kind of the unit, as the criteria set names it ("xa"); NULL with 0: none
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.facts/1); its unit is the agency
 *  @return COMMON, TEXT, CCHC_E_ARG_RANGE: no row for the agency. @thread any @since 0.1 @see cchc_facts_merge */
CCHC_API cchc_status cchc_statistics_facts_json(const cchc_statistics* statistics, const char* agency, size_t agency_size,
                                                const char* kind, size_t kind_size, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;

/* ---- Periods, chains, levels, published forms ------------------------------------------------------------------- */

/** What a named period is (int32_t). @since 0.1 */
#define CCHC_WINDOWS_ND_09_2019 0 /**< closed on the 14th: Decree 09/2019/ND-CP, art. 12 */
#define CCHC_WINDOWS_CALENDAR 1   /**< from the 1st of a month */

/** The dates of a period by its name, or of several that follow each other.
 *  @param name, name_size [borrowed] "2020-03", "2020-Q1", "2020-H1", "2020-9M", "2020"; several: "2020-Q1..2020-Q4"
 *  @param windows   CCHC_WINDOWS_...
 *  @param from_days [filled] the first day of each period  @param to_days [filled] the day after the last one of each
 *  @param capacity  elements of from_days and to_days
 *  @param count     [filled] number of periods, also with CCHC_E_BUFFER_SMALL
 *  @return COMMON, TEXT, CCHC_E_ARG_ENUM: windows, CCHC_E_TIME_SYNTAX: no name of a period, CCHC_E_ARG_RANGE: periods that
 * do not follow each other, more than 1200, CCHC_E_BUFFER_SMALL: there are more than `capacity`. @thread any @since 0.1 */
CCHC_API cchc_status cchc_period_dates(const char* name, size_t name_size, int32_t windows, int32_t* from_days,
                                       int32_t* to_days, size_t capacity, size_t* count, cchc_error* error) CCHC_NOEXCEPT;

/** Whether a period begins with what the one before it left open, in total and in each row of groupings that both have. For
 *  several periods in one pass, add the same dossiers to one handle for each period.
 *  @param previous [borrowed]  @param current [borrowed] its period begins where the other's ends
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.chain/1): opening and closing stock, and the rows that differ
 *  @return COMMON, CCHC_E_ARG_RANGE: the periods do not meet. @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_check_chain(const cchc_statistics* previous, const cchc_statistics* current,
                                                 cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Totals by level of government and for each unit with all that is below it. Agencies that the hierarchy does not have are
 *  listed apart, units without dossiers have zeroes.
 *  @param statistics [borrowed] its query groups by agency alone ("by":[["agency"]])
 *  @param hierarchy, hierarchy_size [borrowed] format cchc.hierarchy/1, or CSV with the columns unit, parent, level, title
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.consolidated/1)
 *  @return COMMON, TEXT, JSON, CCHC_E_CSV: of the hierarchy, CCHC_E_ARG_RANGE: no grouping by agency. @thread any @since 0.1
 */
CCHC_API cchc_status cchc_statistics_consolidate(const cchc_statistics* statistics, const char* hierarchy,
                                                 size_t hierarchy_size, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** The same as a table in text, in columns, as wide as it is.
 *  @param statistics, hierarchy, hierarchy_size as for cchc_statistics_consolidate()
 *  @param table CCHC_TABLE_FORM_BY_LEVEL or CCHC_TABLE_FORM_BY_UNIT
 *  @param lang  CCHC_LANG_VI or CCHC_LANG_EN
 *  @param out   [owned: cchc_bytes_free] text of several lines
 *  @return as cchc_statistics_consolidate(), CCHC_E_ARG_ENUM: table, lang. @thread any @since 0.1 */
CCHC_API cchc_status cchc_statistics_consolidated_table(const cchc_statistics* statistics, const char* hierarchy,
                                                        size_t hierarchy_size, int32_t table, int32_t lang, cchc_bytes** out,
                                                        cchc_error* error) CCHC_NOEXCEPT;

/** Which identities a published form II.06a, or one of its variants, breaks, and by how much. A broken form is a result, not
 *  an error.
 *  @param form, form_size [borrowed] the filled form: CSV, a JSON array of rows, or cchc.statistics/1
 *  @param next, next_size [borrowed] the form of the period after it, for the stock that is carried over; NULL with 0: none
 *  @param variant, variant_size [borrowed] its kind: "ii06a", "ii06a-supplementary", "ii06a-apology", "old-portal",
 * "qd-766", "hau-giang", "opencps", or in full (format cchc.form-variant/1); NULL with 0: found from the header
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.form-check/1)
 *  @return COMMON, TEXT, JSON, CCHC_E_CSV: no form of a known kind, or of several, CCHC_E_UNKNOWN_NAME: no such kind,
 *          CCHC_E_INCOMPATIBLE: the two are of different kinds. @thread any @since 0.1 */
CCHC_API cchc_status cchc_form_check(const char* form, size_t form_size, const char* next, size_t next_size,
                                     const char* variant, size_t variant_size, cchc_bytes** out,
                                     cchc_error* error) CCHC_NOEXCEPT;

/* ---- Reconciliation: why do the figures of two systems differ? -------------------------------------------------- */

/** The same dossiers under several outcome policies, and each difference broken down by the field of the policies that makes
 *  it, with example dossiers. Parts, order and merging change nothing, as for statistics. Calls on a const handle may run
 *  beside each other. @since 0.1 */
typedef struct cchc_reconcile cchc_reconcile;

/** An empty reconciliation for a query.
 *  @param query_json, query_size [borrowed] the question (format cchc.reconcile_query/1): {"format":
 *         "cchc.reconcile_query/1","from":"2020-01-01","to":"2020-10-01","policies":["form-ii06a","td"]}, two to sixteen
 *         policies by name or in full, of which the first is the one that the others are compared with; also "as_of",
 *         "calendar", "rules" as in cchc.query/1
 *  @param out [owned: cchc_reconcile_free]
 *  @return COMMON, TEXT, JSON (also: a name that is not built in), CCHC_E_ARG_RANGE: an empty period, an as-of date not
 *          after its beginning, too few or too many policies, CCHC_E_OUTSIDE_COVERAGE: the calendar does not cover it all.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_reconcile_create(const char* query_json, size_t query_size, cchc_reconcile** out,
                                           cchc_error* error) CCHC_NOEXCEPT;

/** Frees a reconciliation; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_reconcile_free(cchc_reconcile* reconcile) CCHC_NOEXCEPT;

/** Begins a CSV document with options, as cchc_statistics_begin_csv() does.
 *  @param reconcile [borrowed]  @param options [borrowed] may be NULL: all defaults
 *  @return as cchc_statistics_begin_csv(). @thread own @since 0.1 */
CCHC_API cchc_status cchc_reconcile_begin_csv(cchc_reconcile* reconcile, const cchc_csv_options* options,
                                              cchc_error* error) CCHC_NOEXCEPT;

/** Reads the next block of a CSV document, as cchc_statistics_add_csv() does.
 *  @param reconcile [borrowed]  @param block, block_size [borrowed] bytes; the size is exact
 *  @return COMMON, CCHC_E_ARG_RANGE: a size beyond any memory, CCHC_E_CSV. @thread own @since 0.1 */
CCHC_API cchc_status cchc_reconcile_add_csv(cchc_reconcile* reconcile, const char* block, size_t block_size,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** Ends the CSV document, as cchc_statistics_finish_csv() does.
 *  @param reconcile [borrowed]  @param report [owned: cchc_bytes_free] what was read (format cchc.read_report/1)
 *  @return COMMON, CCHC_E_CSV (also: no block was given). @thread own @since 0.1 */
CCHC_API cchc_status cchc_reconcile_finish_csv(cchc_reconcile* reconcile, cchc_bytes** report,
                                               cchc_error* error) CCHC_NOEXCEPT;

/** Batch: adds dossiers, all or (where the call fails) none. Missing due dates are computed as each policy says.
 *  @param reconcile   [borrowed]
 *  @param columns     [borrowed] the dossiers
 *  @param row_problem [filled] columns->count bytes CCHC_PROBLEM_...: why the first policy cannot judge the dossier; may be
 *                     NULL
 *  @param failed      [filled] number of dossiers with a problem; may be NULL
 *  @return as cchc_statistics_add_columns(). @thread own @since 0.1 */
CCHC_API cchc_status cchc_reconcile_add_columns(cchc_reconcile* reconcile, const cchc_dossier_columns* columns,
                                                uint8_t* row_problem, size_t* failed, cchc_error* error) CCHC_NOEXCEPT;

/** Adds the dossiers of another reconciliation with an equal query. A CSV document that is open in either is not part of it.
 *  @param reconcile [borrowed]  @param other [borrowed] stays as it is; may be the same handle
 *  @return COMMON, CCHC_E_INCOMPATIBLE. @thread own @since 0.1 */
CCHC_API cchc_status cchc_reconcile_merge(cchc_reconcile* reconcile, const cchc_reconcile* other,
                                          cchc_error* error) CCHC_NOEXCEPT;

/** Figures, rates and differences as JSON (format cchc.reconcile/1).
 *  @param reconcile [borrowed]  @param out [owned: cchc_bytes_free]
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_reconcile_result_json(const cchc_reconcile* reconcile, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;

/* ---- Quality: what is wrong with the dossiers? ------------------------------------------------------------------- */

/** Flags of a dossier, the number of a bit. cchc_quality_result_json() names each with its source; the C++ header
 *  cchc/quality.hpp says when exactly each is set. Only what happened before the as-of date counts. @since 0.1 */
#define CCHC_FLAG_SECOND_EXTENSION 0        /**< more than one extension */
#define CCHC_FLAG_LATE_APOLOGY 1            /**< apology later than 1 calendar day before the due date that it excuses */
#define CCHC_FLAG_LATE_SUPPLEMENT_REQUEST 2 /**< first request later than the third working day after the receipt */
#define CCHC_FLAG_SECOND_SUPPLEMENT 3       /**< more than one request for a supplement */
#define CCHC_FLAG_LATE_REFUSAL 4            /**< refused after the due date of the policy */
#define CCHC_FLAG_CODE_DATE_DIFFERS 5       /**< ...-YYMMDD-n or ...-YYYYMMDD-n, and not the date of receipt */
#define CCHC_FLAG_DUE_EDITED 6              /**< no extension or pause explains the due date on record */
#define CCHC_FLAG_OUTCOME_CHANGED_BY_DUE 7  /**< another outcome than under the original due date */
#define CCHC_FLAG_ONLINE_BELOW_LEVEL_3 8    /**< filed online, service of level 1 or 2 */
#define CCHC_FLAG_MISSING_RECEIVED 9        /**< no date of receipt, and none to be expected otherwise */
#define CCHC_FLAG_FINISHED_WITHOUT_END 10   /**< status finished or result returned, no date of it */
#define CCHC_FLAG_RECEIVED_IN_FUTURE 11     /**< received after today */
#define CCHC_FLAG_ENDED_IN_FUTURE 12        /**< completed or returned after today */
#define CCHC_FLAG_ENDED_BEFORE_RECEIVED 13  /**< completed or returned before it was received */
#define CCHC_FLAG_UNDATED_STATE 14          /**< withdrawn, sent back, refused or stopped, no date of it */

/** Counts of flags and problems, in total and by agency, with example dossiers. Parts, order and merging change nothing, as
 *  for statistics. Calls on a const handle may run beside each other. @since 0.1 */
typedef struct cchc_quality cchc_quality;

/** An empty quality report for a query.
 *  @param query_json, query_size [borrowed] the question (format cchc.query/1), without "by": the report counts by agency
 *  @param today_day the last day on which something can have happened; CCHC_NO_DAY: the day before the as-of date
 *  @param out [owned: cchc_quality_free]
 *  @return COMMON, TEXT, JSON (also: a name that is not built in), CCHC_E_ARG_RANGE: an empty period, an as-of date not
 *          after its beginning, groupings, today_day, CCHC_E_OUTSIDE_COVERAGE: the calendar does not cover it all.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_quality_create(const char* query_json, size_t query_size, int32_t today_day, cchc_quality** out,
                                         cchc_error* error) CCHC_NOEXCEPT;

/** Frees a quality report; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_quality_free(cchc_quality* quality) CCHC_NOEXCEPT;

/** Begins a CSV document with options, as cchc_statistics_begin_csv() does.
 *  @param quality [borrowed]  @param options [borrowed] may be NULL: all defaults
 *  @return as cchc_statistics_begin_csv(). @thread own @since 0.1 */
CCHC_API cchc_status cchc_quality_begin_csv(cchc_quality* quality, const cchc_csv_options* options,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** Reads the next block of a CSV document, as cchc_statistics_add_csv() does.
 *  @param quality [borrowed]  @param block, block_size [borrowed] bytes; the size is exact
 *  @return COMMON, CCHC_E_ARG_RANGE: a size beyond any memory, CCHC_E_CSV. @thread own @since 0.1 */
CCHC_API cchc_status cchc_quality_add_csv(cchc_quality* quality, const char* block, size_t block_size,
                                          cchc_error* error) CCHC_NOEXCEPT;

/** Ends the CSV document, as cchc_statistics_finish_csv() does.
 *  @param quality [borrowed]  @param report [owned: cchc_bytes_free] what was read (format cchc.read_report/1)
 *  @return COMMON, CCHC_E_CSV (also: no block was given). @thread own @since 0.1 */
CCHC_API cchc_status cchc_quality_finish_csv(cchc_quality* quality, cchc_bytes** report, cchc_error* error) CCHC_NOEXCEPT;

/** Batch: adds dossiers, all or (where the call fails) none. Looked at are those that statistics count, those with a problem
 *  and those received after today.
 *  @param quality     [borrowed]
 *  @param columns     [borrowed] the dossiers
 *  @param row_flags   [filled] columns->count numbers: bit f is set for CCHC_FLAG_... f, 0 for a dossier that is not looked
 * at; may be NULL
 *  @param row_problem [filled] columns->count bytes CCHC_PROBLEM_...; may be NULL
 *  @param failed      [filled] number of dossiers with a problem; may be NULL
 *  @return as cchc_statistics_add_columns(). @thread own @since 0.1 */
CCHC_API cchc_status cchc_quality_add_columns(cchc_quality* quality, const cchc_dossier_columns* columns,
                                              uint32_t* row_flags, uint8_t* row_problem, size_t* failed,
                                              cchc_error* error) CCHC_NOEXCEPT;

/** Adds the dossiers of another report with an equal query and today. A CSV document that is open in either is not part of
 * it.
 *  @param quality [borrowed]  @param other [borrowed] stays as it is; may be the same handle
 *  @return COMMON, CCHC_E_INCOMPATIBLE. @thread own @since 0.1 */
CCHC_API cchc_status cchc_quality_merge(cchc_quality* quality, const cchc_quality* other, cchc_error* error) CCHC_NOEXCEPT;

/** Everything as JSON (format cchc.quality/1): the flags with texts and sources, counts and examples, total and by agency.
 *  @param quality [borrowed]  @param out [owned: cchc_bytes_free]
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_quality_result_json(const cchc_quality* quality, cchc_bytes** out,
                                              cchc_error* error) CCHC_NOEXCEPT;

/** The counts as CSV, one row for each agency and flag or problem, captions in the first line.
 *  @param quality [borrowed]  @param out [owned: cchc_bytes_free]
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_quality_result_csv(const cchc_quality* quality, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/* ---- Criteria and scores: what are the facts worth? --------------------------------------------------------------- */

/** A criteria set, read, checked and compiled once. Immutable; any number of threads may score with it at once. @since 0.1
 */
typedef struct cchc_criteria cchc_criteria;

/** A set that ships with the library.
 *  @param id, id_size [borrowed] one of cchc_criteria_builtin_ids(): "vn.nd-307-2025.xa" ...
 *  @param out [owned: cchc_criteria_free]
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_builtin(const char* id, size_t id_size, cchc_criteria** out,
                                           cchc_error* error) CCHC_NOEXCEPT;

/** Reads a criteria set (format cchc.criteria/1). The error names the first mistake, cchc_criteria_check() all of them.
 *  @param json, json_size [borrowed] the set, at most 16 MiB
 *  @param frames, frame_sizes [borrowed] frame_count texts of sets that it or they may extend, found by their "id" before
 * the built-in ones; frame_sizes may be NULL: each ends with a NUL. Both may be NULL if frame_count is 0
 *  @param frame_count number of frames
 *  @param out [owned: cchc_criteria_free]
 *  @return COMMON, TEXT (of a frame: with the row), JSON, CCHC_E_ARG_RANGE: frame_count beyond any memory.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_from_json(const char* json, size_t json_size, const char* const* frames,
                                             const size_t* frame_sizes, size_t frame_count, cchc_criteria** out,
                                             cchc_error* error) CCHC_NOEXCEPT;

/** Frees a criteria set; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_criteria_free(cchc_criteria* criteria) CCHC_NOEXCEPT;

/** The ids of the sets that ship with the library.
 *  @param out [owned: cchc_bytes_free] JSON: an array of strings, in order
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_builtin_ids(cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** The text of a set that ships with the library, to read or to change.
 *  @param id, id_size [borrowed]  @param out [owned: cchc_bytes_free] JSON (format cchc.criteria/1)
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_builtin_json(const char* id, size_t id_size, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;

/** Everything that is wrong with a set, or worth knowing, at once: data, not an error.
 *  @param json, json_size [borrowed] the set  @param frames, frame_sizes, frame_count as for cchc_criteria_from_json()
 *  @param dictionary_json, dictionary_size [borrowed] names of facts that rules may read besides those of the set, an object
 *         as under "facts" of a set; NULL with 0: none
 *  @param report [owned: cchc_bytes_free] JSON (format cchc.check/1): findings with severity, code, JSON pointer, message,
 *         article
 *  @return COMMON, TEXT (of a frame: with the row), CCHC_E_JSON_SYNTAX, CCHC_E_JSON_SCHEMA: of a frame or the dictionary,
 *          CCHC_E_ARG_RANGE: frame_count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_check(const char* json, size_t json_size, const char* const* frames,
                                         const size_t* frame_sizes, size_t frame_count, const char* dictionary_json,
                                         size_t dictionary_size, cchc_bytes** report, cchc_error* error) CCHC_NOEXCEPT;

/** What tables of scores need to know of a set.
 *  @param criteria [borrowed]
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.criteria-description/1): id, version, title, kinds of unit,
 * criteria with their maximum for each kind, "leaves" (the ids of the columns of cchc_score_matrix()), accounts, bands, the
 *         dictionary, and "fact_names", the facts that the rules read
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_description_json(const cchc_criteria* criteria, cchc_bytes** out,
                                                    cchc_error* error) CCHC_NOEXCEPT;

/** The number of leaves of a set, accounts included: the columns of cchc_score_matrix().
 *  @param criteria [borrowed]  @param count [filled]
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_criteria_leaf_count(const cchc_criteria* criteria, size_t* count, cchc_error* error) CCHC_NOEXCEPT;

/** Merges what several sources say of one unit and period. Values that differ become conflicts of the result.
 *  @param facts, facts_sizes [borrowed] facts_count documents (format cchc.facts/1), in order; facts_sizes may be NULL: each
 *         ends with a NUL. A document that names no source is called "facts[0]", "facts[1]" ...
 *  @param facts_count 1 or more
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.facts/1): with the source of each fact
 *  @return COMMON, TEXT (with the row), JSON, CCHC_E_ARG_RANGE: no document, or more than any memory,
 *          CCHC_E_INCOMPATIBLE: of different units, kinds or periods. @thread any @since 0.1 */
CCHC_API cchc_status cchc_facts_merge(const char* const* facts, const size_t* facts_sizes, size_t facts_count,
                                      cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Scores one unit. Functions among units have no value then: the leaves that need them are missing input.
 *  @param criteria [borrowed]
 *  @param facts_json, facts_size [borrowed] format cchc.facts/1
 *  @param sheet_json, sheet_size [borrowed] the scores of people (format cchc.appraisal/1); NULL with 0: none. What of them
 * is refused stands among the "problems" of the card; deadlines in working days count on the calendar "vn"
 *  @param with_trace 1: each leaf says how it came about; 0: not
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.scorecard/1)
 *  @return COMMON, TEXT, JSON, CCHC_E_ARG_ENUM: with_trace, CCHC_E_ARG_RANGE: a kind of unit that is none of the set,
 *          CCHC_E_INCOMPATIBLE: a sheet of another unit, CCHC_E_OUTSIDE_COVERAGE: a deadline. @thread any @since 0.1 */
CCHC_API cchc_status cchc_score(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                const char* sheet_json, size_t sheet_size, int32_t with_trace, cchc_bytes** out,
                                cchc_error* error) CCHC_NOEXCEPT;

/** The same as a table for people.
 *  @param criteria, facts_json, facts_size, sheet_json, sheet_size, with_trace as for cchc_score()
 *  @param lang CCHC_LANG_VI or CCHC_LANG_EN
 *  @param out  [owned: cchc_bytes_free] text of several lines
 *  @return as cchc_score(), CCHC_E_ARG_ENUM: also lang. @thread any @since 0.1 */
CCHC_API cchc_status cchc_score_text(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                     const char* sheet_json, size_t sheet_size, int32_t with_trace, int32_t lang,
                                     cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** One unit in two years, each under its own set: totals, indices and bands, and the points of each criterion, matched by
 * id. What only one set has stands there too. Names may differ: units are merged and renamed.
 *  @param before [borrowed] the earlier set
 *  @param facts_before, facts_before_size, sheet_before, sheet_before_size as for cchc_score(), under it
 *  @param after [borrowed] the later set; may be the same handle
 *  @param facts_after, facts_after_size, sheet_after, sheet_after_size as for cchc_score(), under that
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.comparison/1)
 *  @return as cchc_score(); the message names the argument. @thread any @since 0.1 */
CCHC_API cchc_status cchc_score_compare(const cchc_criteria* before, const char* facts_before, size_t facts_before_size,
                                        const char* sheet_before, size_t sheet_before_size, const cchc_criteria* after,
                                        const char* facts_after, size_t facts_after_size, const char* sheet_after,
                                        size_t sheet_after_size, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Scores units together, with the functions among units, and ranks them.
 *  @param criteria [borrowed]
 *  @param facts, facts_sizes [borrowed] facts_count documents (format cchc.facts/1), one for each unit; facts_sizes may be
 *         NULL: each ends with a NUL
 *  @param facts_count number of units, 0 or more
 *  @param options_json, options_size [borrowed] format cchc.scores_options/1: {"format":"cchc.scores_options/1","outside":
 *         ["unit", ...],"by_kind":true,"trace":true}: units that are scored but not ranked, a ranking for each kind of unit,
 *         traces; NULL with 0: none of these
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.scores/1): "scorecards" in the order of `facts`, and "ranking"
 *         (format cchc.ranking/1): places by exact values, then the units outside the ranking with the reason
 *  @return COMMON, TEXT (of facts: with the row), JSON, CCHC_E_ARG_RANGE: a kind of unit that is none of the set,
 * facts_count beyond any memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_score_many(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                                     size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                                     cchc_error* error) CCHC_NOEXCEPT;

/** The same, for many units: it tells where it is and can be ended. A step is a unit.
 *  @param criteria, facts, facts_sizes, facts_count, options_json, options_size as for cchc_score_many()
 *  @param progress [polled] may be NULL
 *  @param out [owned: cchc_bytes_free] the same bytes as from cchc_score_many()
 *  @return as cchc_score_many(), CCHC_E_CANCELLED, CCHC_E_ARG_STRUCT_SIZE, CCHC_E_OPTION_UNKNOWN and CCHC_E_ARG_RANGE: of
 * the progress, too. @thread any @since 0.1 */
CCHC_API cchc_status cchc_score_many_with_progress(const cchc_criteria* criteria, const char* const* facts,
                                                   const size_t* facts_sizes, size_t facts_count, const char* options_json,
                                                   size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                                   cchc_error* error) CCHC_NOEXCEPT;

/** What would change the score of a unit: the points missing to the next band, what each leaf gains when a fact moves, and
 * the cheapest set of leaves that reaches the band.
 *  @param criteria [borrowed]
 *  @param facts_json, facts_size, sheet_json, sheet_size as for cchc_score()
 *  @param options_json, options_size [borrowed] format cchc.whatif_options/1: {"format":"cchc.whatif_options/1","band":"id",
 *         "reach":"maximum" or "next_row","costs":{"leaf":2},"fixed":["leaf"]}; NULL with 0: none of these
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.whatif/1)
 *  @return as cchc_score(), CCHC_E_ARG_RANGE: also a cost, a band that is not better; CCHC_E_UNKNOWN_NAME: an id that the
 *          set has not. @thread any @since 0.1 */
CCHC_API cchc_status cchc_what_if(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                  const char* sheet_json, size_t sheet_size, const char* options_json, size_t options_size,
                                  cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** The same; it tells where it is and can be ended. Steps are the leaves, and then the parts of the search for the cheapest
 *  set, which most often needs few of them.
 *  @param criteria, facts_json, facts_size, sheet_json, sheet_size, options_json, options_size as for cchc_what_if()
 *  @param progress [polled] may be NULL
 *  @param out [owned: cchc_bytes_free] the same bytes as from cchc_what_if()
 *  @return as cchc_what_if(), CCHC_E_CANCELLED, CCHC_E_ARG_STRUCT_SIZE, CCHC_E_OPTION_UNKNOWN and CCHC_E_ARG_RANGE: of the
 *          progress, too. @thread any @since 0.1 */
CCHC_API cchc_status cchc_what_if_with_progress(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                                const char* sheet_json, size_t sheet_size, const char* options_json,
                                                size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                                cchc_error* error) CCHC_NOEXCEPT;

/** How firm a ranking is: the ranks under points and weights that move at random within stated intervals.
 *  @param criteria [borrowed]
 *  @param facts, facts_sizes, facts_count [borrowed] the units, as for cchc_score_many()
 *  @param options_json, options_size [borrowed] format cchc.sensitivity_options/1: {"format":"cchc.sensitivity_options/1",
 *         "points":0.1,"weights":0,"seed":1,"first":0,"draws":1000,"outside":["unit"],"by_kind":false}; NULL with 0: these
 *  @param out [owned: cchc_bytes_free] JSON (format cchc.sensitivity/1). The same seed and draws give the same bytes
 * anywhere
 *  @return as cchc_score_many(), CCHC_E_UNKNOWN_NAME: an id that is no leaf, CCHC_E_INCOMPATIBLE: two documents of one unit.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_sensitivity(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                                      size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                                      cchc_error* error) CCHC_NOEXCEPT;

/** The same; it tells where it is and can be ended. A step is a unit that is scored, and then a draw.
 *  @param criteria, facts, facts_sizes, facts_count, options_json, options_size as for cchc_sensitivity()
 *  @param progress [polled] may be NULL
 *  @param out [owned: cchc_bytes_free] the same bytes as from cchc_sensitivity()
 *  @return as cchc_sensitivity(), CCHC_E_CANCELLED, CCHC_E_ARG_STRUCT_SIZE, CCHC_E_OPTION_UNKNOWN and CCHC_E_ARG_RANGE: of
 * the progress, too. @thread any @since 0.1 */
CCHC_API cchc_status cchc_sensitivity_with_progress(const cchc_criteria* criteria, const char* const* facts,
                                                    const size_t* facts_sizes, size_t facts_count, const char* options_json,
                                                    size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                                    cchc_error* error) CCHC_NOEXCEPT;

/** No value in a column of facts or points. @since 0.1 */
#define CCHC_NO_POINTS INT64_MIN

/** The state of a leaf (uint8_t). @since 0.1 */
#define CCHC_LEAF_SCORED 0
#define CCHC_LEAF_NOT_APPLICABLE 1    /**< with reason and authority; the maximum shrinks */
#define CCHC_LEAF_NO_CASE 2           /**< no case arose in the period; the criterion says what that means */
#define CCHC_LEAF_MISSING_INPUT 3     /**< facts that nobody gave */
#define CCHC_LEAF_NO_RULE 4           /**< the rule says nothing about these facts */
#define CCHC_LEAF_CONFLICTING_RULES 5 /**< two rows match where only one may */
#define CCHC_LEAF_NOT_EXISTS 255      /**< the leaf is for another kind of unit */

/** One fact for all units: a column of a matrix of facts. All pointers are [borrowed]. @since 0.1 */
typedef struct cchc_fact_column {
    uint32_t struct_size; /**< sizeof(cchc_fact_column); the same in all columns of an array */
    int32_t is_boolean;   /**< 1: the values are 0 and 1, false and true; 0: numbers */
    int32_t scale;        /**< values are whole numbers of 10^-scale, 0 to 18; 0 for booleans */
    int32_t reserved0;    /**< 0 */
    const char* name;     /**< of the fact */
    size_t name_size;
    const int64_t* value; /**< one for each unit; CCHC_NO_POINTS: missing */
} cchc_fact_column;

/* clang-format off */
#define CCHC_FACT_COLUMN_INIT {sizeof(cchc_fact_column), 0, 0, 0, NULL, 0, NULL}
/* clang-format on */

/** Makes *column what CCHC_FACT_COLUMN_INIT makes it. @param column [filled] @param struct_size sizeof(cchc_fact_column)
 *  @return CCHC_OK, CCHC_E_ARG_NULL, CCHC_E_ARG_STRUCT_SIZE. @thread any @since 0.1 */
CCHC_API cchc_status cchc_fact_column_init(cchc_fact_column* column, uint32_t struct_size) CCHC_NOEXCEPT;

/** Batch: scores many units from columns of facts, by the same rules and with the same results as cchc_score_many().
 *  @param criteria     [borrowed]
 *  @param columns      [borrowed] column_count facts, each named once; may be NULL if column_count is 0
 *  @param column_count number of columns
 *  @param units        number of units, the elements of each column
 *  @param kinds        [borrowed] for each unit the index of its kind, as under "units" of cchc_criteria_description_json();
 *                      NULL: the set has one kind
 *  @param constants_json, constants_size [borrowed] facts that are the same for all units (format cchc.facts/1), texts, too;
 * a column of the same name counts before them; NULL with 0: none
 *  @param places       points, totals and indices are whole numbers of 10^-places, 0 to 12; a value with more decimals is
 *                      rounded half even, here and only here
 *  @param leaf_count   number of columns of `points` and `state`: what cchc_criteria_leaf_count() gives
 *  @param points       [filled] units x leaf_count numbers, the leaves of a unit side by side; CCHC_NO_POINTS: none
 *  @param state        [filled] units x leaf_count bytes CCHC_LEAF_...
 *  @param total        [filled] units numbers; CCHC_NO_POINTS: the total is not complete
 *  @param index        [filled] units numbers, percent; CCHC_NO_POINTS: nothing applies
 *  @param band         [filled] units numbers: index into "bands" of the description; -1: none. Each output may be NULL
 *  @return COMMON, TEXT (of a name: with the row, the column), JSON (of the constants), CCHC_E_ARG_STRUCT_SIZE,
 *          CCHC_E_OPTION_UNKNOWN and CCHC_E_ARG_ENUM (of the columns, with the row), CCHC_E_ARG_RANGE: a scale, places, a
 * kind (with the row, the unit), leaf_count, two columns of one name, notes on criteria in the constants, sizes beyond any
 *          memory. @thread any @since 0.1 */
CCHC_API cchc_status cchc_score_matrix(const cchc_criteria* criteria, const cchc_fact_column* columns, size_t column_count,
                                       size_t units, const int32_t* kinds, const char* constants_json, size_t constants_size,
                                       int32_t places, size_t leaf_count, int64_t* points, uint8_t* state, int64_t* total,
                                       int64_t* index, int32_t* band, cchc_error* error) CCHC_NOEXCEPT;

/* ---- Inspection: plan, self-reports, visits, findings, and what is written afterwards ---------------------------- */

/** What cchc_inspection_add() is given (int32_t). @since 0.1 */
#define CCHC_PART_SELF_REPORT 0 /**< format cchc.self-report/1 */
#define CCHC_PART_VISIT 1       /**< format cchc.visit/1 */
#define CCHC_PART_FINDINGS 2    /**< format cchc.findings/1: findings, conclusions, remedies of any years */
#define CCHC_PART_FACTS 3       /**< format cchc.facts/1: further facts of a unit */
#define CCHC_PART_SCORES 4      /**< format cchc.appraisal/1: the scores that people give */

/** A round of inspection: a plan, what the units handed in and what the team saw. The formats are in
 *  capi/doc/inspection.md. What follows from it is a cchc_round. @since 0.1 */
typedef struct cchc_inspection cchc_inspection;

/** The plan that ships with the library: "huong-hoa-2020" (plan 274/KH-UBND).
 *  @param id, id_size [borrowed]
 *  @param out [owned: cchc_bytes_free] JSON, format cchc.plan/1
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_plan_builtin_json(const char* id, size_t id_size, cchc_bytes** out,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** The outline that ships with the library: "huong-hoa-2020" (the annex of plan 274/KH-UBND).
 *  @param id, id_size [borrowed]
 *  @param out [owned: cchc_bytes_free] JSON, format cchc.outline/1
 *  @return COMMON, TEXT, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_outline_builtin_json(const char* id, size_t id_size, cchc_bytes** out,
                                               cchc_error* error) CCHC_NOEXCEPT;

/** Everything that is wrong with a self-report, in one run.
 *  @param report_json, report_size   [borrowed] format cchc.self-report/1
 *  @param outline_json, outline_size [borrowed] format cchc.outline/1; NULL with 0: the built-in "huong-hoa-2020"
 *  @param kind, kind_size [borrowed] kind of the unit ("xa"), for figures that only some are asked; NULL with 0: all are
 *  @param out [owned: cchc_bytes_free] format cchc.inspection-problems/1: each with code, severity, id of the outline, JSON
 *         pointer, and the message in Vietnamese and English; empty: nothing is wrong
 *  @return COMMON, TEXT, JSON: of the outline; of a report without unit, period or figures. @thread any @since 0.1 */
CCHC_API cchc_status cchc_self_report_check(const char* report_json, size_t report_size, const char* outline_json,
                                            size_t outline_size, const char* kind, size_t kind_size, cchc_bytes** out,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** An inspection by a plan, to which nobody has handed in anything yet.
 *  @param plan_json, plan_size       [borrowed] format cchc.plan/1; its "policy" is a built-in one, its "criteria",
 *         "calendar" and "dossiers" are the caller's to find and to give
 *  @param outline_json, outline_size [borrowed] format cchc.outline/1; NULL with 0: the built-in one that the plan names
 *  @param criteria [borrowed] the set by which units are scored and ranked; may be NULL. It need not outlive the call
 *  @param calendar [borrowed] the working calendar of all due days. It need not outlive the call
 *  @param out      [owned: cchc_inspection_free]
 *  @return COMMON, TEXT, JSON, CCHC_E_UNKNOWN_NAME: plan, outline or policy, CCHC_E_OUTSIDE_COVERAGE: the period of the
 *          plan. @thread any @since 0.1 */
CCHC_API cchc_status cchc_inspection_create(const char* plan_json, size_t plan_size, const char* outline_json,
                                            size_t outline_size, const cchc_criteria* criteria,
                                            const cchc_calendar* calendar, cchc_inspection** out,
                                            cchc_error* error) CCHC_NOEXCEPT;

/** Frees an inspection; NULL is allowed. Rounds computed from it live on. @thread own @since 0.1 */
CCHC_API void cchc_inspection_free(cchc_inspection* inspection) CCHC_NOEXCEPT;

/** Adds one file. A file that cannot be read, a unit that is not in the plan, a second report of a unit: a problem of the
 *  round, listed in its result, not an error of the call.
 *  @param inspection [borrowed]
 *  @param part       CCHC_PART_...
 *  @param json, json_size     [borrowed] the content of the file; bytes that are not UTF-8 are such a problem, too
 *  @param source, source_size [borrowed] the name of the file in problems
 *  @param taken [filled] 1: it counts, 0: it is a problem and does not count, or the unit has one that was added before (of
 *         these the first that is dated before the as-of day counts); may be NULL
 *  @return COMMON, TEXT: source, CCHC_E_ARG_RANGE: json_size is beyond any memory, CCHC_E_ARG_ENUM: part. @thread own
 *  @since 0.1 */
CCHC_API cchc_status cchc_inspection_add(cchc_inspection* inspection, int32_t part, const char* json, size_t json_size,
                                         const char* source, size_t source_size, uint8_t* taken,
                                         cchc_error* error) CCHC_NOEXCEPT;

/** Gives the inspection the figures of its dossiers, in place of what it had.
 *  @param inspection [borrowed]
 *  @param statistics [borrowed] grouped by agency among others; agencies are the units of the plan. Stays as it is
 *  @return COMMON, CCHC_E_ARG_RANGE: no grouping by agency, another policy than that of the plan. @thread own @since 0.1 */
CCHC_API cchc_status cchc_inspection_set_statistics(cchc_inspection* inspection, const cchc_statistics* statistics,
                                                    cchc_error* error) CCHC_NOEXCEPT;

/** What follows from an inspection as of a day, computed once: the result and its documents. It never changes, and keeps all
 *  that it needs: the inspection may be added to or freed afterwards. @since 0.1 */
typedef struct cchc_round cchc_round;

/** Computes what follows from an inspection.
 *  @param inspection [borrowed] need not outlive the call. Stays as it is
 *  @param as_of_day  exclusive, days since 1970-01-01; CCHC_NO_DAY: the end of the plan's period
 *  @param out        [owned: cchc_round_free]
 *  @return COMMON, CCHC_E_OUTSIDE_COVERAGE: the calendar does not cover a day that is needed, CCHC_E_ARG_RANGE: a day
 *          before that of the plan.
 *  @thread any, beside other calls that make rounds of the inspection; own, beside calls that change it. @since 0.1 */
CCHC_API cchc_status cchc_round_create(const cchc_inspection* inspection, int32_t as_of_day, cchc_round** out,
                                       cchc_error* error) CCHC_NOEXCEPT;

/** Frees a round; NULL is allowed. @thread own @since 0.1 */
CCHC_API void cchc_round_free(cchc_round* round) CCHC_NOEXCEPT;

/** Everything: units, what is due and late, checks, remedies, the consolidated outline, scores, ranking, facts, all
 *  problems.
 *  @param round [borrowed]
 *  @param out   [owned: cchc_bytes_free] JSON, format cchc.inspection-result/1
 *  @return COMMON. @thread any @since 0.1 */
CCHC_API cchc_status cchc_round_result_json(const cchc_round* round, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** The first lines that a person needs: who is late, which checks fail, the ranking, the ten lowest rates.
 *  @param round [borrowed]
 *  @param lang  CCHC_LANG_VI or CCHC_LANG_EN
 *  @param out   [owned: cchc_bytes_free] plain text, UTF-8, lines that end with a newline
 *  @return COMMON, CCHC_E_ARG_ENUM: lang. @thread any @since 0.1 */
CCHC_API cchc_status cchc_round_overview(const cchc_round* round, int32_t lang, cchc_bytes** out,
                                         cchc_error* error) CCHC_NOEXCEPT;

/** The documents that there are to write, in the order in which people read them. None of them is built for it.
 *  @param round [borrowed]
 *  @param lang  CCHC_LANG_VI or CCHC_LANG_EN: of names, titles and subjects
 *  @param out   [owned: cchc_bytes_free] JSON: [{"name": "summary", "kind": "summary", "title": ..., "subject": ...}, ...]
 *  @return COMMON, CCHC_E_ARG_ENUM: lang. @thread any @since 0.1 */
CCHC_API cchc_status cchc_round_document_names(const cchc_round* round, int32_t lang, cchc_bytes** out,
                                               cchc_error* error) CCHC_NOEXCEPT;

/** One document; the others are not built for it.
 *  @param round  [borrowed]
 *  @param name, name_size [borrowed] as listed for this language
 *  @param lang   CCHC_LANG_VI or CCHC_LANG_EN
 *  @param format CCHC_DOCUMENT_...
 *  @param out    [owned: cchc_bytes_free] UTF-8, as CCHC_DOCUMENT_... says
 *  @return COMMON, TEXT, CCHC_E_ARG_ENUM: lang, format, CCHC_E_UNKNOWN_NAME. @thread any @since 0.1 */
CCHC_API cchc_status cchc_round_document(const cchc_round* round, const char* name, size_t name_size, int32_t lang,
                                         int32_t format, cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/* ---- Expressions: what is a rule worth over facts? ---------------------------------------------------------------- */

/** Evaluates an expression over facts. The language is in capi/doc/expressions.md.
 *  @param expression, expression_size [borrowed] e.g. "100 * early / total"
 *  @param facts_json, facts_size [borrowed] format cchc.facts/1; NULL or empty: no facts
 *  @param out [owned: cchc_bytes_free] JSON, format cchc.evaluation/1: "value", its "type" (number, string, boolean, null,
 *         missing), of a number all digits or the fraction as "exact", the names of "missing" facts, and the "reason" of a
 *         null. No value is a result, not an error.
 *  @return COMMON, TEXT, CCHC_E_EXPRESSION: it cannot be read; the message has line and column, byte_offset the place. JSON
 * of the facts.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_eval(const char* expression, size_t expression_size, const char* facts_json, size_t facts_size,
                               cchc_bytes** out, cchc_error* error) CCHC_NOEXCEPT;

/** Evaluates unary tests, as a cell of a decision table has them, of a value.
 *  @param tests, tests_size [borrowed] e.g. "[80..95)" or "\"a\", \"b\""
 *  @param value, value_size [borrowed] the value tested, an expression: 94.99, true, a text in quotes as JSON writes it, a
 * fact
 *  @param facts_json, facts_size [borrowed] format cchc.facts/1, for the tests and the value; NULL or empty: no facts
 *  @param out [owned: cchc_bytes_free] as cchc_eval(); "value" is true, false, or null for values of two kinds. Where the
 * value tested is missing, or null for a reason, so is the result.
 *  @return as cchc_eval(); the message begins with "tests:" or "value:", byte_offset is in that text.
 *  @thread any @since 0.1 */
CCHC_API cchc_status cchc_eval_test(const char* tests, size_t tests_size, const char* value, size_t value_size,
                                    const char* facts_json, size_t facts_size, cchc_bytes** out,
                                    cchc_error* error) CCHC_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif /* CCHC_H */
