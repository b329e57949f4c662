"""A file without a name is called by what it is."""

import pytest

from domain.report_file import FileKind, FileRefusal, ReportFile
from texts.languages import language
from texts.report_files import files_words


@pytest.mark.parametrize(
    ("kind", "refused", "expected"),
    [
        (FileKind.PHOTO, FileRefusal.TOO_BIG, ("❗ 缺少一张照片：", "❗ a photo is missing:")),
        (
            FileKind.DOCUMENT,
            FileRefusal.TOO_BIG,
            ("❗ 缺少一份文件：", "❗ a document is missing:"),
        ),
        (FileKind.DOCUMENT, None, ("📎 一份文件", "📎 a document, 5 KB")),
    ],
    ids=["a photo is missing", "a document is missing", "a document is there"],
)
def test_it_is_called_by_what_it_is(
    kind: FileKind, refused: FileRefusal | None, expected: tuple[str, str]
) -> None:
    file = ReportFile(kind=kind, file_id="f", unique_id="u", size=5_000, mark="m", refused=refused)
    for code, words in zip(("zh", "en"), expected, strict=True):
        said = files_words(language(code), [file])
        assert said is not None
        assert said.plain().startswith(words)
