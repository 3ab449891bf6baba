struct Slot(u32, Option<&'static str>);

fn get(slots: &[Slot], (index, generation): (usize, u32)) -> Option<&str> {
    let slot = slots.get(index)?;
    slot.1.filter(|_| slot.0 == generation)
}

fn main() {
    let mut slots = vec![Slot(0, Some("Ada"))];
    let ada = (0, 0);
    println!("{:?}", get(&slots, ada));
    slots[0] = Slot(1, Some("Grace"));
    println!("{:?} {:?}", get(&slots, ada), get(&slots, (0, 1)));
}
