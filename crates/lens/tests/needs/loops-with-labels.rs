fn main() {
    let grid = [[1, 5], [9, 2]]; //? nothing
    let mut found = 0; //? nothing
    'rows: for row in &grid { //? grid: R
        for cell in row { //? row: R
            if *cell > 4 { //? *cell: R
                found = *cell; //? found: W, *cell: R
                break 'rows; //? nothing
            }
        }
    }
    println!("{found}"); //? found: R
}
