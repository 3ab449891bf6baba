struct Song {
    seconds: u64,
    own: *const u64,
}
fn main() {
    report!(); let mut song = Song { seconds: 242, own: std::ptr::null() };
    report!(song, song.own); song.own = &raw const song.seconds;
    report!(song, song.own); let moved = Box::new(song);
    report!(moved, moved.own); println!("{}", unsafe { *moved.own });
report!(moved, moved.own); }
// before 9: heap 1.own -> main.song.seconds Moved { what: "u64" }
// before 10: heap 1.own -> main.song.seconds Moved { what: "u64" }
// line 9: Read 8 of main.song.seconds Moved { what: "u64" }
