"""The constants of cchc.h by their names there: CCHC_ROW_MISSING is Row.MISSING. A test compares them with the header."""

from enum import IntEnum

ABI_VERSION = 0  # of the library that this package calls

NO_DAY = -(2**31)  # no value in a column of days
NO_INSTANT = -(2**63)  # no value in a column of instants: it did not happen, or is not known
NO_POINTS = -(2**63)  # no value in a column of facts or points
NO_LIMIT = -1  # no value in a column of time limits


class Code(IntEnum):
    """What a call returns: Error.code."""

    OK = 0
    E_ARG_NULL = 100
    E_ARG_ENUM = 101
    E_ARG_RANGE = 102
    E_ARG_STRUCT_SIZE = 103
    E_OPTION_UNKNOWN = 104
    E_BUFFER_SMALL = 105
    E_ARG_UTF8 = 106
    E_JSON_SYNTAX = 200
    E_JSON_SCHEMA = 201
    E_CSV = 202
    E_BYTES_CORRUPT = 203
    E_OUTSIDE_COVERAGE = 300
    E_LIMIT_REFUSED = 301
    E_UNKNOWN_NAME = 302
    E_INCOMPATIBLE = 303
    E_TIME_SYNTAX = 304
    E_EXPRESSION = 305
    E_NO_MEMORY = 900
    E_INTERNAL = 901
    E_CANCELLED = 902


class Row(IntEnum):
    """What became of a row of a batch."""

    OK = 0
    MISSING = 1
    OUTSIDE_COVERAGE = 2
    LIMIT_REFUSED = 3
    ARGUMENT_RANGE = 4


class Lang(IntEnum):
    """The language of a text for people."""

    VI = 0
    EN = 1


class Pause(IntEnum):
    """What a pause does to a due date."""

    NONE = 0
    EXCLUDE = 1
    ADD_ELAPSED = 2
    RESTART = 3
    ADD_CALENDAR_DAYS = 4
    REPLACE = 5


class Outcome(IntEnum):
    """The outcome of a dossier as of a date."""

    EARLY = 0
    ON_TIME = 1
    OVERDUE = 2
    IN_PROCESS_WITHIN = 3
    IN_PROCESS_OVERDUE = 4
    NO_DUE_RESOLVED = 5
    NO_DUE_IN_PROCESS = 6
    OWN_CLASS = 7
    EXCLUDED = 8
    NOT_RECEIVED = 9


class Status(IntEnum):
    """The state that a system records for a dossier; 1 to 10 are the codes of the national portal."""

    UNKNOWN = 0
    REGISTERED = 1
    RECEIVED = 2
    NOT_ACCEPTED = 3
    PROCESSING = 4
    SUPPLEMENT = 5
    FINANCIAL_DUTY = 6
    WITHDRAWN = 7
    STOPPED = 8
    FINISHED = 9
    RESULT_RETURNED = 10
    REFUSED = 11
    RETURNED = 12


class Input(IntEnum):
    """What a document of dossiers is."""

    CSV = 0
    JSON = 1


class Unit(IntEnum):
    """The unit of a time limit."""

    WORKING_DAY = 0
    CALENDAR_DAY = 1
    WORKING_HOUR = 2
    CLOCK_HOUR = 3
    WEEK = 4
    MONTH = 5
    YEAR = 6


class Channel(IntEnum):
    """How a dossier was filed."""

    UNKNOWN = 0
    IN_PERSON = 1
    ONLINE = 2
    POST = 3


class Problem(IntEnum):
    """Why a dossier cannot be judged."""

    NONE = 0
    WRONG_FIELD_COUNT = 1
    LINE_TOO_LONG = 2
    OPEN_QUOTE = 3
    BAD_QUOTE = 4
    INVALID_UTF8 = 5
    BAD_DATE = 6
    BAD_LIMIT = 7
    BAD_UNIT = 8
    UNKNOWN_STATUS = 9
    UNKNOWN_CHANNEL = 10
    MISSING_RECEIVED = 11
    DUE_BEFORE_RECEIVED = 12
    COMPLETED_BEFORE_RECEIVED = 13
    OUTSIDE_COVERAGE = 14
    LIMIT_REFUSED = 15
    NEEDS_HOUR = 16
    MISSING_ID = 17
    UNKNOWN_SERVICE_LEVEL = 18
    BAD_PAUSE = 19
    BAD_JSON = 20


class Level(IntEnum):
    """How far a procedure can be done online."""

    UNKNOWN = 0
    LEVEL_1 = 1
    LEVEL_2 = 2
    LEVEL_3 = 3
    LEVEL_4 = 4
    PARTIAL = 5
    FULL = 6


class Clock(IntEnum):
    """What stops the clock of a dossier or moves its due date."""

    SUPPLEMENT = 0
    FINANCIAL_DUTY = 1
    VERIFICATION = 2
    OTHER_BODY = 3
    EXTENSION = 4


class Windows(IntEnum):
    """What a named period is: closed on the 14th (Decree 09/2019/ND-CP, art. 12), or from the 1st of a month."""

    ND_09_2019 = 0
    CALENDAR = 1


class Flag(IntEnum):
    """What is wrong with a dossier, the number of a bit: 1 << Flag.LATE_APOLOGY."""

    SECOND_EXTENSION = 0
    LATE_APOLOGY = 1
    LATE_SUPPLEMENT_REQUEST = 2
    SECOND_SUPPLEMENT = 3
    LATE_REFUSAL = 4
    CODE_DATE_DIFFERS = 5
    DUE_EDITED = 6
    OUTCOME_CHANGED_BY_DUE = 7
    ONLINE_BELOW_LEVEL_3 = 8
    MISSING_RECEIVED = 9
    FINISHED_WITHOUT_END = 10
    RECEIVED_IN_FUTURE = 11
    ENDED_IN_FUTURE = 12
    ENDED_BEFORE_RECEIVED = 13
    UNDATED_STATE = 14


class Leaf(IntEnum):
    """The state of a leaf of a scorecard."""

    SCORED = 0
    NOT_APPLICABLE = 1
    NO_CASE = 2
    MISSING_INPUT = 3
    NO_RULE = 4
    CONFLICTING_RULES = 5
    NOT_EXISTS = 255


class Part(IntEnum):
    """What Inspection.add() is given."""

    SELF_REPORT = 0
    VISIT = 1
    FINDINGS = 2
    FACTS = 3
    SCORES = 4


class DocumentFormat(IntEnum):
    """What a document is written as: JSON has the format cchc.report/1."""

    JSON = 0
    MARKDOWN = 1
    TEXT = 2


class Builtin(IntEnum):
    """A kind of what ships with the library: the documents of builtin_ids(). SCHEMA: JSON Schema of a format; "calendar" is
    that of cchc.calendar/1."""

    CALENDAR = 0
    RULE = 1
    POLICY = 2
    CRITERIA = 3
    MAPPING = 4
    FORM_VARIANT = 5
    PLAN = 6
    OUTLINE = 7
    SCHEMA = 8


class Boundary(IntEnum):
    """Which of several instants with the same working time before them is meant: at noon, the end of the morning or the
    beginning of the afternoon."""

    EARLIEST = 0
    LATEST = 1


class Table(IntEnum):
    """A table of statistics for people: Statistics.table() has the first three, Statistics.consolidated_table() the others."""

    FORM_II06A = 0
    OUTLINE_274 = 1
    TIMING = 2
    FORM_BY_LEVEL = 3
    FORM_BY_UNIT = 4
