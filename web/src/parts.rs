//! A module in parts: what is needed at first, and what can come later.
//!
//! Each later part is a table of functions. Nothing but the table leads to them, so `xtask` can cut the module where
//! the table is asked for (feature `parts`). A module in one piece has all tables from the beginning.

use wasm_bindgen::prelude::*;

/// A function that gives the table of a part, and the table once the part is here.
#[cfg(feature = "views")]
macro_rules! part {
    ($part:literal, $id:literal, $table:ty, $value:expr) => {
        #[cfg(feature = "parts")]
        mod cut {
            use std::cell::Cell;

            use super::*;

            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            #[allow(improper_ctypes, reason = "both sides are of one compilation")]
            unsafe extern "C" {
                /// Stands for the function below, which lies in the part. May be called when the part is here.
                #[link_name = concat!("__wasm_split_00", $part, "00_import_", $id)]
                safe fn outside() -> &'static $table;
            }

            #[unsafe(export_name = concat!("__wasm_split_00", $part, "00_export_", $id))]
            #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
            extern "C" fn inside() -> &'static $table {
                $value
            }

            thread_local! {
                static HELD: Cell<Option<&'static $table>> = const { Cell::new(None) };
            }

            pub(super) fn held() -> Option<&'static $table> {
                HELD.get()
            }

            pub(super) fn hold() {
                HELD.set(Some(outside()));
            }
        }

        #[cfg(not(feature = "parts"))]
        mod cut {
            use super::*;

            pub(super) fn held() -> Option<&'static $table> {
                Some($value)
            }

            pub(super) fn hold() {}
        }
    };
}
#[cfg(feature = "views")]
pub(super) use part;

/// Does something that lies in a part, which must be here: whoever calls from JavaScript sees to that. `tag` is
/// one of the letters `a` to `f`, another for each file.
#[cfg(all(feature = "engine", feature = "parts"))]
macro_rules! at {
    ($part:literal, $tag:literal, fn($($name:ident: $type:ty = $value:expr),*) -> $gives:ty $body:block) => {{
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        #[allow(improper_ctypes, reason = "both sides are of one compilation")]
        unsafe extern "C" {
            // What tells it from others is cut off after 32 letters.
            #[link_name = concat!("__wasm_split_00", $part, "00_import_", line!(), $tag, "00000000000000000000000000000000")]
            safe fn outside($($name: $type),*) -> $gives;
        }

        #[unsafe(export_name = concat!("__wasm_split_00", $part, "00_export_", line!(), $tag, "00000000000000000000000000000000"))]
        #[allow(improper_ctypes_definitions, reason = "both sides are of one compilation")]
        extern "C" fn inside($($name: $type),*) -> $gives $body

        outside($($value),*)
    }};
}
#[cfg(all(feature = "engine", not(feature = "parts")))]
macro_rules! at {
    ($part:literal, $tag:literal, fn($($name:ident: $type:ty = $value:expr),*) -> $gives:ty $body:block) => {{
        fn inside($($name: $type),*) -> $gives $body
        inside($($value),*)
    }};
}
#[cfg(feature = "engine")]
pub(super) use at;

/// The same of the part `desk`.
#[cfg(feature = "engine")]
macro_rules! at_desk {
    ($tag:literal, $($what:tt)*) => {
        $crate::parts::at!("desk", $tag, $($what)*)
    };
}
#[cfg(feature = "engine")]
pub(super) use at_desk;

/// JavaScript has brought a part in.
#[wasm_bindgen]
pub fn arrived(part: &str) {
    // Those of the engine need no more than to be there.
    #[cfg(feature = "views")]
    if part == "views" {
        super::ui::rooms::hold();
    }
    #[cfg(not(feature = "views"))]
    let _ = part;
}
