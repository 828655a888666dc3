//! One file or folder a page. Pages read the session and call it; they know nothing of how things are kept.
//!
//! The start page and the draft page are in the program that starts; every other page, and what the frame unfolds, is in a
//! part of it that is loaded when it is needed. A part takes along whatever only its pages reach.

pub(crate) mod access;
pub(crate) mod bin;
pub(crate) mod capture;
pub(crate) mod communique;
pub(crate) mod conflicts;
pub(crate) mod damaged;
pub(crate) mod desk;
pub(crate) mod display;
pub(crate) mod draft;
pub(crate) mod event;
pub(crate) mod files;
pub(crate) mod final_list;
pub(crate) mod help;
pub(crate) mod keyboard;
pub(crate) mod laptop;
pub(crate) mod lazy;
mod naming;
pub(crate) mod present;
mod read_aloud;
pub(crate) mod replies;
pub(crate) mod round;
pub(crate) mod rounds;
pub(crate) mod start;
mod tour;
pub(crate) mod waiting;

use leptos::prelude::IntoAny;

use crate::words::{Source, sources};
use lazy::{Coming, NotLoaded, Page};

/// What the coach says: it is no page, but a part of the draft page that is loaded beside it.
fn coach_says() -> &'static [Source] {
    const SAID: &[Source] = sources!("advice", "builder", "more", "tour", "typing");
    SAID
}

macro_rules! parts {
    ($($part:ident says [$($file:literal),+] { $($title:literal => $page:ident::$view:ident,)+ })+) => {
        /// What each part says.
        mod says {
            use super::{Source, sources};
            $(pub(super) fn $part() -> &'static [Source] {
                const SAID: &[Source] = sources!($($file),+);
                SAID
            })+
        }

        $($(
            lazy::in_part! {
                $part,
                fn $page() -> Result<Page, NotLoaded> {
                    Ok(Page { draw: || $page::$view().into_any(), says: says::$part() })
                }
            }
        )+)+

        /// The pages of parts, by the key of their titles.
        const PAGES: &[(&str, fn() -> Coming<Result<Page, NotLoaded>>)] =
            &[$($(($title, || Box::pin($page()))),+),+];

        /// Each part with its pages and what it says.
        #[cfg(test)]
        pub(crate) fn parts() -> Vec<(&'static str, Vec<&'static str>, &'static [Source])> {
            let pages = vec![$((stringify!($part), vec![$(stringify!($page)),+], says::$part())),+];
            let beside = vec![
                "draft/coach", "draft/builder", "draft/more", "draft/history", "draft/help", "draft/typing",
            ];
            let coach = ("coach", beside, coach_says());
            pages.into_iter().chain([coach]).collect()
        }
    };
}

// Each part of the program: the files of `locales/` it brings along, and its pages by the keys of their titles.
parts! {
    rounds says ["rounds", "naming", "tour"] {
        "title-rounds" => rounds::Rounds,
        "title-round" => round::RoundPage,
    }
    files says ["files", "findings", "naming", "desk"] {
        "title-files" => files::Files,
    }
    deciding says ["deciding", "desk", "similar", "conflicts", "findings", "naming", "tour"] {
        "title-desk" => desk::DeskPage,
        "title-list" => final_list::FinalList,
    }
    documents says ["documents", "report", "findings", "naming", "advice", "tour"] {
        "title-communique" => communique::Communique,
        "title-present" => present::Present,
        "title-replies" => replies::Replies,
    }
    help says ["help", "access", "words"] {
        "title-help" => help::Help,
        "title-access" => access::Access,
    }
    laptop says ["laptop"] {
        "title-laptop" => laptop::Laptop,
        "damaged" => damaged::Damaged,
    }
    book says ["event", "findings", "conflicts", "naming"] {
        "title-event" => event::EventPage,
        "title-capture" => capture::Capture,
        "title-conflicts" => conflicts::Conflicts,
        "title-bin" => bin::Bin,
    }
    display says ["display"] {
        "display" => display::Display,
    }
    keyboard says ["keyboard"] {
        "keyboard" => keyboard::Keyboard,
    }
}
