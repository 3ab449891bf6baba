"""Measures how soon memory that is deleted is back with the operating system.

Allocates N MiB, touches every page, uses the buffer a last time and deletes it. Then it does small
work that allocates until the resident set has shrunk by at least 80 % of what the buffer added,
for two seconds at most. Then the same once more, with N MiB in arrays of 1 KiB, of which the last is
kept. The resident set comes from /proc/self/statm, so this needs Linux.
"""

import sys
from time import perf_counter_ns

STRIDE = 4096
BLOCK = 1024
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
    back = until_back(before, full, start)

    before = resident()
    blocks = [bytearray(BLOCK) for _ in range(size // BLOCK)]
    full = resident()
    start = perf_counter_ns()
    del blocks[:-1]
    back_in_blocks = until_back(before, full, start)

    print("answer", checksum)
    print("back_ns", back)
    print("back_in_boxes_ns", back_in_blocks)


def until_back(before, full, start):
    """The nanoseconds until most of what was added is back, or -1."""
    while perf_counter_ns() - start < PATIENCE:
        if (full - resident()) * 10 >= (full - before) * 8:
            return perf_counter_ns() - start
        small_work()
    return -1


def argument():
    if len(sys.argv) == 2 and sys.argv[1].isdecimal() and 1 <= int(sys.argv[1]) <= 2000:
        return int(sys.argv[1])
    print("usage: promptness N, with N from 1 to 2000", file=sys.stderr)
    sys.exit(2)


main()
