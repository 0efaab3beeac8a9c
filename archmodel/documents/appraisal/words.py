"""The words of the appraisal sheet in both languages, by the name its template uses, and its style.

The form of the heading is that of decree 30/2020/NĐ-CP.
"""

from __future__ import annotations

from importlib.resources import files

from archmodel.text.words import Words

_ROWS: tuple[tuple[str, str, str], ...] = (
    ("title", "PHIẾU THẨM TRA", "APPRAISAL SHEET"),
    ("subtitle_system", "Sự phù hợp của hệ thống với khung kiến trúc và kế hoạch", "Conformity of a system with framework and plan"),
    ("subtitle_task", "Sự phù hợp của nhiệm vụ, dự án với khung kiến trúc và kế hoạch", "Conformity of a task or project with framework and plan"),
    ("state", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    ("motto", "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    ("superior", "CƠ QUAN CHỦ QUẢN", "SUPERIOR BODY"),
    ("body", "CƠ QUAN THẨM TRA", "APPRAISING BODY"),
    ("number", "Số:", "No.:"),
    ("place_date", "…………, ngày …… tháng …… năm ……", "…………, day …… month …… year ……"),
    ("as_of", "Số liệu của danh mục xét tại ngày", "Catalogue judged as of"),
    ("framework", "Khung kiến trúc áp dụng", "Framework judged by"),
    ("profile", "Bộ căn cứ pháp lý", "Legal profile"),
    ("made", "Các mục I đến VI do phần mềm lập từ danh mục; phần mềm không kết luận. Mục VII, VIII do người thẩm tra và lãnh đạo ghi.",
     "Parts I to VI are drawn from the catalogue; the software concludes nothing. Parts VII and VIII are for people to fill in."),
    ("subject", "I. Đối tượng thẩm tra", "I. Subject"),
    ("name", "Tên", "Name"),
    ("id", "Mã", "Id"),
    ("kind", "Loại", "Kind"),
    ("confidence", "Độ tin cậy của bản ghi", "Confidence of the record"),
    ("place", "Nơi ghi", "Written at"),
    ("absent", "Chưa ghi", "Not recorded"),
    ("withheld", "không in trên phiếu này", "not printed on this sheet"),
    ("ties", "Quan hệ", "Relations"),
    ("flows", "Luồng dữ liệu", "Data flows"),
    ("sources", "Nguồn, minh chứng", "Sources"),
    ("no_source", "Chưa ghi nguồn", "No source recorded"),
    ("conformity", "II. Sự phù hợp với khung kiến trúc", "II. Conformity with the framework"),
    ("component", "Thành phần", "Component"),
    ("edition", "Khung", "Framework"),
    ("mapping", "Cách ứng", "Mapping"),
    ("sure", "Độ tin cậy", "Confidence"),
    ("code", "Mã chính thức", "Official code"),
    ("no_code", "khung không in mã", "none printed"),
    ("unplaced", "Chưa ghi ứng với thành phần nào của khung.", "No place in a framework is recorded."),
    ("plan", "III. Sự phù hợp với Kế hoạch 130/KH-UBND", "III. Conformity with plan 130/KH-UBND"),
    ("law", "IV. Pháp luật, an ninh mạng, kết nối, vòng đời, tài liệu", "IV. Law, security, integration, life cycle, documents"),
    ("record", "V. Chất lượng bản ghi", "V. Quality of the record"),
    ("rule", "Yêu cầu", "Requirement"),
    ("outcome", "Kết quả", "Outcome"),
    ("basis", "Điều thấy được, cách khắc phục", "Fact and remedy"),
    ("cites", "Căn cứ và hiệu lực", "Rests on, and its validity"),
    ("fix", "Khắc phục", "Remedy"),
    ("waived", "Ngoại lệ", "Waived"),
    ("nothing_said", "Quy tắc đã xét, không nêu gì.", "The rule judged it and had nothing to say."),
    ("hidden", "Có phát hiện nhưng không nằm trong lần xét này.", "There is a finding, left out of this run."),
    ("not_applicable", "Không áp dụng với đối tượng này", "Not applicable to this subject"),
    ("not_run", "Không chạy trong lần xét này", "Not run this time"),
    ("none", "không có", "none"),
    ("questions", "VI. Câu hỏi của lãnh đạo", "VI. The leader's questions"),
    ("question", "Câu hỏi", "Question"),
    ("answer", "Trả lời", "Answer"),
    ("why", "Căn cứ", "Basis"),
    ("facts", "Dữ kiện đã ghi", "Recorded facts"),
    ("judged", "Quy tắc", "Rules"),
    ("lacking", "Còn thiếu", "Missing"),
    ("missing", "Còn thiếu trước khi có thể ký kết luận", "Missing before a conclusion can be signed"),
    ("field", "Thông tin", "Information"),
    ("of", "của bản ghi", "of the record"),
    ("for", "để trả lời, xét", "to answer or judge"),
    ("missing_none", "Không quy tắc hay câu hỏi nào nêu dữ liệu còn thiếu.", "No rule or question names missing data."),
    ("conclusion", "VII. Kết luận của người thẩm tra", "VII. Conclusion of the reviewer"),
    ("conclude", "Kết luận của người thẩm tra:", "Conclusion of the reviewer:"),
    ("decision", "VIII. Ý kiến của lãnh đạo", "VIII. Decision of the leader"),
    ("decide", "Ý kiến của lãnh đạo:", "Decision of the leader:"),
    ("reviewer", "NGƯỜI THẨM TRA", "REVIEWER"),
    ("leader", "LÃNH ĐẠO CƠ QUAN THẨM TRA", "LEADER OF THE APPRAISING BODY"),
    ("sign", "(Ký, ghi rõ họ tên)", "(Signature, full name)"),
    ("seal", "(Ký, ghi rõ họ tên, đóng dấu)", "(Signature, full name, seal)"),
    ("unknown", "Chưa xác định", "Unknown"),
    ("inferred", "suy luận", "inferred"),
    ("more", "và {} mục nữa, xem danh mục", "and {} more, see the catalogue"),
)  # fmt: skip

WORDS: dict[str, Words] = {name: Words(vi, en) for name, vi, en in _ROWS}
"""The words by name; a name the template uses and this table lacks stops the writing."""


def style_sheet() -> str:
    """The style of the sheet; every rule of it stays within the sheet."""
    return files(__package__).joinpath("templates", "sheet.css").read_text("utf-8")
