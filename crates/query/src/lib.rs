//! chancery-query

mod error;
mod goals;
mod meetings;
mod occasion;
mod plan;
mod quote;
mod resolve;
mod roles;
mod service;
mod who_attended;
mod who_said;
mod window;
mod words;

pub use error::{Named, QuestionError};
pub use goals::{Goals, Held};
pub use meetings::{Meetings, Met};
pub use quote::Quote;
pub use resolve::{Resolution, named, resolve};
pub use roles::{Roles, Served};
pub use who_attended::{Attended, WhoAttended};
pub use who_said::{Said, WhoSaid};
