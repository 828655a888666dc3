//! Time: what the clock says, and doing something later. No rule may depend on the clock; it is for people to read.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Seconds since 1970, UTC, as this device's clock has it.
pub(crate) fn now() -> i64 {
    (Date::now() / 1_000.0).floor() as i64
}

/// Milliseconds of a clock that only runs forward, from an unknown start; for measuring and for budgets. Browsers
/// coarsen it, to 0.1 ms at best.
pub(crate) fn ticks() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(Date::now, |performance| performance.now())
}

/// The local date and time for a file's name: `2026-11-21_174205`. To the second: two files of a minute are two.
pub(crate) fn file_stamp() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}_{:02}{:02}{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds()
    )
}

/// The local date, hour and minute of a moment in seconds since 1970: `2026-11-21 17:42`, from left to right in any line
/// and never broken; to be shown, not read.
pub(crate) fn day_and_minute(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64 * 1_000.0));
    format!(
        "\u{2066}{:04}-\u{2060}{:02}-\u{2060}{:02}\u{a0}{}\u{2069}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        hour_minute(at)
    )
}

/// The local hour and minute of a moment in seconds since 1970: `17:42`.
pub(crate) fn hour_minute(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64 * 1_000.0));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Something that happens later, unless this is dropped before.
#[must_use = "a dropped timer does nothing"]
pub(crate) struct Timer {
    handle: i32,
    frame: bool,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    /// Lets it happen whatever becomes of its maker.
    pub(crate) fn forever(self) {
        std::mem::forget(self);
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        let Some(window) = web_sys::window() else {
            return;
        };
        if self.frame {
            // Fails only where there are no frames.
            let _ = window.cancel_animation_frame(self.handle);
        } else {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// Calls back once, after `ms` milliseconds or later (hidden pages: once a second at most, or a minute).
pub(crate) fn after(ms: u32, callback: impl FnOnce() + 'static) -> Timer {
    let callback = Closure::once(callback);
    let function = callback.as_ref().unchecked_ref();
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    let handle = web_sys::window()
        .and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(function, ms)
                .ok()
        })
        .unwrap_or_default();
    Timer {
        handle,
        frame: false,
        _callback: callback,
    }
}

/// Calls back once, before the next frame is painted; not while the page is hidden.
pub(crate) fn next_frame(callback: impl FnOnce() + 'static) -> Timer {
    let callback = Closure::once(callback);
    let function = callback.as_ref().unchecked_ref();
    let handle = web_sys::window()
        .and_then(|window| window.request_animation_frame(function).ok())
        .unwrap_or_default();
    Timer {
        handle,
        frame: true,
        _callback: callback,
    }
}

/// Returns after `ms` milliseconds or later.
pub(crate) async fn sleep(ms: u32) {
    let mut timer = None;
    let promise = Promise::new(&mut |done, _| {
        timer = Some(after(ms, move || {
            let _ = done.call0(&JsValue::UNDEFINED);
        }));
    });
    let _ = JsFuture::from(promise).await;
    drop(timer);
}

/// What the work returned, or `None` where it took longer than `ms` milliseconds; it is dropped then.
pub(crate) async fn within<T>(ms: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut late = pin!(sleep(ms));
    std::future::poll_fn(|context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(Some(done));
        }
        late.as_mut().poll(context).map(|()| None)
    })
    .await
}

/// How long work may hold the page, in milliseconds: less than a frame.
const SLICE: f64 = 12.0;

/// Work in slices.
pub(crate) struct Slice {
    begun: f64,
}

impl Slice {
    /// The first one begins.
    pub(crate) fn begin() -> Self {
        Self { begun: ticks() }
    }

    /// Whether this slice is over.
    pub(crate) fn is_over(&self) -> bool {
        ticks() - self.begun > SLICE
    }

    /// Lets the page have its turn where the slice is over, and begins another one.
    pub(crate) async fn end(&mut self) {
        if self.is_over() {
            pause().await;
            self.begun = ticks();
        }
    }
}

/// Lets the page handle input and paint, then goes on: for long work in steps. Not held back like a timer, which
/// browsers delay by 4 ms each, and by a second in hidden pages.
pub(crate) async fn pause() {
    if let Some(promise) = scheduler_yield() {
        let _ = JsFuture::from(promise).await;
    } else if let Ok(channel) = MessageChannel::new() {
        let (near, far) = (channel.port1(), channel.port2());
        let promise = Promise::new(&mut |done, _| far.set_onmessage(Some(&done)));
        if near.post_message(&JsValue::NULL).is_ok() {
            let _ = JsFuture::from(promise).await;
        }
        near.close();
    } else {
        sleep(0).await;
    }
}

/// `scheduler.yield()`, which some browsers lack.
fn scheduler_yield() -> Option<Promise> {
    let scheduler = Reflect::get(&js_sys::global(), &"scheduler".into()).ok()?;
    if !scheduler.is_object() {
        return None;
    }
    let function: Function = Reflect::get(&scheduler, &"yield".into())
        .ok()?
        .dyn_into()
        .ok()?;
    function.call0(&scheduler).ok()?.dyn_into().ok()
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn names_of_files_sort_by_time() {
        let stamp = file_stamp();
        assert_eq!(stamp.len(), "2026-11-21_174205".len());
        assert_eq!(stamp.matches('-').count(), 2);
        let shown = hour_minute(now()).replace(':', "");
        assert!(stamp.contains(&shown) || file_stamp() != stamp);
    }

    #[wasm_bindgen_test]
    async fn a_dropped_timer_does_nothing() {
        let count = Rc::new(Cell::new(0));
        let (kept, dropped) = (Rc::clone(&count), Rc::clone(&count));
        let kept = after(5, move || kept.set(kept.get() + 1));
        drop(after(5, move || dropped.set(dropped.get() + 100)));
        sleep(50).await;
        assert_eq!(count.get(), 1);
        drop(kept);
    }

    #[wasm_bindgen_test]
    async fn work_is_given_up_when_late() {
        assert_eq!(within(1_000, async { 7 }).await, Some(7));
        assert_eq!(within(5, sleep(500)).await, None);
    }

    #[wasm_bindgen_test]
    async fn pauses_are_short_and_let_others_run() {
        let ran = Rc::new(Cell::new(false));
        let others = Rc::clone(&ran);
        let timer = after(0, move || others.set(true));
        let start = ticks();
        for _ in 0..100 {
            pause().await;
        }
        let each = (ticks() - start) / 100.0;
        assert!(each < 4.0, "a pause took {each} ms");
        sleep(20).await;
        assert!(ran.get());
        drop(timer);
    }
}
