enum Job {
    Idle,
    Running(u32),
}

fn main() {
    let mut job = Job::Running(1);
    match &mut job { //~ job: RWO
        Job::Running(step) => {
            *step += 1; //~ job: ---, step: R-O, *step: RWC
            println!("{step}"); //~ job: ---, step: R-O, *step: RWC
        } //~ job: RWO, step: R-O
        Job::Idle => {
            job = Job::Running(0); //~ job: RWO
        }
    }
    println!("{}", matches!(job, Job::Idle)); //~ job: RWO
} //~ job: RWO
