// What readers ask for in other words than the pages have: after a colon, where to look instead.
// A line counts whichever form its words have. Several places are divided by commas.

export default `
playground: workbench
python tutor: workbench
visualize: workbench
visualizer: workbench
repl: workbench
my own program: workbench
segfault: dangling, use after free
segmentation fault: dangling, use after free
memory safety: safe Rust excludes
buffer overflow: read what is not there
out of bounds: read what is not there
undefined behavior: what unsafe changes
ub: what unsafe changes
null: Option knows how to be empty
null pointer: read what is not there
none: Option
garbage collector: by collector
garbage collection: by collector
gc: by collector
reference counting: several handles
refcount: several handles
smart pointer: several handles
shared_ptr: several handles
shared pointer: several handles
unique_ptr: box one value on the heap
unique pointer: box one value on the heap
raii: scope and drop
destructor: scope and drop
finalizer: scope and drop
defer: scope and drop
finally: scope and drop
free memory: scope and drop
deallocate: scope and drop
malloc: who calls free
pointer: references and borrowing
raw pointer: following a raw pointer
deref: when do you write the star
dereference: when do you write the star
asterisk: when do you write the star
ampersand: immutable references
string vs str: String or &str
string str: String or &str
string &str: String or &str
string slice: slices
substring: where text may be cut
stack vs heap: where values live
stack heap: where values live
stack: where values live
deep copy: what clone does
shallow copy: what does a move copy
copy vs clone: copy and clone
move vs copy: copy and clone
pass by reference: lend it instead
pass by value: how should I pass it
const reference: immutable references
alias: two at once
aliasing: two at once
mutability: mutable references
interior mutability: changing what is shared
arc mutex: sharing the lock itself
mutex: locks
thread: across threads
multithreading: across threads
concurrency: across threads
race condition: no data race is not no race
data race: count in two threads
send sync: what may be sent, what may be shared
channel: hand it over instead
mpsc: hand it over instead
memory leak: leaks are safe
leak: leaks are safe
cycle: a circle of handles
circular reference: a circle of handles
linked list: box one value on the heap, dropping a long list
graph: indices, arenas, handles
tree: a tree that looks back
parent pointer: a tree that looks back
self referential: point into themselves
pin: what is pinned
lambda: closures
callback: closures
anonymous function: closures
await: async
future: async
tokio: why spawning wants 'static
iterator invalidation: push while iterating, growing what you walk through
for loop: iterating
foreach: iterating
match arm: patterns
destructure: patterns
pattern matching: patterns
swap: replace and swap
std::mem: replacing a value
global variable: a static that changes
static mut: a static that changes
lifetime annotation: lifetimes in signatures
lifetime elision: why you have seldom seen one
lifetime struct: lifetimes in types
hrtb: for every lifetime
variance: when a longer loan will do
cow: one result lent, one made
asref: any type that can be looked at
nll: where a borrow ends
polonius: safe, and still rejected
borrow checker: reading a borrow error
fighting the borrow checker: reading a borrow error
two phase borrow: two phases, and their limit
dyn: a box of some type
trait object: a box of some type
benchmark: what it costs
performance: what it costs
slow: what it costs
fast: what it costs
speed: what it costs
overhead: what it costs
typescript: coming from JavaScript
node: coming from JavaScript
golang: by collector
swift: one value, several handles
c#: coming from Java or C#
csharp: coming from Java or C#
dotnet: coming from Java or C#
kotlin: coming from Java or C#
c++: coming from C or C++
cpp: coming from C or C++
question mark: signs you meet
operator: signs you meet
?: signs you meet
syntax: signs you meet
macro: signs you meet
install: how to run the programs
playground: how to run the programs
exercise: inventory
quiz: inventory
practice: inventory
test yourself: inventory
definition: glossary
'a: lifetimes in signatures
&: immutable references
&mut: mutable references
for 'a: for every lifetime
mem::forget: leaks are safe
borrowed content: behind a reference
generational: a handle that notices
iterator: iterating
println!: signs you meet
permission: reading an ownership timeline
reference cycle: a circle of handles
use after move: moves
borrowmuterror: RefCell loans counted
borrowerror: RefCell loans counted
`;
