//! Languages nobody speaks: what a page says is made longer, turned round or taller, so that a layout that only fits the
//! words of today shows it.

use crate::{Browser, Result};

/// How the words of a page are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// Accents on every letter and nearly half as many letters again, as from English to German or Pashto.
    Long,
    /// Right to left, each run of text with a mark that turns its letters round.
    Turned,
    /// Urdu in Nastaliq with words that climb and marks above and below.
    Tall,
}

/// Changes what is said in the open page, once: text, names and hints, not what stands in fields.
const CHANGE: &str = "
    const [kind] = arguments;
    const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const marked = 'åbçdéfĝĥîĵķļɱñöþqŕšţûvŵxýžÅBÇDÉFĜĤÎĴĶĻMÑÖÞQŔŠŢÛVŴXÝŽ';
    const tall = ['نستعلیق', 'مُستَحِقّین', 'پہچکچٹّیے', 'کھُلّے', 'تجربہ', 'گجّے'];
    const long = (text) => {
        const said = Array.from(text, (letter) => marked[plain.indexOf(letter)] ?? letter).join('');
        const more = 'ñöţ šö šhöŕţ åš îţ ŵåš';
        return said + ' ' + more.repeat(8).slice(0, Math.ceil(text.length * 0.4));
    };
    const climb = (text) => {
        const count = Math.ceil(text.trim().split(/\\s+/).length * 1.2);
        return Array.from({ length: count }, (_, at) => tall[at % tall.length]).join(' ');
    };
    const change = { Long: long, Turned: (text) => `\\u202e${text}\\u202c`, Tall: climb }[kind];
    const said = (text) => /\\p{L}/u.test(text);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) {
        const node = walk.currentNode;
        if (!node.parentElement.closest('script, style, textarea') && said(node.data)) texts.push(node);
    }
    for (const node of texts) node.data = change(node.data);
    for (const name of ['aria-label', 'placeholder', 'title']) {
        for (const held of document.body.querySelectorAll(`[${name}]`)) {
            held.setAttribute(name, change(held.getAttribute(name)));
        }
    }
    const root = document.documentElement;
    if (kind === 'Turned') root.dir = 'rtl';
    if (kind === 'Tall') {
        root.dir = 'rtl';
        root.lang = 'ur';
        for (const held of document.querySelectorAll('[lang=en]')) held.lang = 'ur';
    }
    document.fonts.ready.then(() => arguments[arguments.length - 1](texts.length));";

impl Pseudo {
    /// Changes what the open page says, until it is drawn anew.
    ///
    /// # Errors
    ///
    /// The page says nothing, or the browser does not answer.
    pub async fn speak(self, browser: &Browser) -> Result {
        let kind = serde_json::json!(format!("{self:?}"));
        let changed = browser.driver().execute_async(CHANGE, vec![kind]).await?;
        match changed.json().as_u64() {
            Some(1..) => Ok(()),
            _ => Err(format!("there were no words to change: {}", changed.json()).into()),
        }
    }
}
