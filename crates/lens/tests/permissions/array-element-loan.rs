fn main() {
    let mut grid = [1, 2, 3];
    let cell = &mut grid[1]; //~ grid: RWC
    *cell += 5; //~ grid: ---, cell: R-O, *cell: RWC
    let copy = grid; //~ grid: RWC, cell: R-O, *cell: RWC
    grid[0] = copy[1]; //~ grid: RWC, copy: R-C, cell: ---
    println!("{grid:?} {copy:?}"); //~ grid: RWC, cell: ---, *cell: ---
} //~ grid: RWC, copy: R-C
