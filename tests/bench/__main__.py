"""All benchmarks, one after the other."""

from tests.bench import burst, deliveries, ledger, start, status, words

for bench in (deliveries, burst, ledger, start, status, words):
    bench.main()
