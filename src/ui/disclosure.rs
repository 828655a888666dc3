//! Something that is there when asked for; until then it is not made.

use leptos::prelude::*;

use super::{Shown, view};

/// A button that shows and hides what follows it.
#[component]
pub(crate) fn Disclosure(
    /// What the button says.
    label: Signal<String>,
    /// Whether what follows is shown; kept by the page, so that it stays open from one item to the next.
    open: RwSignal<bool>,
    /// The id of the button.
    #[prop(optional)]
    id: Option<&'static str>,
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    view! {
        <div class="disclosure">
            <button type="button" class="btn plain" id=id aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>
                <span class="mark" aria-hidden="true"></span>
                {move || label.get()}
            </button>
            <Shown when=move || open.get()>
                <div class="disclosed">{children.with_value(|children| children())}</div>
            </Shown>
        </div>
    }
}
