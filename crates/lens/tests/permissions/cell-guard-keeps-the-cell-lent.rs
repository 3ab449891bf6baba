use std::cell::RefCell;

fn main() {
    let mut scores = RefCell::new(vec![1]);
    scores.get_mut().push(0); //~ scores: RWO
    let mut writer = scores.borrow_mut(); //~ scores: RWO
    writer.push(2); //~ scores: R--, writer: RWO
    drop(writer); //~ scores: R--, writer: RWO
    let reader = scores.borrow(); //~ scores: RWO, writer: ---
    println!("{}", reader.len()); //~ scores: R--, reader: R-O
    println!("still read"); //~ scores: R--, reader: R-O
} //~ scores: R--, writer: ---, reader: R-O
