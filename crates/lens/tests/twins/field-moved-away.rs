//! before line 12, name leads to `user.name`
//! before line 13, name leads to `user.name`
//! before line 13, age leads to `user.age`
//! before line 14, name leads to the place of `user.name`, which was moved
//! before line 14, age leads to `user.age`
//! before line 15, name leads to the place of `user.name`, which was moved
//! before line 15, age leads to `user.age`
struct User { name: String, age: u32 }
fn main() {
    let user = User { name: String::from("ada"), age: 36 };
    let name = &raw const user.name;
    let age = &raw const user.age;
    let taken = user.name;
    println!("{taken} {}", unsafe { *age });
    println!("{}", name.is_null());
}
