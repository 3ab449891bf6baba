struct Session {
    user: String,
    hits: u32,
}

impl Drop for Session {
    fn drop(&mut self) {
        println!("bye {}", self.user); //~ self: R-O, *self: RW-
    }
}

fn main() {
    let mut session = Session { user: String::from("ada"), hits: 0 };
    session.hits += 1; //~ session: RWO, session.user: RW-, session.hits: RWC
    let user = &session.user; //~ session: RWO, session.user: RW-
    println!("{user}"); //~ session: R--, session.user: R--, session.hits: RWC, user: R-C
    drop(session); //~ session: RWO, session.user: RW-, user: R-C
} //~ session: ---, session.user: ---, user: ---
