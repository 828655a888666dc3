//! Randomness, from the browser's own source; used for sessions, items and local containers.

use wasm_bindgen::JsValue;

/// The browser gave no random bits. No substitute is good enough: two sessions of one name lose words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoRandomness;

/// 64 random bits.
///
/// # Errors
/// Where the browser has no `crypto`.
pub(crate) fn random_u64() -> Result<u64, NoRandomness> {
    bytes().map(u64::from_le_bytes)
}

/// 128 random bits.
///
/// # Errors
/// Where the browser has no `crypto`.
pub(crate) fn random_u128() -> Result<u128, NoRandomness> {
    bytes().map(u128::from_le_bytes)
}

fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    let crypto = web_sys::window()
        .ok_or(NoRandomness)?
        .crypto()
        .ok()
        .filter(|crypto| !AsRef::<JsValue>::as_ref(crypto).is_undefined())
        .ok_or(NoRandomness)?;
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use super::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn no_two_are_alike() {
        let drawn: std::collections::BTreeSet<u64> =
            (0..1_000).map(|_| random_u64().unwrap()).collect();
        assert_eq!(drawn.len(), 1_000);
        assert_ne!(random_u128().unwrap() >> 64, 0);
    }
}
