"""Names on a wall are shortened, because everybody in the room reads them."""

import pytest

from domain.wall import is_secret, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("王渡", "王○"),
        ("赵一鸣", "赵○○"),
        ("欧阳晓", "欧阳○"),
        ("欧阳晓明", "欧阳○○"),
        ("欧阳", "欧○"),
        ("阳太一", "阳○○"),
        ("阿里木江·买买提", "阿○○"),
        ("Anna Lee", "A. Lee"),
        ("Anna Maria Lee", "A. M. Lee"),
        ("Anna", "A○"),
        ("王", "王"),
        ("  ", "○"),
        ("", "○"),
    ],
)
def test_a_name_is_its_family_name(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("written", "is_one"),
    [("A" * 22, True), ("A" * 21, False), ("A" * 23, False), ("é" * 22, False), ("", False)],
)
def test_a_secret_has_a_shape(written: str, is_one: bool) -> None:
    assert is_secret(written) is is_one
