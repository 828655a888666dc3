//! Files that lie beside the page: data the site brings along and that is too large to be in the program.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes of a file of the site; `None` where it is not there (no network and never visited). The single file has them
/// in itself.
pub(crate) async fn bytes(path: &str) -> Option<Vec<u8>> {
    let window = web_sys::window()?;
    if let Some(held) = window
        .document()?
        .get_element_by_id(&format!("file:{path}"))
    {
        return Some(held.text_content()?.into_bytes());
    }
    let answer = JsFuture::from(window.fetch_with_str(path)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
