static LIMITS: [u32; 3] = [10, 20, 30];
static TITLE: String = String::new();

fn main() {
    let limits = &LIMITS;
    let mut title = &TITLE; //~ limits: R-C, *limits: R-C
    println!("{limits:?} {title}"); //~ limits: R-C, title: RWC, *title: R--
    let local = String::from("mine"); //~ title: RWC, *title: R--
    title = &local; //~ limits: R-C, title: RWC, local: R-O
    println!("{title}"); //~ title: RWC, *title: R--, local: R--
} //~ limits: R-C, title: RWC, local: R-O
