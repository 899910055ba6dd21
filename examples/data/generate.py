#!/usr/bin/env python3
"""Writes synthetic dossiers as CSV: the sample dossiers.csv with default arguments, or any number of rows.

    python3 generate.py --out dossiers.csv              the committed sample
    python3 generate.py --check dossiers.csv            is the sample what this program writes? exit 1 if not
    python3 generate.py --rows 10000000 --out big.csv   the same kind of data, streamed

Units are real place names; dossiers, procedure codes, limits and the quality of each unit are invented.
The same arguments give the same bytes everywhere: the only source of chance is random.Random(seed).random(), whose
sequence Python keeps across versions, and nothing depends on hash order, locale or the clock.
"""

import argparse
import json
import sys
from collections import namedtuple
from datetime import date
from pathlib import Path
from random import Random

# ---- Tables ----------------------------------------------------------------------------------------------------------

CAPTIONS = ("Mã hồ sơ,Tên đơn vị,Lĩnh vực,Thủ tục,Kênh tiếp nhận,Ngày tiếp nhận,Thời hạn,Đơn vị thời hạn,"
            "Ngày hẹn trả ban đầu,Ngày hẹn trả,Ngày hoàn tất,Ngày trả kết quả,Trạng thái,Ngày yêu cầu bổ sung,"
            "Ngày tiếp nhận bổ sung,Ngày xin lỗi,Nguyên nhân\n")

# Kinds of limit: the caption of its unit, or nothing for procedures done on the day.
SAME_DAY, WORKING_DAYS, CALENDAR_DAYS, WORKING_HOURS = range(4)
UNIT_CAPTION = ("", "ngày làm việc", "ngày", "giờ làm việc")

# Procedures by group: (field, code, name, limit, kind, how often). Codes begin with MAU. (mẫu, sample): they are no
# real codes, and the limits are typical ones, not those of any announced procedure.
PROCEDURES = {
    "noi-vu": [
        ("Thi đua, khen thưởng", "MAU.TD.01", "Tặng giấy khen về thành tích công tác", 20, WORKING_DAYS, 4),
        ("Thi đua, khen thưởng", "MAU.TD.02", "Tặng danh hiệu tập thể lao động tiên tiến", 25, WORKING_DAYS, 2),
        ("Tổ chức hội", "MAU.TC.01", "Thành lập hội, phê duyệt điều lệ hội", 30, WORKING_DAYS, 1),
        ("Tôn giáo", "MAU.TG.01", "Thông báo tổ chức hội nghị thường niên", 10, WORKING_DAYS, 2),
    ],
    "tu-phap": [
        ("Chứng thực", "MAU.CT.01", "Chứng thực bản sao từ bản chính", 0, SAME_DAY, 7),
        ("Chứng thực", "MAU.CT.04", "Chứng thực chữ ký người dịch", 2, WORKING_DAYS, 2),
        ("Hộ tịch", "MAU.HT.11", "Đăng ký kết hôn có yếu tố nước ngoài", 15, CALENDAR_DAYS, 3),
        ("Hộ tịch", "MAU.HT.12", "Thay đổi, cải chính hộ tịch cho người từ đủ 14 tuổi", 3, WORKING_DAYS, 8),
    ],
    "tai-chinh": [
        ("Đăng ký kinh doanh hộ", "MAU.KD.01", "Đăng ký thành lập hộ kinh doanh", 3, WORKING_DAYS, 9),
        ("Đăng ký kinh doanh hộ", "MAU.KD.02", "Đăng ký thay đổi nội dung hộ kinh doanh", 3, WORKING_DAYS, 5),
        ("Đăng ký kinh doanh hộ", "MAU.KD.03", "Chấm dứt hoạt động hộ kinh doanh", 8, WORKING_HOURS, 3),
        ("Hợp tác xã", "MAU.HX.01", "Đăng ký thành lập hợp tác xã", 5, WORKING_DAYS, 1),
    ],
    "ha-tang": [
        ("Xây dựng", "MAU.XD.01", "Cấp giấy phép xây dựng nhà ở riêng lẻ", 15, CALENDAR_DAYS, 7),
        ("Xây dựng", "MAU.XD.02", "Điều chỉnh, gia hạn giấy phép xây dựng", 5, WORKING_DAYS, 3),
        ("Xây dựng", "MAU.XD.03", "Cung cấp thông tin quy hoạch xây dựng", 10, WORKING_DAYS, 2),
        ("Công thương", "MAU.TM.01", "Cấp giấy phép bán lẻ rượu", 10, WORKING_DAYS, 3),
        ("Giao thông", "MAU.GT.01", "Cấp phép thi công trên đường bộ", 7, WORKING_DAYS, 2),
    ],
    "van-hoa": [
        ("Văn hóa", "MAU.VH.01", "Công nhận khu dân cư văn hóa", 5, WORKING_DAYS, 4),
        ("Văn hóa", "MAU.VH.02", "Cấp giấy phép kinh doanh dịch vụ karaoke", 5, WORKING_DAYS, 2),
        ("Thông tin", "MAU.TT.01", "Khai báo hoạt động cơ sở photocopy", 16, WORKING_HOURS, 2),
        ("Thể dục, thể thao", "MAU.TH.01", "Công nhận câu lạc bộ thể thao cơ sở", 7, WORKING_DAYS, 2),
    ],
    "xa": [
        ("Hộ tịch", "MAU.HT.01", "Đăng ký khai sinh", 0, SAME_DAY, 10),
        ("Hộ tịch", "MAU.HT.02", "Đăng ký khai tử", 0, SAME_DAY, 3),
        ("Hộ tịch", "MAU.HT.03", "Xác nhận tình trạng hôn nhân", 3, WORKING_DAYS, 13),
        ("Hộ tịch", "MAU.HT.04", "Đăng ký lại khai sinh", 5, WORKING_DAYS, 5),
        ("Chứng thực", "MAU.CT.01", "Chứng thực bản sao từ bản chính", 0, SAME_DAY, 17),
        ("Chứng thực", "MAU.CT.02", "Chứng thực hợp đồng, giao dịch", 2, WORKING_DAYS, 9),
        ("Đất đai", "MAU.DD.01", "Xác nhận nguồn gốc, thời điểm sử dụng đất", 10, WORKING_DAYS, 9),
        ("Đất đai", "MAU.DD.02", "Hòa giải tranh chấp đất đai", 45, CALENDAR_DAYS, 2),
        ("Người có công", "MAU.NC.01", "Trợ cấp mai táng đối với thân nhân người có công", 5, WORKING_DAYS, 4),
        ("Bảo trợ xã hội", "MAU.BT.01", "Xác định mức độ khuyết tật", 25, WORKING_DAYS, 3),
        ("Bảo trợ xã hội", "MAU.BT.02", "Công nhận hộ nghèo, hộ cận nghèo phát sinh", 7, WORKING_DAYS, 5),
        ("Lao động", "MAU.LD.01", "Xác nhận đơn vay vốn giải quyết việc làm", 4, WORKING_HOURS, 4),
    ],
}

# Units: (name, group of procedures, share of all dossiers, per cent handled late, per cent filed online).
# Which units are worse is arbitrary and says nothing about the real ones.
UNITS = [
    ("Phòng Nội vụ", "noi-vu", 4, 2, 20),
    ("Phòng Tư pháp", "tu-phap", 9, 2, 12),
    ("Phòng Tài chính - Kế hoạch", "tai-chinh", 10, 2, 35),
    ("Phòng Kinh tế và Hạ tầng", "ha-tang", 10, 22, 15),
    ("Phòng Văn hóa và Thông tin", "van-hoa", 5, 4, 25),
    ("UBND thị trấn Khe Sanh", "xa", 16, 3, 12),
    ("UBND thị trấn Lao Bảo", "xa", 14, 4, 12),
    ("UBND xã Tân Thành", "xa", 7, 3, 6),
    ("UBND xã Tân Hợp", "xa", 7, 2, 6),
    ("UBND xã Tân Liên", "xa", 7, 5, 5),
    ("UBND xã Hướng Phùng", "xa", 7, 18, 3),
    ("UBND xã Thanh", "xa", 4, 4, 2),
]
# The official shape of a unit's code; district number 99 marks it as invented.
UNIT_CODE = "000.%02d.99.H50"

CAUSES = [
    "Công chức phụ trách nghỉ ốm, chưa bố trí người thay",
    "Phải xác minh tại thực địa, đường vào thôn bị sạt lở",
    'Chờ ý kiến của cơ quan phối hợp ("liên thông")',
    "Số lượng hồ sơ tăng đột biến",
    "Hệ thống phần mềm một cửa bị lỗi",
    "Chậm luân chuyển hồ sơ giữa các bộ phận",
    "Hồ sơ phức tạp, cần họp thống nhất",
]

IN_PERSON, ONLINE, POST = "Trực tiếp", "Trực tuyến", "Bưu chính"
FINISHED, HANDED_OVER, OPEN, WAITING = ("Đã xử lý xong", "Đã trả kết quả", "Đang xử lý", "Yêu cầu bổ sung giấy tờ")
WITHDRAWN, REFUSED, SENT_BACK, STOPPED = ("Công dân yêu cầu rút hồ sơ", "Từ chối giải quyết", "Trả lại hồ sơ",
                                          "Dừng xử lý")
NEVER_LATE = (WAITING, WITHDRAWN, SENT_BACK, STOPPED)

# ---- Time ------------------------------------------------------------------------------------------------------------
# All work happens on a clock that runs only in sessions: position = 450 * (index of the working day) + minutes worked
# that day. Positions of later events are larger, so the order of events is right by construction, and a weekend or Tết
# needs no special case. A date is its proleptic ordinal (date.toordinal).

DAY = 450                                  # minutes of work on a day: 07:30-11:30 and 13:30-17:00
MORNING, MORNING_START, AFTERNOON_START, CLOSE = 240, 450, 810, 1020
THREE_PM = 330                             # 15:00 in minutes worked
CLOCK = [" %02d:%02d" % divmod(minute, 60) for minute in range(24 * 60)]


class Calendar:
    """Working days of a period, from a file of format cchc.calendar/1."""

    def __init__(self, path, first, last):
        text = json.loads(Path(path).read_text(encoding="utf-8"))
        covered = [date.fromisoformat(text["coverage"][end]).toordinal() for end in ("from", "to")]
        if first < covered[0] or last > covered[1]:
            raise SystemExit("generate.py: the calendar covers %(from)s to %(to)s; the period asked for needs 15 days "
                             "before it and, for due dates, 200 after it" % text["coverage"])
        off = {date.fromisoformat(d["date"]).toordinal() for d in text.get("days_off", [])}
        worked = {date.fromisoformat(d["date"]).toordinal() for d in text.get("days_worked", [])}
        self.first = first
        self.days = []     # working days
        self.before = []   # for each date: how many working days come before it
        for day in range(first, last):
            self.before.append(len(self.days))
            if day in worked or (day not in off and (day - 1) % 7 < 5):
                self.days.append(day)
        self.text = [date.fromordinal(day).strftime("%d/%m/%Y") for day in range(first, last)]

    def at_or_after(self, day):
        """Index of the first working day that is not before `day`."""
        return self.before[day - self.first]

    def last_until(self, day):
        """Index of the last working day that is not after `day`."""
        return self.before[day + 1 - self.first] - 1

    def date_text(self, index):
        return self.text[self.days[index] - self.first]

    def instant_text(self, position):
        """A position as text; one between two sessions is the end of the first."""
        index, worked = divmod(position - 1, DAY)
        worked += 1
        start = MORNING_START if worked <= MORNING else AFTERNOON_START - MORNING
        return self.text[self.days[index] - self.first] + CLOCK[start + worked]


# ---- One dossier -----------------------------------------------------------------------------------------------------

# A procedure as one unit handles it. `cells`: agency, field and procedure as CSV; `limit_cells`: limit and its unit;
# `long`: long enough for a supplement or a new date; `late`: probability of being late.
Case = namedtuple("Case", "unit cells limit kind limit_cells long late online")


class Dossier:
    """The life of a dossier as positions; 0 is: did not happen. Due dates are indexes of working days."""
    __slots__ = ("original_due", "due", "due_position", "requested", "supplied", "moved", "apology", "end", "handed",
                 "state", "only_handed")

    def __init__(self):
        self.requested = self.supplied = self.moved = self.apology = self.end = self.handed = 0
        self.state = None           # an end other than a result
        self.only_handed = False    # the record has only the date on which the applicant got the result


class Maker:
    def __init__(self, calendar, to, random):
        self.calendar = calendar
        self.random = random
        self.export = DAY * calendar.at_or_after(to)  # positions beyond it had not happened when the data was taken

    def between(self, low, high):
        """A position from low to high, both included."""
        return low + int(self.random() * (high - low + 1)) if high > low else low

    def first_due(self, dossier, case, day, position):
        """The due date by the limit. For hours the exact position counts, for all others the day."""
        kind = case.kind
        dossier.due_position = 0
        if kind == WORKING_DAYS:
            due = self.calendar.last_until(day) + case.limit
        elif kind == CALENDAR_DAYS:
            due = self.calendar.at_or_after(day + case.limit)
        elif kind == SAME_DAY:
            due = position // DAY + (position % DAY > THREE_PM)
        else:
            dossier.due_position = position + 60 * case.limit
            due = (dossier.due_position - 1) // DAY
        dossier.original_due = dossier.due = due

    def supplement(self, dossier, case, position):
        """Papers are missing: asked for within three working days; the due date moves by the time waited for them.
        Returns the position from which work goes on, or 0 when the papers never come."""
        dossier.requested = self.between(position + 30, position + 2 * DAY)
        if self.random() < 0.10:
            if self.random() < 0.5:
                dossier.state, dossier.end = SENT_BACK, dossier.requested + self.between(20 * DAY, 35 * DAY)
            return 0
        dossier.supplied = dossier.requested + DAY + int(self.random() * self.random() * 18 * DAY)
        dossier.moved = dossier.supplied
        asked, came = (dossier.requested - 1) // DAY, (dossier.supplied - 1) // DAY
        if case.kind == WORKING_DAYS:
            dossier.due += came - asked
        else:
            days = self.calendar.days
            dossier.due = self.calendar.at_or_after(days[dossier.due] + days[came] - days[asked])
        return dossier.supplied

    def finish_in_time(self, dossier, position):
        """Before the due date, mostly near it; or on that date."""
        opening = DAY * dossier.due
        if opening > position + 10 and self.random() < 0.62:
            dossier.end = position + 5 + int((opening - position - 5) * max(self.random(), self.random()))
        else:
            dossier.end = self.between(max(position + 5, opening + 1), opening + DAY)

    def finish_late(self, dossier):
        if self.random() < 0.08:
            return  # forgotten: it stays open
        after = DAY * (dossier.due + 1)
        dossier.end = after + 1 + int(self.random() * self.random() * self.random() * 25 * DAY)

    def reschedule(self, dossier, position):
        """A new due date, set the day before the old one; most are told with an apology, most new dates are met."""
        decided = max(position + 1, self.between(DAY * (dossier.due - 1) + 1, DAY * dossier.due))
        old_close = DAY * (dossier.due + 1)
        dossier.moved = decided
        dossier.due += 2 + int(self.random() * 9)
        if self.random() < 0.85:
            dossier.apology = decided
        if self.random() < 0.65:
            self.finish_in_time(dossier, old_close)
        else:
            self.finish_late(dossier)

    def run_late(self, dossier, case, position):
        choice = self.random()
        if choice < 0.40 and case.long and not dossier.requested:
            self.reschedule(dossier, position)
            return
        if choice > 0.75:  # an apology on the due date, but no new date
            dossier.apology = max(position + 1, DAY * dossier.due + 300)
        self.finish_late(dossier)

    def hand_over(self, dossier, case):
        """The applicant fetches the result: at once, some days later, or never."""
        choice = self.random()
        if case.kind == SAME_DAY or choice < 0.45:
            dossier.handed = dossier.end + int(self.random() * 10)
            same_day = (dossier.handed - 1) // DAY == (dossier.end - 1) // DAY
            dossier.only_handed = same_day and self.random() < 0.06
        elif choice < 0.92:
            dossier.handed = dossier.end + int(self.random() * self.random() * 8 * DAY)

    def live(self, case, day, position):
        """The whole life of a dossier, as if the data were taken at the end of time."""
        dossier = Dossier()
        self.first_due(dossier, case, day, position)
        if case.long and self.random() < 0.10:
            position = self.supplement(dossier, case, position)
            if not position:
                return dossier
        choice = self.random()
        if case.kind != SAME_DAY and choice < 0.045:
            dossier.state = (WITHDRAWN, SENT_BACK, STOPPED)[int(choice / 0.015)]
            dossier.end = self.between(position + 5, max(position + 5, DAY * (dossier.due + 1)))
            return dossier
        if self.random() < case.late:
            self.run_late(dossier, case, position)
        else:
            self.finish_in_time(dossier, position)
        if case.kind != SAME_DAY and choice > 0.98:
            dossier.state = REFUSED
        elif dossier.end:
            self.hand_over(dossier, case)
        return dossier

    def forget_the_future(self, dossier):
        """Leaves only what was known when the data was taken."""
        export = self.export
        if 0 < dossier.handed <= export:
            return  # everything else came before it
        if dossier.requested > export:
            dossier.requested = 0
        if dossier.supplied > export:
            dossier.supplied = 0
        if dossier.moved > export:
            dossier.moved, dossier.due = 0, dossier.original_due
        if dossier.apology > export:
            dossier.apology = 0
        if dossier.end > export:
            dossier.end = 0
        if dossier.handed > export:
            dossier.handed = 0
            dossier.only_handed = False

    def status(self, dossier):
        if dossier.end:
            return dossier.state or (HANDED_OVER if dossier.handed else FINISHED)
        return WAITING if dossier.requested and not dossier.supplied else OPEN

    def cause(self, dossier, status):
        """Recorded for most dossiers that are late by now or got a new date without a supplement."""
        late = ((dossier.end or self.export) - 1) // DAY > dossier.due
        new_date = dossier.moved and not dossier.supplied
        if not (late and status not in NEVER_LATE or new_date) or self.random() < 0.1:
            return ""
        return CAUSE_CELLS[int(self.random() * len(CAUSE_CELLS))]

    def due_text(self, dossier, case, index):
        """Calendar days end at 24:00, which has no good spelling: the date alone says it."""
        if dossier.due_position:
            return self.calendar.instant_text(dossier.due_position)
        return self.calendar.date_text(index) + ("" if case.kind == CALENDAR_DAYS else CLOCK[CLOSE])

    def row(self, number, case, day, minute, channel, position):
        """One line of the file."""
        dossier = self.live(case, day, position)
        self.forget_the_future(dossier)
        status = self.status(dossier)
        moved, requested, supplied, apology = dossier.moved, dossier.requested, dossier.supplied, dossier.apology
        end, handed = 0 if dossier.only_handed else dossier.end, dossier.handed
        # A due date that follows from receipt and limit may be missing: many systems do not export it.
        plain = not moved and not requested and case.kind != SAME_DAY
        due = "" if plain and self.random() < 0.60 else self.due_text(dossier, case, dossier.due)
        original = self.due_text(dossier, case, dossier.original_due) if moved else ""
        text = self.calendar.instant_text
        return (f"{number},{case.cells},{channel},{self.calendar.text[day - self.calendar.first]}{CLOCK[minute]},"
                f"{case.limit_cells},{original},{due},{text(end) if end else ''},{text(handed) if handed else ''},{status},"
                f"{text(requested) if requested else ''},{text(supplied) if supplied else ''},"
                f"{text(apology) if apology else ''},{self.cause(dossier, status)}\n")


# ---- All dossiers ----------------------------------------------------------------------------------------------------

def csv_cell(text):
    """RFC 4180: quoted only where needed."""
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


CAUSE_CELLS = [csv_cell(cause) for cause in CAUSES]


def make_cases():
    """The table of cases, and two lists of its rows in which each stands as often as it should be drawn: for receipts
    at the counter or by any channel, and for receipts on rest days, which are online only."""
    cases, any_day, rest_day = [], [], []
    for unit, (agency, group, share, late, online) in enumerate(UNITS):
        total = sum(procedure[5] for procedure in PROCEDURES[group])
        for field, code, name, limit, kind, often in PROCEDURES[group]:
            cells = ",".join(csv_cell(text) for text in (agency, field, code + " " + name))
            long = kind == CALENDAR_DAYS or (kind == WORKING_DAYS and limit >= 3)
            limit_cells = "%s,%s" % (limit or "", UNIT_CAPTION[kind])
            probability = late / (300 if kind == SAME_DAY else 100)
            copies = round(100 * share * often / total)
            if kind != SAME_DAY:
                rest_day += [len(cases)] * (copies * online // 100)
            any_day += [len(cases)] * copies
            cases.append(Case(unit, cells, limit, kind, limit_cells, long, probability, online / 100))
    return cases, any_day, rest_day


def rows_by_day(calendar, first, to, rows, random):
    """(date, works, rows) for each date: busier at the start of the week, a few online dossiers on rest days."""
    weights = []
    for day in range(first, to):
        index = calendar.at_or_after(day)
        works = calendar.days[index] == day
        jitter = 60 + int(random() * 80)
        weights.append((day, works, jitter * (130, 110, 100, 100, 90, 100, 100)[(day - 1) % 7] if works else 300))
    total, passed, given = sum(weight for _, _, weight in weights), 0, 0
    for day, works, weight in weights:
        passed += weight
        until = rows * passed // total
        yield day, works, until - given
        given = until


def receive(calendar, day, works, count, cases, any_day, rest_day, random):
    """The receipts of a date in order of time: (minute, row of the table of cases, channel, position)."""
    drawn = any_day if works else rest_day
    opening = DAY * calendar.at_or_after(day)
    receipts = []
    for _ in range(count):
        row = drawn[int(random() * len(drawn))]
        case = cases[row]
        minute, position, channel = 0, opening, ONLINE
        if works:
            choice = random()
            if case.kind == SAME_DAY or choice > case.online + 0.05:
                channel = IN_PERSON
            elif choice > case.online:
                channel = POST
            worked = int(random() * (DAY - 15))  # the counter takes in nothing in the last quarter of an hour
            minute = worked + (MORNING_START if worked < MORNING else AFTERNOON_START - MORNING)
            position += worked
        if not works or (channel == ONLINE and random() < 0.15):
            minute = (CLOSE + 5 if works else MORNING_START) + int(random() * 295)
            position = opening + DAY if works else opening
        receipts.append((minute, row, channel, position))
    receipts.sort()
    return receipts


def lines(calendar, first, to, rows, seed):
    """The file, in pieces of text."""
    random = Random(seed).random
    maker = Maker(calendar, to, random)
    cases, any_day, rest_day = make_cases()
    yield CAPTIONS
    for day, works, count in rows_by_day(calendar, first, to, rows, random):
        stamp = date.fromordinal(day).strftime("-%y%m%d-")
        prefix = [UNIT_CODE % (unit + 1) + stamp for unit in range(len(UNITS))]
        numbers = [0] * len(UNITS)  # the sequence number starts again each day in each unit
        piece = []
        receipts = receive(calendar, day, works, count, cases, any_day, rest_day, random)
        for minute, row, channel, position in receipts:
            case = cases[row]
            unit = case.unit
            numbers[unit] += 1
            number = "%s%04d" % (prefix[unit], numbers[unit])
            piece.append(maker.row(number, case, day, minute, channel, position))
            if len(piece) == 4096:
                yield "".join(piece)
                piece.clear()
        yield "".join(piece)


# ---- Command ---------------------------------------------------------------------------------------------------------

def arguments():
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description="Writes synthetic dossiers as CSV.")
    parser.add_argument("--rows", type=int, default=1800, help="how many dossiers (default %(default)s)")
    parser.add_argument("--seed", type=int, default=2020, help="another seed, other dossiers (default %(default)s)")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date(2019, 12, 1),
                        help="first date of receipt (default %(default)s)")
    parser.add_argument("--to", type=date.fromisoformat, default=date(2020, 10, 1),
                        help="the data is taken at 00:00 of this date: nothing later is known (default %(default)s)")
    parser.add_argument("--calendar", default=here.parents[1] / "src/data/calendars/vn.json", help="cchc.calendar/1")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--out", help="file to write (default: standard output)")
    target.add_argument("--check", metavar="FILE", help="compare with this file instead of writing; exit 1 if different")
    options = parser.parse_args()
    if options.rows < 0 or options.first >= options.to:
        parser.error("--rows must not be negative, and --from must be before --to")
    return options


def differs(pieces, path):
    with open(path, "rb") as file:
        for piece in pieces:
            expected = piece.encode("utf-8")
            if file.read(len(expected)) != expected:
                return True
        return file.read(1) != b""


def main():
    options = arguments()
    first, to = options.first.toordinal(), options.to.toordinal()
    calendar = Calendar(options.calendar, first - 15, to + 200)
    pieces = lines(calendar, first, to, options.rows, options.seed)
    if options.check:
        if differs(pieces, options.check):
            sys.exit("generate.py: %s is not what these arguments write" % options.check)
        return
    with (open(options.out, "wb") if options.out else sys.stdout.buffer) as file:
        for piece in pieces:
            file.write(piece.encode("utf-8"))


if __name__ == "__main__":
    try:
        main()
    except OSError as problem:  # no such file, disk full, or the reader of a pipe has gone
        sys.exit("generate.py: %s" % problem)
