fn swap_out<T>(slot: &mut T, value: T) -> T {
    let old = std::mem::replace(slot, value); //~ slot: R-O, *slot: RW-, value: R-O
    return old; //~ slot: R-O, *slot: RW-, value: ---, old: R-O
}

fn main() {
    let mut room = String::from("red");
    let next = String::from("blue"); //~ room: RWO
    let old = swap_out(&mut room, next); //~ room: RWO, next: R-O
    println!("{old} {room}"); //~ room: RWO, next: ---, old: R-O
} //~ room: RWO, next: ---, old: R-O
