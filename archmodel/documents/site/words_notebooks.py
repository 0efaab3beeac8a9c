"""The words of the pages that show notebooks."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str], ...] = (
    ("page_notebooks", "Sổ tay phân tích", "Notebooks"),
    ("notebooks_lead", "Mỗi sổ tay trả lời câu hỏi của một vai trò và kết thúc bằng một việc có thể quyết ngay. Nội dung được chạy trên danh mục khi xuất bản; tải tệp về để tự chạy lại bằng archmodel lab.",
     "Each notebook answers a question of one role and ends in a decision that can be taken at once. It ran against the catalogue when this site was published; download the file to run it again with archmodel lab."),
    ("notebook_role", "Dành cho", "For"),
    ("notebook_question", "Trả lời câu hỏi", "Answers"),
    ("notebook_file", "Tải sổ tay (.ipynb)", "Download the notebook (.ipynb)"),
    ("notebook_ran", "Chạy trên danh mục tại ngày", "Run against the catalogue as of"),
    ("notebook_before", "Sổ tay trước", "Previous"),
    ("notebook_after", "Sổ tay sau", "Next"),
)  # fmt: skip
