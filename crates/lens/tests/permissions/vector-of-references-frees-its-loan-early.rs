fn main() {
    let mut city = String::from("Rome");
    let mut visits = vec![&city]; //~ city: RWO
    visits.push(&city); //~ city: R--, visits: RWO
    println!("{}", visits.len()); //~ city: R--, visits: RWO
    city.push('!'); //~ city: RWO, visits: RWO
    println!("{city}"); //~ city: RWO, visits: ---
} //~ city: RWO, visits: ---
