#!/usr/bin/env python3
"""What became of the findings of a round, and who was late, worked out again from its files, to check the library by another road.

    remedies.py FOLDER PLAN.json CALENDAR.json [AS_OF]      FOLDER has plan.json, findings/*.json and self-reports/*.json; PLAN.json is
                                                            the built-in plan that plan.json extends; AS_OF as YYYY-MM-DD

Prints JSON in the words of `cchc.inspection-result/1`: `remedies`, `remedy_counts`, and of each unit `self_report` and `reports`; `tasks`.
Shares no code with the library and knows only capi/doc/inspection.md. Every working day is found by walking day by day. The rules:

- what is dated on the as-of date or later has not happened yet; a self-report without a day was sent in time to be read, but is in no state;
- a due day that is off moves to the next working day; lateness is the working days after it, up to the day when it was done, or of what
  is not done up to the last day before the as-of date;
- the latest conclusion of its unit sets the due day of a finding; of several remedies the first that is not before the finding counts.
"""
import collections
import datetime
import json
import sys
from pathlib import Path

DAY = datetime.timedelta(days=1)
COUNTS = ("raised", "handled", "late", "open", "overdue")


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def day(text):
    return datetime.date.fromisoformat(text)


class WorkingDays:
    def __init__(self, calendar):
        names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        self.week = [bool(calendar["week"][name]) for name in names]
        self.exceptions = {day(one["date"]): False for one in calendar["days_off"]}
        self.exceptions.update((day(one["date"]), True) for one in calendar["days_worked"])

    def works(self, date):
        return self.exceptions.get(date, self.week[date.weekday()])

    def moved(self, date):
        while not self.works(date):
            date += DAY
        return date

    def after(self, date, days):
        while days > 0:
            date += DAY
            days -= self.works(date)
        return date

    def late(self, due, last):
        count, date = 0, due
        while date < last:
            date += DAY
            count += self.works(date)
        return count


class Round:
    def __init__(self, folder, built_in, calendar, as_of=None):
        folder = Path(folder)
        self.plan = {**load(built_in), **load(folder / "plan.json")}
        self.as_of = day(as_of or self.plan["period"]["to"])
        self.calendar = WorkingDays(load(calendar))
        self.files = [load(path) for path in sorted(folder.glob("findings/*.json"))]
        self.reports = {}
        for path in sorted(folder.glob("self-reports/*.json")):
            report = load(path)
            if "sent" not in report or day(report["sent"]) < self.as_of:
                self.reports.setdefault(report["unit"], report)

    def all(self, name):
        return [one for file in self.files for one in file.get(name, [])]

    def lateness(self, due, done):
        """State and working days late; of a due day that nobody set, none."""
        if due is None:
            return "no_due", 0
        due = self.calendar.moved(due)
        if done is not None and done < self.as_of:
            return ("in_time", 0) if done <= due else ("late", self.calendar.late(due, done))
        if due >= self.as_of:
            return "waiting", 0
        return "missing", self.calendar.late(due, self.as_of - DAY)

    def due_of(self, finding):
        """Set by the latest conclusion of the unit that names the finding."""
        latest = None
        for conclusion in self.all("conclusions"):
            date = day(conclusion["document"]["date"])
            if conclusion["unit"] != finding["unit"] or date >= self.as_of:
                continue
            for fix in conclusion.get("fixes", []):
                if fix["finding"] == finding["id"]:
                    due = day(fix["due"]) if "due" in fix else self.calendar.after(date, fix["working_days"])
                    latest = max(latest or (date, "", due), (date, conclusion["document"]["number"], due))
        return latest and latest[2]

    def done_of(self, finding):
        days = [day(r["done"]) for r in self.all("remedies") if r["finding"] == finding["id"]]
        return min((d for d in days if day(finding["raised"]) <= d < self.as_of), default=None)

    def remedies(self):
        for finding in self.all("findings"):
            if day(finding["raised"]) >= self.as_of:
                continue
            row = {"finding": finding["id"], "unit": finding["unit"], "kind": finding["kind"]}
            if finding["kind"] == "good_model":
                yield {**row, "state": "not_required"}, finding
                continue
            due, done = self.due_of(finding), self.done_of(finding)
            state, late = self.lateness(due, done)
            row["state"] = {"late": "fixed_late", "missing": "overdue"}.get(state, "fixed_in_time" if done else "open")
            for name, value in (("due", due), ("done", done)):
                if value:
                    row[name] = value.isoformat()
            if late:
                row["working_days_late"] = late
            yield row, finding

    def counts(self, rows):
        """By (unit, origin); None stands for all of them."""
        out = collections.defaultdict(lambda: dict.fromkeys(COUNTS, 0))
        out[None, None]  # the total is there even if nothing was raised
        for row, finding in rows:
            if row["state"] == "not_required":
                continue
            seen = {"fixed_in_time": ("handled",), "fixed_late": ("handled", "late")}.get(row["state"], (row["state"],))
            for key in {(unit, origin) for unit in (finding["unit"], None) for origin in (finding["origin"], None)}:
                for name in ("raised", *seen):
                    out[key][name] += 1
        return out

    def unit(self, subject):
        """The day on which a report came is in the self-report; of a unit that sent none nobody knows."""
        report = self.reports.get(subject["unit"])
        sent = report and report.get("sent")
        row = {"self_report": self.lateness(day(self.plan["self_report_due"]), sent and day(sent)), "reports": {}}
        if report is not None and not sent:
            row["self_report"] = "unknown", 0
        for one in self.plan["reports"]:
            due = day(one["due"])
            came = report and report.get("reports_sent", {}).get(one["id"])
            known = report is not None or due >= self.as_of
            row["reports"][one["id"]] = self.lateness(due, came and day(came)) if known else ("unknown", 0)
        return row

    def result(self):
        rows = list(self.remedies())
        return {"remedies": {row["finding"]: row for row, _ in rows},
                "remedy_counts": [{"unit": unit, "origin": origin, **counts} for (unit, origin), counts in self.counts(rows).items()],
                "units": {subject["unit"]: self.unit(subject) for subject in self.plan["subjects"]},
                "tasks": {task["id"]: self.lateness(*(task.get(k) and day(task[k]) for k in ("due", "done"))) for task in self.plan["tasks"]}}


def main(*arguments):
    json.dump(Round(*arguments).result(), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main(*sys.argv[1:])
