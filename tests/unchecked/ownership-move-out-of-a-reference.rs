struct Log {
    lines: Vec<String>,
}

impl Log {
    fn hand_over(&mut self) -> Vec<String> {
        unsafe { std::ptr::read(&self.lines) }
    }
}

fn main() {
    let lines = vec![String::from("door opens")];
    let mut log = Log { lines };
    println!("{:?}, then {:?}", log.hand_over(), log.lines);
}
