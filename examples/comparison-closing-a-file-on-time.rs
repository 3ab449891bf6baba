use std::io::{self, BufWriter, Write};
use std::{env, fs, process};

fn main() -> io::Result<()> {
    let path = env::temp_dir().join(format!("door-log-{}.txt", process::id()));
    let mut log = BufWriter::new(fs::File::create(&path)?);
    log.write_all(b"door opened\n")?;
    println!("before closing: {} bytes", fs::metadata(&path)?.len());
    drop(log);
    println!("after closing: {} bytes", fs::metadata(&path)?.len());
    fs::remove_file(&path)
}
