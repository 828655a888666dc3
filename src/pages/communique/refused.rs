//! Why there is no document, in a sentence, and where to go to change that.

use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::report::{FinalList, Refusal};

use crate::pages::naming::language_name;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Markup, view};
use crate::words::Words;

/// The sentence alone.
pub(super) fn sentence(words: Words, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TwinsOutOfDate(missing) => {
            words.with("documents-twins", &[("count", missing.len().into())])
        }
        Refusal::NothingFor(name) if name.is_empty() => words.t("documents-choose-first"),
        other => words.found(other.message()),
    }
}

/// The sentence, and of texts that are behind a link to each.
pub(super) fn refused(
    session: Session,
    words: Words,
    book: &str,
    event: Option<ItemId>,
    refusal: &Refusal,
) -> Markup {
    let links: Vec<Markup> = match refusal {
        Refusal::TwinsOutOfDate(missing) => {
            let list = session.peek(|book| FinalList::of(&book.workbook, event, &book.vocabulary));
            let of = |number: &str| list.items.iter().find(|item| item.number == number);
            let link = |(number, lang): &(String, &'static str)| {
                let lang = language_name(words, lang);
                let found = of(number);
                let text = match found {
                    Some(_) => words.with(
                        "documents-twin",
                        &[("number", number.into()), ("lang", lang.into())],
                    ),
                    // One of the document's own texts.
                    None => {
                        let name = words.t(&format!("documents-{number}"));
                        words.with(
                            "documents-twin",
                            &[("number", name.into()), ("lang", lang.into())],
                        )
                    }
                };
                // The words of a combination are written and compared where one decides, the document's own beside it.
                let book = book.to_owned();
                let route = found.map(|item| match item.id.kind {
                    Kind::REC => Route::Draft {
                        book,
                        group: None,
                        rec: Some(item.id),
                    },
                    _ => Route::Desk { book },
                });
                match route {
                    Some(route) => view! { <li><a href=route.address()>{text}</a></li> },
                    None => view! { <li>{text}</li> },
                }
            };
            missing.iter().map(link).collect()
        }
        _ => Vec::new(),
    };
    view! {
        <div class="refused">
            <p class="note">{sentence(words, refusal)}</p>
            <ul class="entries" role="list">{links}</ul>
        </div>
    }
}
