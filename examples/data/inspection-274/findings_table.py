"""Findings, conclusions and remedies of the synthetic round and of two rounds before it. Everything is invented."""

# id, unit, kind, item, criterion, text, responsible, origin, raised
PAST = {
    2018: {
        "findings": [
            ("2018-01", "UBND xã Hướng Phùng", "shortcoming", "dossier-progress", "I.3.d.5", "Hồ sơ trễ hẹn chưa có văn bản xin lỗi",
             "Chủ tịch UBND xã", "inspection-2018", "2018-09-18"),
            ("2018-02", "UBND thị trấn Lao Bảo", "shortcoming", "procedures-posted", "I.3.c.1", "Bảng niêm yết thủ tục hành chính đã cũ",
             "Chủ tịch UBND thị trấn", "inspection-2018", "2018-09-19"),
            ("2018-03", "Phòng Kinh tế và Hạ tầng", "shortcoming", "dossier-progress", "I.3.d.1", "Tỷ lệ hồ sơ trễ hẹn cao",
             "Trưởng phòng", "inspection-2018", "2018-09-20"),
            ("2018-04", "UBND xã Thanh", "shortcoming", "register", "I.3.d.3", "Chưa mở sổ theo dõi hồ sơ theo mẫu",
             "Chủ tịch UBND xã", "inspection-2018", "2018-09-21"),
            ("2018-05", "UBND thị trấn Khe Sanh", "good_model", "communication", "I.1.f", "Bản tin cải cách hành chính hằng tuần trên đài truyền thanh",
             "Chủ tịch UBND thị trấn", "inspection-2018", "2018-09-24"),
        ],
        "conclusions": [
            ("UBND xã Hướng Phùng", "25/KL-UBND", "2018-10-12", "Khắc phục việc xin lỗi khi trễ hẹn.", [("2018-01", "2018-12-31")], []),
            ("UBND thị trấn Lao Bảo", "26/KL-UBND", "2018-10-12", "Thay bảng niêm yết.", [("2018-02", "2018-12-31")], []),
            ("Phòng Kinh tế và Hạ tầng", "27/KL-UBND", "2018-10-15", "Giảm hồ sơ trễ hẹn.", [("2018-03", "2018-11-30")], []),
            ("UBND xã Thanh", "28/KL-UBND", "2018-10-15", "Mở sổ theo dõi theo mẫu.", [("2018-04", "2018-12-31")], []),
            ("UBND thị trấn Khe Sanh", "29/KL-UBND", "2018-10-15", "Thực hiện tốt công tác tuyên truyền.", [], ["Biểu dương mô hình bản tin hằng tuần"]),
        ],
        "remedies": [
            ("2018-01", "Ban hành mẫu văn bản xin lỗi, xin lỗi các hồ sơ trễ hẹn", "2018-12-20"),
            ("2018-02", "Thay bảng niêm yết tại bộ phận một cửa", "2019-02-15"),
            ("2018-04", "Mở sổ theo dõi hồ sơ theo mẫu", "2018-12-28"),
        ],
    },
    2019: {
        "findings": [
            ("2019-01", "UBND xã Tân Liên", "shortcoming", "fees", "", "Mức thu lệ phí chưa niêm yết",
             "Chủ tịch UBND xã", "inspection-2019", "2019-09-17"),
            ("2019-02", "UBND xã Tân Hợp", "shortcoming", "self-inspection", "I.1.h.1", "Chưa có hồ sơ tự kiểm tra",
             "Chủ tịch UBND xã", "inspection-2019", "2019-09-18"),
            ("2019-03", "Phòng Tư pháp", "shortcoming", "procedure-reports", "I.3.b.3", "Báo cáo trên hệ thống nhập chậm",
             "Trưởng phòng", "inspection-2019", "2019-09-19"),
            ("2019-04", "UBND xã Hướng Phùng", "shortcoming", "one-stop", "I.8.1", "Một số thủ tục chưa thực hiện tại bộ phận một cửa",
             "Chủ tịch UBND xã", "inspection-2019", "2019-09-20"),
            ("2019-05", "UBND thị trấn Lao Bảo", "shortcoming", "working-regulation", "", "Quy chế làm việc viện dẫn văn bản hết hiệu lực",
             "Chủ tịch UBND thị trấn", "audit", "2019-11-05"),
            ("2019-06", "Phòng Văn hóa và Thông tin", "shortcoming", "survey", "I.3.d.6", "Số phiếu khảo sát ít",
             "Trưởng phòng", "inspection-2019", "2019-09-23"),
            ("2019-07", "Phòng Tài chính - Kế hoạch", "good_model", "one-stop", "I.1.d", "Nhắc hẹn trả kết quả bằng tin nhắn",
             "Trưởng phòng", "inspection-2019", "2019-09-24"),
            ("2019-08", "UBND xã Tân Thành", "difficulty", "modernisation", "I.7.a.1", "Đường truyền mạng không ổn định",
             "Chủ tịch UBND xã", "inspection-2019", "2019-09-25"),
        ],
        "conclusions": [
            ("UBND xã Tân Liên", "30/KL-UBND", "2019-10-15", "Niêm yết mức thu.", [("2019-01", 30)], []),
            ("UBND xã Tân Hợp", "31/KL-UBND", "2019-10-15", "Lập hồ sơ tự kiểm tra.", [("2019-02", "2019-12-31")], []),
            ("Phòng Tư pháp", "32/KL-UBND", "2019-10-16", "Nhập báo cáo đúng hạn.", [("2019-03", "2019-12-31")], []),
            ("UBND xã Hướng Phùng", "33/KL-UBND", "2019-10-16", "Đưa đủ thủ tục vào một cửa.", [("2019-04", "2019-12-31")], []),
            ("Phòng Văn hóa và Thông tin", "34/KL-UBND", "2019-10-17", "Tăng số phiếu khảo sát.", [("2019-06", "2020-03-31")], []),
            ("Phòng Tài chính - Kế hoạch", "35/KL-UBND", "2019-10-17", "Thực hiện tốt.", [], ["Biểu dương mô hình nhắc hẹn bằng tin nhắn"]),
            ("UBND xã Tân Thành", "36/KL-UBND", "2019-10-17", "Khắc phục đường truyền.", [("2019-08", "2020-12-31")], []),
        ],
        "remedies": [
            ("2019-01", "Niêm yết mức thu phí, lệ phí", "2019-11-20"),
            ("2019-03", "Phân công công chức nhập báo cáo", "2019-12-16"),
            ("2019-04", "Bổ sung thủ tục vào danh mục một cửa", "2020-02-10"),
            ("2019-06", "Phát thêm phiếu khảo sát", "2020-03-31"),
        ],
    },
}
# unit and item that are not met: id of the finding of 2020, criterion, responsible
OF_NOT_MET = {
    ("Phòng Kinh tế và Hạ tầng", "dossier-progress"): ("2020-01", "I.3.d.1", "Trưởng phòng"),
    ("Phòng Kinh tế và Hạ tầng", "communication-plan"): ("2020-02", "I.1.g", "Trưởng phòng"),
    ("Phòng Văn hóa và Thông tin", "survey"): ("2020-03", "I.3.d.6", "Trưởng phòng"),
    ("UBND thị trấn Lao Bảo", "working-regulation"): ("2020-04", "", "Chủ tịch UBND thị trấn"),
    ("UBND xã Tân Hợp", "self-inspection"): ("2020-05", "I.1.h.1", "Chủ tịch UBND xã"),
    ("UBND xã Tân Liên", "reception-regulation"): ("2020-06", "I.8.3", "Chủ tịch UBND xã"),
    ("UBND xã Tân Liên", "fees"): ("2020-07", "", "Chủ tịch UBND xã"),
    ("UBND xã Hướng Phùng", "one-stop"): ("2020-08", "I.8.1", "Chủ tịch UBND xã"),
    ("UBND xã Hướng Phùng", "dossier-progress"): ("2020-09", "I.3.d.1", "Chủ tịch UBND xã"),
}
BESIDE = [
    ("2020-10", "UBND thị trấn Khe Sanh", "good_model", "one-stop", "I.1.d", "Tiếp nhận hồ sơ tại nhà cho người cao tuổi",
     "Chủ tịch UBND thị trấn", "inspection-2020", "2020-09-10"),
    ("2020-11", "Phòng Tư pháp", "good_model", "procedures-posted", "I.1.d", "Mã tra cứu thủ tục bằng điện thoại tại bảng niêm yết",
     "Trưởng phòng", "inspection-2020", "2020-09-04"),
    ("2020-12", "UBND xã Tân Hợp", "difficulty", "assignment", "I.8.2", "Thiếu công chức tư pháp - hộ tịch", "Chủ tịch UBND xã", "inspection-2020",
     "2020-09-15"),
    ("2020-13", "UBND xã Thanh", "difficulty", "modernisation", "I.7.a.1", "Máy tính của bộ phận một cửa đã cũ", "Chủ tịch UBND xã",
     "self-inspection", "2020-08-20"),
    ("2020-14", "Phòng Nội vụ", "shortcoming", "records", "", "Hồ sơ năm 2019 chưa nộp đủ vào lưu trữ", "Trưởng phòng", "self-inspection", "2020-08-18"),
]
CONCLUSIONS_2020 = [
    ("Phòng Văn hóa và Thông tin", "50/KL-UBND", "2020-09-15", "Thực hiện khảo sát.", [("2020-03", "2020-09-25")], []),
    ("Phòng Kinh tế và Hạ tầng", "51/KL-UBND", "2020-09-15", "Giảm hồ sơ trễ hẹn, ban hành kế hoạch tuyên truyền.",
     [("2020-01", "2020-12-31"), ("2020-02", "2020-09-30")], []),
    ("UBND thị trấn Khe Sanh", "52/KL-UBND", "2020-09-15", "Thực hiện tốt.", [], ["Biểu dương mô hình tiếp nhận hồ sơ tại nhà"]),
    ("UBND thị trấn Lao Bảo", "53/KL-UBND", "2020-09-18", "Sửa đổi quy chế làm việc.", [("2020-04", 30), ("2019-05", 30)], []),
    ("UBND xã Tân Liên", "54/KL-UBND", "2020-09-22", "Ban hành quy chế, chấn chỉnh biên lai.", [("2020-06", "2020-10-30"), ("2020-07", 5)], []),
    ("UBND xã Hướng Phùng", "55/KL-UBND", "2020-09-24", "Chấn chỉnh cơ chế một cửa.", [("2020-08", "2020-10-30"), ("2020-09", "2020-12-31")], []),
]
REMEDIES_2020 = [
    ("2020-02", "Ban hành kế hoạch tuyên truyền", "2020-09-29"),
    ("2020-03", "Khảo sát bằng phiếu tại bộ phận một cửa", "2020-09-28"),
    ("2020-14", "Nộp hồ sơ năm 2019 vào lưu trữ", "2020-09-10"),
]
