enum Job {
    Idle,
    Named(String),
}
fn main() {
    let (job, _) = (Job::Named(String::from("wash")), Job::Idle); //? nothing
    match job { //? job: O
        Job::Idle => {}
        Job::Named(name) => {
            println!("{name}"); //? name: R
        }
    }
}
