#!/usr/bin/env python3
"""Writes synthetic self-reports of the sample's units for the criteria set huong-hoa-2020.inspection.

    generate.py [FOLDER]        (default: the folder of this file)

Reads FOLDER/inspection/dossiers/*.json, which cchc stats writes, because no unit explains more late dossiers than it has;
writes FOLDER/inspection/self-reports/*.json. The same input gives the same bytes. Python 3.8 or later, nothing else.
"""
import json
import random
import sys
from pathlib import Path

# part, whole, least and greatest whole, least share: what was done of what there was
SHARES = [
    ("i1a.tasks_done", "i1a.tasks_planned", 12, 30, 0.7), ("i1e.problems_handled", "i1e.problems_raised", 0, 6, 0.6),
    ("i1h.conclusions_fixed", "i1h.conclusions_made", 0, 5, 0.5), ("i2a.documents_by_procedure", "i2a.documents_issued", 1, 8, 0.8),
    ("i2b.findings_handled", "i2b.findings", 0, 5, 0.5), ("i2b.commune_findings_handled", "i2b.commune_findings", 0, 4, 0.5),
    ("i2c.documents_carried_out", "i2c.documents_due", 4, 12, 0.7), ("i2c.documents_checked", "i2c.documents_in_force", 10, 40, 0.2),
    ("i2c.findings_handled", "i2c.findings", 0, 4, 0.5), ("i3b.feedback_handled", "i3b.feedback_received", 0, 6, 0.6),
    ("i3b.reports_in_time", "i3b.reports_due", 4, 4, 0.5), ("i3d.samples_correct", "i3d.samples", 10, 30, 0.8),
    ("i4.staff_by_post", "i4.staff", 8, 25, 0.8), ("i4.cut_done", "i4.cut_planned", 0, 2, 0.0),
    ("i5a.staff_qualified", "i5a.staff", 8, 25, 0.7), ("i5b.sent_civil_servants", "i5b.sent", 0, 10, 0.3),
    ("i5c.standard", "i5c.officials", 16, 24, 0.8), ("i7a.email_users", "i7a.officials", 8, 25, 0.7),
    ("i8.survey_not_satisfied", "i8.survey_answers", 40, 120, 0.0), ("i8.procedures_one_stop", "i8.procedures", 60, 140, 0.8),
]
COUNTS = {"i1b.guidance_documents": (2, 8), "i1c.meetings": (1, 6), "i1d.initiatives": (0, 2), "i1f.items_radio": (0, 6),
          "i1f.items_press": (0, 2), "i1f.items_website": (0, 5), "i1f.items_other": (0, 3), "i3b.proposed_to_amend": (0, 3),
          "i3b.proposed_to_drop": (0, 1), "i5c.officials_trained": (4, 16), "i5c.standard_target": (85, 95), "i5d.breaches": (0, 1),
          "i6.income_rise": (0, 900), "i7a.online_level_1_2": (40, 90), "i7a.online_level_3": (5, 30), "i7a.online_level_4": (0, 8),
          "i1d.models_spread": (0, 1), "i1h.report_days_late": (0, 3)}
MOSTLY_TRUE = """i1a.plan_issued i1c.emulation_tied i1e.inspection_plan_issued i1g.plan_issued i1h.self_inspection_done i3c.complete
    i3c.regular i3c.clear i3c.right_address i3c.easy_to_reach i3c.easy_to_use i3c.posted i3c.electronic i3d.slips_in_use i3d.survey_held
    i3d.contacts_published i5a.new_policies i6.autonomy_130 i6.autonomy_published i6.spending_regulation i6.asset_regulation i7a.lan
    i7a.document_system i7a.personnel_site_kept i7a.digital_signature i8.staff_assigned i8.regulation_issued i8.equipment_met
    ii.proposals_made""".split()
CHOICES = {"i7b.iso": ["improved", "kept", "applied", "none"], "i9.pci": ["raised", "kept", "fallen"], "i9.papi": ["raised", "kept", "fallen"]}
# A division of the district has no commune officials and no headquarters of its own.
OF_COMMUNES = ["I.5.c", "I.7.c"]


def values(unit, late):
    chance = random.Random(f"cchc scoring sample: {unit}")
    found = {}
    for part, whole, least, most, share in SHARES:
        found[whole] = chance.randint(least, most)
        found[part] = chance.randint(int(share * found[whole] + 0.5), found[whole])
    found["i8.survey_not_satisfied"] = chance.randint(0, found["i8.survey_answers"] // 8)
    below_standard = found["i5c.officials"] - found.pop("i5c.standard")
    found["i5c.civil_servants"] = found["i5c.officials"] // 2  # the others hold an office by election
    found["i5c.civil_servants_standard"] = found["i5c.civil_servants"] - below_standard // 2
    found.update({name: chance.randint(*bounds) for name, bounds in COUNTS.items()})
    found.update({name: chance.random() < 0.85 for name in MOSTLY_TRUE})
    found.update({name: chance.choice(choices) for name, choices in CHOICES.items()})
    found["i3d.overdue_explained"] = chance.randint(0, late)
    found["i9.par_index"] = f"{chance.randint(6500, 9200) / 100:.2f}"
    found["i1e.papers_withheld"] = chance.random() < 0.1
    return found


def report(dossiers):
    facts = dossiers["facts"]
    late = facts["dossiers.resolved.overdue"] + facts["dossiers.in_process.overdue"]
    found = values(dossiers["unit"], late)
    out = {"format": "cchc.facts/1", "unit": dossiers["unit"], "period": dossiers["period"],
           "source": "Báo cáo tự kiểm tra (dữ liệu mẫu, bịa)", "facts": {f"outline.{name}": found[name] for name in sorted(found)}}
    if dossiers["unit"].startswith("Phòng "):
        out["facts"] = {name: value for name, value in out["facts"].items() if not name.startswith("outline.i5c.")}
        out["not_applicable"] = [{"criterion": criterion, "reason": "Phòng chuyên môn không có cán bộ, trụ sở cấp xã",
                                  "authority": "Đoàn kiểm tra (mẫu)"} for criterion in OF_COMMUNES]
    return out


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    target = folder / "inspection" / "self-reports"
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted((folder / "inspection" / "dossiers").glob("*.json")):
        text = json.dumps(report(json.loads(path.read_text(encoding="utf-8"))), ensure_ascii=False, indent=2)
        (target / path.name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
