struct Person {
    name: String,
    city: String,
    age: u32,
}

fn main() {
    let mut person = Person { name: String::from("Ada"), city: String::from("London"), age: 36 };
    let name = person.name; //~ person: RWO, person.name: RWO, person.age: RWC
    person.age += 1; //~ person: ---, person.name: ---, person.city: RWO, person.age: RWC, name: R-O
    person.name = name; //~ person: ---, person.name: ---, person.city: RWO, name: R-O
    println!("{} {} {}", person.name, person.city, person.age); //~ person: RWO, person.name: RWO, name: ---
} //~ person: RWO, person.city: RWO, name: ---
