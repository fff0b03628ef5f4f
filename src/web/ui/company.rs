//! What is being judged against: source, primary domain, default time zone.
//!
//! These fields stand once on every screen: large in the first step, small in the top bar elsewhere.

use gloo_timers::callback::Timeout;
use sycamore::prelude::*;
use sycamore::web::events::{KeyboardEvent, SubmitEvent};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::state::{App, Company};
use crate::reference::Zone;

/// A pause in typing after which people are judged anew.
const PAUSE: u32 = 500;

pub(crate) const SOURCES: &[(&str, &str)] =
    &[("", "From the files"), ("okta", "Okta"), ("entra", "Azure AD (Microsoft Entra ID)")];

/// The fields. `large` shows what each is for.
pub(crate) fn fields(app: App, large: bool) -> View {
    let now = app.company.get_clone_untracked();
    let source = now.source.clone();
    let domain = create_signal(now.domain);
    let zone = create_signal(now.zone);

    // The sample lends its values to the fields, and takes them back.
    create_effect(move || {
        let company = app.company.get_clone();
        if domain.with_untracked(|text| *text != company.domain) {
            domain.set(company.domain);
        }
        if zone.with_untracked(|text| *text != company.zone) {
            zone.set(company.zone);
        }
    });

    let apply = move || {
        let source = app.company.with_untracked(|company| company.source.clone());
        app.set_company(Company {
            source,
            domain: domain.get_clone_untracked(),
            zone: zone.get_clone_untracked(),
        });
    };
    let pending = create_signal(None::<Timeout>);
    let typed = move || {
        // Setting the new one drops the old one, which cancels it.
        pending.set(Some(Timeout::new(PAUSE, apply)));
    };
    let at_once = move || {
        drop(pending.take());
        apply();
    };
    // Leaving the screen within the pause must not lose what was typed.
    on_cleanup(move || {
        if pending.take().is_some() {
            apply();
        }
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            at_once();
        }
    };
    let on_source = move |event: web_sys::Event| {
        let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        else {
            return;
        };
        let company = app.company.get_clone_untracked();
        app.set_company(Company { source: select.value(), ..company });
    };

    let sources: Vec<View> = SOURCES
        .iter()
        .map(|&(value, label)| {
            let selected = value == source;
            view! { option(value=value, selected=selected) { (label) } }
        })
        .collect();
    let zones: Vec<View> = Zone::all()
        .map(|zone| {
            let name = zone.name();
            view! { option(value=name) }
        })
        .collect();

    let domain_problem = create_selector(move || app.problems.with(|problems| problems.domain.clone()));
    let zone_problem = create_selector(move || app.problems.with(|problems| problems.zone.clone()));
    let class = if large { "company company-large" } else { "company company-small" };

    view! {
        form(class=class, novalidate=true, on:submit=|event: SubmitEvent| event.prevent_default()) {
            div(class="field field-source") {
                label(r#for="source") { "Provisioning source" }
                span(class="select") { select(id="source", aria-describedby="source-hint", on:change=on_source) { (sources) } }
                p(class="hint", id="source-hint") { "The directory that provisions people." }
            }
            div(class="field field-domain") {
                label(r#for="domain") { "Primary domain" }
                input(
                    id="domain", r#type="text", inputmode="url", autocomplete="off", autocapitalize="off", "spellcheck"="false",
                    placeholder="acme.com", aria-describedby="domain-hint",
                    aria-invalid=domain_problem.with(|problem| problem.is_some().then_some("true")),
                    bind:value=domain, on:input=move |_| typed(), on:change=move |_| at_once(), on:keydown=on_key
                )
                p(class="hint", id="domain-hint") {
                    (match domain_problem.get_clone() {
                        Some(problem) => view! { span(class="problem") { (problem) } },
                        None => view! { "Gong imports people with an email on it." },
                    })
                }
            }
            div(class="field") {
                label(r#for="zone") { "Default time zone" }
                input(
                    id="zone", r#type="text", list="zones", autocomplete="off", autocapitalize="off", "spellcheck"="false",
                    placeholder="America/New_York", aria-describedby="zone-hint",
                    aria-invalid=zone_problem.with(|problem| problem.is_some().then_some("true")),
                    bind:value=zone, on:input=move |_| typed(), on:change=move |_| at_once(), on:keydown=on_key
                )
                datalist(id="zones") { (zones) }
                p(class="hint", id="zone-hint") {
                    (match zone_problem.get_clone() {
                        Some(problem) => view! { span(class="problem") { (problem) } },
                        None => view! { "For people whose own cannot be told." },
                    })
                }
            }
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
