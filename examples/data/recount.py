#!/usr/bin/env python3
"""Counts dossiers for form II.06a in the plainest way, to check the library by another road.

    python3 recount.py dossiers.csv ../../src/data/calendars/vn.json --from 2020-01-01 --to 2020-10-01

Reads the columns of dossiers.csv and a calendar (cchc.calendar/1); writes one CSV line per agency and a last line TOTAL.
Shares no code with the library or with generate.py, walks day by day and session by session, and cares nothing for
speed. The policy is "form-ii06a":

- taken: received before `to` and not ended before `from`; both dates count from 00:00, `to` is not included;
- the end is the earlier of "Ngày hoàn tất" and "Ngày trả kết quả"; only what happened before `to` is known;
- ended: early, on time or overdue by comparing dates with "Ngày hẹn trả"; withdrawn and sent back count as on time,
  stopped as in process within limit, refused by its dates;
- open: overdue if due before the last day of the period, else within limit; waiting for a supplement is within limit;
- no "Ngày hẹn trả": it follows from receipt and limit.
"""

import argparse
import csv
import json
import sys
from datetime import date, datetime, time, timedelta

ONE_DAY = timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# How the state of an ended dossier is counted beside the form.
END_STATES = {"Công dân yêu cầu rút hồ sơ": "withdrawn", "Trả lại hồ sơ": "returned", "Từ chối giải quyết": "refused",
              "Dừng xử lý": "stopped"}
CHANNELS = {"Trực tuyến": "col4", "Trực tiếp": "col5", "Bưu chính": "col5"}
COLUMNS = ["col%d" % number for number in range(3, 14)] + ["withdrawn", "returned", "refused", "stopped", "waiting",
                                                           "apologies"]


class Calendar:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        if data.get("seasons"):
            raise ValueError("%s: this script does not know seasons" % path)
        self.week = [data["week"][name] for name in WEEKDAYS]
        self.first = date.fromisoformat(data["coverage"]["from"])
        self.end = date.fromisoformat(data["coverage"]["to"])
        self.off = {date.fromisoformat(day["date"]) for day in data.get("days_off", [])}
        self.worked = {date.fromisoformat(day["date"]): day for day in data.get("days_worked", [])}

    def sessions(self, day):
        """Sessions of a date as pairs of times; none on a rest day."""
        if not self.first <= day < self.end:
            raise ValueError("%s is outside the calendar" % day)
        if day in self.off:
            return []
        texts = self.week[day.weekday()]
        if day in self.worked:
            # A Saturday worked instead of a weekday has that weekday's hours, unless it has its own.
            replaced = date.fromisoformat(self.worked[day]["instead_of"])
            texts = self.worked[day].get("sessions") or self.week[replaced.weekday()]
        return [tuple(time.fromisoformat(end) for end in text.split("-")) for text in texts]

    def works(self, day):
        return bool(self.sessions(day))


def after_working_days(calendar, day, count):
    while count > 0:
        day += ONE_DAY
        if calendar.works(day):
            count -= 1
    return day


def after_calendar_days(calendar, day, count):
    day += count * ONE_DAY
    while not calendar.works(day):
        day += ONE_DAY
    return day


def after_working_hours(calendar, instant, hours):
    """The earliest instant by which so much time has passed in sessions."""
    left = timedelta(hours=hours)
    day = instant.date()
    while True:
        for opens, closes in calendar.sessions(day):
            start = max(datetime.combine(day, opens), instant)
            length = datetime.combine(day, closes) - start
            if length >= left:
                return start + left
            if length > timedelta(0):
                left -= length
        day += ONE_DAY


def due_date(calendar, dossier):
    """The date in the record, or the one that follows from receipt and limit."""
    if dossier["Ngày hẹn trả"]:
        return dossier["Ngày hẹn trả"].date()
    received, amount, unit = dossier["Ngày tiếp nhận"], dossier["Thời hạn"], dossier["Đơn vị thời hạn"]
    if not amount:
        raise ValueError("neither due date nor limit")
    if unit == "ngày làm việc":
        return after_working_days(calendar, received.date(), int(amount))
    if unit == "ngày":
        return after_calendar_days(calendar, received.date(), int(amount))
    if unit == "giờ làm việc":
        return after_working_hours(calendar, received, int(amount)).date()
    raise ValueError("unknown unit %r" % unit)


def moment(text):
    """dd/MM/yyyy HH:mm, or the date alone; None if empty."""
    if not text:
        return None
    return datetime.strptime(text, "%d/%m/%Y %H:%M" if len(text) > 10 else "%d/%m/%Y")


def dossiers(path):
    """(line, dossier) for each row, with dates read."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for row in reader:
            try:
                if None in row or None in row.values():
                    raise ValueError("wrong number of fields")
                yield reader.line_num, {name: moment(text) if name.startswith("Ngày ") else text
                                        for name, text in row.items()}
            except ValueError as error:
                raise ValueError("%s, line %d: %s" % (path, reader.line_num, error)) from None


def happened(moment, before):
    return moment is not None and moment < before


def outcome(calendar, dossier, end, to):
    """The column of an open dossier (end is None) or of one that ended."""
    due = due_date(calendar, dossier)
    if end is None:
        if waits(dossier, to) or due >= to.date() - ONE_DAY:
            return "col12"
        return "col13"
    state = END_STATES.get(dossier["Trạng thái"])
    if state in ("withdrawn", "returned"):
        return "col9"
    if state == "stopped":
        return "col12"
    if end.date() < due:
        return "col8"
    return "col9" if end.date() == due else "col10"


def waits(dossier, to):
    return happened(dossier["Ngày yêu cầu bổ sung"], to) and not happened(dossier["Ngày tiếp nhận bổ sung"], to)


def count(calendar, dossier, start, to):
    """The columns in which a dossier counts one; empty if it is not of this period."""
    received = dossier["Ngày tiếp nhận"]
    ends = [end for end in (dossier["Ngày hoàn tất"], dossier["Ngày trả kết quả"]) if end]
    end = min(ends) if ends else None
    # A stopped dossier stays in process (within limit), in this period and in all later ones.
    stays = dossier["Trạng thái"] in END_STATES and END_STATES[dossier["Trạng thái"]] == "stopped"
    if received >= to or (happened(end, start) and not stays):
        return []
    if not happened(end, to):
        end = None
    column = outcome(calendar, dossier, end, to)
    columns = ["col3", CHANNELS[dossier["Kênh tiếp nhận"]] if received >= start else "col6", column]
    columns.append("col11" if column in ("col12", "col13") else "col7")
    if end and end >= start and dossier["Trạng thái"] in END_STATES:
        columns.append(END_STATES[dossier["Trạng thái"]])
    if end is None and waits(dossier, to):
        columns.append("waiting")
    if column in ("col10", "col13") and happened(dossier["Ngày xin lỗi"], to):
        columns.append("apologies")
    return columns


def recount(path, calendar, start, to):
    """Counts by agency, and the total."""
    agencies, total = {}, dict.fromkeys(COLUMNS, 0)
    for line, dossier in dossiers(path):
        try:
            columns = count(calendar, dossier, start, to)
        except (ValueError, KeyError) as error:
            raise ValueError("%s, line %d: %s" % (path, line, error)) from None
        # An agency whose dossiers all lie outside the period has no line, as in the library.
        if columns:
            counts = agencies.setdefault(dossier["Tên đơn vị"], dict.fromkeys(COLUMNS, 0))
            for column in columns:
                counts[column] += 1
                total[column] += 1
    return agencies, total


def arguments():
    parser = argparse.ArgumentParser(description="Counts dossiers for form II.06a in the plainest way.")
    parser.add_argument("dossiers", help="CSV with the columns of dossiers.csv")
    parser.add_argument("calendar", help="calendar of format cchc.calendar/1")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True)
    parser.add_argument("--to", type=date.fromisoformat, required=True, help="not included")
    options = parser.parse_args()
    if options.first >= options.to:
        parser.error("--from must be before --to")
    return options


def main():
    options = arguments()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    midnight = time()
    try:
        agencies, total = recount(options.dossiers, Calendar(options.calendar),
                                  datetime.combine(options.first, midnight), datetime.combine(options.to, midnight))
    except (ValueError, OSError) as error:
        sys.exit("recount.py: %s" % error)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["agency"] + COLUMNS)
    for agency in sorted(agencies):
        writer.writerow([agency] + [agencies[agency][column] for column in COLUMNS])
    writer.writerow(["TOTAL"] + [total[column] for column in COLUMNS])


if __name__ == "__main__":
    main()
