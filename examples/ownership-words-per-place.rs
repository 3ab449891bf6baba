fn words<T>(place: &T) -> usize {
    size_of_val(place) / size_of::<usize>()
}

fn main() {
    let array = [0_usize; 100];
    let list = array.to_vec();
    let text = String::from("bread, milk, eggs, butter");
    let literal = "bread, milk, eggs, butter";
    println!("[usize; 100]      {}", words(&array));
    println!("Vec<usize>        {}", words(&list));
    println!("Box<[usize; 100]> {}", words(&Box::new(array)));
    println!("String            {}", words(&text));
    println!("&str              {}", words(&literal));
}
