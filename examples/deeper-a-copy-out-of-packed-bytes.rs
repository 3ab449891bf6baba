#[repr(C, packed)]
struct Packet {
    kind: u8,
    seats: u32,
}

fn main() {
    let packet = Packet { kind: 1, seats: 12 };
    let seats = packet.seats;
    println!("{seats} seats of kind {}", packet.kind);
}
