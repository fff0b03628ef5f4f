//! What is being judged against: source, primary domain, default time zone.
//!
//! These fields stand once on every screen: large in the first step, small in the top bar elsewhere.

use std::rc::Rc;

use crate::dom::prelude::*;
use gloo_timers::callback::Timeout;
use sycamore_web::events::{KeyboardEvent, SubmitEvent};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::settings::tidy;
use super::state::{App, Company};
use rollcall::reference::Zone;

/// A pause in typing after which people are judged anew.
const PAUSE: u32 = 500;

/// As long as a click takes.
const CLICK: u32 = 200;

pub(crate) const SOURCES: &[(&str, &str)] =
    &[("", "From the files"), ("okta", "Okta"), ("entra", "Azure AD (Microsoft Entra ID)")];

/// The fields. `large` shows what each is for.
pub(crate) fn fields(app: App, large: bool) -> View {
    let class = if large { "company company-large" } else { "company company-small" };
    let (source, domain, zone) = (source(app), domain(app), zone(app));
    view! {
        form(class=class, novalidate=true, on:submit=|event: SubmitEvent| event.prevent_default()) {
            (source)
            (domain)
            (zone)
        }
    }
}

/// The menu of directories.
pub(crate) fn source(app: App) -> View {
    let now = create_selector(move || app.company.with(|company| company.source.clone()));
    let on_source = move |event: web_sys::Event| {
        let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        else {
            return;
        };
        let company = app.company.get_clone_untracked();
        app.set_company(Company { source: select.value(), ..company });
    };
    let sources: Vec<View> =
        SOURCES.iter().map(|&(value, label)| view! { option(value=value) { (label) } }).collect();
    view! {
        div(class="field field-source") {
            label(r#for="source-field") { "Provisioning source" }
            span(class="select") {
                select(id="source-field", aria-describedby="source-hint", data-path="/source", prop:value=now.get_clone(), on:change=on_source) { (sources) }
            }
            p(class="hint", id="source-hint") { "The directory that provisions people." }
        }
    }
}

/// A field that judges people anew when typing pauses.
struct Typed {
    text: Signal<String>,
    /// What stands here is not applied, and the field was not left.
    typing: Signal<bool>,
    pending: Signal<Option<Timeout>>,
    apply: Rc<dyn Fn()>,
}

impl Typed {
    fn new(app: App, get: fn(&Company) -> &String, set: fn(&mut Company, String)) -> Typed {
        let text = create_signal(app.company.with_untracked(|company| get(company).clone()));
        let typing = create_signal(false);
        // What changes elsewhere is shown, unless it is what stands here in other words, or something is being typed here.
        create_effect(move || {
            let now = app.company.with(|company| get(company).clone());
            if !typing.get_untracked() && text.with_untracked(|text| tidy(text) != now) {
                text.set(now);
            }
        });
        let apply: Rc<dyn Fn()> = Rc::new(move || {
            let mut company = app.company.get_clone_untracked();
            set(&mut company, text.get_clone_untracked());
            typing.set(false);
            app.set_company(company);
        });
        let pending = create_signal(None::<Timeout>);
        // Leaving the screen within the pause must not lose what was typed.
        on_cleanup({
            let apply = Rc::clone(&apply);
            move || {
                if app.is_alive() && pending.take().is_some() {
                    apply();
                }
            }
        });
        Typed { text, typing, pending, apply }
    }

    fn typed(&self) -> impl Fn(web_sys::Event) + use<> {
        let (typing, pending, apply) = (self.typing, self.pending, Rc::clone(&self.apply));
        move |_| {
            typing.set(true);
            let apply = Rc::clone(&apply);
            // Setting the new one drops the old one, which cancels it.
            pending.set(Some(Timeout::new(PAUSE, move || apply())));
        }
    }

    /// Leaving the field settles it; where a click left it, once that has come to its end: what it is on may move.
    fn left(&self, app: App) -> impl Fn(web_sys::Event) + use<> {
        let (typing, pending, at_once) = (self.typing, self.pending, self.at_once(app));
        move |_| {
            typing.set(false);
            if app.pressed.get_untracked() {
                pending.set(Some(Timeout::new(CLICK, at_once.clone())));
            } else {
                at_once();
            }
        }
    }

    fn at_once(&self, app: App) -> impl Fn() + Clone + use<> {
        let (pending, apply) = (self.pending, Rc::clone(&self.apply));
        move || {
            drop(pending.take());
            apply();
            app.settle();
        }
    }
}

/// The field of the primary domain.
pub(crate) fn domain(app: App) -> View {
    let field = Typed::new(app, |company| &company.domain, |company, text| company.domain = text);
    let problem = create_selector(move || app.problems.with(|problems| problems.domain.clone()));
    let (domain, typed, left) = (field.text, field.typed(), field.left(app));
    let on_key = on_enter(field.at_once(app));
    view! {
        div(class="field field-domain") {
            label(r#for="domain") { "Primary domain" }
            input(
                id="domain", r#type="text", inputmode="url", autocomplete="off", autocapitalize="off", "spellcheck"="false",
                placeholder="acme.com", aria-describedby="domain-hint", data-path="/company/primaryDomain",
                aria-invalid=problem.with(|problem| problem.is_some().then_some("true")),
                bind:value=domain, on:input=typed, on:change=left, on:keydown=on_key
            )
            p(class="hint", id="domain-hint") {
                (match problem.get_clone() {
                    Some(problem) => view! { span(class="problem") { (problem) } },
                    None => view! { "Gong imports people with an email on it." },
                })
            }
        }
    }
}

/// The field of the default time zone.
pub(crate) fn zone(app: App) -> View {
    let field = Typed::new(app, |company| &company.zone, |company, text| company.zone = text);
    let problem = create_selector(move || app.problems.with(|problems| problems.zone.clone()));
    let (zone, typed, left) = (field.text, field.typed(), field.left(app));
    let on_key = on_enter(field.at_once(app));
    // There are hundreds, and nobody chooses among them at once.
    let zones = app.room_in_time(|_| {
        let zones: Vec<View> = Zone::all()
            .map(|zone| {
                let name = zone.name();
                view! { option(value=name) }
            })
            .collect();
        view! { (zones) }
    });
    view! {
        div(class="field") {
            label(r#for="zone") { "Default time zone" }
            input(
                id="zone", r#type="text", list="zones", autocomplete="off", autocapitalize="off", "spellcheck"="false",
                placeholder="America/New_York", aria-describedby="zone-hint", data-path="/company/defaultTimeZone",
                aria-invalid=problem.with(|problem| problem.is_some().then_some("true")),
                bind:value=zone, on:input=typed, on:change=left, on:keydown=on_key
            )
            datalist(id="zones") { (zones) }
            p(class="hint", id="zone-hint") {
                (match problem.get_clone() {
                    Some(problem) => view! { span(class="problem") { (problem) } },
                    None => view! { "For people whose own cannot be told." },
                })
            }
        }
    }
}

fn on_enter(then: impl Fn()) -> impl Fn(KeyboardEvent) {
    move |event| {
        if event.key() == "Enter" {
            then();
        }
    }
}

/// The same in a line, for where there is no room for fields.
pub(crate) fn summary(company: &Company) -> String {
    let source = SOURCES.iter().find(|source| source.0 == company.source).map_or("", |source| source.1);
    let or = |text: &str, other: &str| {
        if text.trim().is_empty() { other.to_owned() } else { text.trim().to_owned() }
    };
    format!("{source} · {} · {}", or(&company.domain, "no domain"), or(&company.zone, "no default time zone"))
}
