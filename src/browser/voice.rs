//! Reading aloud, where the browser has a voice of this machine for the language. Voices that live on a server are left
//! alone: what is read would leave the laptop.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use super::listener::Listener;

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Calls a method of what speaks; nothing where the browser has none.
fn call(name: &str, with: Option<&JsValue>) -> Option<JsValue> {
    let speaker = speaker()?;
    let method: Function = get(&speaker, name)?.dyn_into().ok()?;
    match with {
        Some(with) => method.call1(&speaker, with).ok(),
        None => method.call0(&speaker).ok(),
    }
}

fn speaker() -> Option<JsValue> {
    get(&js_sys::global(), "speechSynthesis")
}

/// The voice of this machine for a language tag.
fn voice(lang: &str) -> Option<JsValue> {
    let wanted = lang.split('-').next()?.to_ascii_lowercase();
    let voices: Array = call("getVoices", None)?.dyn_into().ok()?;
    voices.iter().find(|voice| {
        let here = get(voice, "localService").and_then(|here| here.as_bool());
        let speaks = get(voice, "lang").and_then(|lang| lang.as_string());
        let speaks = speaks.unwrap_or_default().to_ascii_lowercase();
        here == Some(true) && speaks.split(['-', '_']).next() == Some(wanted.as_str())
    })
}

/// Whether texts of this language can be read aloud.
pub(crate) fn speaks(lang: &str) -> bool {
    voice(lang).is_some()
}

/// Calls back when there are other voices than before: browsers find them late.
pub(crate) fn on_voices(changed: impl Fn() + 'static) -> Option<Listener> {
    // Some browsers have voices that never change and tell nothing.
    let speaker = speaker()?;
    get(&speaker, "addEventListener")?;
    let speaker: EventTarget = speaker.unchecked_into();
    Some(Listener::new(&speaker, "voiceschanged", move |_| changed()))
}

/// Reads texts one after the other, each in its language, in place of what is being read. Returns what hears the end of the
/// last, or that it failed; nothing where there is nothing to read or no voice.
pub(crate) fn read(
    texts: &[(String, String)],
    ended: impl Fn() + Clone + 'static,
) -> Option<[Listener; 2]> {
    hush();
    let make: Function = get(&js_sys::global(), "SpeechSynthesisUtterance")?
        .dyn_into()
        .ok()?;
    let mut last = None;
    for (lang, text) in texts {
        let Some(voice) = voice(lang).filter(|_| !text.trim().is_empty()) else {
            continue;
        };
        let said = Reflect::construct(&make, &Array::of1(&text.into())).ok()?;
        for (name, value) in [("voice", &voice), ("lang", &JsValue::from(lang))] {
            let _ = Reflect::set(&said, &name.into(), value);
        }
        call("speak", Some(&said));
        last = Some(said);
    }
    let last: EventTarget = last?.unchecked_into();
    Some(["end", "error"].map(|name| {
        let ended = ended.clone();
        Listener::new(&last, name, move |_| ended())
    }))
}

/// Ends what is being read.
pub(crate) fn hush() {
    call("cancel", None);
}
