struct Player {
    song: Option<String>,
}

impl Player {
    fn eject(&mut self) -> Option<String> {
        self.song.take()
    }
}

fn main() {
    let song = Some(String::from("River"));
    let mut player = Player { song };
    println!("{:?}, {:?}", player.eject(), player.eject());
}
