//! Event templates: groups ready to work in. Their defaults are the same edits on every laptop that begins with the same
//! template and code, so untouched defaults never conflict.

use serde::Deserialize;

use crate::command::Pen;
use crate::edit::{Edit, Reach, Written};
use crate::event::{Form, group_of_slug};
use crate::item::{ItemId, SessionId};
use crate::value::Value;

/// A template.
#[derive(Clone, Debug, Deserialize)]
pub struct Template {
    /// Its name.
    pub id: String,
    /// Counted up with every change.
    pub version: u64,
    form: String,
    /// Its groups, in order.
    pub groups: Vec<TemplateGroup>,
}

/// A group of a template.
#[derive(Clone, Debug, Deserialize)]
pub struct TemplateGroup {
    /// What its id is derived from.
    pub slug: String,
    /// Its short code.
    pub code: String,
    /// Title in English.
    pub en: String,
    /// Title in Urdu.
    pub ur: String,
}

/// All templates; the first is offered first.
pub fn templates() -> Vec<Template> {
    // A test reads the embedded text, so there is always a list.
    serde_json::from_str(include_str!("../data/templates.json")).unwrap_or_default()
}

impl Template {
    /// The form of events it is for.
    pub fn form(&self) -> Form {
        Form::of(&self.form).unwrap_or_default()
    }

    /// The defaults of an event, as edits without a time of a session derived from template, version and event.
    pub fn defaults(&self, event: ItemId) -> Vec<Edit> {
        let version = self.version.to_string();
        let session = SessionId::derived(&["template", &self.id, &version, &event.to_string()]);
        let mut pen = Pen::new(session);
        let mut act = pen.act("template", None);
        let mut put = |item: ItemId, field: &str, value: &str| {
            act.write(
                item,
                field,
                Written::One(Value::text(value)),
                Reach::default(),
            );
        };
        put(event, "template", &format!("{} {version}", self.id));
        put(event, "form", &self.form);
        let mut order = None;
        for group in &self.groups {
            let id = group_of_slug(event, &group.slug);
            let key = crate::command::after(order.as_deref());
            put(id, "event", &event.to_string());
            put(id, "code", &group.code);
            put(id, "title/en", &group.en);
            put(id, "title/ur", &group.ur);
            put(id, "order", &key);
            order = Some(key);
        }
        act.finish()
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::event::{coded, event_of_code, groups};
    use crate::workbook::Workbook;

    #[test]
    fn the_same_code_and_template_give_the_same_edits_on_two_laptops() {
        let template = &templates()[0];
        let one = template.defaults(event_of_code("LHR"));
        assert_eq!(one, template.defaults(event_of_code("lhr ")));
        let mut workbook = Workbook::new();
        workbook.join(one.clone());
        let other = template.defaults(event_of_code("QTA"));
        assert!(workbook.join(other).clashes.is_empty());
        assert_eq!(coded("LHR"), coded(" lhr"));
        workbook.join(coded("LHR"));
        assert_eq!(workbook.text(event_of_code("LHR"), "code"), Some("LHR"));
        assert!(coded(" ").is_empty());
        assert_eq!(
            groups(&workbook, event_of_code("LHR")).len(),
            template.groups.len()
        );
    }

    #[test]
    fn every_template_has_a_form_and_groups_in_both_languages() {
        assert_eq!(templates().len(), 3);
        for template in templates() {
            assert_eq!(
                Form::of(&template.form).map(Form::name),
                Some(template.form.as_str())
            );
            assert!(
                template
                    .groups
                    .iter()
                    .all(|group| !group.en.is_empty() && !group.ur.is_empty())
            );
        }
    }
}
