"""The words of a QR code: text as bytes, with the correction that lets a quarter be unreadable.

ISO/IEC 18004, byte mode, level M (about 15 % of the words may be lost), versions 1 to 9.
"""

from functools import cache

MOST_VERSION = 9
# All words of a version, those for correction in each block, and how many blocks.
_WORDS = (26, 44, 70, 100, 134, 172, 196, 242, 292)
_CORRECTION = (10, 16, 26, 18, 24, 16, 18, 22, 22)
_BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5)

_BYTES_MODE = 0b0100
_FILLERS = (0b11101100, 0b00010001)
_FIELD = 0x11D


class TooLongError(Exception):
    """More text than a code that is read across a room can hold."""


def version_for(length: int) -> int:
    """The smallest version that holds so many bytes."""
    for version in range(1, MOST_VERSION + 1):
        # Four bits say that bytes follow, eight say how many.
        if length + 2 <= _room(version):
            return version
    raise TooLongError(f"{length} bytes are more than a QR code of ours holds")


def _room(version: int) -> int:
    at = version - 1
    return _WORDS[at] - _CORRECTION[at] * _BLOCKS[at]


def words_of(content: bytes, version: int) -> bytes:
    """The words in the order in which they are drawn."""
    data = _padded(content, _room(version))
    count, correction = _BLOCKS[version - 1], _CORRECTION[version - 1]
    short, longer = divmod(len(data), count)
    blocks = []
    at = 0
    for number in range(count):
        # The last blocks have one word more.
        end = at + short + (number >= count - longer)
        blocks.append(data[at:end])
        at = end
    remainders = [_remainder(block, _generator(correction)) for block in blocks]
    return _dealt(blocks) + _dealt(remainders)


def _padded(content: bytes, room: int) -> bytes:
    bits = (_BYTES_MODE << 8 | len(content)) << len(content) * 8 | int.from_bytes(content)
    # The end is four zeros, which also fill the last half word.
    written = (bits << 4).to_bytes(len(content) + 2)
    missing = room - len(written)
    return written + bytes(_FILLERS[number % 2] for number in range(missing))


def _dealt(blocks: list[bytes]) -> bytes:
    """One word of each block in turn."""
    longest = max(map(len, blocks))
    return bytes(block[at] for at in range(longest) for block in blocks if at < len(block))


def _multiply(one: int, other: int) -> int:
    """In the field of 256 elements in which the correction is counted."""
    product = 0
    for bit in range(7, -1, -1):
        product = product << 1 ^ (product >> 7) * _FIELD
        product ^= (other >> bit & 1) * one
    return product


@cache
def _generator(degree: int) -> bytes:
    """The polynomial (x - 1)(x - 2)(x - 4)… without its leading one."""
    found = bytearray(degree - 1) + b"\x01"
    root = 1
    for _ in range(degree):
        for at in range(degree):
            found[at] = _multiply(found[at], root)
            if at + 1 < degree:
                found[at] ^= found[at + 1]
        root = _multiply(root, 2)
    return bytes(found)


def _remainder(block: bytes, generator: bytes) -> bytes:
    left = bytearray(len(generator))
    for word in block:
        factor = word ^ left.pop(0)
        left.append(0)
        for at, coefficient in enumerate(generator):
            left[at] ^= _multiply(coefficient, factor)
    return bytes(left)
