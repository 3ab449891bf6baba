/*report*/ #![allow(unused)]
/// What a program says of its own pointers. Its allocator gives no block out twice, and knows of
/// each how long it is and before which reported line it was freed.
mod report_ {
    use std::alloc::{GlobalAlloc, Layout, System};
    use std::cell::UnsafeCell;
    use std::rc::Rc;

    #[derive(Clone, Copy)]
    struct Block {
        at: usize,
        size: usize,
        is_freed: bool,
        before: u32,
    }

    struct Keeping(UnsafeCell<([Option<Block>; 1024], usize)>);
    unsafe impl Sync for Keeping {}

    #[global_allocator]
    static KEEPING: Keeping = Keeping(UnsafeCell::new(([None; 1024], 0)));

    impl Keeping {
        fn blocks(&self) -> &mut [Option<Block>] {
            let (blocks, count) = unsafe { &mut *self.0.get() };
            &mut blocks[..*count]
        }

        fn around(&self, at: usize) -> Option<&mut Block> {
            let blocks = self.blocks().iter_mut().flatten();
            blocks.rev().find(|block| (block.at..block.at + block.size).contains(&at))
        }
    }

    unsafe impl GlobalAlloc for Keeping {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            let new = unsafe { System.alloc(layout) };
            let (blocks, count) = unsafe { &mut *self.0.get() };
            let (at, size) = (new.addr(), layout.size());
            blocks[*count] = Some(Block { at, size, is_freed: false, before: 0 });
            *count += 1;
            new
        }

        unsafe fn dealloc(&self, block: *mut u8, _: Layout) {
            if let Some(block) = self.around(block.addr()) {
                if block.is_freed {
                    eprintln!("again {}", block.size);
                }
                block.is_freed = true;
            }
        }
    }

    pub fn begin(line: u32) {
        for block in KEEPING.blocks().iter_mut().flatten() {
            if block.is_freed && block.before == 0 {
                block.before = line;
            }
        }
        eprintln!("before {line}");
    }

    pub struct Place<'a, T>(pub &'a T);

    pub trait Leads {
        fn leads_to(&self) -> usize;
    }
    impl<T> Leads for *const T { fn leads_to(&self) -> usize { self.addr() } }
    impl<T> Leads for *mut T { fn leads_to(&self) -> usize { self.addr() } }
    impl<T> Leads for *const [T] { fn leads_to(&self) -> usize { self.cast::<T>().addr() } }
    impl Leads for *const str { fn leads_to(&self) -> usize { self.cast::<u8>().addr() } }
    impl<T> Leads for &T { fn leads_to(&self) -> usize { (&raw const **self).addr() } }
    impl<T> Leads for Box<T> { fn leads_to(&self) -> usize { (&raw const **self).addr() } }
    impl<T> Leads for Vec<T> { fn leads_to(&self) -> usize { self.as_ptr().addr() } }
    impl Leads for String { fn leads_to(&self) -> usize { self.as_ptr().addr() } }

    pub trait Pointer { fn report(&self, name: &str); }
    impl<T: Leads> Pointer for Place<'_, T> {
        fn report(&self, name: &str) {
            let to = self.0.leads_to();
            eprint!("{name} at={} size={} to={to}", (&raw const *self.0).addr(), size_of::<T>());
            if let Some(block) = KEEPING.around(to) {
                eprint!(" block={} offset={} freed={}", block.size, to - block.at, block.before);
            }
            eprintln!();
        }
    }

    pub trait Other { fn report(&self, name: &str); }
    impl<T> Other for &Place<'_, T> {
        fn report(&self, name: &str) {
            eprintln!("{name} at={} size={}", (&raw const *self.0).addr(), size_of::<T>());
        }
    }
}
macro_rules! report {
    ($($place:expr),*) => {{
        use report_::{Other as _, Pointer as _};
        report_::begin(line!() - HEAD_LINES);
        $((&report_::Place(&$place)).report(stringify!($place));)*
    }};
}
/*end*/
