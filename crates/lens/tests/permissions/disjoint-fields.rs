struct Player {
    name: String,
    health: i32,
}

fn main() {
    let mut player = Player { name: String::from("Ann"), health: 10 };
    let name = &mut player.name; //~ player: RWO, player.name: RWO, player.health: RWC
    player.health -= 1; //~ player: ---, player.name: ---, player.health: RWC, name: R-O
    name.push('a'); //~ player: ---, player.name: ---, player.health: RWC, *name: RW-
    let health = &player.health; //~ player: RWO, name: R-O, *name: RW-
    player.name.push('b'); //~ player: R--, player.name: RWO, player.health: R-C, name: R-O, health: R-C
    println!("{health}"); //~ player: R--, player.name: RWO, player.health: R-C, name: ---
    println!("{}", player.name); //~ player: RWO, player.health: RWC, health: R-C
} //~ player: RWO, name: ---, health: R-C
