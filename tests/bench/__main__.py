"""All benchmarks, one after the other; every one prints ratios."""

from tests.bench import burst, deliveries, start, status

for bench in (deliveries, burst, start, status):
    bench.main()
