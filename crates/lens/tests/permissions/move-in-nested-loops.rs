struct Row {
    cells: Vec<u32>,
    name: String,
}

fn main() {
    let mut row = Row { cells: vec![1, 2], name: String::new() };
    let title = String::from("table");
    'rows: for _ in 0..2 {
        let cell = String::from("cell"); //~ title: R--
        for number in 0..2 {
            if number == 1 { //~ cell: R--, title: R--
                println!("{title}"); //~ cell: R-O, title: R--
                continue 'rows; //~ cell: R-O, title: R--
            }
            row.name.push('x'); //~ row: RW-, cell: R--
            println!("{cell}"); //~ row: RW-, cell: R--
        }
        row = Row { cells: vec![], name: String::new() }; //~ row: RWO, cell: R-O
        row.cells.push(1); //~ row: RW-, row.name: RW-
    }
    'once: loop {
        loop {
            row.name.push('y'); //~ row: RW-
            if title.len() > 3 { //~ title: R--
                println!("{title}"); //~ title: R-O, row: RWO
                break 'once; //~ title: R-O, row: RWO
            }
        }
    }
    println!("{}", row.cells.len());
}
