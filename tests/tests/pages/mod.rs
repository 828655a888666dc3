//! The app's own pages, so that none is forgotten.

#[path = "../../../src/route.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the app's own file, of which the tests read the addresses"
)]
mod route;

pub(crate) use route::Route;

/// Every page, once: a new variant does not compile until it is here.
pub(crate) fn pages(book: &str) -> Vec<Route> {
    let book = || book.to_owned();
    let all = vec![
        Route::Start,
        Route::Laptop,
        Route::Help,
        Route::Access,
        Route::Draft {
            book: book(),
            group: None,
            rec: None,
        },
        Route::Capture {
            book: book(),
            group: None,
        },
        Route::Bin { book: book() },
        Route::Event { book: book() },
        Route::Files { book: book() },
        Route::Conflicts { book: book() },
        Route::Desk { book: book() },
        Route::FinalList { book: book() },
        Route::Rounds { book: book() },
        Route::Round {
            book: book(),
            round: None,
        },
        Route::Communique { book: book() },
        Route::Present { book: book() },
        Route::Replies { book: book() },
    ];
    for page in &all {
        match page {
            Route::Start
            | Route::Laptop
            | Route::Help
            | Route::Access
            | Route::Draft { .. }
            | Route::Capture { .. }
            | Route::Bin { .. }
            | Route::Event { .. }
            | Route::Files { .. }
            | Route::Conflicts { .. }
            | Route::Desk { .. }
            | Route::FinalList { .. }
            | Route::Rounds { .. }
            | Route::Round { .. }
            | Route::Communique { .. }
            | Route::Present { .. }
            | Route::Replies { .. } => {}
        }
    }
    all
}
