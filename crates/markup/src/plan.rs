//! From nodes to a plan and the parts that go into it, in the order of the source.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use rstml::Infallible;
use rstml::node::{
    KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeBlock, NodeElement, NodeName,
};
use syn::spanned::Spanned;
use syn::{Block, Error, Expr, Lit, Result, Stmt};

use crate::{component, markup_name};

/// The marks of a plan; each is followed by a text that ends at the next mark. `src/ui/markup` reads the same ones.
const OPEN: char = '\u{1}';
const NAME: char = '\u{2}';
const VALUE: char = '\u{3}';
const ATTRIBUTE: char = '\u{4}';
const PROPERTY: char = '\u{5}';
const CLASS: char = '\u{6}';
const LISTENER: char = '\u{7}';
const TEXT: char = '\u{8}';
const PART: char = '\u{e}';
const CLOSE: char = '\u{f}';

/// What a view comes to.
#[derive(Default)]
struct Plan {
    text: String,
    parts: Vec<TokenStream>,
}

/// Nodes as the tokens of an expression.
pub(crate) fn markup(nodes: &[Node], span: Span) -> Result<TokenStream> {
    let mut plan = Plan::default();
    plan.nodes(nodes)?;
    if plan.text.is_empty() {
        return Err(Error::new(span, "a view of nothing"));
    }
    let (name, text, parts) = (markup_name(), plan.text, &plan.parts);
    if parts.is_empty() {
        return Ok(quote_spanned! { span => crate::ui::Markup::new(#text, 0usize) });
    }
    let count = parts.len();
    Ok(quote_spanned! { span => {
        let mut #name = crate::ui::Markup::new(#text, #count);
        #(#parts)*
        #name
    } })
}

impl Plan {
    fn nodes(&mut self, nodes: &[Node]) -> Result<()> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &Node) -> Result<()> {
        match node {
            Node::Element(element) if component::is_component(element.name()) => {
                let component = component::component(element)?;
                let name = markup_name();
                self.mark(PART, "", element.name().span())?;
                self.parts.push(quote_spanned! { element.name().span() =>
                    #name.view(#component);
                });
                Ok(())
            }
            Node::Element(element) => self.element(element),
            Node::Fragment(fragment) => self.nodes(&fragment.children),
            Node::Text(text) => self.mark(TEXT, &text.value_string(), text.span()),
            Node::Block(block) => {
                let (name, value) = (markup_name(), block_value(block)?);
                self.mark(PART, "", block.span())?;
                self.parts
                    .push(quote_spanned! { value.span() => #name.kid(#value); });
                Ok(())
            }
            Node::RawText(text) => Err(Error::new(text.span(), "text stands in quotes")),
            Node::Comment(node) => Err(Error::new(node.span(), "comments are Rust's: // or /* */")),
            Node::Doctype(node) => Err(Error::new(node.span(), "a page has its doctype already")),
            Node::Custom(node) => Err(Error::new(node.span(), "this is no markup")),
        }
    }

    fn element(&mut self, element: &NodeElement<Infallible>) -> Result<()> {
        let tag = element.name().to_string();
        let span = element.name().span();
        if element.name().is_block() || element.name().is_wildcard() {
            return Err(Error::new(span, "an element has a name"));
        }
        if matches!(tag.as_str(), "svg" | "math" | "script" | "style") {
            return Err(Error::new(
                span,
                format!("<{tag}> cannot be drawn; of a drawing, say <svg:svg>"),
            ));
        }
        self.mark(OPEN, &tag, span)?;
        let keyed = element
            .attributes()
            .iter()
            .map(|attribute| match attribute {
                NodeAttribute::Attribute(attribute) => Ok(attribute),
                NodeAttribute::Block(block) => {
                    Err(Error::new(block.span(), "attributes have names"))
                }
            })
            .collect::<Result<Vec<_>>>()?;
        let toggles = keyed
            .iter()
            .any(|attribute| attribute.key.to_string().starts_with("class:"));
        for attribute in keyed {
            if toggles
                && attribute.key.to_string() == "class"
                && literal(attribute.value()).is_none()
            {
                let message = "beside class:name=.. a class is a text in quotes";
                return Err(Error::new(attribute.key.span(), message));
            }
            self.attribute(attribute)?;
        }
        self.nodes(&element.children)?;
        self.mark(CLOSE, "", span)
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) -> Result<()> {
        let (name, span) = (attribute.key.to_string(), attribute.key.span());
        if let KeyedAttributeValue::Binding(_) = attribute.possible_value {
            return Err(Error::new(span, "nothing is bound here"));
        }
        let markup = markup_name();
        let value = match (&attribute.possible_value, attribute.value()) {
            (_, Some(value)) => Some(inner(value)),
            (KeyedAttributeValue::None, None) => None,
            (_, None) => return Err(Error::new(span, "what is its value?")),
        };
        let needed = || value.ok_or_else(|| Error::new(span, "what is its value?"));
        match name.split_once(':') {
            None if matches!(name.as_str(), "node_ref" | "inner_html" | "style") => Err(
                Error::new(span, format!("{name} is no attribute this can write")),
            ),
            None => match (value, literal(value)) {
                (None, _) => self.fixed(&name, "", span),
                (_, Some(text)) => self.fixed(&name, &text, span),
                (Some(value), None) => {
                    self.mark(ATTRIBUTE, &name, span)?;
                    self.parts
                        .push(quote_spanned! { value.span() => #markup.set(#value); });
                    Ok(())
                }
            },
            Some((kind @ ("prop" | "class"), name)) if !name.contains(':') => {
                let value = needed()?;
                let mark = if kind == "prop" { PROPERTY } else { CLASS };
                self.mark(mark, name, span)?;
                self.parts
                    .push(quote_spanned! { value.span() => #markup.set(#value); });
                Ok(())
            }
            Some(("on", name)) if !name.contains([':', '-']) => {
                let value = needed()?;
                let event = format_ident!("{name}", span = last_span(&attribute.key));
                self.mark(LISTENER, name, span)?;
                self.parts.push(
                    quote_spanned! { value.span() => #markup.on(::leptos::ev::#event, #value); },
                );
                Ok(())
            }
            Some(_) => Err(Error::new(
                span,
                "known are name=, prop:name=, class:name= and on:event=",
            )),
        }
    }

    fn fixed(&mut self, name: &str, value: &str, span: Span) -> Result<()> {
        self.mark(NAME, name, span)?;
        self.mark(VALUE, value, span)
    }

    fn mark(&mut self, mark: char, text: &str, span: Span) -> Result<()> {
        let is_mark = |held: char| held < ' ' && !matches!(held, '\t' | '\n' | '\r');
        if text.contains(is_mark) {
            return Err(Error::new(
                span,
                "a control character would be a mark of the plan",
            ));
        }
        self.text.push(mark);
        self.text.push_str(text);
        Ok(())
    }
}

/// The text of a literal; `true` and `false` say whether an attribute is there, and so are no texts.
fn literal(value: Option<&Expr>) -> Option<String> {
    let Expr::Lit(literal) = inner(value?) else {
        return None;
    };
    match &literal.lit {
        Lit::Str(text) => Some(text.value()),
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        _ => None,
    }
}

/// An expression without braces around it.
fn inner(value: &Expr) -> &Expr {
    match value {
        Expr::Block(block) if block.attrs.is_empty() && block.label.is_none() => {
            single(&block.block).map_or(value, inner)
        }
        _ => value,
    }
}

fn single(block: &Block) -> Option<&Expr> {
    match block.stmts.as_slice() {
        [Stmt::Expr(value, None)] => Some(value),
        _ => None,
    }
}

fn block_value(block: &NodeBlock) -> Result<TokenStream> {
    match block {
        NodeBlock::ValidBlock(block) => Ok(match single(block) {
            Some(value) => value.to_token_stream(),
            None => block.to_token_stream(),
        }),
        NodeBlock::Invalid(block) => Err(Error::new(block.span(), "this is no Rust")),
    }
}

fn last_span(name: &NodeName) -> Span {
    match name {
        NodeName::Punctuated(parts) => parts.last().map_or_else(|| name.span(), Spanned::span),
        _ => name.span(),
    }
}
