"""How many real expressions about time are understood, and how long one takes.

Run it by hand: `python -m tests.bench.words`. The peers are not dependencies (the largest is 290
MB); their figures were measured once, on the set that the sample is taken from.
"""

from collections import Counter
from time import process_time

from tests.domain.schedule_words.sample import rows, verdict
from tests.domain.schedule_words.telling import reading_of

PEERS = (
    "JioNLP 1.5.31: 18 of 72 recurring, 30 of 60 once, the rest mostly wrong without asking",
    "recurrent 0.4.1: 36 of 66 English expressions",
    "dateparser 1.5: 2 of 27 Chinese and 15 of 21 English phrases",
)
ROUNDS = 5


def main() -> None:
    """Print right, asked without need and wrong, by language and kind, and the milliseconds."""
    sample = list(rows())
    counts = Counter((row.language, row.kind, verdict(row, reading_of(row.text))) for row in sample)
    print("words about time: what became of the sample")
    for language, kind in sorted({(row.language, row.kind) for row in sample}):
        told = {name: counts[language, kind, name] for name in ("right", "asked", "wrong")}
        print(f"  {language} {kind}: {told}")
    for language in ("zh", "en"):
        took = _milliseconds([row.text for row in sample if row.language == language])
        print(f"  {language}: {sum(took) / len(took):.2f} ms each, at most {max(took):.2f}")
    for peer in PEERS:
        print(f"  quoted: {peer}")


def _milliseconds(texts: list[str]) -> list[float]:
    """The best of some rounds for each, so that the machine's other work does not count."""
    best = [float("inf")] * len(texts)
    for _ in range(ROUNDS):
        for number, text in enumerate(texts):
            started = process_time()
            reading_of(text)
            best[number] = min(best[number], (process_time() - started) * 1000)
    return best


if __name__ == "__main__":
    main()
