//! Web Locks: who is alive. A session holds the lock of its name for its page's life; the browser lets it go when the
//! page is closed, killed or crashed, and then others may take over what the session left.
//!
//! web-sys has Web Locks only as unstable, so they are called by name here.

use std::future::Future;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A lock that is held until this is dropped, or the page ends.
#[must_use = "a dropped lock is let go"]
pub(crate) struct Lock {
    release: Function,
    held: Option<Promise>,
}

impl Lock {
    /// Holds it for the page's life.
    pub(crate) fn forever(self) {
        std::mem::forget(self);
    }

    /// Lets it go, and returns once others can have it; a lock that is merely dropped is free a moment later.
    pub(crate) async fn release(mut self) {
        let held = self.held.take();
        drop(self);
        if let Some(held) = held {
            let _ = JsFuture::from(held).await;
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Whether a lock was had.
pub(crate) enum Answer {
    /// It was free and is now held here.
    Held(Lock),
    /// Another page, or this one, holds it.
    Busy,
}

/// Takes a lock for the page's life. `Some(true)`: it is held. `Some(false)`: somebody else holds it. `None`: this
/// browser or this address has no locks; nobody can tell who is alive.
pub(crate) async fn hold(name: &str) -> Option<bool> {
    match acquire(name).await? {
        Answer::Held(lock) => {
            lock.forever();
            Some(true)
        }
        Answer::Busy => Some(false),
    }
}

/// Runs work while holding a lock, if it is free. `Some(true)`: it ran. `Some(false)`: the lock is busy. `None`: there
/// are no locks here, and the work did not run.
pub(crate) async fn with_free_lock(name: &str, work: impl Future<Output = ()>) -> Option<bool> {
    match acquire(name).await? {
        Answer::Held(lock) => {
            work.await;
            lock.release().await;
            Some(true)
        }
        Answer::Busy => Some(false),
    }
}

/// Takes a lock if it is free, without waiting; `None` where there are no locks.
pub(crate) async fn acquire(name: &str) -> Option<Answer> {
    let mut held = None;
    let answer = JsFuture::from(request(name, &mut held)?).await.ok()?;
    Some(match answer.dyn_into::<Function>() {
        Ok(release) => Answer::Held(Lock { release, held }),
        Err(_) => Answer::Busy,
    })
}

/// A promise of the function that lets the lock go, or of null where it is busy; rejected where locks are refused.
/// `held` becomes the promise that is settled once the lock was let go.
fn request(name: &str, held: &mut Option<Promise>) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    if !locks.is_object() {
        return None;
    }
    let request: Function = Reflect::get(&locks, &"request".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let name = JsValue::from_str(name);
    Some(Promise::new(&mut |answer, refuse| {
        let called = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() || lock.is_undefined() {
                let _ = answer.call1(&JsValue::UNDEFINED, &JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            // The lock is held until the promise returned here is settled.
            Promise::new(&mut |release, _| {
                let _ = answer.call1(&JsValue::UNDEFINED, &release);
            })
            .into()
        });
        match request.call3(&locks, &name, &options, &called) {
            Ok(promise) => {
                if let Ok(promise) = promise.dyn_into::<Promise>() {
                    reject_into(&promise, &refuse);
                    *held = Some(promise);
                }
            }
            Err(error) => {
                let _ = refuse.call1(&JsValue::UNDEFINED, &error);
            }
        }
    }))
}

/// Calls `refuse` when the promise is rejected.
fn reject_into(promise: &Promise, refuse: &Function) {
    if let Ok(then) = Reflect::get(promise, &"then".into())
        && let Ok(then) = then.dyn_into::<Function>()
    {
        let _ = then.call2(promise, &JsValue::UNDEFINED, refuse);
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use std::cell::Cell;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    async fn work_runs_only_while_the_lock_is_free() {
        let runs = Cell::new(0);
        let work = || async { runs.set(runs.get() + 1) };
        assert_eq!(with_free_lock("free", work()).await, Some(true));
        let Some(Answer::Held(lock)) = acquire("free").await else {
            panic!("it is free again");
        };
        assert_eq!(with_free_lock("free", work()).await, Some(false));
        assert_eq!(with_free_lock("another", work()).await, Some(true));
        lock.release().await;
        assert_eq!(with_free_lock("free", work()).await, Some(true));
        assert_eq!(runs.get(), 3);
    }

    #[wasm_bindgen_test]
    async fn a_held_lock_stays_held() {
        assert_eq!(hold("life").await, Some(true));
        assert_eq!(hold("life").await, Some(false));
        // Names that begin with a dash are the browser's own.
        assert_eq!(hold("-refused").await, None);
    }
}
