struct Queue {
    jobs: Vec<String>,
    served: u32,
}
impl Queue {
    fn front(&mut self) -> &mut String {
        return &mut self.jobs[0]; //~ self: R-O, *self: RW-
    }
}
fn main() {
    let mut queue = Queue { jobs: vec![String::from("a")], served: 0 };
    let front = queue.front(); //~ queue: RWO, queue.jobs: RWO
    front.push('!'); //~ queue: ---, queue.served: ---, front: R-O, *front: RW-
    queue.served += 1; //~ queue: RWO, queue.served: RWC, front: R-O
    println!("{} {}", queue.served, queue.jobs.len()); //~ queue: RWO, front: ---, *front: ---
} //~ queue: RWO, front: ---
