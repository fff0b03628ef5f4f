//! Memory for millions of people, in large pages.
//!
//! The system makes a page of memory when it is first touched, which costs a million people a tenth of the time in pages of
//! 4 KiB. Large pieces are asked for in pages of 2 MiB instead; where the system has none, nothing changes.

#![allow(
    unsafe_code,
    reason = "an allocator cannot be written without; this one hands everything on to the system's"
)]

use std::alloc::{GlobalAlloc, Layout, System};

/// Pieces of this size on are asked for in large pages, in bytes.
const LARGE: usize = 2 << 20;

/// Pages of any size begin at multiples of this.
const SMALL: usize = 4096;

#[derive(Debug)]
struct InLargePages;

#[global_allocator]
static ALLOCATOR: InLargePages = InLargePages;

// SAFETY: every call is the system allocator's own; what is added changes nothing of the memory but how it is made.
unsafe impl GlobalAlloc for InLargePages {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        asked(unsafe { System.alloc(layout) }, layout.size())
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        asked(unsafe { System.alloc_zeroed(layout) }, layout.size())
    }

    unsafe fn realloc(&self, start: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as the caller promises.
        asked(unsafe { System.realloc(start, layout, size) }, size)
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(start, layout) }
    }
}

/// Asks for large pages, for all small pages that a piece of memory has a part of: what was mapped at once stays one mapping, so
/// that it can be moved.
#[inline]
fn asked(start: *mut u8, size: usize) -> *mut u8 {
    if size >= LARGE && !start.is_null() {
        let before = start.addr() % SMALL;
        let length = (before + size).next_multiple_of(SMALL);
        // SAFETY: all of these pages are the process's own. A refusal means nothing.
        unsafe { libc::madvise(start.sub(before).cast(), length, libc::MADV_HUGEPAGE) };
    }
    start
}
