"""What generate.py makes the synthetic round of: units, days, answers, planted mistakes, findings. Everything is invented."""

PERIOD = {"from": "2020-01-01", "to": "2020-10-01"}
SELF_REPORT_DUE = "2020-08-31"

# unit: (name of its files, kind, day of the visit, day on which the self-report came, None: it never came)
UNITS = {
    "Phòng Nội vụ": ("phong-noi-vu", "phong", "2020-09-03", "2020-08-24"),
    "Phòng Tư pháp": ("phong-tu-phap", "phong", "2020-09-04", "2020-08-26"),
    "Phòng Tài chính - Kế hoạch": ("phong-tai-chinh-ke-hoach", "phong", "2020-09-07", "2020-08-28"),
    "Phòng Kinh tế và Hạ tầng": ("phong-kinh-te-va-ha-tang", "phong", "2020-09-08", "2020-09-07"),
    "Phòng Văn hóa và Thông tin": ("phong-van-hoa-va-thong-tin", "phong", "2020-09-09", "2020-08-31"),
    "UBND thị trấn Khe Sanh": ("ubnd-thi-tran-khe-sanh", "thi-tran", "2020-09-10", "2020-08-25"),
    "UBND thị trấn Lao Bảo": ("ubnd-thi-tran-lao-bao", "thi-tran", "2020-09-11", "2020-08-31"),
    "UBND xã Tân Thành": ("ubnd-xa-tan-thanh", "xa", "2020-09-14", "2020-09-04"),
    "UBND xã Tân Hợp": ("ubnd-xa-tan-hop", "xa", "2020-09-15", None),
    "UBND xã Tân Liên": ("ubnd-xa-tan-lien", "xa", "2020-09-16", "2020-08-27"),
    "UBND xã Hướng Phùng": ("ubnd-xa-huong-phung", "xa", "2020-09-17", "2020-08-31"),
    "UBND xã Thanh": ("ubnd-xa-thanh", "xa", "2020-09-18", "2020-08-28"),
}
NOT_VISITED = "UBND xã Thanh"  # its visit was planned and did not take place
DAYS_LATE = {"Phòng Kinh tế và Hạ tầng": 4, "UBND xã Tân Thành": 3}  # working days after 31/08; 02/09 is a day off
NOTICE = {"number": "45/TB-ĐKT", "date": "2020-08-12", "title": "Lịch kiểm tra công tác cải cách hành chính năm 2020 (mẫu)"}

REPORTS = [
    {"id": "q1", "title": {"vi": "Báo cáo quý I", "en": "Report on the first quarter"},
     "period": {"from": "2019-12-15", "to": "2020-03-15"}, "due": "2020-03-20"},
    {"id": "half-year", "title": {"vi": "Báo cáo 6 tháng đầu năm", "en": "Report on the first half-year"},
     "period": {"from": "2019-12-15", "to": "2020-06-15"}, "due": "2020-06-20"},
    {"id": "q3", "title": {"vi": "Báo cáo quý III", "en": "Report on the third quarter"},
     "period": {"from": "2020-06-15", "to": "2020-09-15"}, "due": "2020-09-20"},
    {"id": "year", "title": {"vi": "Báo cáo năm", "en": "Report on the year"},
     "period": {"from": "2019-12-15", "to": "2020-12-15"}, "due": "2020-12-20"},
]
LEVELS = {"phong": "district", "xa": "commune", "thi-tran": "commune"}
# In time is up to 20/03, 22/06 (the 20th is a Saturday) and 21/09 (the 20th is a Sunday). The year's is not due yet on 01/10.
REPORTS_SENT = {"q1": "2020-03-19", "half-year": "2020-06-19", "q3": "2020-09-18"}
REPORTS_OTHERWISE = {  # None: not sent
    "Phòng Kinh tế và Hạ tầng": {"q1": "2020-03-25"},
    "Phòng Văn hóa và Thông tin": {"q3": None},
    "UBND thị trấn Lao Bảo": {"half-year": "2020-06-22", "q3": "2020-09-21"},
    "UBND xã Hướng Phùng": {"half-year": "2020-06-24", "q3": "2020-09-24"},
}
REPORTS_LATE = {"Phòng Kinh tế và Hạ tầng": 1, "Phòng Văn hóa và Thông tin": 1, "UBND xã Hướng Phùng": 2}

TASK_DAYS = {  # id of the plan's task: due, done
    "self-inspection-plan": ("2020-07-15", "2020-07-14"), "documents-ready": ("2020-08-31", "2020-08-31"),
    "send-people": ("2020-07-31", "2020-08-03"), "advise-contents": ("2020-07-31", "2020-07-30"),
    "team-and-notice": ("2020-08-14", "2020-08-12"), "outline-guidance": ("2020-07-10", "2020-07-08"),
    "minutes": ("2020-09-30", "2020-09-21"), "secretary": ("2020-08-14", "2020-08-12"),
    "summary-report": ("2020-10-15", None), "own-inspection-plan": ("2020-07-31", None),
}
CONTENTS = {  # what the members of the team judge; who is not here judges everything
    "Văn phòng HĐND và UBND huyện": ["procedures", "one-stop", "feedback", "procedures-posted", "procedure-reports",
                                     "reception-regulation", "register", "dossier-progress"],
    "Phòng Tư pháp": ["legal-documents-plan", "legal-review-plan", "legal-documents-carried-out", "procedure-control-plan"],
    "Phòng Văn hóa và Thông tin": ["communication", "communication-plan", "modernisation"],
    "Phòng Tài chính - Kế hoạch": ["finance", "fees", "salary"],
    "Phòng Kinh tế và Hạ tầng": ["action-programme-231", "papi", "indices"],
}

# ---- Answers of the units -----------------------------------------------------------------------------------------------

# figure: least and greatest whole, least share of the part
PAIRS = {
    "i1a.tasks": (12, 30, 0.7), "i2a.documents": (1, 8, 0.8), "i2b.findings": (0, 5, 0.5),
    "i2b.commune_findings": (0, 4, 0.5), "i2c.carried_out": (4, 12, 0.7), "i2c.checked": (10, 40, 0.2), "i2c.findings": (0, 4, 0.5),
    "i3b.feedback": (0, 6, 0.6), "i3d.samples": (10, 30, 0.8), "i4.staff": (8, 25, 0.8), "i4.cut": (0, 2, 0.5),
    "i5a.quality": (16, 24, 0.7), "i5b.training": (2, 10, 0.3), "i7a.email": (8, 25, 0.7), "i8.procedures": (90, 140, 0.8),
}
COUNTS = {"i1c.meetings": (1, 6), "i2b.reviewed": (3, 20), "i2b.commune_reviewed": (2, 12), "i3b.proposed_to_amend": (0, 3),
          "i3b.proposed_to_drop": (0, 1), "i3b.new_procedures": (0, 2), "i5d.breaches": (0, 0)}
KINDS = {"i1f.items": {"radio": (0, 6), "press": (0, 2), "website": (0, 5), "other": (0, 3)},
         "i7a.online": {"level_1_2": (40, 90), "level_3": (5, 30), "level_4": (0, 8)}}
CHOICES = {"i7b.iso": ["improved", "kept", "kept", "applied"]}
OF_THE_PROVINCE = {"i9.pci": "raised", "i9.papi": "kept"}  # one value for all: these indices are the province's
TEXTS = {
    "i1a.results": "Các nhiệm vụ trọng tâm của kế hoạch được triển khai đúng tiến độ.",
    "i1b.carried_down": "Đã triển khai các văn bản của tỉnh, huyện đến toàn thể cán bộ, công chức.",
    "i1f.report": "Tuyên truyền lồng ghép trong sinh hoạt cơ quan, hội nghị và trên hệ thống truyền thanh.",
    "i2a.quality": "Văn bản ban hành đúng thẩm quyền, đúng thể thức.",
    "i3a.reform": "Thực hiện các thủ tục hành chính theo quyết định công bố, cắt giảm thời gian giải quyết một số thủ tục.",
    "i3b.simplified": "Đã rà soát các thủ tục thuộc thẩm quyền, chưa phát hiện thủ tục chồng chéo.",
    "i3c.forms": "Công khai bằng bảng niêm yết và tờ rơi.",
    "i3d.handling": "Hồ sơ được tiếp nhận, luân chuyển và trả kết quả tại Bộ phận tiếp nhận và trả kết quả.",
    "i4.associations": "Các hội, quỹ hoạt động đúng điều lệ.",
    "i4.fitness": "Bộ máy phù hợp với chức năng, nhiệm vụ được giao.",
    "i5a.rules": "Thực hiện đầy đủ chế độ, chính sách đối với cán bộ, công chức, viên chức.",
    "i5c.quality": "Cán bộ, công chức cấp xã cơ bản đáp ứng yêu cầu nhiệm vụ.",
    "i5d.salary": "Nâng bậc lương, xếp lương đúng thẩm quyền phân cấp.",
    "i7a.results": "Văn bản đi, đến được xử lý trên phần mềm quản lý văn bản.",
    "i7c.headquarters": "Trụ sở làm việc được sửa chữa, bố trí phòng một cửa riêng.",
    "i8.fields": "Hộ tịch, chứng thực, đất đai, người có công, bảo trợ xã hội, lao động.",
    "i8.equipment": "Có biển hiệu, phiếu chuyển hồ sơ, phiếu nhận hồ sơ, sổ theo dõi.",
}
GUIDANCE = ["Đẩy mạnh công tác cải cách hành chính năm 2020", "Chấn chỉnh việc tiếp nhận và trả kết quả", "Nâng cao kỷ luật, kỷ cương hành chính",
            "Triển khai dịch vụ công trực tuyến", "Tăng cường sử dụng văn bản điện tử"]
INITIATIVES = ["Tiếp nhận hồ sơ tại nhà cho người cao tuổi", "Nhắc hẹn trả kết quả bằng tin nhắn", "Ngày thứ Sáu không hẹn"]
CAUSES = {True: "Phải xác minh tại thực địa; công chức phụ trách nghỉ ốm.", False: "Không có hồ sơ quá hạn."}
PROPOSALS = ["Đề nghị bổ sung trang thiết bị cho Bộ phận tiếp nhận và trả kết quả.", "Đề nghị mở lớp tập huấn nghiệp vụ một cửa hằng năm.",
             "Đề nghị nâng cấp đường truyền mạng."]
SCORED_BY_TEAM = [  # criterion, maximum, step, kinds of units: the rows of the criteria set that no figure decides
    ("I.2.a.2", 1, 0.25, ("phong", "xa", "thi-tran")), ("I.3.a", 2, 0.5, ("phong", "xa", "thi-tran")),
    ("I.4.2", 1, 0.5, ("phong", "xa", "thi-tran")), ("I.4.4", 1, 0.25, ("phong", "xa", "thi-tran")),
    ("I.5.a.1", 1.5, 0.5, ("phong", "xa", "thi-tran")), ("I.7.c", 1, 0.5, ("xa", "thi-tran")), ("II.2", 1, 0.5, ("phong", "xa", "thi-tran"))]
NO_CUT = "Không được giao chỉ tiêu tinh giản biên chế"

# ---- What the team saw --------------------------------------------------------------------------------------------------

# unit: [(item of the checklist, what was seen, the figure that says so in the self-report)]
NOT_MET = {
    "Phòng Kinh tế và Hạ tầng": [("dossier-progress", "Còn nhiều hồ sơ trễ hẹn, một số hồ sơ chưa xin lỗi", None),
                                 ("communication-plan", "Chưa có kế hoạch tuyên truyền cải cách hành chính", "i1g.plan_issued")],
    "Phòng Văn hóa và Thông tin": [("survey", "Chưa thực hiện khảo sát mức độ hài lòng năm 2020", "i3d.survey")],
    "UBND thị trấn Lao Bảo": [("working-regulation", "Quy chế làm việc chưa sửa đổi theo nhiệm kỳ mới", None)],
    "UBND xã Tân Thành": [("staff-information", "Chưa cập nhật thông tin cán bộ, công chức trên trang điện tử", "i7a.personnel_site")],
    "UBND xã Tân Hợp": [("self-inspection", "Chưa tự kiểm tra, chưa gửi báo cáo tự kiểm tra", None)],
    "UBND xã Tân Liên": [("reception-regulation", "Chưa ban hành quy chế hoạt động của bộ phận một cửa", "i8.regulation_issued"),
                         ("fees", "Biên lai thu lệ phí chứng thực ghi chưa đầy đủ", None)],
    "UBND xã Hướng Phùng": [("one-stop", "Chưa cấp đủ giấy tiếp nhận hồ sơ và hẹn trả kết quả", "i3d.slips"),
                            ("dossier-progress", "Hồ sơ trễ hẹn nhiều, sổ theo dõi không khớp phần mềm", None)],
}
NO_FINDING = ("UBND xã Tân Thành", "staff-information")  # not met, and left without a finding on purpose
PARTLY = {
    "Phòng Nội vụ": [("records", "Hồ sơ năm 2019 chưa nộp đủ vào lưu trữ cơ quan")],
    "Phòng Tư pháp": [("procedures-posted", "Một số thủ tục sửa đổi niêm yết chậm")],
    "Phòng Tài chính - Kế hoạch": [("training-plan", "Kế hoạch đào tạo ban hành chậm")],
    "Phòng Kinh tế và Hạ tầng": [("reform-reports", "Báo cáo quý I gửi chậm")],
    "Phòng Văn hóa và Thông tin": [("reform-reports", "Chưa gửi báo cáo quý III")],
    "UBND thị trấn Khe Sanh": [("legal-review-plan", "Đã rà soát, chưa có kế hoạch riêng")],
    "UBND thị trấn Lao Bảo": [("register", "Sổ theo dõi ghi chưa đủ cột")],
    "UBND xã Tân Thành": [("communication", "Tin, bài còn ít")],
    "UBND xã Tân Hợp": [("modernisation", "Chưa sử dụng thường xuyên phần mềm quản lý văn bản"), ("indices", "Chưa có kế hoạch nâng cao chỉ số")],
    "UBND xã Hướng Phùng": [("reform-reports", "Hai báo cáo gửi chậm"), ("procedures-posted", "Bảng niêm yết chưa đầy đủ")],
}
NOT_JUDGED = {"Phòng Nội vụ": ["fees"], "UBND xã Tân Hợp": ["salary"]}
RECORDED_ON_TIME = {"Phòng Kinh tế và Hạ tầng", "UBND thị trấn Lao Bảo", "UBND xã Hướng Phùng"}  # an overdue one is recorded so
OPINIONS = {
    "UBND xã Hướng Phùng": ["Đơn vị tiếp thu; đề nghị bổ sung một công chức cho bộ phận một cửa."],
    "UBND xã Tân Hợp": ["Đơn vị sẽ gửi báo cáo tự kiểm tra trong tháng 10."],
}
