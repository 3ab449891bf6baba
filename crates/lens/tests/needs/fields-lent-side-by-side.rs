struct Player {
    name: String,
    scores: Vec<u32>,
}
fn main() {
    let mut player = Player { name: String::from("bo"), scores: vec![1] }; //? nothing
    let name = &player.name; //? player.name: R
    let scores = &mut player.scores; //? player.scores: W
    scores.push(name.len() as u32); //? *scores: W, *name: R
    println!("{:?}", player.scores); //? player.scores: R
}
