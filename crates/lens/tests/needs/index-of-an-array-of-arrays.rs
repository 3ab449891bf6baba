fn main() {
    let mut grid = [[0; 3]; 2]; //? nothing
    let row = 1; //? nothing
    grid[row][2] = 5; //? grid[_][_]: W, row: R
    let sum = grid[row][2] + grid[0][0]; //? grid[_][_]: R, row: R
    println!("{sum}"); //? sum: R
}
