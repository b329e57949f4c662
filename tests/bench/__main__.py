"""All benchmarks, one after the other."""

from tests.bench import burst, deliveries, ledger, start, status, wall, words

for bench in (deliveries, burst, wall, ledger, start, status, words):
    bench.main()
