fn main() {
    let mut names = vec![String::from("Ada"), String::from("Grace")];
    for name in &names {
        print!("{name} ");
    }
    for name in &mut names {
        name.push('!');
    }
    for name in names {
        print!("{name} ");
    }
    println!();
}
