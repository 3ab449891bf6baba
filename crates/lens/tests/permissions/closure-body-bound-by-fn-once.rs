fn once(work: impl FnOnce() -> usize) -> usize {
    return work(); //~ work: R-O
}

fn main() {
    let rows = vec![1, 2];
    let count = once(move || { //~ rows: R-O
        let all = rows; //~ rows: R-O
        println!("{all:?}"); //~ rows: ---, all: R-O
        return all.len(); //~ rows: ---, all: R-O
    });
    println!("{count}"); //~ rows: ---, count: R-C
}
