//! Components: the same calls that leptos' `view!` writes for them.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::Infallible;
use rstml::node::{KeyedAttributeValue, NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Error, Result};

use crate::plan;

/// Whether a name is a component's: it begins with a capital, or is a path.
pub(crate) fn is_component(name: &NodeName) -> bool {
    let NodeName::Path(path) = name else {
        return false;
    };
    let segments = &path.path.segments;
    segments.len() > 1
        || segments.last().is_some_and(|segment| {
            let name = segment.ident.to_string();
            name.starts_with(|first: char| first.is_uppercase())
        })
}

/// A component as the tokens of an expression.
pub(crate) fn component(element: &NodeElement<Infallible>) -> Result<TokenStream> {
    let name = element.name();
    if element.open_tag.generics.lt_token.is_some() {
        return Err(Error::new(name.span(), "types of components are inferred"));
    }
    let mut props = Vec::new();
    for attribute in element.attributes() {
        let attribute = match attribute {
            NodeAttribute::Attribute(attribute) => attribute,
            NodeAttribute::Block(block) => {
                return Err(Error::new(block.span(), "props have names"));
            }
        };
        let key = &attribute.key;
        let (NodeName::Path(_), KeyedAttributeValue::Value(_) | KeyedAttributeValue::None) =
            (key, &attribute.possible_value)
        else {
            return Err(Error::new(
                key.span(),
                "a component takes props: name=value or name",
            ));
        };
        let value = match (attribute.value(), &attribute.possible_value) {
            (Some(value), _) => quote! { #value },
            (None, KeyedAttributeValue::None) => quote! { #key },
            (None, _) => return Err(Error::new(key.span(), "what is its value?")),
        };
        props.push(quote! { .#key(#[allow(unused_braces)] { #value }) });
    }
    let kids = if element.children.is_empty() {
        TokenStream::new()
    } else {
        let kids = plan::markup(&element.children, name.span())?;
        quote_spanned! { name.span() =>
            .children(::leptos::children::ToChildren::to_children(move || #kids))
        }
    };
    Ok(quote! {
        ::leptos::component::component_view(
            #[allow(clippy::needless_borrows_for_generic_args)]
            &#name,
            ::leptos::component::component_props_builder(&#name)
                #(#props)*
                #kids
                .build()
        )
    })
}
