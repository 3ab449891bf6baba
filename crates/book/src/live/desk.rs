//! The desk at which questions wait: two compilers or programs work at a time, and of the questions
//! of one page the newest alone is answered.

use runner::Stop;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many compilers and programs work at a time.
pub const WORKERS: u32 = 2;
/// How many questions wait or are answered at a time, over all pages.
const MOST: usize = 64;

/// What a page may ask at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// What rustc, the lanes and the memory say.
    Look,
    /// A run.
    Run,
    /// A page that needs nothing else.
    Page,
    /// Questions about it.
    Questions,
}

/// The desk.
pub struct Desk {
    workers: Semaphore,
    /// The newest question of each page.
    newest: Mutex<HashMap<(String, What), Newest>>,
    asked: AtomicU64,
}

impl Default for Desk {
    fn default() -> Desk {
        Desk {
            workers: Semaphore::new(WORKERS as usize),
            newest: Mutex::default(),
            asked: AtomicU64::new(0),
        }
    }
}

struct Newest {
    /// How often the page had asked before.
    turn: u64,
    /// Which of all questions it is.
    number: u64,
    stop: Stop,
}

/// Too many questions wait already.
#[derive(Debug)]
pub struct Busy;

impl Desk {
    /// A question of a page, in the place of an older one of the same kind. One that comes after a
    /// newer one, for connections do not keep an order, is stopped before it begins.
    pub fn ask(self: &Arc<Desk>, page: &str, what: What, turn: u64) -> Result<Asked, Busy> {
        let mut newest = self.newest();
        let key = (page.to_owned(), what);
        let stop = Stop::default();
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        let asked = Asked {
            desk: Arc::clone(self),
            key: key.clone(),
            number,
            stop: stop.clone(),
        };
        match newest.get(&key) {
            Some(newer) if newer.turn > turn => stop.stop(),
            Some(older) => older.stop.stop(),
            None if newest.len() >= MOST => {
                // It looks for itself when it is dropped.
                drop(newest);
                return Err(Busy);
            }
            None => {}
        }
        if !stop.is_stopped() {
            newest.insert(key, Newest { turn, number, stop });
        }
        Ok(asked)
    }

    /// Waits until so many compilers or programs may work.
    pub async fn workers(&self, count: u32) -> SemaphorePermit<'_> {
        let permit = self.workers.acquire_many(count).await;
        permit.expect("the desk is never closed")
    }

    fn newest(&self) -> MutexGuard<'_, HashMap<(String, What), Newest>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A question that is being answered; when it is dropped, nobody listens any longer.
pub struct Asked {
    desk: Arc<Desk>,
    key: (String, What),
    number: u64,
    /// What stops the answer.
    pub stop: Stop,
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.stop.stop();
        let mut newest = self.desk.newest();
        // A newer question may have its place.
        let own = newest.get(&self.key);
        if own.is_some_and(|own| own.number == self.number) {
            newest.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_question_of_a_page_stops_the_older_one() {
        let desk = Arc::new(Desk::default());
        let older = desk.ask("page", What::Look, 1).expect("room");
        let run = desk.ask("page", What::Run, 1).expect("room");
        let newer = desk.ask("page", What::Look, 3).expect("room");
        let late = desk.ask("page", What::Look, 2).expect("room");
        assert!(older.stop.is_stopped() && late.stop.is_stopped());
        assert!(!run.stop.is_stopped() && !newer.stop.is_stopped());
        drop((older, late));
        assert_eq!(desk.newest().len(), 2);
        drop((newer, run));
        assert_eq!(desk.newest().len(), 0);
    }

    #[test]
    fn so_many_pages_wait_and_no_more() {
        let desk = Arc::new(Desk::default());
        let ask = |page: usize| desk.ask(&page.to_string(), What::Look, 0);
        let asked: Vec<Asked> = (0..MOST).map(|page| ask(page).expect("room")).collect();
        assert!(ask(MOST).is_err());
        drop(asked);
        assert!(ask(MOST).is_ok());
    }
}
