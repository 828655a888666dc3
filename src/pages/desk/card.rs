//! A recommendation or a combined text as it lies on the desk: its number, its group, its words in their languages, its tags.

use leptos::prelude::*;
use rapporteur_core::combination::Combinations;
use rapporteur_core::event::Group;
use rapporteur_core::item::{ItemId, Kind};
use rapporteur_core::recommendation::{Recommendation, texts};

use crate::pages::naming::{Said, Text, group_name, item_name};
use crate::session::Book;
use crate::ui::{plain_label, view};
use crate::words::Words;

/// What is shown of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages) struct Card {
    pub(in crate::pages) item: ItemId,
    /// Its number, or what it is made of.
    pub(in crate::pages) name: String,
    /// The groups whose words it is.
    pub(in crate::pages) groups: Vec<String>,
    /// The original text, then those in other languages.
    pub(in crate::pages) texts: Vec<Said>,
    /// Who is asked, and what it is about.
    tags: String,
    /// Minority statements.
    dissent: Vec<Said>,
}

impl Card {
    /// An item as it is now.
    pub(in crate::pages) fn of(
        words: Words,
        book: &Book,
        all: &Combinations,
        item: ItemId,
    ) -> Self {
        let lang = words.lang();
        let rec = Recommendation::read(&book.workbook, item);
        let mut held: Vec<Said> = texts(&book.workbook, item)
            .into_iter()
            .map(|(lang, text)| written(&lang, &text))
            .collect();
        // The original first; a stable order for the others.
        if let Some(place) = held
            .iter()
            .position(|said| said.lang.as_deref() == Some(&rec.original))
        {
            let original = held.remove(place);
            held.insert(0, original);
        }
        let members = match item.kind {
            Kind::COMBINATION => all.members(item).to_vec(),
            _ => vec![item],
        };
        let mut groups: Vec<String> = Vec::new();
        let mut dissent = Vec::new();
        for member in members {
            let member = Recommendation::read(&book.workbook, member);
            let group = member.group.map(|group| Group::read(&book.workbook, group));
            if let Some(name) = group.map(|group| group_name(book, &group, lang))
                && !groups.contains(&name)
            {
                groups.push(name);
            }
            let said = member.dissent.values();
            dissent.extend(said.map(|said| written(&said.lang, &said.text)));
        }
        let label = |term: &String| plain_label(book.vocabulary.label(term, lang));
        let others = rec
            .addressees
            .iter()
            .filter(|term| rec.lead.as_ref() != Some(*term));
        let bodies: Vec<String> = rec.lead.iter().chain(others).map(label).collect();
        let themes: Vec<String> = rec.themes.iter().map(label).collect();
        let comma = words.t("list-comma");
        let tags: Vec<String> = [bodies, themes]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.join(&comma))
            .collect();
        Self {
            item,
            name: item_name(words, book, item),
            groups,
            texts: held,
            tags: tags.join(" · "),
            dissent,
        }
    }

    /// Its original text, briefly.
    pub(in crate::pages) fn text(&self) -> Said {
        let first = self.texts.first().cloned();
        first.unwrap_or_else(|| Said {
            text: String::new(),
            lang: None,
            written: true,
        })
    }
}

fn written(lang: &str, text: &str) -> Said {
    Said {
        text: text.to_owned(),
        lang: Some(lang.to_owned()),
        written: true,
    }
}

/// A card in full.
#[component]
pub(in crate::pages) fn CardView(words: Words, card: Card) -> impl IntoView {
    let texts = card.texts.into_iter().zip(0_usize..).map(|(said, place)| {
        let class = if place == 0 { "value" } else { "other-text" };
        view! { <p class=class><Text said/></p> }
    });
    let dissent = card.dissent.into_iter().map(|said| {
        view! { <p class="dissent"><b>{words.t("field-dissent")}</b> " " <Text said/></p> }
    });
    view! {
        <p class="meta">
            <bdi class="num">{card.name}</bdi>
            {card.groups.into_iter().map(|group| view! { <bdi>{group}</bdi> }).collect::<Vec<_>>()}
        </p>
        {texts.collect::<Vec<_>>()}
        {(!card.tags.is_empty()).then(|| view! { <p class="meta">{card.tags}</p> })}
        {dissent.collect::<Vec<_>>()}
    }
}
