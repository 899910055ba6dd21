<?php
/* Three calls of cchc from PHP 8 through FFI: a due date, statistics from a CSV in memory, a score; and an error as a program
 * meets it. All data are made up. Needs the FFI extension (on the command line it is on; under a web server set
 * ffi.enable=preload and preload the class) and libcchc.so, no compiler.
 *
 *     php three_calls.php                                  finds the library as the system does
 *     CCHC_LIBRARY=/path/to/libcchc.so php three_calls.php
 */
declare(strict_types=1);

/* FFI has no preprocessor, so what is used of cchc.h is written out, without its macros. It stays right: the library keeps its
 * functions and structs as they are for as long as its SONAME stays. */
const DECLARATIONS = <<<'C'
    typedef struct cchc_bytes cchc_bytes;
    typedef struct cchc_calendar cchc_calendar;
    typedef struct cchc_rule cchc_rule;
    typedef struct cchc_statistics cchc_statistics;
    typedef struct cchc_criteria cchc_criteria;
    typedef struct cchc_error {
        uint32_t struct_size;
        int32_t code;
        int64_t row;
        int64_t byte_offset;
        char message[232];
    } cchc_error;
    const char* cchc_status_name(int32_t status);
    int32_t cchc_error_init(cchc_error* error, uint32_t struct_size);
    int32_t cchc_bytes_view(const cchc_bytes* bytes, const char** data, size_t* size, cchc_error* error);
    void cchc_bytes_free(cchc_bytes* bytes);
    int32_t cchc_calendar_builtin(const char* id, size_t id_size, cchc_calendar** out, cchc_error* error);
    void cchc_calendar_free(cchc_calendar* calendar);
    int32_t cchc_rule_builtin(const char* id, size_t id_size, cchc_rule** out, cchc_error* error);
    void cchc_rule_free(cchc_rule* rule);
    int32_t cchc_due_compute(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                             const int64_t* limit_milli, size_t count, int64_t* due_at, int32_t* due_day,
                             uint8_t* row_status, size_t* failed, cchc_error* error);
    int32_t cchc_statistics_create(const char* query_json, size_t query_size, cchc_statistics** out, cchc_error* error);
    int32_t cchc_statistics_add_csv(cchc_statistics* statistics, const char* block, size_t block_size, cchc_error* error);
    int32_t cchc_statistics_finish_csv(cchc_statistics* statistics, cchc_bytes** report, cchc_error* error);
    int32_t cchc_statistics_result_json(const cchc_statistics* statistics, cchc_bytes** out, cchc_error* error);
    void cchc_statistics_free(cchc_statistics* statistics);
    int32_t cchc_criteria_builtin(const char* id, size_t id_size, cchc_criteria** out, cchc_error* error);
    int32_t cchc_score(const cchc_criteria* criteria, const char* facts_json, size_t facts_size, const char* sheet_json,
                       size_t sheet_size, int32_t with_trace, cchc_bytes** out, cchc_error* error);
    void cchc_criteria_free(cchc_criteria* criteria);
    C;

const QUERY = '{"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-03-01", "by": [["agency"]]}';

const DOSSIERS = <<<'CSV'
    id,agency,received,limit,unit,completed
    H-1,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-10T10:00
    H-2,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-12T16:30
    H-3,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-13T08:00
    H-4,Tân Liên,2020-01-16T10:20,15,working_day,2020-02-13T15:00
    H-5,Tân Liên,2020-01-16T15:40,15,working_day,2020-02-13T16:59
    H-6,Tân Liên,2020-01-16T16:10,15,working_day,2020-02-14T08:00
    CSV;

const SET = 'vn.nd-307-2025.xa';

/* Decimals are texts, because numbers are exact. */
const FACTS = <<<'JSON'
    {"format": "cchc.facts/1", "unit": "Tân Liên", "kind": "xa", "facts": {
     "population": 21500, "population.standard": 16000, "population.ethnic_minority_rate": "33.3",
     "area.natural": "42.37", "area.standard": 30,
     "unit.mountain": false, "unit.land_border": false, "unit.safe_zone": false,
     "budget.self_balanced": false, "budget.own_revenue_rate": "57.3", "economy.non_agricultural_rate": "58.4",
     "labour.non_agricultural_rate": "61.2", "poverty.rate": "3.85", "water.clean_rate": "77.7",
     "dossiers.full_online_rate": "63.15", "province.mean.full_online_rate": "61.9",
     "documents.signed_sent_rate": "82.6", "heritage.recognised": true, "role.strategic": false,
     "role.cluster_centre": false, "role.specialised_centre": false, "role.general_centre": false}}
    JSON;

/** A call that failed: what the library wrote into cchc_error. */
final class CchcException extends RuntimeException
{
    public function __construct(public readonly string $status, string $message, public readonly int $byteOffset)
    {
        parent::__construct($message);
    }
}

/** A handle of the library, which is freed with the last variable that holds it. */
final class Handle
{
    public function __construct(private FFI $cchc, public readonly FFI\CData $pointer, private string $free)
    {
    }

    public function __destruct()
    {
        $this->cchc->{$this->free}($this->pointer);
    }
}

final class Cchc
{
    private FFI $ffi;

    public function __construct(string $library)
    {
        $this->ffi = FFI::cdef(DECLARATIONS, $library);
    }

    public function ffi(): FFI
    {
        return $this->ffi;
    }

    /** Calls a function whose last parameter is the error. One error for each call, so nothing is shared between them. */
    public function call(string $function, mixed ...$arguments): void
    {
        $error = $this->ffi->new('cchc_error');
        $this->ffi->cchc_error_init(FFI::addr($error), FFI::sizeof($error));
        $status = $this->ffi->{$function}(...$arguments, ...[FFI::addr($error)]);
        if ($status !== 0) {
            // The message is bytes with a NUL; the array is longer.
            $message = FFI::string(FFI::addr($error->message[0]));
            throw new CchcException($this->ffi->cchc_status_name($status), $message, $error->byte_offset);
        }
    }

    /** Calls a function whose last parameters are a handle to make and the error. */
    public function make(string $kind, string $function, mixed ...$arguments): Handle
    {
        $out = $this->ffi->new("cchc_$kind*");
        $this->call($function, ...$arguments, ...[FFI::addr($out)]);
        return new Handle($this->ffi, $out, "cchc_{$kind}_free");
    }

    /** The JSON document that a function hands out. */
    public function document(string $function, mixed ...$arguments): array
    {
        $bytes = $this->make('bytes', $function, ...$arguments);
        $data = $this->ffi->new('const char*');
        $size = $this->ffi->new('size_t');
        $this->call('cchc_bytes_view', $bytes->pointer, FFI::addr($data), FFI::addr($size));
        // FFI::string copies: what is viewed goes with $bytes at the end of this function.
        return json_decode(FFI::string($data, $size->cdata), true, flags: JSON_THROW_ON_ERROR);
    }
}

/** An instant is seconds of wall time in Viet Nam, as if the clock on the wall were UTC. */
function due(Cchc $cchc, DateTimeImmutable $received, int $workingDays): DateTimeImmutable
{
    $calendar = $cchc->make('calendar', 'cchc_calendar_builtin', 'vn', strlen('vn'));
    $rule = $cchc->make('rule', 'cchc_rule_builtin', 'working-days', strlen('working-days'));
    // Columns: with more rows, one call judges them all.
    $at = $cchc->ffi()->new('int64_t[1]');
    $limit = $cchc->ffi()->new('int64_t[1]');
    $due = $cchc->ffi()->new('int64_t[1]');
    $failed = $cchc->ffi()->new('size_t');
    $at[0] = $received->getTimestamp();
    $limit[0] = 1000 * $workingDays;
    $cchc->call('cchc_due_compute', $calendar->pointer, $rule->pointer, $at, $limit, 1, $due, null, null, FFI::addr($failed));
    if ($failed->cdata !== 0) {
        throw new RuntimeException('this receipt cannot be judged: give row_status to learn why');
    }
    return new DateTimeImmutable('@' . $due[0]);
}

function resolved(Cchc $cchc, string $query, string $csv): array
{
    $statistics = $cchc->make('statistics', 'cchc_statistics_create', $query, strlen($query));
    // A large file goes in block by block, cut anywhere.
    $cchc->call('cchc_statistics_add_csv', $statistics->pointer, $csv, strlen($csv));
    $report = $cchc->document('cchc_statistics_finish_csv', $statistics->pointer);
    if ($report['bad_rows'] !== 0) {
        throw new RuntimeException($report['issues'][0]['message']);
    }
    return $cchc->document('cchc_statistics_result_json', $statistics->pointer)['total']['resolved'];
}

function score(Cchc $cchc, string $facts): array
{
    $criteria = $cchc->make('criteria', 'cchc_criteria_builtin', SET, strlen(SET));
    return $cchc->document('cchc_score', $criteria->pointer, $facts, strlen($facts), null, 0, 0);
}

$cchc = new Cchc(getenv('CCHC_LIBRARY') ?: 'libcchc.so.0');

$received = new DateTimeImmutable('2020-01-16 09:00', new DateTimeZone('UTC'));
echo 'due ', due($cchc, $received, 15)->format('Y-m-d H:i'), "\n";

$counts = resolved($cchc, QUERY, DOSSIERS);
echo "early {$counts['early']}, on time {$counts['on_time']}, overdue {$counts['overdue']}\n";

$card = score($cchc, FACTS);
echo "points {$card['total']}\n";
echo "class {$card['band']}\n";

try {
    resolved($cchc, substr(QUERY, 0, 28), DOSSIERS); // a query that was cut off
} catch (CchcException $refused) {
    echo "refused: {$refused->status} at byte {$refused->byteOffset}: {$refused->getMessage()}\n";
}
