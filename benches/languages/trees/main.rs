//! Builds, counts and drops binary trees, one heap allocation per node.
//!
//! A tree of depth N lives for the whole run. Beside it, for the depths 4, 6, … up to N, many trees
//! are built, counted and dropped: the smaller the tree, the more of them, so that every depth
//! allocates about 2^(N+5) nodes. The answer is the number of all nodes counted.

use std::{env, process};

struct Node {
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    fn build(depth: u32) -> Box<Node> {
        let (left, right) = if depth == 0 {
            (None, None)
        } else {
            (Some(Node::build(depth - 1)), Some(Node::build(depth - 1)))
        };
        Box::new(Node { left, right })
    }

    fn count(&self) -> u64 {
        let left = self.left.as_ref().map_or(0, |node| node.count());
        let right = self.right.as_ref().map_or(0, |node| node.count());
        1 + left + right
    }
}

fn main() {
    let max_depth = argument();
    let long_lived = Node::build(max_depth);
    let mut nodes = 0;
    for depth in (4..=max_depth).step_by(2) {
        let trees = 1 << (max_depth - depth + 4);
        for _ in 0..trees {
            nodes += Node::build(depth).count();
        }
    }
    nodes += long_lived.count();
    println!("answer {nodes}");
}

fn argument() -> u32 {
    let mut arguments = env::args().skip(1);
    match (arguments.next().map(|text| text.parse()), arguments.next()) {
        (Some(Ok(n)), None) if (4..=24).contains(&n) => n,
        _ => {
            eprintln!("usage: trees N, with N from 4 to 24");
            process::exit(2)
        }
    }
}
