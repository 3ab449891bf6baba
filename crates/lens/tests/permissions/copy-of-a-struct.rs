#[derive(Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}

fn main() {
    let mut origin = Point { x: 0, y: 0 };
    let corner = origin; //~ origin: RWC, origin.x: RWC
    origin.x = 5; //~ origin: RWC, origin.x: RWC, corner: R-C, corner.y: R-C
    let y = &origin.y; //~ origin: RWC
    let moved = origin; //~ origin: R-C, origin.x: RWC, origin.y: R-C, y: R-C
    println!("{} {} {y}", corner.x, moved.x + moved.y); //~ origin: R-C, origin.y: R-C, moved: R-C
} //~ origin: RWC, y: R-C, *y: R-C
