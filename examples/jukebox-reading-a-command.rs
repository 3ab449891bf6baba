struct Song {
    title: String,
}

fn first_word(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
}

fn main() {
    let line = String::from("add Blue");
    let (command, title) = first_word(&line);
    let song = Song {
        title: title.to_string(),
    };
    println!("{command}: {}", song.title);
}
