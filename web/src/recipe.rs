//! Recipes as a worker sees them: written of what was cured, and made again.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::border::{object, unreadable};
use super::parts::at_desk;
use rollcall::cure::{self, Batch};

/// A recipe being written while the files are read once more.
#[wasm_bindgen]
pub struct Writing(pub(super) cure::Writing);

#[wasm_bindgen]
impl Writing {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("d", fn(this: &Writing = self) -> Option<u32> {
            this.0.wants()
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("d", fn(this: &mut Writing = self, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<(), JsValue> {
        at_desk!("d", fn(this: &mut Writing = self) -> Result<(), JsValue> {
            this.0.end().map_err(|error| unreadable(&error))
        })
    }

    /// The recipe.
    pub fn finish(self) -> Written {
        at_desk!("d", fn(this: Writing = self) -> Written {
            Written(this.0.finish())
        })
    }
}

/// A recipe, and what it does not hold.
#[wasm_bindgen]
pub struct Written(cure::Written);

#[wasm_bindgen]
impl Written {
    /// The JSON; throws if it is too long.
    pub fn text(&self) -> Result<String, JsValue> {
        at_desk!("d", fn(this: &Written = self) -> Result<String, JsValue> {
            this.0.recipe.to_json().map_err(|error| unreadable(&error))
        })
    }

    /// Number of steps.
    pub fn steps(&self) -> u32 {
        at_desk!("d", fn(this: &Written = self) -> u32 {
            this.0.recipe.steps.len() as u32
        })
    }

    /// Number of changed values that no step can tell.
    #[wasm_bindgen(js_name = leftOut)]
    pub fn left_out(&self) -> u32 {
        at_desk!("d", fn(this: &Written = self) -> u32 {
            this.0.left_out as u32
        })
    }
}

/// A recipe being looked for while the files are read once more.
#[wasm_bindgen]
pub struct Replaying(pub(super) cure::Replaying);

#[wasm_bindgen]
impl Replaying {
    /// The number of the file to push now; undefined when all are through.
    pub fn wants(&self) -> Option<u32> {
        at_desk!("d", fn(this: &Replaying = self) -> Option<u32> {
            this.0.wants()
        })
    }

    /// Takes bytes of the wanted file.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        at_desk!("d", fn(this: &mut Replaying = self, bytes: &[u8] = bytes) -> Result<(), JsValue> {
            this.0.push(bytes).map_err(|error| unreadable(&error))
        })
    }

    /// The wanted file is over; throws if it is not the one that was checked.
    pub fn end(&mut self) -> Result<(), JsValue> {
        at_desk!("d", fn(this: &mut Replaying = self) -> Result<(), JsValue> {
            this.0.end().map_err(|error| unreadable(&error))
        })
    }

    /// What was found.
    pub fn finish(self) -> Replay {
        at_desk!("d", fn(this: Replaying = self) -> Replay {
            let (replay, batch) = this.0.finish();
            Replay(replay, batch)
        })
    }
}

/// What a recipe would change, and the changes.
#[wasm_bindgen]
pub struct Replay(cure::Replay, Batch);

#[wasm_bindgen]
impl Replay {
    /// What would change and what is stale, as a plain object.
    pub fn told(&self) -> Result<JsValue, JsError> {
        at_desk!("d", fn(this: &Replay = self) -> Result<JsValue, JsError> {
            object(&this.0)
        })
    }

    /// The changes.
    pub fn batch(&self) -> Uint8Array {
        at_desk!("d", fn(this: &Replay = self) -> Uint8Array {
            Uint8Array::from(&this.1.to_json()[..])
        })
    }
}
