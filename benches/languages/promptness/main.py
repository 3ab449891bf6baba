"""Measures how soon the memory of a big buffer is back with the operating system.

Allocates N MiB, touches every page, uses the buffer a last time and deletes it. Then it does small
work that allocates until the resident set has shrunk by at least 80 % of what the buffer added,
for two seconds at most. The resident set comes from /proc/self/statm, so this needs Linux.
"""

import sys
from time import perf_counter_ns

STRIDE = 4096
PATIENCE = 2_000_000_000


class Random:
    def __init__(self):
        self.state = 42

    def next_byte(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return self.state >> 56


def resident():
    """The resident set in pages. Only ratios of it are used, so the page size does not matter."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1])


def small_work():
    items = [f"item {i}" for i in range(1000)]
    return sum(len(item) for item in items)


def main():
    size = argument() * 1024 * 1024
    before = resident()
    buffer = bytearray(size)
    random = Random()
    for i in range(0, size, STRIDE):
        buffer[i] = random.next_byte()
    full = resident()
    checksum = sum(buffer[i] for i in range(0, size, STRIDE))

    start = perf_counter_ns()
    del buffer
    back = -1
    while back < 0 and perf_counter_ns() - start < PATIENCE:
        if (full - resident()) * 10 >= (full - before) * 8:
            back = perf_counter_ns() - start
        else:
            small_work()

    print("answer", checksum)
    print("back_ns", back)


def argument():
    if len(sys.argv) == 2 and sys.argv[1].isdecimal() and 1 <= int(sys.argv[1]) <= 2000:
        return int(sys.argv[1])
    print("usage: promptness N, with N from 1 to 2000", file=sys.stderr)
    sys.exit(2)


main()
