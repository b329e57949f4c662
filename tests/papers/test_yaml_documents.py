"""YAML from anywhere is read strictly, within bounds, and says on which line it fails."""

import pytest

from domain.file_fault import FaultReason, FileFault
from papers.yaml_documents import MAX_BYTES, Document, read_document

LAUGHS = b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 40))


def test_words_mean_what_they_look_like() -> None:
    written = b"a: on\nb: no\nc: 19:00\nd: 2026-09-01\ne: true\nf: ~\ng: 12\nh: 007\ni: 1e4\n"
    found = read_document(written)
    assert isinstance(found, Document)
    assert found.content == {
        "a": "on",
        "b": "no",
        "c": "19:00",
        "d": "2026-09-01",
        "e": True,
        "f": None,
        "g": 12,
        "h": "007",
        "i": "1e4",
    }


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        pytest.param(b"", 1, FaultReason.EMPTY, id="nothing"),
        pytest.param(b"# words\n\n", 1, FaultReason.EMPTY, id="only a comment"),
        pytest.param(b"a:\n  b: 1\n\tc: 2\n", 3, FaultReason.TAB, id="a tab"),
        pytest.param(b"a: 1\nb: \xff\xfe\n", 2, FaultReason.NOT_TEXT, id="not UTF-8"),
        pytest.param(b"\xff\xfea\x00:\x00", 1, FaultReason.NOT_TEXT, id="UTF-16"),
        pytest.param(b"a: \x07", 1, FaultReason.NOT_TEXT, id="a bell"),
        pytest.param(b"a: [1,\nb: }", 2, FaultReason.NOT_YAML, id="brackets do not match"),
        pytest.param(b"a: 1\n---\nb: 2\n", 2, FaultReason.NOT_YAML, id="two documents"),
        pytest.param(b"a0: &a0 ha\n" + LAUGHS, 1, FaultReason.ALIAS, id="a billion laughs"),
        pytest.param(b"a: *b\n", 1, FaultReason.ALIAS, id="an alias"),
        pytest.param(b"a: !!python/object:os.system x", 1, FaultReason.TAG, id="a Python tag"),
        pytest.param(b"a: 1\nb: 2\na: 3\n", 3, FaultReason.TWICE, id="a key that stands twice"),
        pytest.param(b"? [1, 2]\n: 3\n", 1, FaultReason.WRONG_KIND, id="a list as key"),
        pytest.param(b"[" * 100_000, 1, FaultReason.TOO_DEEP, id="very deep"),
        pytest.param(b"- 1\n" * 100_000, 40_000, FaultReason.TOO_MANY, id="very many"),
        pytest.param(b"a" * (MAX_BYTES + 1), 1, FaultReason.TOO_LARGE, id="very large"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_line(
    written: bytes, line: int, reason: FaultReason
) -> None:
    found = read_document(written)
    assert isinstance(found, FileFault)
    assert (found.line, found.reason) == (line, reason)


def test_a_file_from_an_editor_on_another_system_reads_the_same() -> None:
    plain, other = (
        read_document(b"a: 1\nb: [2]\n"),
        read_document(b"\xef\xbb\xbfa: 1\r\nb: [2]\r\n"),
    )
    assert isinstance(plain, Document)
    assert isinstance(other, Document)
    assert plain.content == other.content


def test_every_part_knows_its_line() -> None:
    found = read_document(b"a: 1\nb:\n  - c: 2\n  - d: 3\n    e: 4\n")
    assert isinstance(found, Document)
    assert found.line_of(["b", 1, "e"]) == 5
    assert found.line_of(["b", 9]) == 3
    assert found.line_of_key(["b", 1], "d") == 4
