"""All benchmarks, one after the other; every one prints ratios."""

from tests.bench import burst, deliveries, start, status, words

for bench in (deliveries, burst, start, status, words):
    bench.main()
