use std::cell::RefCell;
fn main() {
    let mut stack = RefCell::new(vec![1, 2]);
    loop {
        let top = stack.borrow_mut().pop(); //~ stack: RW-
        let Some(job) = top else { //~ stack: RW-, top: R-C
            break; //~ stack: RWO
        };
        println!("{job}"); //~ stack: RW-, top: R-C, job: R-C
        stack.get_mut().shrink_to_fit(); //~ stack: RW-, job: R-C
    }
    println!("{stack:?}"); //~ stack: RWO
} //~ stack: RWO
