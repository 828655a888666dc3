//! What only a browser shows of markup: which nodes stay, what is written, when listeners go.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
wasm_bindgen_test_configure!(run_in_browser);

use super::{Markup, State};
use crate::ui::{all, each, view};

/// Draws markup in a place of its own.
fn draw(markup: impl FnOnce() -> Markup + 'static) -> (Element, UnmountHandle<State>) {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let handle = mount_to_renderer(&place, markup);
    (place, handle)
}

fn find(place: &Element, selector: &str) -> Element {
    place.query_selector(selector).unwrap().unwrap()
}

fn property(element: &Element, name: &str) -> String {
    let value = js_sys::Reflect::get(element, &name.into()).unwrap();
    value.as_string().unwrap()
}

fn click(element: &Element) {
    let click = js_sys::Reflect::get(element, &"click".into()).unwrap();
    let click: js_sys::Function = click.unchecked_into();
    click.call0(element).unwrap();
}

fn markup_of(place: &Element) -> String {
    let whole = property(place, "outerHTML").replace("<!---->", "");
    let within = whole
        .strip_prefix("<div>")
        .and_then(|rest| rest.strip_suffix("</div>"));
    within.unwrap().to_owned()
}

#[wasm_bindgen_test]
async fn a_plan_becomes_what_it_says() {
    let said = RwSignal::new(Some("a"));
    let (place, handle) = draw(move || {
        view! {
            "before" <p class="x y" hidden class:z=move || said.get().is_some() title=move || said.get()>
                "text" <b lang="ur">{move || said.get()}</b>{1_usize}
            </p>
            <>{vec!["one", "two"]}</> {()} {[None, Some(String::from("three"))]}
        }
    });
    assert_eq!(
        markup_of(&place),
        "before<p class=\"x y z\" hidden=\"\" title=\"a\">text<b lang=\"ur\">a</b>1</p>onetwothree"
    );
    said.set(None);
    tick().await;
    assert_eq!(
        markup_of(&place),
        "before<p class=\"x y\" hidden=\"\">text<b lang=\"ur\"></b>1</p>onetwothree"
    );
    drop(handle);
    assert!(place.first_child().is_none());
}

#[wasm_bindgen_test]
async fn what_is_drawn_again_keeps_its_nodes_where_the_plan_is_the_same() {
    let (said, other) = (RwSignal::new("a"), RwSignal::new(false));
    let (place, _handle) = draw(move || {
        Markup::live(move || match other.get() {
            false => view! { <p title=said.get()><input prop:value=said.get()/> {said.get()}</p> },
            true => view! { <p><input/></p> },
        })
    });
    let (p, input) = (find(&place, "p"), find(&place, "input"));
    said.set("b");
    tick().await;
    assert!(p.is_same_node(place.first_child().as_ref()));
    assert!(input.is_same_node(p.first_child().as_ref()));
    assert_eq!(markup_of(&place), "<p title=\"b\"><input>b</p>");
    assert_eq!(property(&input, "value"), "b");
    other.set(true);
    tick().await;
    assert!(!p.is_same_node(place.first_child().as_ref()));
    assert_eq!(markup_of(&place), "<p><input></p>");
}

#[wasm_bindgen_test]
async fn a_value_that_did_not_change_is_not_written_again() {
    let number = RwSignal::new(1_usize);
    let (place, _handle) = draw(move || {
        view! { <p title=move || if number.get() < 3 { "few" } else { "many" }></p> }
    });
    let p = find(&place, "p");
    p.set_attribute("title", "by hand").unwrap();
    number.set(2);
    tick().await;
    assert_eq!(p.get_attribute("title").as_deref(), Some("by hand"));
    number.set(3);
    tick().await;
    assert_eq!(p.get_attribute("title").as_deref(), Some("many"));
}

#[wasm_bindgen_test]
async fn a_listener_goes_with_its_element_and_is_replaced_when_drawn_again() {
    let clicks = Arc::new(AtomicUsize::new(0));
    let step = RwSignal::new(1);
    let (place, handle) = draw({
        let clicks = Arc::clone(&clicks);
        move || {
            Markup::live(move || {
                let (clicks, step) = (Arc::clone(&clicks), step.get());
                let click = move |_| {
                    clicks.fetch_add(step, Ordering::Relaxed);
                };
                view! { <button on:click=click></button> }
            })
        }
    });
    let button = find(&place, "button");
    click(&button);
    assert_eq!(clicks.load(Ordering::Relaxed), 1);
    step.set(10);
    tick().await;
    click(&button);
    assert_eq!(
        clicks.load(Ordering::Relaxed),
        11,
        "the new one and no other"
    );
    drop(handle);
    click(&button);
    assert_eq!(clicks.load(Ordering::Relaxed), 11);
    tick().await;
    assert_eq!(Arc::strong_count(&clicks), 1, "what it held is let go");
}

#[wasm_bindgen_test]
async fn what_went_follows_nothing() {
    let (there, said) = (RwSignal::new(true), RwSignal::new(0_usize));
    let runs = Arc::new(AtomicUsize::new(0));
    let (place, _handle) = draw({
        let runs = Arc::clone(&runs);
        move || {
            Markup::live(move || {
                let runs = Arc::clone(&runs);
                let work = move || {
                    runs.fetch_add(1, Ordering::Relaxed);
                    said.get()
                };
                there.get().then(|| view! { <p title=work></p> })
            })
        }
    });
    there.set(false);
    tick().await;
    said.set(1);
    tick().await;
    assert_eq!(runs.load(Ordering::Relaxed), 1);
    assert_eq!(markup_of(&place), "");
}

#[wasm_bindgen_test]
async fn items_keep_their_parts_wherever_they_go() {
    let items = RwSignal::new(vec!["a", "b", "c", "d"]);
    let (place, _handle) = draw(move || {
        view! { <ol>{each(move || items.get(), |item| view! { <li id=item>{item}</li> })}</ol> "end" }
    });
    let (b, d) = (find(&place, "#b"), find(&place, "#d"));
    for order in [
        vec!["d", "a", "b", "c"],
        vec!["b", "e", "d"],
        vec!["d", "f", "b", "g"],
    ] {
        items.set(order.clone());
        tick().await;
        let shown: String = order
            .iter()
            .map(|item| format!("<li id=\"{item}\">{item}</li>"))
            .collect();
        assert_eq!(markup_of(&place), format!("<ol>{shown}</ol>end"));
        assert!(b.is_same_node(Some(&find(&place, "#b"))));
        assert!(d.is_same_node(Some(&find(&place, "#d"))));
    }
    items.set(Vec::new());
    tick().await;
    assert_eq!(markup_of(&place), "<ol></ol>end");
}

#[wasm_bindgen_test]
async fn parts_made_anew_grow_and_shrink_in_their_place() {
    let items = RwSignal::new(vec![1_usize, 2]);
    let (place, _handle) = draw(move || {
        view! { <i/> {all(move || items.get(), |item| view! { <b>{item}</b> })} <u/> }
    });
    for (order, shown) in [
        (vec![3, 4, 5], "<b>3</b><b>4</b><b>5</b>"),
        (vec![6], "<b>6</b>"),
        (vec![], ""),
        (vec![7], "<b>7</b>"),
    ] {
        items.set(order);
        tick().await;
        assert_eq!(markup_of(&place), format!("<i></i>{shown}<u></u>"));
    }
}
