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
}

/// The desk.
pub struct Desk {
    workers: Semaphore,
    /// The number of the newest question of each page, and what stops it.
    newest: Mutex<HashMap<(String, What), (u64, Stop)>>,
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

/// Too many questions wait already.
#[derive(Debug)]
pub struct Busy;

impl Desk {
    /// A question of a page, in the place of an older one of the same kind.
    pub fn ask(self: &Arc<Desk>, page: &str, what: What) -> Result<Asked, Busy> {
        let mut newest = self.newest();
        let key = (page.to_owned(), what);
        if let Some((_, older)) = newest.remove(&key) {
            older.stop();
        }
        if newest.len() >= MOST {
            return Err(Busy);
        }
        let stop = Stop::default();
        let number = self.asked.fetch_add(1, Ordering::Relaxed);
        newest.insert(key.clone(), (number, stop.clone()));
        Ok(Asked {
            desk: Arc::clone(self),
            key,
            number,
            stop,
        })
    }

    /// Waits until so many compilers or programs may work.
    pub async fn workers(&self, count: u32) -> SemaphorePermit<'_> {
        let permit = self.workers.acquire_many(count).await;
        permit.expect("the desk is never closed")
    }

    fn newest(&self) -> MutexGuard<'_, HashMap<(String, What), (u64, Stop)>> {
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
        if newest
            .get(&self.key)
            .is_some_and(|(number, _)| *number == self.number)
        {
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
        let older = desk.ask("page", What::Look).expect("room");
        let run = desk.ask("page", What::Run).expect("room");
        let newer = desk.ask("page", What::Look).expect("room");
        assert!(older.stop.is_stopped());
        assert!(!run.stop.is_stopped() && !newer.stop.is_stopped());
        drop(older);
        assert_eq!(desk.newest().len(), 2);
        drop((newer, run));
        assert_eq!(desk.newest().len(), 0);
    }

    #[test]
    fn so_many_pages_wait_and_no_more() {
        let desk = Arc::new(Desk::default());
        let ask = |page: usize| desk.ask(&page.to_string(), What::Look);
        let asked: Vec<Asked> = (0..MOST).map(|page| ask(page).expect("room")).collect();
        assert!(ask(MOST).is_err());
        drop(asked);
        assert!(ask(MOST).is_ok());
    }
}
