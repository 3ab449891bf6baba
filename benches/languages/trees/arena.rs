//! The trees of `main.rs` with the nodes in an arena: a vector of nodes that name their children by
//! index. A tree is dropped by clearing the vector, which keeps the memory for the next tree.
//!
//! The long-lived tree has its own arena, the short-lived trees share one, one after the other.

use std::{env, process};

const NONE: u32 = u32::MAX;

struct Node {
    left: u32,
    right: u32,
}

#[derive(Default)]
struct Arena {
    nodes: Vec<Node>,
}

impl Arena {
    fn build(&mut self, depth: u32) -> u32 {
        let (left, right) = if depth == 0 {
            (NONE, NONE)
        } else {
            (self.build(depth - 1), self.build(depth - 1))
        };
        self.nodes.push(Node { left, right });
        (self.nodes.len() - 1) as u32
    }

    fn count(&self, index: u32) -> u64 {
        if index == NONE {
            return 0;
        }
        let node = &self.nodes[index as usize];
        1 + self.count(node.left) + self.count(node.right)
    }

    fn clear(&mut self) {
        self.nodes.clear();
    }
}

fn main() {
    let max_depth = argument();
    let mut long_lived = Arena::default();
    let long_lived_root = long_lived.build(max_depth);
    let mut arena = Arena::default();
    let mut nodes = 0;
    for depth in (4..=max_depth).step_by(2) {
        let trees = 1 << (max_depth - depth + 4);
        for _ in 0..trees {
            let root = arena.build(depth);
            nodes += arena.count(root);
            arena.clear();
        }
    }
    nodes += long_lived.count(long_lived_root);
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
