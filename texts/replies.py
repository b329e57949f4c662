"""What goes back to a person: words, the buttons under them, and perhaps a file."""

from dataclasses import dataclass

from texts.words import Words


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button does one thing: it sends `data` to us, or it opens `url`."""

    label: str
    data: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.data is None) == (self.url is None):
            raise ValueError(f"The button {self.label!r} needs either data or a url.")
        if self.data is not None and not 1 <= len(self.data.encode()) <= 64:
            raise ValueError(f"The button {self.label!r} needs 1 to 64 bytes of data.")


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file; a picture is shown in the chat, other files are handed out."""

    file_name: str
    content: bytes
    is_picture: bool = False


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One message. `asks` opens the reader's keyboard to answer it, hinting `placeholder`."""

    words: Words
    buttons: tuple[tuple[Button, ...], ...] = ()
    attachment: Attachment | None = None
    asks: bool = False
    placeholder: str = ""
