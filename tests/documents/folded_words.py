"""Words and what they fold to: the one table that ``text.vietnamese.folded`` and ``fold`` of the search page both pass."""

FOLDED = (
    ("Thủ tục hành chính", "thu tuc hanh chinh"),
    ("ĐẤT ĐAI", "dat dai"),
    ("đường Đội Cấn", "duong doi can"),
    ("Hoà Bình, hòa bình", "hoa binh, hoa binh"),
    ("Hồ sơ", "ho so"),  # decomposed letters
    ("ƯU ÁI, ơn Ơ", "uu ai, on o"),
    ("  nhiều   chỗ\u00a0trống \n", "nhieu cho trong"),
    ("KH130-24", "kh130-24"),
    ("Straße", "strasse"),
    ("ỡ ỵ ẫ ặ ữ ệ", "o y a a u e"),
    ("<b>", "<b>"),
    ("", ""),
)
