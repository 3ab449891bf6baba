//! Collections that keep their elements in blocks of their own making. Where these are, std does
//! not say; the elements say where they are.

use crate::look::out::{Elements, Item, MOST_ITEMS, Out};
use crate::look::{How, Inside, Look, short_name};
use std::any::type_name;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::{array, vec};

/// Of a longer map or set without an order no element is drawn: all of them would have to be put
/// in one.
const MOST_SORTED: usize = 256;

/// The elements of a list, as they are in it.
fn items<'v, T: 'v>(items: impl Iterator<Item = &'v T>, how: How) -> Vec<Item<'v>> {
    let item = |item: &'v T| Item {
        at: (&raw const *item).addr(),
        write: Box::new(move |out: &mut Out| out.node(item, how)),
    };
    items.map(item).collect()
}

/// The entries of a map, as they are in it.
fn entries<'v, K: 'v, V: 'v>(
    entries: impl Iterator<Item = (&'v K, &'v V)>,
    key_how: How,
    value_how: How,
) -> Vec<Item<'v>> {
    let item = |(key, value): (&'v K, &'v V)| Item {
        at: (&raw const *key).addr(),
        write: Box::new(move |out: &mut Out| out.entry((key, key_how), (value, value_how))),
    };
    entries.map(item).collect()
}

/// The elements in the order of their texts: a map that hashes has another order in every run.
/// None, if that does not tell them apart or they are too many.
fn sorted<'v>(items: Vec<Item<'v>>, out: &mut Out) -> Vec<Item<'v>> {
    if items.len() > MOST_SORTED {
        return Vec::new();
    }
    let with_text = |item: Item<'v>| (out.text_of(|out| (item.write)(out)), item);
    let mut items: Vec<(String, Item<'_>)> = items.into_iter().map(with_text).collect();
    items.sort_by(|(one, _), (other, _)| one.cmp(other));
    if items.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return Vec::new();
    }
    items.into_iter().map(|(_, item)| item).collect()
}

fn list_of<T>() -> String {
    format!("[{}]", type_name::<T>())
}

fn list_of_entries<K, V>() -> String {
    format!("[({}, {})]", type_name::<K>(), type_name::<V>())
}

fn elements<'v, C>(
    collection: &C,
    ty: String,
    len: usize,
    room: Option<usize>,
    items: Vec<Item<'v>>,
) -> Elements<'v> {
    Elements {
        name: short_name::<C>(),
        at: (&raw const *collection).addr(),
        ty,
        len,
        room,
        items,
    }
}

impl<By: Inside<T>, T> Look<By> for VecDeque<T> {
    fn value(&self, out: &mut Out) {
        let items = items(self.iter().take(MOST_ITEMS), By::how());
        out.elements(&elements(
            self,
            list_of::<T>(),
            self.len(),
            Some(self.capacity()),
            items,
        ));
    }
}

impl<By: Inside<T>, T> Look<By> for BinaryHeap<T> {
    fn value(&self, out: &mut Out) {
        let items = items(self.iter().take(MOST_ITEMS), By::how());
        out.elements(&elements(
            self,
            list_of::<T>(),
            self.len(),
            Some(self.capacity()),
            items,
        ));
    }
}

impl<By: Inside<T>, T> Look<By> for LinkedList<T> {
    fn value(&self, out: &mut Out) {
        let items = items(self.iter().take(MOST_ITEMS), By::how());
        out.elements(&elements(self, list_of::<T>(), self.len(), None, items));
    }
}

impl<By: Inside<T>, T> Look<By> for BTreeSet<T> {
    fn value(&self, out: &mut Out) {
        let items = items(self.iter().take(MOST_ITEMS), By::how());
        out.elements(&elements(self, list_of::<T>(), self.len(), None, items));
    }
}

impl<By: Inside<T>, T, S> Look<By> for HashSet<T, S> {
    fn value(&self, out: &mut Out) {
        let items = sorted(items(self.iter().take(MOST_SORTED + 1), By::how()), out);
        out.elements(&elements(
            self,
            list_of::<T>(),
            self.len(),
            Some(self.capacity()),
            items,
        ));
    }
}

impl<By: Inside<K> + Inside<V>, K, V> Look<By> for BTreeMap<K, V> {
    fn value(&self, out: &mut Out) {
        let items = entries(
            self.iter().take(MOST_ITEMS),
            <By as Inside<K>>::how(),
            <By as Inside<V>>::how(),
        );
        out.elements(&elements(
            self,
            list_of_entries::<K, V>(),
            self.len(),
            None,
            items,
        ));
    }
}

impl<By: Inside<K> + Inside<V>, K, V, S> Look<By> for HashMap<K, V, S> {
    fn value(&self, out: &mut Out) {
        let items = entries(
            self.iter().take(MOST_SORTED + 1),
            <By as Inside<K>>::how(),
            <By as Inside<V>>::how(),
        );
        let items = sorted(items, out);
        let room = Some(self.capacity());
        out.elements(&elements(
            self,
            list_of_entries::<K, V>(),
            self.len(),
            room,
            items,
        ));
    }
}

impl<By: Inside<T>, T> Look<By> for vec::IntoIter<T> {
    fn value(&self, out: &mut Out) {
        let remaining = self.as_slice();
        let items = items(remaining.iter().take(MOST_ITEMS), By::how());
        out.elements(&elements(
            self,
            list_of::<T>(),
            remaining.len(),
            None,
            items,
        ));
    }
}

impl<By: Inside<T>, T, const N: usize> Look<By> for array::IntoIter<T, N> {
    fn value(&self, out: &mut Out) {
        // The elements lie in the iterator itself.
        let remaining = self.as_slice();
        out.list(remaining.iter(), remaining.len(), By::how());
    }
}
