//! `view!` for the app's pages, in the syntax of leptos' own. Everything about a view that is known while compiling (tags,
//! names, texts, the order of things) becomes one text, the plan; what is left in code is one call for each part that is
//! worked out while running. What a plan is and how it is drawn is the app's (`src/ui/markup`).

mod component;
mod plan;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

/// Elements, components, texts and blocks as `crate::ui::Markup`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(tokens.into())
        .unwrap_or_else(|error| {
            let error = error.into_compile_error();
            quote!({ #error })
        })
        .into()
}

fn expand(tokens: TokenStream) -> syn::Result<TokenStream> {
    let span = Span::call_site();
    let nodes = rstml::parse2(tokens)?;
    plan::markup(&nodes, span)
}

/// The name of the markup that is being made; no page can mean it.
fn markup_name() -> Ident {
    format_ident!("markup", span = Span::mixed_site())
}

#[cfg(test)]
mod tests;
