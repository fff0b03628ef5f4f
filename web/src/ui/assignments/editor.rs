//! The fields of one assignment, in the order of Gong's screen.

use std::rc::Rc;

use crate::dom::prelude::*;

use super::company::{about_group, known_groups};
use super::fields::Field;
use super::item::{Item, groups_word};
use super::tokens::Tokens;
use super::{access, updates};
use crate::ui::marks::{Reach, notes};
use rollcall::assignment::group_key;
use rollcall::settings::DataCapture;

pub(super) fn editor(item: Item) -> View {
    let who = if item.is_default() {
        view! {}
    } else {
        who(item)
    };
    let (seats, workspaces, capture, updates) =
        (access::seats(item), access::workspaces(item), capture(item), updates::updates(item));
    view! {
        div(class="editor") {
            (who)
            (seats)
            (workspaces)
            (capture)
            (updates)
        }
    }
}

fn who(item: Item) -> View {
    let app = item.app;
    let name = Field {
        app,
        id: item.id("name"),
        label: "Assignment name".to_owned(),
        path: item.at("/name"),
        hint: "",
    };
    let name = name.text(
        "",
        move || item.read(|own| own.name.clone()),
        move |text| item.change("name changed", Some("name"), |own| own.name = text),
    );
    let groups = Tokens {
        app,
        id: item.id("groups"),
        label: Rc::new(move || groups_word(app)),
        noun: "group",
        path: item.at("/groups"),
        hint: "People in one of them get these settings, unless an assignment above takes them first.",
        placeholder: "Name of a group",
        get: Rc::new(move || item.read(|own| own.groups.clone())),
        set: Rc::new(move |what, groups| item.change(&what, None, |own| own.groups = groups)),
        offers: Rc::new(move || known_groups(app)),
        buttons: true,
        about: Rc::new(move |name| about_group(app, name)),
        same: group_key,
    }
    .view();
    view! { (name) (groups) }
}

fn capture(item: Item) -> View {
    let app = item.app;
    let boxes: Vec<View> = DataCapture::SWITCHES
        .into_iter()
        .map(|switch| {
            let field = Field {
                app,
                id: item.id(switch.name),
                label: switch.label.to_owned(),
                path: item.at(&format!("/dataCapture/{}", switch.name)),
                hint: "",
            };
            field.check(
                move || item.read(|own| (switch.get)(&own.data_capture)),
                move |on| {
                    item.change("data capture changed", None, |own| (switch.set)(&mut own.data_capture, on));
                },
            )
        })
        .collect();
    let export = Field {
        app,
        id: item.id("export"),
        label: "Email export to CRM".to_owned(),
        path: item.at("/emailExportToCrm"),
        hint: "",
    };
    let export = export.check(
        move || item.read(|own| own.email_export_to_crm),
        move |on| item.change("email export changed", None, |own| own.email_export_to_crm = on),
    );
    let about = item.id("capture-notes");
    let described = about.clone();
    let all = notes(app, about, move || item.path("/dataCapture"), Reach::Here);
    view! {
        fieldset(class="group", data-path=item.path("/dataCapture"), aria-describedby=described) {
            legend { "Data capture" }
            div(class="checks") { (boxes) }
            (all)
        }
        (export)
    }
}
