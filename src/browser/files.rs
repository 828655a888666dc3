//! Files out and in: downloads, files picked or dropped, pasted text. What is in a file is not known here.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use rapporteur_core::text::file_name_part;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Event, File, FileList, HtmlAnchorElement,
    HtmlInputElement, Url,
};

use super::clock;
use super::preferences::Preferences;

/// How much is read at once: a file that turns out unreadable is given up early, and the page stays alive.
const CHUNK: u32 = 1 << 20;
/// How long a download may take to begin, in milliseconds, before its bytes are given back.
const KEPT: u32 = 60_000;

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileError {
    /// More bytes than the limit; the size it has.
    TooBig(u64),
    /// The browser did not give the bytes: removed, changed since it was picked, or a folder. The browser's words.
    Unreadable(String),
    /// The page cannot make a download.
    NoDownload,
}

/// A file that a person picked or dropped; nothing of it is read yet.
#[derive(Clone, Debug)]
pub(crate) struct PickedFile {
    /// Its name, without folders.
    pub(crate) name: String,
    /// Its size in bytes.
    pub(crate) size: u64,
    file: File,
}

impl PickedFile {
    /// Holds the bytes that were read, in place of what lies on a stick that may be pulled out. A browser that cannot
    /// leaves it as it was.
    pub(crate) fn hold(&mut self, bytes: &[u8]) {
        let parts = Array::of1(&Uint8Array::new_from_slice(bytes));
        if let Ok(file) = File::new_with_u8_array_sequence(&parts, &self.name) {
            self.file = file;
        }
    }

    /// All its bytes, for the browser's own use; `None` where it does not give them.
    pub(crate) async fn buffer(&self) -> Option<ArrayBuffer> {
        let buffer = JsFuture::from(self.file.array_buffer()).await;
        buffer.ok()?.dyn_into().ok()
    }
}

/// The name of a new file: what it is of (empty parts are left out), the local date and time, and how it ends. Where a person
/// wants names that say nothing, it says nothing of what it is of.
pub(crate) fn name_of(parts: &[&str], ending: &str) -> String {
    let mut name = String::new();
    let neutral = ["document"];
    let parts = match Preferences::read().neutral {
        true => neutral.as_slice(),
        false => parts,
    };
    for part in parts {
        let part = file_name_part(part);
        if !part.is_empty() {
            name.push_str(&part);
            name.push('_');
        }
    }
    format!("{name}{}.{ending}", clock::file_stamp())
}

/// The name of a file that is handed out as it came: its own, or one that says nothing where a person wants such names.
pub(crate) fn name_as_it_came(name: &str) -> String {
    match (Preferences::read().neutral, name.rsplit_once('.')) {
        (true, Some((_, ending))) => name_of(&[], ending),
        (true, None) => name_of(&[], "txt"),
        (false, _) => name.to_owned(),
    }
}

/// Hands bytes to the browser as a download. That the file reached the disk cannot be known: a person may cancel, a
/// disk may be full.
///
/// # Errors
/// [`FileError::NoDownload`] where the page cannot even try.
pub(crate) fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileError> {
    offer(name, mime, bytes).ok_or(FileError::NoDownload)
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::new_from_slice(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    link.set_href(&url);
    link.set_download(name);
    // Outside the document some browsers ignore the click.
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    clock::after(KEPT, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forever();
    Some(())
}

/// The files of the `change` event of an `<input type="file">`; the input is emptied, so that the same file can be
/// picked again. None for any other event.
pub(crate) fn picked(event: &Event) -> Vec<PickedFile> {
    let Some(input) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    else {
        return vec![];
    };
    let files = input.files().map_or_else(Vec::new, |files| listed(&files));
    input.set_value("");
    files
}

/// The files of a `drop` event. None where text was dropped, or for any other event.
pub(crate) fn dropped(event: &Event) -> Vec<PickedFile> {
    event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer)
        .and_then(|data| data.files())
        .map_or_else(Vec::new, |files| listed(&files))
}

/// The plain text of a `paste` event; `None` for any other event.
pub(crate) fn pasted_text(event: &Event) -> Option<String> {
    event
        .dyn_ref::<ClipboardEvent>()?
        .clipboard_data()?
        .get_data("text/plain")
        .ok()
}

fn listed(files: &FileList) -> Vec<PickedFile> {
    (0..files.length())
        .filter_map(|index| files.item(index))
        .map(|file| PickedFile {
            name: file.name(),
            size: file.size() as u64,
            file,
        })
        .collect()
}

/// All bytes of a file, read in pieces of 1 MiB.
///
/// # Errors
/// [`FileError::TooBig`] above `limit` bytes, before anything is read, or where there is no memory for it;
/// [`FileError::Unreadable`] where the browser does not give the bytes.
pub(crate) async fn read(picked: &PickedFile, limit: u64) -> Result<Vec<u8>, FileError> {
    let too_big = FileError::TooBig(picked.size);
    if picked.size > limit {
        return Err(too_big);
    }
    let size = usize::try_from(picked.size).map_err(|_| too_big.clone())?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size).map_err(|_| too_big)?;
    while bytes.len() < size {
        let from = bytes.len() as f64;
        let slice = picked
            .file
            .slice_with_f64_and_f64(from, from + f64::from(CHUNK))
            .map_err(unreadable)?;
        let piece = JsFuture::from(slice.array_buffer())
            .await
            .map_err(unreadable)?;
        let piece = Uint8Array::new(&piece);
        if piece.length() == 0 {
            return Err(FileError::Unreadable(String::new()));
        }
        bytes.extend(piece.to_vec());
    }
    Ok(bytes)
}

fn unreadable(error: impl Into<wasm_bindgen::JsValue>) -> FileError {
    let error: wasm_bindgen::JsValue = error.into();
    let words = error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(String::new, |error| String::from(error.message()));
    FileError::Unreadable(words)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
pub(crate) mod tests {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    pub(crate) fn file(bytes: &[u8]) -> PickedFile {
        let parts = Array::of1(&Uint8Array::new_from_slice(bytes));
        let file = File::new_with_u8_array_sequence(&parts, "سفارشات.json").unwrap();
        PickedFile {
            name: file.name(),
            size: file.size() as u64,
            file,
        }
    }

    #[wasm_bindgen_test]
    async fn files_are_read_whole_and_big_ones_not_at_all() {
        let bytes: Vec<u8> = (0..2_500_000_u32).map(|n| n as u8).collect();
        let picked = file(&bytes);
        assert_eq!(picked.name, "سفارشات.json");
        assert!(read(&picked, 10_000_000).await.unwrap() == bytes);
        assert_eq!(
            read(&picked, 2_499_999).await,
            Err(FileError::TooBig(2_500_000))
        );
        assert_eq!(read(&file(&[]), 0).await, Ok(vec![]));
    }

    #[wasm_bindgen_test]
    fn events_without_files_have_none() {
        let event = Event::new("change").unwrap();
        assert!(picked(&event).is_empty());
        assert!(dropped(&event).is_empty());
        assert_eq!(pasted_text(&event), None);
    }
}
