struct Song {
    seconds: u64,
    own: *const u64,
}
fn main() {
    report!(); let mut song = Song { seconds: 242, own: std::ptr::null() };
    report!(song.seconds, song.own); song.own = &raw const song.seconds;
    report!(song.seconds, song.own); let moved = Box::new(song);
    report!(moved.seconds, moved.own); println!("{}", unsafe { *moved.own });
report!(moved.seconds, moved.own); }
// before 9: heap 1.own -> main.song Moved { what: "Song" }
// before 10: heap 1.own -> main.song Moved { what: "Song" }
// line 9: Read 8 of main.song Moved { what: "Song" }
