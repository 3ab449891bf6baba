"""Builds, counts and drops binary trees, one object per node.

A tree of depth N lives for the whole run. Beside it, for the depths 4, 6, … up to N, many trees
are built, counted and dropped: the smaller the tree, the more of them, so that every depth
allocates about 2^(N+5) nodes. The answer is the number of all nodes counted.

A node is a small class, not a tuple: the tuple (None, None) is a constant, which Python would
share among all leaves instead of allocating each.
"""

import sys


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def count(node):
    if node is None:
        return 0
    return 1 + count(node.left) + count(node.right)


def main():
    max_depth = argument()
    long_lived = build(max_depth)
    nodes = 0
    for depth in range(4, max_depth + 1, 2):
        trees = 1 << (max_depth - depth + 4)
        for _ in range(trees):
            nodes += count(build(depth))
    nodes += count(long_lived)
    print("answer", nodes)


def argument():
    if len(sys.argv) == 2 and sys.argv[1].isdecimal() and 4 <= int(sys.argv[1]) <= 24:
        return int(sys.argv[1])
    print("usage: trees N, with N from 4 to 24", file=sys.stderr)
    sys.exit(2)


main()
