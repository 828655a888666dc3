//! What the commands and the end-to-end tests share: where things are, and the tools.

pub mod tools;
