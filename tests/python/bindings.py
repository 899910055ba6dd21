"""Every function of cchc.h through ctypes, with argtypes and restype set: what the tests of this folder call."""

import ctypes
import os
from ctypes import POINTER, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32, c_void_p

NUL_TERMINATED = c_size_t(-1).value
NO_DAY = -(2**31)
NO_INSTANT = -(2**63)
NO_LIMIT = -1


class Error(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("code", c_int32),
        ("row", c_int64),
        ("byte_offset", c_int64),
        ("message", c_char * 232),
    ]


class CsvOptions(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("delimiter", c_int32),
        ("stop_at_first_issue", c_int32),
        ("reserved0", c_int32),
        ("max_issues", c_int64),
        ("max_record_bytes", c_int64),
        ("source", c_char_p),
        ("source_size", c_size_t),
        ("mapping_json", c_char_p),
        ("mapping_size", c_size_t),
        ("format", c_int32),
        ("reserved1", c_int32),
        ("pauses_csv", c_char_p),
        ("pauses_size", c_size_t),
    ]


class DossierColumns(ctypes.Structure):
    _fields_ = (
        [("struct_size", c_uint32), ("reserved0", c_uint32), ("count", c_size_t)]
        + [
            (f"{name}_{part}", kind)
            for name in ("id", "agency", "field", "procedure")
            for part, kind in (("bytes", c_char_p), ("offsets", POINTER(c_int64)))
        ]
        + [("channel", POINTER(c_uint8)), ("status", POINTER(c_uint8))]
        + [
            (name, POINTER(c_int64))
            for name in (
                "received",
                "original_due",
                "due",
                "completed",
                "returned",
                "supplement_requested",
                "supplement_received",
                "apology",
                "limit_milli",
            )
        ]
        + [("limit_unit", POINTER(c_uint8)), ("cause_bytes", c_char_p), ("cause_offsets", POINTER(c_int64))]
        + [("service_level", POINTER(c_uint8)), ("clock_offsets", POINTER(c_int64)), ("clock_kind", POINTER(c_uint8))]
        + [(f"clock_{name}", POINTER(c_int64)) for name in ("from", "to", "due_before", "due_after")]
    )


class FactColumn(ctypes.Structure):
    _fields_ = [
        ("struct_size", c_uint32),
        ("is_boolean", c_int32),
        ("scale", c_int32),
        ("reserved0", c_int32),
        ("name", c_char_p),
        ("name_size", c_size_t),
        ("value", POINTER(c_int64)),
    ]


class Progress(ctypes.Structure):
    _fields_ = [("struct_size", c_uint32), ("cancel", c_int32), ("done", c_int64), ("total", c_int64)]


# Handles are opaque; one ctypes type for each keeps them apart.
class Bytes(c_void_p):
    pass


class Calendar(c_void_p):
    pass


class Rule(c_void_p):
    pass


class Policy(c_void_p):
    pass


class Statistics(c_void_p):
    pass


class Reconcile(c_void_p):
    pass


class Quality(c_void_p):
    pass


class Criteria(c_void_p):
    pass


class Inspection(c_void_p):
    pass


class Round(c_void_p):
    pass


STATUS = c_int32
_error = POINTER(Error)
_text = [c_char_p, c_size_t]
_rows = [POINTER(c_uint8), POINTER(c_size_t), _error]  # row_status, failed, error
_days = POINTER(c_int32)
_instants = POINTER(c_int64)
_codes = POINTER(c_uint8)
_texts = [POINTER(c_char_p), POINTER(c_size_t), c_size_t]

# name: (restype, argtypes)
SIGNATURES = {
    "cchc_version_number": (c_int32, []),
    "cchc_abi_version": (c_int32, []),
    "cchc_status_name": (c_char_p, [STATUS]),
    "cchc_error_init": (STATUS, [_error, c_uint32]),
    "cchc_bytes_view": (STATUS, [Bytes, POINTER(POINTER(c_char)), POINTER(c_size_t), _error]),
    "cchc_bytes_free": (None, [Bytes]),
    "cchc_progress_init": (STATUS, [POINTER(Progress), c_uint32]),
    "cchc_progress_cancel": (STATUS, [POINTER(Progress), _error]),
    "cchc_progress_read": (STATUS, [POINTER(Progress), _instants, _instants, _error]),
    "cchc_builtin_ids": (STATUS, [c_int32, POINTER(Bytes), _error]),
    "cchc_builtin_json": (STATUS, [c_int32, *_text, POINTER(Bytes), _error]),
    "cchc_calendar_builtin": (STATUS, [*_text, POINTER(Calendar), _error]),
    "cchc_calendar_from_json": (STATUS, [*_text, POINTER(Calendar), _error]),
    "cchc_calendar_free": (None, [Calendar]),
    "cchc_calendar_coverage": (STATUS, [Calendar, _days, _days, _error]),
    "cchc_calendar_is_working": (STATUS, [Calendar, _days, c_size_t, _codes, *_rows]),
    "cchc_calendar_add_working_days": (STATUS, [Calendar, _days, _days, c_size_t, _days, *_rows]),
    "cchc_calendar_count_working_days": (STATUS, [Calendar, _days, _days, c_size_t, _days, *_rows]),
    "cchc_calendar_to_json": (STATUS, [Calendar, POINTER(Bytes), _error]),
    "cchc_calendar_days_json": (STATUS, [Calendar, c_int32, c_int32, POINTER(Bytes), _error]),
    "cchc_calendar_working_seconds": (STATUS, [Calendar, _instants, _instants, c_size_t, _instants, *_rows]),
    "cchc_calendar_advance": (STATUS, [Calendar, _instants, _instants, c_size_t, c_int32, _instants, *_rows]),
    "cchc_calendar_from_json_with_base": (STATUS, [*_text, Calendar, POINTER(Calendar), _error]),
    "cchc_calendar_with_projection": (STATUS, [Calendar, c_int32, POINTER(Calendar), _error]),
    "cchc_calendar_as_known_on": (STATUS, [Calendar, c_int32, POINTER(Calendar), _error]),
    "cchc_calendar_projected_from": (STATUS, [Calendar, _days, _error]),
    "cchc_projected_holidays_json": (STATUS, [c_int32, POINTER(Bytes), _error]),
    "cchc_lunar_from_days": (STATUS, [_days, c_size_t, _days, _codes, _codes, _codes, *_rows]),
    "cchc_lunar_to_days": (STATUS, [_days, _codes, _codes, _codes, c_size_t, _days, *_rows]),
    "cchc_lunar_years": (STATUS, [c_int32, c_size_t, _days, _days, _codes, _codes, _error]),
    "cchc_rule_builtin": (STATUS, [*_text, POINTER(Rule), _error]),
    "cchc_rule_from_json": (STATUS, [*_text, POINTER(Rule), _error]),
    "cchc_rule_free": (None, [Rule]),
    "cchc_rule_to_json": (STATUS, [Rule, POINTER(Bytes), _error]),
    "cchc_due_compute": (STATUS, [Calendar, Rule, _instants, _instants, c_size_t, _instants, _days, *_rows]),
    "cchc_due_compute_paused": (
        STATUS,
        [Calendar, Rule, _instants, _instants, c_size_t, _instants, _codes, _instants, _instants, _instants, c_int64,
         _instants, _days, *_rows],
    ),
    "cchc_due_time_left": (STATUS, [Calendar, c_int64, _instants, c_size_t, _days, _days, *_rows]),
    "cchc_due_time_left_text": (STATUS, [Calendar, c_int64, c_int64, c_int32, POINTER(Bytes), _error]),
    "cchc_dossier_explain": (STATUS, [POINTER(DossierColumns), *_text, c_int32, POINTER(Bytes), _error]),
    "cchc_due_explain": (STATUS, [Calendar, Rule, c_int64, c_int64, c_int32, POINTER(Bytes), _error]),
    "cchc_eval": (STATUS, [*_text, *_text, POINTER(Bytes), _error]),
    "cchc_eval_test": (STATUS, [*_text, *_text, *_text, POINTER(Bytes), _error]),
    "cchc_policy_builtin": (STATUS, [*_text, POINTER(Policy), _error]),
    "cchc_policy_from_json": (STATUS, [*_text, POINTER(Policy), _error]),
    "cchc_policy_free": (None, [Policy]),
    "cchc_policy_to_json": (STATUS, [Policy, POINTER(Bytes), _error]),
    "cchc_policy_classify": (
        STATUS,
        [Policy, _instants, _instants, _instants, _codes, c_size_t, c_int32, _codes, *_rows],
    ),
    "cchc_statistics_create": (STATUS, [*_text, POINTER(Statistics), _error]),
    "cchc_statistics_free": (None, [Statistics]),
    "cchc_csv_options_init": (STATUS, [POINTER(CsvOptions), c_uint32]),
    "cchc_statistics_begin_csv": (STATUS, [Statistics, POINTER(CsvOptions), _error]),
    "cchc_statistics_add_csv": (STATUS, [Statistics, *_text, _error]),
    "cchc_statistics_finish_csv": (STATUS, [Statistics, POINTER(Bytes), _error]),
    "cchc_dossier_columns_init": (STATUS, [POINTER(DossierColumns), c_uint32]),
    "cchc_statistics_add_columns": (STATUS, [Statistics, POINTER(DossierColumns), *_rows]),
    "cchc_statistics_merge": (STATUS, [Statistics, Statistics, _error]),
    "cchc_statistics_serialize": (STATUS, [Statistics, POINTER(Bytes), _error]),
    "cchc_statistics_deserialize": (STATUS, [*_text, POINTER(Statistics), _error]),
    "cchc_statistics_result_json": (STATUS, [Statistics, POINTER(Bytes), _error]),
    "cchc_statistics_result_csv": (STATUS, [Statistics, c_int32, POINTER(Bytes), _error]),
    "cchc_statistics_table": (STATUS, [Statistics, c_int32, c_int32, c_int32, POINTER(Bytes), _error]),
    "cchc_statistics_form_document": (STATUS, [Statistics, c_int32, c_int32, c_int32, POINTER(Bytes), _error]),
    "cchc_statistics_facts_json": (STATUS, [Statistics, *_text, *_text, POINTER(Bytes), _error]),
    "cchc_period_dates": (STATUS, [*_text, c_int32, _days, _days, c_size_t, POINTER(c_size_t), _error]),
    "cchc_statistics_check_chain": (STATUS, [Statistics, Statistics, POINTER(Bytes), _error]),
    "cchc_statistics_consolidate": (STATUS, [Statistics, *_text, POINTER(Bytes), _error]),
    "cchc_statistics_consolidated_table": (STATUS, [Statistics, *_text, c_int32, c_int32, POINTER(Bytes), _error]),
    "cchc_form_check": (STATUS, [*_text, *_text, *_text, POINTER(Bytes), _error]),
    "cchc_reconcile_create": (STATUS, [*_text, POINTER(Reconcile), _error]),
    "cchc_reconcile_free": (None, [Reconcile]),
    "cchc_reconcile_begin_csv": (STATUS, [Reconcile, POINTER(CsvOptions), _error]),
    "cchc_reconcile_add_csv": (STATUS, [Reconcile, *_text, _error]),
    "cchc_reconcile_finish_csv": (STATUS, [Reconcile, POINTER(Bytes), _error]),
    "cchc_reconcile_add_columns": (STATUS, [Reconcile, POINTER(DossierColumns), *_rows]),
    "cchc_reconcile_merge": (STATUS, [Reconcile, Reconcile, _error]),
    "cchc_reconcile_result_json": (STATUS, [Reconcile, POINTER(Bytes), _error]),
    "cchc_quality_create": (STATUS, [*_text, c_int32, POINTER(Quality), _error]),
    "cchc_quality_free": (None, [Quality]),
    "cchc_quality_begin_csv": (STATUS, [Quality, POINTER(CsvOptions), _error]),
    "cchc_quality_add_csv": (STATUS, [Quality, *_text, _error]),
    "cchc_quality_finish_csv": (STATUS, [Quality, POINTER(Bytes), _error]),
    "cchc_quality_add_columns": (STATUS, [Quality, POINTER(DossierColumns), POINTER(c_uint32), *_rows]),
    "cchc_quality_merge": (STATUS, [Quality, Quality, _error]),
    "cchc_quality_result_json": (STATUS, [Quality, POINTER(Bytes), _error]),
    "cchc_quality_result_csv": (STATUS, [Quality, POINTER(Bytes), _error]),
    "cchc_criteria_builtin": (STATUS, [*_text, POINTER(Criteria), _error]),
    "cchc_criteria_from_json": (STATUS, [*_text, *_texts, POINTER(Criteria), _error]),
    "cchc_criteria_free": (None, [Criteria]),
    "cchc_criteria_builtin_ids": (STATUS, [POINTER(Bytes), _error]),
    "cchc_criteria_builtin_json": (STATUS, [*_text, POINTER(Bytes), _error]),
    "cchc_criteria_check": (STATUS, [*_text, *_texts, *_text, POINTER(Bytes), _error]),
    "cchc_criteria_description_json": (STATUS, [Criteria, POINTER(Bytes), _error]),
    "cchc_criteria_leaf_count": (STATUS, [Criteria, POINTER(c_size_t), _error]),
    "cchc_facts_merge": (STATUS, [*_texts, POINTER(Bytes), _error]),
    "cchc_score": (STATUS, [Criteria, *_text, *_text, c_int32, POINTER(Bytes), _error]),
    "cchc_score_text": (STATUS, [Criteria, *_text, *_text, c_int32, c_int32, POINTER(Bytes), _error]),
    "cchc_score_many": (STATUS, [Criteria, *_texts, *_text, POINTER(Bytes), _error]),
    "cchc_what_if": (STATUS, [Criteria, *_text, *_text, *_text, POINTER(Bytes), _error]),
    "cchc_sensitivity": (STATUS, [Criteria, *_texts, *_text, POINTER(Bytes), _error]),
    "cchc_score_many_with_progress": (STATUS, [Criteria, *_texts, *_text, POINTER(Progress), POINTER(Bytes), _error]),
    "cchc_what_if_with_progress": (
        STATUS,
        [Criteria, *_text, *_text, *_text, POINTER(Progress), POINTER(Bytes), _error],
    ),
    "cchc_sensitivity_with_progress": (STATUS, [Criteria, *_texts, *_text, POINTER(Progress), POINTER(Bytes), _error]),
    "cchc_fact_column_init": (STATUS, [POINTER(FactColumn), c_uint32]),
    "cchc_score_matrix": (
        STATUS,
        [Criteria, POINTER(FactColumn), c_size_t, c_size_t, POINTER(c_int32), *_text, c_int32, c_size_t, _instants, _codes,
         _instants, _instants, POINTER(c_int32), _error],
    ),
    "cchc_plan_builtin_json": (STATUS, [*_text, POINTER(Bytes), _error]),
    "cchc_outline_builtin_json": (STATUS, [*_text, POINTER(Bytes), _error]),
    "cchc_self_report_check": (STATUS, [*_text, *_text, *_text, POINTER(Bytes), _error]),
    "cchc_inspection_create": (STATUS, [*_text, *_text, Criteria, Calendar, POINTER(Inspection), _error]),
    "cchc_inspection_free": (None, [Inspection]),
    "cchc_inspection_add": (STATUS, [Inspection, c_int32, *_text, *_text, _codes, _error]),
    "cchc_inspection_set_statistics": (STATUS, [Inspection, Statistics, _error]),
    "cchc_round_create": (STATUS, [Inspection, c_int32, POINTER(Round), _error]),
    "cchc_round_free": (None, [Round]),
    "cchc_round_result_json": (STATUS, [Round, POINTER(Bytes), _error]),
    "cchc_round_overview": (STATUS, [Round, c_int32, POINTER(Bytes), _error]),
    "cchc_round_document_names": (STATUS, [Round, c_int32, POINTER(Bytes), _error]),
    "cchc_round_document": (STATUS, [Round, *_text, c_int32, c_int32, POINTER(Bytes), _error]),
}


def load():
    library = ctypes.CDLL(os.environ["CCHC_LIBRARY"])
    for name, (restype, argtypes) in SIGNATURES.items():
        function = getattr(library, name)
        function.restype = restype
        function.argtypes = argtypes
    return library
