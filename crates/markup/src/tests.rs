//! What views become, and what is refused.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand;

fn same(view: TokenStream, expected: TokenStream) {
    assert_eq!(expand(view).unwrap().to_string(), expected.to_string());
}

fn refused(view: TokenStream) -> String {
    expand(view).unwrap_err().to_string()
}

#[test]
fn what_is_known_beforehand_needs_no_code() {
    same(
        quote! { <p class="note" aria-hidden="true">"a" <br/> "b"</p> <input rows=3 multiple/> },
        quote! { crate::ui::Markup::new(
            "\u{1}p\u{2}class\u{3}note\u{2}aria-hidden\u{3}true\u{8}a\u{1}br\u{f}\u{8}b\u{f}\u{1}input\u{2}rows\u{3}3\u{2}multiple\u{3}\u{f}",
            0usize
        ) },
    );
}

#[test]
fn parts_come_in_the_order_of_their_places() {
    same(
        quote! {
            <a href=there class="x" class:y=is on:click=go>{text} <b prop:checked={held}>{one; two}</b></a>
        },
        quote! { {
            let mut markup = crate::ui::Markup::new(
                "\u{1}a\u{4}href\u{2}class\u{3}x\u{6}y\u{7}click\u{e}\u{1}b\u{5}checked\u{e}\u{f}\u{f}",
                6usize
            );
            markup.set(there);
            markup.set(is);
            markup.on(::leptos::ev::click, go);
            markup.kid(text);
            markup.set(held);
            markup.kid({ one; two });
            markup
        } },
    );
}

#[test]
fn components_are_called_as_leptos_calls_them() {
    same(
        quote! { <pages::Part item many=1>"text"</pages::Part> },
        quote! { {
            let mut markup = crate::ui::Markup::new("\u{e}", 1usize);
            markup.view(::leptos::component::component_view(
                #[allow(clippy::needless_borrows_for_generic_args)]
                &pages::Part,
                ::leptos::component::component_props_builder(&pages::Part)
                    .item(#[allow(unused_braces)] { item })
                    .many(#[allow(unused_braces)] { 1 })
                    .children(::leptos::children::ToChildren::to_children(
                        move || crate::ui::Markup::new("\u{8}text", 0usize)
                    ))
                    .build()
            ));
            markup
        } },
    );
}

#[test]
fn what_is_not_known_is_an_error() {
    for view in [
        quote! {},
        quote! { <p>text</p> },
        quote! { <p></b> },
        quote! { <svg></svg> },
        quote! { <p {..spread}/> },
        quote! { <p style:color="red"/> },
        quote! { <p style="color: red"/> },
        quote! { <p inner_html=text/> },
        quote! { <p node_ref=node/> },
        quote! { <p on:click/> },
        quote! { <p on:click:capture=go/> },
        quote! { <p class:a/> },
        quote! { <p use:act/> },
        quote! { <p bind:value=text/> },
        quote! { <p class=text class:a=is/> },
        quote! { <p title="\u{1}"/> },
        quote! { <!-- "comment" --> },
        quote! { <Part let:item/> },
        quote! { <Part attr:title="a"/> },
        quote! { <Part {..spread}/> },
        quote! { <Part::<T>/> },
    ] {
        let text = view.to_string();
        assert!(expand(view).is_err(), "{text}");
    }
    assert_eq!(refused(quote! { <p>text</p> }), "text stands in quotes");
}
