//! Objects of JSON to which a later version may have added: what is not known here is kept as it was written. By hand, for
//! serde's own way (`flatten`) takes every value apart first, in many kilobytes.

use std::fmt;

use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// Fields by name, each as it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, Box<RawValue>)>);

impl Fields {
    /// The value of a field, which goes away here; nothing within where there is none, `None` where it is no such value.
    pub(super) fn take<T: DeserializeOwned>(&mut self, name: &str) -> Option<Option<T>> {
        let Some(place) = self.0.iter().position(|(held, _)| held == name) else {
            return Some(None);
        };
        let (_, written) = self.0.remove(place);
        serde_json::from_str(written.get()).ok().map(Some)
    }
}

impl Fields {
    /// The value of a field; `None` where there is none, or no such value.
    pub(crate) fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let (_, written) = self.0.iter().find(|(held, _)| held == name)?;
        serde_json::from_str(written.get()).ok()
    }

    /// Gives a field a value, in place of the one before.
    pub(crate) fn set<T: Serialize>(&mut self, name: &str, value: &T) {
        let written = serde_json::to_string(value).ok();
        if let Some(written) = written.and_then(|text| RawValue::from_string(text).ok()) {
            self.0.retain(|(held, _)| held != name);
            self.0.push((name.to_owned(), written));
        }
    }
}

impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        let written = |fields: &Self| -> Vec<(String, String)> {
            let fields = fields.0.iter();
            fields
                .map(|(name, value)| (name.clone(), value.get().to_owned()))
                .collect()
        };
        written(self) == written(other)
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;

        impl<'de> Visitor<'de> for All {
            type Value = Fields;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(All)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_stays_as_it_was_written() {
        let text = r#"{"lang":"ur","density":1.50,"later":{"a":[null,"x"]},"at":"now"}"#;
        let mut fields: Fields = serde_json::from_str(text).unwrap();
        assert_eq!(fields.take::<String>("lang"), Some(Some("ur".into())));
        assert_eq!(fields.take::<String>("theme"), Some(None));
        assert_eq!(fields.take::<u64>("at"), None);
        assert_eq!(fields.get::<f64>("density"), Some(1.5));
        assert_eq!(fields.get::<bool>("density"), None);
        let mut other = fields.clone();
        other.set("density", &"close");
        assert_eq!(other.get::<String>("density").as_deref(), Some("close"));
        let rest = r#"{"density":1.50,"later":{"a":[null,"x"]}}"#;
        assert_eq!(serde_json::to_string(&fields).unwrap(), rest);
        assert_eq!(fields, serde_json::from_str(rest).unwrap());
        assert!(serde_json::from_str::<Fields>("[1]").is_err());
    }
}
