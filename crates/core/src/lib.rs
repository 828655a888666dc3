//! The workbook without a screen.
//!
//! Core does no IO, reads no clock, draws no randomness and cannot panic on any input: time and ids are arguments, and
//! what a user can get wrong is a value. The same set of edits gives the same bytes on any machine.

pub mod command;
pub mod edit;
pub mod event;
pub mod field;
pub mod file;
pub mod intake;
pub mod item;
pub mod list;
pub mod message;
pub mod priority;
pub mod recommendation;
pub mod register;
pub mod template;
pub mod text;
pub mod value;
pub mod vocabulary;
pub mod workbook;
