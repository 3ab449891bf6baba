"""Answers N requests from a long-lived cache and records how long each one takes.

The cache maps keys to strings of 100 to 1,000 bytes. It holds at most 50,000 of them and evicts
the oldest, whose key a ring remembers. The 100,000 keys are equally likely, so that once the cache
is full about every second request is a hit. The answer sums what the requests returned.
"""

import sys
from time import perf_counter_ns

CAPACITY = 50_000
KEYS = 100_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Random:
    def __init__(self):
        self.state = 42

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % bound


class Cache:
    def __init__(self):
        self.texts = {}
        self.ring = []
        self.oldest = 0

    def request(self, key, length):
        """Returns the text of the key; on a miss, makes a text of that length and stores it."""
        text = self.texts.get(key)
        if text is not None:
            return summary(text)
        text = LETTERS[key % 26] * length
        result = summary(text)
        if len(self.ring) < CAPACITY:
            self.ring.append(key)
        else:
            del self.texts[self.ring[self.oldest]]
            self.ring[self.oldest] = key
            self.oldest = (self.oldest + 1) % CAPACITY
        self.texts[key] = text
        return result


def summary(text):
    return len(text) + ord(text[-1])


def peak_kib():
    """The largest resident set so far, as Linux says it."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def main():
    requests = argument()
    times = [0] * requests
    random = Random()
    cache = Cache()
    checksum = 0
    started = perf_counter_ns()
    for i in range(requests):
        key = random.below(KEYS)
        length = 100 + random.below(901)
        start = perf_counter_ns()
        checksum += cache.request(key, length)
        times[i] = perf_counter_ns() - start
    print("answer", checksum)
    print("work_ns", perf_counter_ns() - started)
    print("work_peak_kib", peak_kib())
    # What follows is no part of the task.
    times.sort()
    print("p50", times[requests * 500 // 1000])
    print("p99", times[requests * 990 // 1000])
    print("p999", times[requests * 999 // 1000])
    print("worst", times[requests - 1])


def argument():
    if len(sys.argv) == 2 and sys.argv[1].isdecimal() and 1 <= int(sys.argv[1]) <= 100_000_000:
        return int(sys.argv[1])
    print("usage: cache N, with N from 1 to 100000000", file=sys.stderr)
    sys.exit(2)


main()
