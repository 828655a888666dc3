//! Whether letters have the room they need: the ink of each word against the line and the box it stands in.
//!
//! Nastaliq climbs and hangs far beyond what a font says of itself, so that a line height that suits other scripts cuts it.

use serde::Deserialize;

use crate::{Browser, Result};

/// Looks at every word in Arabic script under the elements that match, and at the fields.
///
/// The ink is measured as the browser measures it on a canvas, in the word's own font; the baseline is where the font puts
/// it in the word's box. A word has room if its ink crosses no edge that hides or is seen (of a button, a card, the page),
/// and if it does not lie on the ink of another line. Nastaliq slopes, so that the boxes of two words may overlap a little
/// where their letters do not.
const LOOK: &str = "
    const [css] = arguments;
    const done = arguments[arguments.length - 1];
    const pen = document.createElement('canvas').getContext('2d');
    const arabic = /\\p{Script=Arabic}/u;
    const known = new Map();
    const ink = (font, word) => {
        const key = font + '|' + word;
        if (!known.has(key)) {
            pen.font = font;
            pen.direction = 'rtl';
            const told = pen.measureText(word);
            known.set(key, [told.actualBoundingBoxAscent, told.actualBoundingBoxDescent, told.fontBoundingBoxAscent]);
        }
        return known.get(key);
    };
    // What lies over the page or scrolls by itself lies over other words on purpose.
    const layer = (held) => {
        while (held !== document.body) {
            const style = getComputedStyle(held);
            if (style.position === 'fixed' || style.overflowY === 'auto' || style.overflowY === 'scroll') break;
            held = held.parentElement;
        }
        return held;
    };
    const look = () => {
        const [cut, meeting] = [new Set(), new Set()];
        const inks = [];
        const range = document.createRange();
        for (const root of document.querySelectorAll(css)) {
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const node = walk.currentNode, held = node.parentElement;
                if (!arabic.test(node.data) || held.closest('.unseen, .skip, option, textarea, script, style')) continue;
                const style = getComputedStyle(held);
                for (const part of node.data.matchAll(/\\S+/g)) {
                    const word = part[0];
                    if (!arabic.test(word)) continue;
                    range.setStart(node, part.index);
                    range.setEnd(node, part.index + word.length);
                    const boxes = range.getClientRects();
                    if (!boxes.length || !boxes[0].height) continue;
                    const box = boxes[0];
                    const [above, below, top] = ink(style.font, word);
                    const baseline = box.top + top;
                    const name = `${held.tagName.toLowerCase()}.${held.className}: ${word} (${style.fontSize} ${style.fontFamily.slice(0, 20)})`;
                    const size = parseFloat(style.fontSize);
                    inks.push({ name, size, layer: layer(held), baseline, left: box.left, right: box.right, top: baseline - above, bottom: baseline + below });
                    let upper = -scrollY, lower = Infinity, within = 'the page';
                    for (let round = held; round && round !== document.body; round = round.parentElement) {
                        const shape = getComputedStyle(round);
                        if (shape.display === 'inline') continue;
                        const edge = round.getBoundingClientRect();
                        const hides = shape.overflowY !== 'visible';
                        const seen = (side) => parseFloat(shape[`border${side}Width`]) && shape[`border${side}Style`] !== 'none';
                        if ((hides || seen('Top')) && edge.top > upper) [upper, within] = [edge.top, round.className || round.tagName];
                        if ((hides || seen('Bottom')) && edge.bottom < lower && (shape.overflowY === 'visible' || shape.overflowY === 'hidden'))
                            [lower, within] = [edge.bottom, round.className || round.tagName];
                        if (hides) break;
                    }
                    const over = upper - (baseline - above), under = baseline + below - lower;
                    if (over > 1 || under > 1) {
                        cut.add(`${name} leaves ${within} by ${over.toFixed(1)} above, ${under.toFixed(1)} below`);
                    }
                }
            }
            for (const field of root.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), select')) {
                const style = getComputedStyle(field);
                const inner = field.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
                const said = field.value || field.placeholder || 'مُستَحِقّین پہچکچٹّیے';
                const text = field.options ? field.selectedOptions[0]?.text ?? '' : said;
                if (!field.offsetParent || !arabic.test(text)) continue;
                const [above, below] = ink(style.font, text);
                if (above + below > field.clientHeight + 1) {
                    cut.add(`${field.tagName.toLowerCase()}#${field.id} is ${field.clientHeight} high (${inner} within), its letters `
                        + `${(above + below).toFixed(1)}`);
                }
            }
        }
        // From the top down, each against those that begin before it ends.
        inks.sort((one, other) => one.top - other.top);
        inks.forEach((one, at) => {
            for (let next = at + 1; next < inks.length && inks[next].top < one.bottom; next++) {
                const other = inks[next], size = Math.max(one.size, other.size);
                if (one.layer !== other.layer) continue;
                if (Math.abs(one.baseline - other.baseline) < size / 2) continue;
                const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                const high = Math.min(one.bottom, other.bottom) - other.top;
                if (wide > size / 4 && high > size * 0.55) {
                    meeting.add(`${one.name} lies on ${other.name} by ${high.toFixed(1)}`);
                }
            }
        });
        return { cut: [...cut], meeting: [...meeting] };
    };
    document.fonts.ready.then(() => done(look()));";

/// What has too little room, one readable line each.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Crowded {
    /// Letters that cross an edge which hides or is seen, and fields lower than their letters.
    pub cut: Vec<String>,
    /// Words that lie on words of another line.
    pub meeting: Vec<String>,
}

/// What of the open page has too little room for its letters, under the elements that match.
///
/// # Errors
///
/// The browser does not answer.
pub async fn crowded(browser: &Browser, css: &str) -> Result<Crowded> {
    browser.draw_all().await?;
    let css = serde_json::json!(css);
    let answer = browser.driver().execute_async(LOOK, vec![css]).await?;
    Ok(serde_json::from_value(answer.json().clone())?)
}
