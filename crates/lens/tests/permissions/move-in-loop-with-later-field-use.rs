struct Player {
    name: String,
    points: u32,
}

fn main() {
    let mut player = Player { name: String::new(), points: 0 };
    for _ in 0..3 {
        println!("{}", player.points); //~ player: RW-
        player.name.push('x'); //~ player: RW-, player.name: RW-
        println!("end"); //~ player: RW-
    }
    player.name.push('y'); //~ player: RWO
} //~ player: RWO
