struct Room {
    label: String,
    seats: u32,
}

fn main() {
    let mut room = Room { label: String::from("A"), seats: 4 };
    let view = &room; //~ room: RWO, room.label: RWO, room.seats: RWC
    println!("{} {}", view.label, view.seats); //~ room: R--, room.label: R--, room.seats: R-C, *view: R--
    room.seats += 1; //~ room: RWO, room.seats: RWC, view: R-C
    println!("{}", room.label); //~ room.label: RWO, view: ---, *view: ---
} //~ room: RWO, view: ---
