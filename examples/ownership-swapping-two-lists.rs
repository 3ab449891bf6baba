use std::mem;

fn main() {
    let mut today = vec!["bread"];
    let mut tomorrow = vec!["milk", "eggs"];
    let buffer = today.as_ptr();
    mem::swap(&mut today, &mut tomorrow);
    println!("today {today:?}, tomorrow {tomorrow:?}");
    println!("same buffer: {}", tomorrow.as_ptr() == buffer);
}
