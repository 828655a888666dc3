//! A sentence built of its parts: who should do what by when, and how anyone will know, in the word order of its language.
//! What it makes goes into the text as if it had been typed there.

use leptos::prelude::*;
use rapporteur_core::advice::{Pace, Parts, Span, Verb, When, invites, sentence, verbs};
use rapporteur_core::item::ItemId;
use rapporteur_core::recommendation::Recommendation;
use rapporteur_core::text::{clean_input, direction_of};
use rapporteur_core::vocabulary::{SchemeId, main_addressees};

use super::desk::{Desk, TEXT, desk, focus_soon};
use crate::browser::page;
use crate::session::TextField;
use crate::ui::{Check, MOST_LETTERS, Markup, Shown, effect, memo, plain_label, view};

/// The ids of the fields.
const WHO: &str = "builder-who";
const VERB: &str = "builder-verb";
const OBJECT: &str = "builder-object";
const WHEN: &str = "builder-when";
const DAY: &str = "builder-day";
const INDICATOR: &str = "builder-indicator";
/// The languages whose word order is known.
const LANGUAGES: [&str; 2] = ["en", "ur"];
/// The main bodies that are several, which the verb follows in Urdu.
const SEVERAL: [&str; 3] = ["legislature", "executive", "law-enforcement"];
/// The times that are offered, with what each is called.
const TIMES: [(&str, &str); 8] = [
    ("day", "horizon-day"),
    ("3", "horizon-immediate"),
    ("6", "builder-half"),
    ("12", "horizon-short"),
    ("24", "builder-two"),
    ("month", "builder-month"),
    ("quarter", "builder-quarter"),
    ("year", "builder-year"),
];

/// The button that opens it, for where it is not open yet.
pub(super) fn door(desk: Desk) -> Markup {
    let words = desk.words;
    let enter = move |_| {
        desk.open.builder.set(true);
        focus_soon(WHO);
    };
    view! {
        <p><button type="button" class="btn plain builder-door" on:click=enter>{move || words.t("builder-open")}</button></p>
    }
}

/// The builder below the text: its button while there is no text, and the form where it was asked for.
pub(super) fn builder(item: Memo<ItemId>, rec: Memo<Recommendation>) -> Markup {
    let desk = desk();
    let open = desk.open.builder;
    // Asked for it is of one recommendation.
    effect(move || {
        item.with(|_| ());
        open.set(false);
    });
    let lang = memo(move || match rec.with(|rec| rec.original.clone()) {
        held if held.is_empty() => desk.lang.get(),
        held => held,
    });
    let known = memo(move || lang.with(|lang| LANGUAGES.contains(&lang.as_str())));
    let empty = memo(move || {
        desk.touched.get();
        match desk.session.pending_text(item.get()) {
            Some((TextField::Wording(_), typed)) => clean_input(&typed).is_empty(),
            _ => rec.with(|rec| rec.wordings.values().all(|text| text.trim().is_empty())),
        }
    });
    view! {
        <Shown when=move || known.get() && empty.get() && !open.get()>{door(desk)}</Shown>
        <Shown when=move || known.get() && open.get()>
            {move || { let lang = lang.get(); view! { <Form item lang/> } }}
        </Shown>
    }
}

/// A label without what stands in brackets, which explains it in a list: "Civil society (any)".
fn named(label: &str) -> &str {
    let bare = label.split('(').next().unwrap_or_default().trim_end();
    if bare.is_empty() { label } else { bare }
}

/// What has been chosen so far.
#[derive(Clone, Copy)]
struct Chosen {
    desk: Desk,
    lang: StoredValue<String>,
    who: RwSignal<String>,
    several: RwSignal<bool>,
    verb: RwSignal<String>,
    object: RwSignal<String>,
    when: RwSignal<String>,
    day: RwSignal<String>,
    indicator: RwSignal<String>,
}

impl Chosen {
    fn new(desk: Desk, lang: String) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            desk,
            lang: StoredValue::new(lang),
            who: text(),
            several: RwSignal::new(false),
            verb: text(),
            object: text(),
            when: text(),
            day: text(),
            indicator: text(),
        }
    }

    fn is_urdu(self) -> bool {
        self.lang.with_value(|lang| lang == "ur")
    }

    /// A body as it is called in the sentence.
    fn name(self, term: &str) -> String {
        let lang = self.lang.get_value();
        let main = main_addressees().iter().find(|body| body.term == term);
        match main.and_then(|body| body.labels.get(&lang)) {
            Some(label) => label.to_owned(),
            None => self
                .desk
                .session
                .peek(|book| plain_label(named(book.vocabulary.label(term, &lang)))),
        }
    }

    /// The first field that the sentence cannot do without and that is empty.
    fn missing(self) -> Option<&'static str> {
        let fields = [(WHO, self.who), (VERB, self.verb), (OBJECT, self.object)];
        let empty = |held: RwSignal<String>| held.with(|text| text.trim().is_empty());
        let missing = fields.into_iter().find(|(_, held)| empty(*held));
        missing.map(|(id, _)| id)
    }

    /// The sentence as it is by now, with dots where something is missing; follows every change.
    fn sentence(self) -> String {
        let dots = |text: String| match text.trim().is_empty() {
            true => String::from("…"),
            false => text,
        };
        let term = self.who.get();
        let who = match term.is_empty() {
            true => term.clone(),
            false => self.name(&term),
        };
        let verb = self.verb.get();
        let verb = verbs().into_iter().find(|known| known.english == verb);
        let (object, day) = (dots(self.object.get()), self.day.get());
        let within = |count, span| Some(When::Within(count, span));
        let when = match self.when.get().as_str() {
            "day" => (!day.is_empty()).then_some(When::By(&day)),
            "3" => within(3, Span::Months),
            "6" => within(6, Span::Months),
            "12" => within(12, Span::Months),
            "24" => within(2, Span::Years),
            "month" => Some(When::Every(Pace::Month)),
            "quarter" => Some(When::Every(Pace::Quarter)),
            "year" => Some(When::Every(Pace::Year)),
            _ => None,
        };
        let inviting = self
            .desk
            .session
            .peek(|book| invites(&book.vocabulary, &term));
        sentence(&Parts {
            lang: &self.lang.get_value(),
            who: &dots(who),
            several: self.several.get(),
            inviting,
            verb: verb.unwrap_or(Verb {
                english: "…",
                urdu: ["…"; 3],
            }),
            object: &object,
            when,
            indicator: &self.indicator.get(),
        })
    }

    /// The sentence goes into the text, and its body is asked; or the field that is missing gets the focus.
    fn write(self, item: ItemId) {
        let desk = self.desk;
        let say = |key: &str| desk.session.say(untrack(|| desk.words.t(key)));
        if let Some(missing) = untrack(|| self.missing()) {
            say("builder-missing");
            page::focus(missing);
            return;
        }
        // What somebody wrote meanwhile stays before it.
        let held = page::text_in(TEXT).unwrap_or_default();
        let sentence = untrack(|| self.sentence());
        let whole = format!("{} {sentence}", held.trim_end());
        if !page::type_into(TEXT, whole.trim_start()) {
            return;
        }
        desk.ask(item, &self.who.get_untracked(), true);
        desk.open.builder.set(false);
        say("builder-used");
    }
}

#[component]
fn Form(item: Memo<ItemId>, lang: String) -> impl IntoView {
    let desk = desk();
    let words = desk.words;
    let chosen = Chosen::new(desk, lang);
    let tag = chosen.lang.get_value();
    let dir = direction_of(&tag).as_str();
    let leave = move |_| {
        desk.open.builder.set(false);
        focus_soon(TEXT);
    };
    let (who, when) = (who(chosen), when(chosen));
    let object = field(chosen, OBJECT, chosen.object);
    // The fields stand as the parts stand in the sentence.
    let rows = match chosen.is_urdu() {
        true => vec![who, when, object, verb(chosen)],
        false => vec![who, verb(chosen), object, when],
    };
    view! {
        <fieldset class="builder">
            <legend>{move || words.t("builder")}</legend>
            <p class="hint">{move || words.t("builder-hint")}</p>
            {rows}
            {field(chosen, INDICATOR, chosen.indicator)}
            <div class="field made">
                <p id="builder-so-far">{move || words.t("builder-so-far")}</p>
                <blockquote class="words" translate="no" id="builder-preview" aria-labelledby="builder-so-far" lang=tag dir=dir>
                    {move || chosen.sentence()}
                </blockquote>
            </div>
            <p class="row">
                <button type="button" class="btn key" id="builder-use" on:click=move |_| chosen.write(item.get_untracked())>
                    {move || words.t("builder-use")}
                </button>
                <button type="button" class="btn plain" on:click=leave>{move || words.t("builder-leave")}</button>
            </p>
        </fieldset>
    }
}

fn who(chosen: Chosen) -> Markup {
    let desk = chosen.desk;
    let words = desk.words;
    let is_main = |term: &str| main_addressees().iter().any(|body| body.term == term);
    let others: Vec<String> = desk.session.peek(|book| {
        let terms = book.vocabulary.terms(SchemeId::Addressees);
        let terms = terms.filter(|term| !term.deprecated && !is_main(&term.id));
        terms.map(|term| term.id.to_string()).collect()
    });
    let option = move |term: String| {
        let name = chosen.name(&term);
        view! { <option value=term>{name}</option> }
    };
    let main = main_addressees().iter().map(|body| body.term.to_owned());
    let (main, others): (Vec<Markup>, Vec<Markup>) = (
        main.map(option).collect(),
        others.into_iter().map(option).collect(),
    );
    let choose = move |event: leptos::ev::Event| {
        let term = event_target_value(&event);
        chosen.several.set(SEVERAL.contains(&term.as_str()));
        chosen.who.set(term);
    };
    view! {
        <div class="field">
            <label for=WHO>{move || words.t("asked")}</label>
            <select class="line" id=WHO lang=chosen.lang.get_value() on:change=choose>
                <option value="">{move || words.t("choose")}</option>
                {main}
                {others}
            </select>
            {chosen.is_urdu().then(|| view! {
                <Check label=words.label("builder-several") checked=Signal::from(chosen.several)
                    change=Callback::new(move |on| chosen.several.set(on))/>
            })}
        </div>
    }
}

fn verb(chosen: Chosen) -> Markup {
    let words = chosen.desk.words;
    let options: Vec<Markup> = verbs()
        .into_iter()
        .map(|verb| {
            let [name, ..] = verb.urdu;
            let name = if chosen.is_urdu() { name } else { verb.english };
            view! { <option value=verb.english>{name}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label for=VERB>{move || words.t(VERB)}</label>
            <select class="line" id=VERB lang=chosen.lang.get_value() on:change=move |event| chosen.verb.set(event_target_value(&event))>
                <option value="">{move || words.t("choose")}</option>
                {options}
            </select>
        </div>
    }
}

fn when(chosen: Chosen) -> Markup {
    let words = chosen.desk.words;
    let options: Vec<Markup> = TIMES
        .iter()
        .map(|(time, name)| view! { <option value=*time>{move || words.t(name)}</option> })
        .collect();
    view! {
        <div class="field">
            <label for=WHEN>{move || words.t("horizon")}</label>
            <select class="line" id=WHEN on:change=move |event| chosen.when.set(event_target_value(&event))>
                <option value="">{move || words.t("builder-no-time")}</option>
                {options}
            </select>
            <Shown when=move || chosen.when.with(|when| when == "day")>
                <label for=DAY>{move || words.t("due")}</label>
                <input class="line short" id=DAY type="date" dir="ltr"
                    on:change=move |event| chosen.day.set(event_target_value(&event))/>
            </Shown>
        </div>
    }
}

/// A field for words of the sentence, in its language; its label has the key of its id.
fn field(chosen: Chosen, id: &'static str, held: RwSignal<String>) -> Markup {
    let words = chosen.desk.words;
    let lang = chosen.lang.get_value();
    let dir = direction_of(&lang).as_str();
    let hint = format!("{id}-hint");
    let told = hint.clone();
    view! {
        <div class="field">
            <label for=id>{move || words.t(id)}</label>
            <p class="hint" id=hint.clone()>{move || words.t(&told)}</p>
            <input class="line" id=id type="text" lang=lang dir=dir autocomplete="off" spellcheck="false" translate="no"
                maxlength=MOST_LETTERS aria-describedby=hint on:input=move |event| held.set(event_target_value(&event))/>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::named;
    use rapporteur_core::vocabulary::{SchemeId, Vocabulary, main_addressees};

    #[test]
    fn bodies_are_named_in_a_sentence_without_what_explains_them_in_a_list() {
        let vocabulary = Vocabulary::standard();
        for term in vocabulary.terms(SchemeId::Addressees) {
            for lang in super::LANGUAGES {
                let name = named(vocabulary.label(&term.id, lang));
                assert!(!name.is_empty() && !name.contains(['(', ')']), "{name}");
                assert_eq!(name, name.trim(), "{name}");
            }
        }
        let ends = |lang: &str| {
            let mut main = main_addressees().iter();
            let body = main.find(|body| body.term == "law-enforcement");
            body.and_then(|body| body.labels.get(lang))
                .map(String::from)
        };
        assert_eq!(ends("ur").as_deref(), Some("قانون نافذ کرنے والے ادارے"));
    }
}
