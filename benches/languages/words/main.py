"""Counts the words of a text.

A generator makes up a vocabulary of 20,000 words of 2 to 9 letters and writes a text of N of them,
the words at the front of the vocabulary more often. The text is split into strings, which are
counted in a dict. The last twelve digits of the answer are a checksum, the digits before them the
number of distinct words.
"""

import sys

VOCABULARY = 20_000
CHECKSUM_END = 1_000_000_000_000


class Random:
    def __init__(self):
        self.state = 42

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % bound


def made_up_word(random):
    length = 2 + random.below(8)
    return "".join(chr(ord("a") + random.below(26)) for _ in range(length))


def make_text(words):
    random = Random()
    vocabulary = [made_up_word(random) for _ in range(VOCABULARY)]
    return " ".join(
        vocabulary[random.below(VOCABULARY) * random.below(VOCABULARY) // VOCABULARY]
        for _ in range(words)
    )


def value(word):
    """A number that depends on the letters only: the word read in base 31."""
    value = 0
    for letter in word:
        value = value * 31 + ord(letter)
    return value


def main():
    text = make_text(argument())
    counts = {}
    for word in text.split(" "):
        counts[word] = counts.get(word, 0) + 1
    checksum = 0
    for word, count in counts.items():
        checksum = (checksum + count * (value(word) % 1_000_003)) % CHECKSUM_END
    print("answer", len(counts) * CHECKSUM_END + checksum)


def argument():
    if len(sys.argv) == 2 and sys.argv[1].isdecimal() and 1 <= int(sys.argv[1]) <= 20_000_000:
        return int(sys.argv[1])
    print("usage: words N, with N from 1 to 20000000", file=sys.stderr)
    sys.exit(2)


main()
