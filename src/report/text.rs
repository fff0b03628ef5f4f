//! text

