// What was paid. A number has nothing to clean up, so a second one does no harm.
#[derive(Clone, Copy)]
struct Credit(u32);

struct Song {
    title: String,
    seconds: u32,
}

struct Jukebox {
    credit: Credit,
    queue: Vec<Song>,
    played: Vec<Song>,
}

impl Jukebox {
    fn new(credit: Credit) -> Jukebox {
        Jukebox {
            credit,
            queue: Vec::new(),
            played: Vec::new(),
        }
    }

    // Takes the song: from here on the queue owns it.
    fn add(&mut self, song: Song) {
        self.queue.push(song);
    }

    // Moves the first song from one list to the other, and lends it to the caller.
    fn play(&mut self) -> Option<&Song> {
        if self.credit.0 == 0 || self.queue.is_empty() {
            return None;
        }
        self.credit.0 -= 1;
        let song = self.queue.remove(0);
        self.played.push(song);
        self.played.last()
    }

    // Lends the first song whose title begins like this. The wish may go at once.
    fn find(&self, wish: &str) -> Option<&Song> {
        for song in &self.queue {
            if song.title.starts_with(wish) {
                return Some(song);
            }
        }
        None
    }

    fn seconds(&self) -> u32 {
        let mut total = 0;
        for song in &self.queue {
            total += song.seconds;
        }
        total
    }
}

// Runs where the owner of the jukebox ends, whichever way it ends.
impl Drop for Jukebox {
    fn drop(&mut self) {
        let (played, left) = (self.played.len(), self.queue.len());
        println!("switched off: {played} played, {left} left");
    }
}

// The result may come from either.
fn longer<'a>(one: &'a Song, other: &'a Song) -> &'a Song {
    if one.seconds >= other.seconds {
        one
    } else {
        other
    }
}

// The first word of a line and the rest of it: two parts of one text.
fn first_word(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
}

// A song of its own, made from a line that the caller keeps.
fn song(line: &str) -> Option<Song> {
    let (seconds, title) = first_word(line);
    let seconds = seconds.parse().ok()?;
    Some(Song {
        title: title.to_string(),
        seconds,
    })
}

fn obey(jukebox: &mut Jukebox, line: &str) {
    let (command, rest) = first_word(line);
    match command {
        "add" => match song(rest) {
            Some(song) => jukebox.add(song),
            None => println!("{rest}: no length"),
        },
        "play" => match jukebox.play() {
            Some(song) => println!("playing {}", song.title),
            None => println!("nothing is played"),
        },
        "find" => match jukebox.find(rest) {
            Some(song) => println!("{rest}: found {}", song.title),
            None => println!("{rest}: not found"),
        },
        "queue" => println!("{} songs, {} s", jukebox.queue.len(), jukebox.seconds()),
        _ => println!("{command}?"),
    }
}

fn main() {
    let mut jukebox = Jukebox::new(Credit(1));
    let script = "add 183 Blue\nadd 240 River\nadd Carey\nqueue\nplay\nfind Ri\nplay\ndance";
    for line in script.lines() {
        obey(&mut jukebox, line);
    }
    let (first, next) = (&jukebox.played[0], &jukebox.queue[0]);
    println!("{} is the longer one", longer(first, next).title);
}
