"""The files of the page, and the headers that every answer carries."""

from pathlib import Path

from starlette.responses import Response

FOLDER = Path(__file__).parent / "page"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
# Nothing from elsewhere, nothing inline, nowhere to send anything but here, in nobody's frame.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
# Small and few: they are kept from the start on, and no name of a request reaches the disk.
_FILES = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in KINDS}


def file_response(name: str) -> Response:
    """A file of the page, or 404."""
    content = _FILES.get(name)
    if content is None:
        return Response("", 404, headers=HEADERS)
    return Response(content, media_type=KINDS[Path(name).suffix], headers=HEADERS)
