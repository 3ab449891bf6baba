use std::{env, fs, io, process};

fn main() -> io::Result<()> {
    let name = format!("shopping-list-{}.txt", process::id());
    let path = env::temp_dir().join(name);
    let first = fs::File::create(&path)?;
    {
        let second = fs::File::open(&path)?;
        second.lock()?;
        println!("inside, may lock: {}", first.try_lock().is_ok());
    }
    println!("after, may lock: {}", first.try_lock().is_ok());
    fs::remove_file(&path)
}
