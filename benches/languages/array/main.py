"""Passes over one list of N unsigned 64-bit integers: the list itself is allocated once.

The list is filled from a generator; twenty passes replace each number x at index i with 3x + i
modulo 2^64. The answer is the sum of all numbers modulo 2^64. Every number is an object: Python
has no way to change one in place, so each step makes a new one and drops the old one.
"""

import sys

PASSES = 20
MASK = 0xFFFFFFFFFFFFFFFF


class Random:
    def __init__(self):
        self.state = 42

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return self.state >> 33


def main():
    random = Random()
    numbers = [random.next() for _ in range(argument())]
    for _ in range(PASSES):
        for i, x in enumerate(numbers):
            numbers[i] = (x * 3 + i) & MASK
    print("answer", sum(numbers) & MASK)


def argument():
    if len(sys.argv) == 2 and sys.argv[1].isdecimal() and 1 <= int(sys.argv[1]) <= 100_000_000:
        return int(sys.argv[1])
    print("usage: array N, with N from 1 to 100000000", file=sys.stderr)
    sys.exit(2)


main()
