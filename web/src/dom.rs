//! Where views become elements. `view!` is Sycamore's, and so are its signals; what it writes is made here.
//!
//! Sycamore makes its own copy of everything for each closure of each view. Here a closure is boxed at once, and one
//! copy serves all: the later views are a third smaller for that, the first part a tenth. There is one kind of element, with the attributes that the
//! views set.
//!
//! `view!` names `::sycamore::rt`, which the root of this crate provides.

use std::borrow::Cow;
use std::hash::Hash;

use sycamore_reactive::{
    MaybeDyn, ReadSignal, Signal, create_effect_initial, map_keyed, on_cleanup, use_current_scope,
};
use sycamore_web::bind::BindDescriptor;
use sycamore_web::events::EventDescriptor;
use sycamore_web::utils::get_nodes_between;
use sycamore_web::{BoolAttribute, NodeRef, StringAttribute, ViewHtmlNode, ViewNode};
use wasm_bindgen::prelude::*;
use web_sys::Node;

use crate::ui::words::readable;

/// Some nodes of the page.
pub type View = sycamore_web::View<Dom>;

/// As Sycamore's, with one copy for each kind of value.
pub fn create_selector<T: PartialEq + 'static>(f: impl FnMut() -> T + 'static) -> ReadSignal<T> {
    sycamore_reactive::create_selector(Box::new(f) as Box<dyn FnMut() -> T>)
}

/// As Sycamore's, in one copy.
pub fn create_effect(f: impl FnMut() + 'static) {
    effect(Box::new(f));
}

#[inline(never)]
fn effect(f: Box<dyn FnMut()>) {
    sycamore_reactive::create_effect(f);
}

/// Puts a view at the end of a node, within the scope of now.
pub fn render_in_scope(view: impl FnOnce() -> View, parent: &Node) {
    Dom { raw: parent.clone() }.append_view(view());
}

/// Attributes that somebody reads or hears.
const READ: &[&str] = &["aria-label", "label", "placeholder", "title"];

/// A node of the page.
pub struct Dom {
    raw: Node,
}

fn document() -> web_sys::Document {
    sycamore_web::document()
}

impl From<Dom> for View {
    fn from(node: Dom) -> View {
        View::from_node(node)
    }
}

impl ViewNode for Dom {
    fn append_child(&mut self, child: Self) {
        let _ = self.raw.append_child(&child.raw);
    }

    fn create_dynamic_view<U: Into<View> + 'static>(mut f: impl FnMut() -> U + 'static) -> View {
        dynamic(Box::new(move || f().into()))
    }
}

/// What changes stands between two marks that stay.
#[inline(never)]
fn dynamic(mut f: Box<dyn FnMut() -> View>) -> View {
    let (start, end) = (Dom::create_marker_node(), Dom::create_marker_node());
    let (from, to) = (start.raw.clone(), end.raw.clone());
    let view = create_effect_initial(move || {
        let view = f();
        let again = move || {
            let new = f();
            let Some(parent) = from.parent_node() else { return };
            for node in get_nodes_between(&from, &to) {
                let _ = parent.remove_child(&node);
            }
            for node in new.as_web_sys() {
                let _ = parent.insert_before(&node, Some(&to));
            }
        };
        (Box::new(again) as Box<dyn FnMut()>, view)
    });
    View::from((start, view, end))
}

impl ViewHtmlNode for Dom {
    fn create_element(tag: Cow<'static, str>) -> Self {
        Dom { raw: document().create_element(&tag).unwrap_throw().into() }
    }

    fn create_element_ns(namespace: &'static str, tag: Cow<'static, str>) -> Self {
        Dom { raw: document().create_element_ns(Some(namespace), &tag).unwrap_throw().into() }
    }

    fn create_text_node(text: Cow<'static, str>) -> Self {
        // Nothing that the page says hides anything, whatever a file calls its columns and groups.
        Dom { raw: document().create_text_node(&readable(&text)).into() }
    }

    fn create_marker_node() -> Self {
        Dom { raw: document().create_comment("").into() }
    }

    fn set_attribute(&mut self, name: Cow<'static, str>, value: StringAttribute) {
        let node: web_sys::Element = self.raw.clone().unchecked_into();
        let is_read = READ.contains(&&*name);
        let set = move |value: Option<&str>| {
            let _ = match value {
                Some(value) if is_read => node.set_attribute(&name, &readable(value)),
                Some(value) => node.set_attribute(&name, value),
                None => node.remove_attribute(&name),
            };
        };
        match value.as_static() {
            Some(value) => {
                if value.is_some() {
                    set(value.as_deref());
                }
            }
            None => create_effect(move || set(value.get_clone().as_deref())),
        }
    }

    fn set_bool_attribute(&mut self, name: Cow<'static, str>, value: BoolAttribute) {
        let node: web_sys::Element = self.raw.clone().unchecked_into();
        let set = move |on: bool| {
            let _ = if on { node.set_attribute(&name, "") } else { node.remove_attribute(&name) };
        };
        match value.as_static() {
            Some(&on) => {
                if on {
                    set(true);
                }
            }
            None => create_effect(move || set(value.get())),
        }
    }

    fn set_property(&mut self, name: Cow<'static, str>, value: MaybeDyn<JsValue>) {
        let node = self.raw.clone();
        let name = JsValue::from_str(&name);
        let set = move |value: &JsValue| {
            let _ = js_sys::Reflect::set(&node, &name, value);
        };
        match value.as_static() {
            Some(value) => set(value),
            None => create_effect(move || set(&value.get_clone())),
        }
    }

    fn set_event_handler(&mut self, name: Cow<'static, str>, handler: impl FnMut(web_sys::Event) + 'static) {
        listen(&self.raw, name, Box::new(handler));
    }

    fn set_inner_html(&mut self, _: Cow<'static, str>) {
        // Nothing is ever set as markup.
    }

    fn as_web_sys(&self) -> &Node {
        &self.raw
    }

    fn from_web_sys(raw: Node) -> Self {
        Dom { raw }
    }
}

/// Listens as long as the scope lives, and answers in it.
#[inline(never)]
fn listen(node: &Node, name: Cow<'static, str>, mut handler: Box<dyn FnMut(web_sys::Event)>) {
    let scope = use_current_scope();
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event| scope.run_in(|| handler(event)));
    let node = node.clone();
    let _ = node.add_event_listener_with_callback(&name, closure.as_ref().unchecked_ref());
    on_cleanup(move || {
        let _ = node.remove_event_listener_with_callback(&name, closure.as_ref().unchecked_ref());
    });
}

/// One view for each key of a list. It stays where it is as long as its key is there.
pub fn keyed<K: Clone + Eq + Hash + 'static>(
    keys: ReadSignal<Vec<K>>,
    view: impl Fn(K) -> View + 'static,
) -> View {
    let nodes = map_keyed(keys, move |key| view(key).as_web_sys(), Clone::clone);
    arranged(Box::new(move || nodes.with(|all| all.concat())))
}

#[inline(never)]
fn arranged(nodes: Box<dyn Fn() -> Vec<Node>>) -> View {
    let (start, end) = (Dom::create_marker_node(), Dom::create_marker_node());
    let (from, to) = (start.raw.clone(), end.raw.clone());
    let view = create_effect_initial(move || {
        let view = View::from_nodes(nodes().into_iter().map(Dom::from_web_sys).collect());
        let again = move || {
            let new = nodes();
            if let Some(parent) = from.parent_node() {
                arrange(&parent, &get_nodes_between(&from, &to), &new, &to);
            }
        };
        (Box::new(again) as Box<dyn FnMut()>, view)
    });
    View::from((start, view, end))
}

/// Puts new nodes in the place of old ones, before `end`. Of those that are in both as many as possible are not touched:
/// what is moved loses the focus.
fn arrange(parent: &Node, old: &[Node], new: &[Node], end: &Node) {
    for node in old.iter().filter(|node| !new.contains(node)) {
        let _ = parent.remove_child(node);
    }
    let places: Vec<Option<usize>> =
        new.iter().map(|node| old.iter().position(|other| other == node)).collect();
    let stays = longest_rise(&places);
    let mut next = end;
    for (at, node) in new.iter().enumerate().rev() {
        if !stays[at] {
            let _ = parent.insert_before(node, Some(next));
        }
        next = node;
    }
}

/// Which of some numbers are part of the longest run that rises.
fn longest_rise(numbers: &[Option<usize>]) -> Vec<bool> {
    // Of each number: the length of the longest run that ends with it, and the number before it in that.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let before = (0..at).filter(|&other| numbers[other].is_some() && numbers[other] < *number);
        let best = before.max_by_key(|&other| runs[other].0);
        runs.push((best.map_or(1, |best| runs[best].0 + 1), best));
    }
    let mut part = vec![false; numbers.len()];
    let ends = (0..numbers.len()).filter(|&at| numbers[at].is_some());
    let mut now = ends.max_by_key(|&at| runs[at].0);
    while let Some(at) = now {
        part[at] = true;
        now = runs[at].1;
    }
    part
}

/// An element while it is made.
pub struct Element(Dom);

impl From<Element> for View {
    fn from(element: Element) -> View {
        View::from_node(element.0)
    }
}

macro_rules! texts {
    ($($method:ident $name:literal,)*) => {$(
        pub fn $method(self, value: impl Into<StringAttribute>) -> Self {
            self.attr($name, value)
        }
    )*};
}

macro_rules! flags {
    ($($method:ident $name:literal,)*) => {$(
        pub fn $method(self, value: impl Into<BoolAttribute>) -> Self {
            self.flag($name, value.into())
        }
    )*};
}

#[allow(non_snake_case, reason = "named like the attributes")]
impl Element {
    texts! {
        accept "accept", autocapitalize "autocapitalize", autocomplete "autocomplete", class "class", cx "cx", cy "cy",
        d "d", download "download", height "height", href "href", id "id", inputmode "inputmode", label "label", max "max",
        min "min", name "name", placeholder "placeholder", r "r", role "role", rows "rows", rx "rx", scope "scope",
        step "step", tabindex "tabindex", title "title", value "value", width "width", x "x", y "y", r#for "for",
        r#type "type", list "list", colspan "colspan", viewBox "viewBox", preserveAspectRatio "preserveAspectRatio",
    }
    flags! {
        checked "checked", disabled "disabled", hidden "hidden", multiple "multiple", novalidate "novalidate",
        open "open", readonly "readonly", required "required", selected "selected",
    }

    pub fn attr(self, name: &'static str, value: impl Into<StringAttribute>) -> Self {
        self.text(name, value.into())
    }

    #[inline(never)]
    fn text(mut self, name: &'static str, value: StringAttribute) -> Self {
        self.0.set_attribute(name.into(), value);
        self
    }

    #[inline(never)]
    fn flag(mut self, name: &'static str, value: BoolAttribute) -> Self {
        self.0.set_bool_attribute(name.into(), value);
        self
    }

    pub fn prop(self, name: &'static str, value: impl Into<MaybeDyn<JsValue>>) -> Self {
        self.property(name, value.into())
    }

    #[inline(never)]
    fn property(mut self, name: &'static str, value: MaybeDyn<JsValue>) -> Self {
        self.0.set_property(name.into(), value);
        self
    }

    pub fn on<E: EventDescriptor>(self, _: E, mut handler: impl FnMut(E::EventTy) + 'static) -> Self {
        listen(&self.0.raw, E::NAME.into(), Box::new(move |event| handler(event.unchecked_into())));
        self
    }

    pub fn bind<B: BindDescriptor>(self, _: B, signal: Signal<B::ValueTy>) -> Self {
        let changed = move |event: web_sys::Event| {
            let value = event
                .current_target()
                .and_then(|target| js_sys::Reflect::get(&target, &B::TARGET_PROPERTY.into()).ok());
            if let Some(value) = value.and_then(|value| (B::CONVERT_FROM_JS)(&value)) {
                signal.set(value);
            }
        };
        listen(&self.0.raw, <B::Event as EventDescriptor>::NAME.into(), Box::new(changed));
        self.prop(B::TARGET_PROPERTY, move || -> JsValue { signal.get_clone().into() })
    }

    pub fn r#ref(self, node: NodeRef) -> Self {
        node.set(Some(self.0.raw.clone()));
        self
    }

    #[inline(never)]
    pub fn children(mut self, children: Vec<View>) -> Self {
        for view in children {
            self.0.append_view(view);
        }
        self
    }
}

/// What every view uses.
pub mod prelude {
    pub use sycamore_macro::view;
    pub use sycamore_reactive::*;
    pub use sycamore_web::{NodeRef, create_node_ref, on_mount};

    pub use super::{View, create_effect, create_selector, keyed};
}

/// The elements that the views are made of.
pub mod tags {
    use sycamore_web::ViewHtmlNode;

    use super::{Dom, Element};

    const SVG: &str = "http://www.w3.org/2000/svg";

    macro_rules! html {
        ($($tag:ident)*) => {$(
            pub fn $tag() -> Element {
                Element(Dom::create_element(stringify!($tag).into()))
            }
        )*};
    }

    macro_rules! svg {
        ($($tag:ident)*) => {$(
            pub fn $tag() -> Element {
                Element(Dom::create_element_ns(SVG, stringify!($tag).into()))
            }
        )*};
    }

    html! {
        a aside button caption code datalist dd del details dialog div dl dt fieldset form h1 h2 h3 h4 header input ins label legend li
        main nav ol optgroup option p pre progress section select span strong summary table tbody td textarea th
        thead tr ul wbr title
    }
    svg! { svg rect path circle line }
}
