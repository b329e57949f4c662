"""All benchmarks, one after the other; every one prints ratios."""

from tests.bench import burst, deliveries, start, status, wall, words

for bench in (deliveries, burst, wall, start, status, words):
    bench.main()
