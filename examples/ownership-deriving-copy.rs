#[derive(Clone, Copy)]
struct Seat {
    row: u8,
    number: u8,
}

fn main() {
    let mut mine = Seat { row: 4, number: 7 };
    let yours = mine;
    mine.number += 1;
    println!("row {}, seat {}", mine.row, mine.number);
    println!("row {}, seat {}", yours.row, yours.number);
}
