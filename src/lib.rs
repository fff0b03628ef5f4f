//! Rollcall: a preflight for provisioning team members.
//!
//! An admin is about to push people from Okta or Azure AD (Microsoft Entra ID) into Gong. Rollcall
//! reads the directory's export and says beforehand who will be imported, what will be wrong
//! afterwards, and how to cure it.
//!
//! ```text
//! bytes ─▶ export ─▶ profile ─▶ rules ──────┐
//!          (as it      (what it    │        ├─▶ report
//!           stands)     means)     ├─ timezone
//!                                  ├─ hierarchy
//! settings ──────────────────▶ assignment ──┘
//! reference: facts everyone may ask, that ask no one
//! ```
//!
//! One direction, no circles; [`check`] alone knows the order. Bytes are pushed in portions of any
//! size, and nothing of a record is held once it was judged but its keys and its findings:
//!
//! ```
//! use rollcall::check::Session;
//! use rollcall::export::Given;
//! use rollcall::settings::Settings;
//!
//! let mut settings = Settings::default();
//! settings.set_primary_domain("acme.com").unwrap();
//! let mut session = Session::new(settings);
//! session.begin("users.csv", Given::default());
//! session.push(b"login,firstName,lastName,email\nana,Ana,Li,ana@acme.co\n")?;
//! session.end()?;
//! let check = session.finish();
//! assert_eq!(check.causes()[0].rule, "email/domain");
//! # Ok::<(), rollcall::Error>(())
//! ```
//!
//! Values are read again from the file when somebody wants to see them: one record by
//! [`check::Check::describe`], all of them by [`check::Check::report`].

#[forbid(unsafe_code)]
pub mod assignment;
#[forbid(unsafe_code)]
mod blocks;
#[forbid(unsafe_code)]
mod bytes;
#[forbid(unsafe_code)]
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
#[forbid(unsafe_code)]
pub mod cli;
#[forbid(unsafe_code)]
pub mod cure;
mod error;
#[forbid(unsafe_code)]
pub mod export;
#[forbid(unsafe_code)]
pub mod guide;
#[forbid(unsafe_code)]
mod hierarchy;
#[forbid(unsafe_code)]
mod maps;
#[forbid(unsafe_code)]
pub mod plan;
#[forbid(unsafe_code)]
pub mod profile;
#[forbid(unsafe_code)]
pub mod reference;
#[forbid(unsafe_code)]
pub mod report;
#[forbid(unsafe_code)]
pub mod rules;
#[forbid(unsafe_code)]
pub mod settings;
#[forbid(unsafe_code)]
pub mod timezone;
pub use error::Error;
