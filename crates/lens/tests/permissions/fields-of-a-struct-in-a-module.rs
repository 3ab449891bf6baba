mod shop {
    pub struct Item {
        pub name: String,
        pub price: u32,
        stock: u32,
    }

    pub mod desk {
        use super::Item;

        pub fn new(name: String) -> Item {
            let item = Item { name, price: 3, stock: 1 };
            println!("{}", item.stock); //~ item: R-O, item.name: R-O, item.stock: R-C
            item
        }
    }
}

fn main() {
    struct Order {
        item: shop::Item,
        note: String,
    }
    let item = shop::desk::new(String::from("tea"));
    let order = Order { item, note: String::new() }; //~ item: R-O, item.name: R-O, item.price: R-C
    let note = order.note; //~ order: R-O, order.item: R-O, order.note: R-O
    println!("{note}"); //~ order: ---, order.item: R-O, order.note: ---
}
