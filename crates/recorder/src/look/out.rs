//! A text of JSON in the making.

use crate::ground::Ground;
use crate::look::types::ErrorOfType;
use crate::look::{How, short_name, type_id};
use std::any::{TypeId, type_name};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::mem;

/// A longer list or text is cut off.
pub(crate) const MOST_ITEMS: usize = 64;
/// What lies deeper is not looked into.
const MOST_DEPTH: usize = 24;
/// After so many values of one step, no other is looked into.
const MOST_NODES: usize = 4_096;
/// Nor after so many bytes: the name of a type may be as long as a program.
const MOST_BYTES: usize = 1 << 20;

/// A text of JSON in the making.
#[derive(Default)]
pub struct Out {
    pub(crate) text: String,
    /// How many values it holds.
    pub(crate) nodes: usize,
    /// Where its pointers lead.
    pub(crate) pointed_to: Vec<usize>,
    /// The live blocks, by address: number and size.
    pub(crate) blocks: BTreeMap<usize, (usize, usize)>,
    /// The types that nobody knows how to look into and that have not been named yet.
    pub(crate) unknown: Vec<&'static str>,
    named: BTreeSet<&'static str>,
    /// What has been seen of types before.
    seen: BTreeMap<TypeId, How>,
    /// What writes down the errors of the program behind `dyn Error`.
    pub(crate) errors: Vec<ErrorOfType>,
    depth: usize,
    /// Where a value may lie, and where none does any more.
    pub(crate) ground: Ground,
}

/// An element of a collection: where it is, and what writes it down.
pub(crate) struct Item<'v> {
    pub at: usize,
    pub write: Box<dyn Fn(&mut Out) + 'v>,
}

impl Out {
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A comma, unless something begins here.
    pub(crate) fn comma(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['[', '{', ':']) {
            self.push(",");
        }
    }

    pub(crate) fn string(&mut self, text: &str) {
        self.push("\"");
        for c in text.chars() {
            match c {
                '"' => self.push("\\\""),
                '\\' => self.push("\\\\"),
                c if c < ' ' => _ = write!(self.text, "\\u{:04x}", u32::from(c)),
                c => self.text.push(c),
            }
        }
        self.push("\"");
    }

    /// A value with its type, size and address.
    pub(crate) fn node<T: ?Sized>(&mut self, value: &T, how: How) {
        self.see::<T>(how);
        let at = (&raw const *value).addr();
        self.node_at(type_name::<T>(), size_of_val(value), at, |out| {
            let is_full = out.nodes >= MOST_NODES || out.text.len() >= MOST_BYTES;
            if out.depth < MOST_DEPTH && !is_full {
                out.depth += 1;
                how.value(value, out);
                out.depth -= 1;
            } else {
                out.push("{\"is\":\"unknown\",\"why\":\"beyond\"}");
            }
        });
    }

    fn node_at(&mut self, ty: &str, size: usize, at: usize, value: impl FnOnce(&mut Out)) {
        self.nodes += 1;
        self.push("{\"type\":");
        self.string(ty);
        _ = write!(self.text, ",\"size\":{size},\"at\":{at},\"value\":");
        value(self);
        self.push("}");
    }

    /// Notes how a type is looked into.
    pub fn see<T: ?Sized>(&mut self, how: How) {
        // What is found at run time would be found again and again.
        if !how.is_known {
            return;
        }
        self.seen.entry(type_id::<T>()).or_insert(how);
    }

    /// How a type is looked into, if it has been seen before.
    pub(crate) fn seen_before(&self, ty: TypeId) -> Option<How> {
        self.seen.get(&ty).copied()
    }

    /// A value that nobody knows how to look into; the type is named once.
    pub(crate) fn unknown<T: ?Sized>(&mut self, value: &T) {
        let name = type_name::<T>();
        if size_of_val(value) == 0 {
            // Nothing is inside.
            self.open(match short_name::<T>() {
                "{{closure}}" => "closure",
                name => name,
            });
            return self.close();
        }
        if self.named.insert(name) {
            self.unknown.push(name);
        }
        self.opaque();
    }

    /// A value that is not looked into.
    pub(crate) fn opaque(&mut self) {
        self.push("{\"is\":\"unknown\"}");
    }

    pub(crate) fn scalar(&mut self, value: &dyn std::fmt::Debug) {
        self.scalar_text(&format!("{value:?}"));
    }

    pub(crate) fn scalar_text(&mut self, text: &str) {
        self.push("{\"is\":\"scalar\",\"text\":");
        self.string(text);
        self.push("}");
    }

    /// A struct, a variant or a tuple begins; its name is empty for a tuple.
    pub fn open(&mut self, name: &str) {
        self.push("{\"is\":\"parts\",\"name\":");
        self.string(name);
        self.push(",\"parts\":[");
    }

    /// A part of it.
    pub fn part<T: ?Sized>(&mut self, name: &str, value: &T, how: How) {
        self.part_with(name, |out| out.node(value, how));
    }

    fn part_with(&mut self, name: &str, write: impl FnOnce(&mut Out)) {
        self.comma();
        self.push("[");
        self.string(name);
        self.push(",");
        write(self);
        self.push("]");
    }

    /// The struct, variant or tuple ends.
    pub fn close(&mut self) {
        self.push("]}");
    }

    /// A list of values that lie where they are.
    pub(crate) fn list<'v, T: 'v>(
        &mut self,
        items: impl Iterator<Item = &'v T>,
        len: usize,
        how: How,
    ) {
        self.push("{\"is\":\"list\",\"items\":[");
        for item in items.take(MOST_ITEMS) {
            self.comma();
            self.node(item, how);
        }
        _ = write!(self.text, "],\"len\":{len}}}");
    }

    /// A pointer: how it holds what it points to, and facts such as `cap`.
    pub(crate) fn pointer<T: ?Sized>(
        &mut self,
        holds: &str,
        to: *const T,
        facts: &[(&str, usize)],
        target: Option<(&T, How)>,
    ) {
        let to = to.cast::<()>().addr();
        self.pointed_to.push(to);
        _ = write!(self.text, "{{\"is\":\"pointer\",\"how\":\"{holds}\"");
        if let Some(length) = target.and_then(|(target, how)| how.length(target, self)) {
            _ = write!(self.text, ",\"len\":{length}");
        }
        for (name, value) in facts {
            _ = write!(self.text, ",\"{name}\":{value}");
        }
        _ = write!(self.text, ",\"to\":{{\"at\":{to}");
        if let Some((target, _)) = target {
            _ = write!(self.text, ",\"bytes\":{}", size_of_val(target));
        }
        if let Some((target, how)) = target
            && self.ground.holds(to, size_of_val(target))
        {
            self.push(",\"target\":");
            self.node(target, how);
        }
        self.push("}}");
    }

    /// A collection that owns the blocks in which its elements are: a pointer to its block, or, if
    /// there are several, a part for each. Where the elements are is asked of them; where a
    /// collection without elements has memory, nobody can ask.
    pub(crate) fn elements(&mut self, list: &Elements<'_>) {
        let mut blocks: Vec<(usize, usize, Vec<&Item<'_>>)> = Vec::new();
        for item in list.items.iter().take(MOST_ITEMS) {
            let around = self.blocks.range(..=item.at).next_back();
            let Some((at, (_, size))) = around.filter(|(at, (_, size))| item.at < *at + size)
            else {
                // It was made before `main`, or takes no memory.
                return self.opaque();
            };
            match blocks.iter_mut().find(|(block, ..)| block == at) {
                Some((.., items)) => items.push(item),
                None => blocks.push((*at, *size, vec![item])),
            }
        }
        let mut facts = format!(",\"len\":{}", list.len);
        if let Some(room) = list.room {
            _ = write!(facts, ",\"cap\":{room}");
        }
        match &blocks[..] {
            [] => {
                _ = write!(
                    self.text,
                    "{{\"is\":\"pointer\",\"how\":\"owns\"{facts},\"to\":{{\"at\":0}}}}"
                )
            }
            [(at, size, items)] => {
                self.block_of_elements(list, &facts, *at, *size, items, list.len)
            }
            blocks => {
                self.open(list.name);
                self.part("len", &list.len, How::of::<(), usize>());
                for (number, (at, size, items)) in blocks.iter().enumerate() {
                    self.part_with(&number.to_string(), |out| {
                        out.node_at(&list.ty, 0, list.at, |out| {
                            out.block_of_elements(list, "", *at, *size, items, items.len());
                        });
                    });
                }
                self.close();
            }
        }
    }

    fn block_of_elements(
        &mut self,
        list: &Elements<'_>,
        facts: &str,
        at: usize,
        size: usize,
        items: &[&Item<'_>],
        len: usize,
    ) {
        self.pointed_to.push(at);
        _ = write!(
            self.text,
            "{{\"is\":\"pointer\",\"how\":\"owns\"{facts},\"to\":{{\"at\":{at},\"bytes\":{size},\"target\":"
        );
        self.node_at(&list.ty, size, at, |out| {
            out.push("{\"is\":\"list\",\"items\":[");
            for item in items {
                out.comma();
                (item.write)(out);
            }
            _ = write!(out.text, "],\"len\":{len}}}");
        });
        self.push("}}");
    }

    /// The entry of a map, where its key is.
    pub(crate) fn entry<K, V>(&mut self, key: (&K, How), value: (&V, How)) {
        let ty = format!("({}, {})", type_name::<K>(), type_name::<V>());
        self.node_at(&ty, 0, (&raw const *key.0).addr(), |out| {
            out.open("");
            out.part("key", key.0, key.1);
            out.part("value", value.0, value.1);
            out.close();
        });
    }

    /// What something writes, without addresses: the same in every run. Numbers are padded, so that
    /// 9 comes before 10.
    pub(crate) fn text_of(&mut self, write: impl FnOnce(&mut Out)) -> String {
        let text = mem::take(&mut self.text);
        let (nodes, pointers) = (self.nodes, self.pointed_to.len());
        write(self);
        let written = mem::replace(&mut self.text, text);
        self.nodes = nodes;
        self.pointed_to.truncate(pointers);
        let mut without = String::new();
        for (number, part) in written.split("\"at\":").enumerate() {
            let part = match number {
                0 => part,
                // Within a string a quotation mark is written otherwise.
                _ => part.trim_start_matches(|c: char| c.is_ascii_digit()),
            };
            without += part;
        }
        padded(&without)
    }

    /// A pointer that is not followed.
    pub(crate) fn raw_pointer(&mut self, to: usize, length: Option<usize>, bytes: usize) {
        self.pointed_to.push(to);
        self.push("{\"is\":\"pointer\",\"how\":\"raw\"");
        if let Some(length) = length {
            _ = write!(self.text, ",\"len\":{length}");
        }
        _ = write!(self.text, ",\"to\":{{\"at\":{to},\"bytes\":{bytes}}}}}");
    }

    /// A cell: its state, and what is inside if that may be read.
    pub(crate) fn cell<T: ?Sized>(&mut self, state: &str, inside: Option<(&T, How)>) {
        _ = write!(self.text, "{{\"is\":\"cell\",\"state\":\"{state}\"");
        if let Some((inside, how)) = inside {
            self.push(",\"inside\":");
            self.node(inside, how);
        }
        self.push("}");
    }
}

/// The elements of a collection, in an order that is the same in every run.
pub(crate) struct Elements<'v> {
    /// The collection's own name and address.
    pub name: &'static str,
    pub at: usize,
    /// What a list of its elements is: `[(K, V)]`.
    pub ty: String,
    pub len: usize,
    /// For how many there is room, if it says so.
    pub room: Option<usize>,
    pub items: Vec<Item<'v>>,
}

/// A text in which every number has as many digits.
fn padded(text: &str) -> String {
    let mut padded = String::new();
    let mut number = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        if !number.is_empty() {
            _ = write!(padded, "{number:0>40}");
            number.clear();
        }
        padded.push(c);
    }
    padded
}
