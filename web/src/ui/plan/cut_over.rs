//! Moving to a new instance of the Gong app in Okta: the steps, filled with this company's numbers.

use crate::dom::prelude::*;

use crate::snapshot::CutOverStep;
use crate::ui::icons::icon;
use crate::ui::state::App;
use crate::ui::words::people;
use rollcall::plan::Wanted;

pub(super) fn cut_over(app: App) -> View {
    // Entra has no such move, and without a before nobody can be left behind.
    let fits = create_selector(move || {
        app.company.with(|company| company.source != "entra")
            && app.earlier.with(|earlier| earlier.iter().any(|export| export.unreadable.is_none()))
    });
    let on = app.plan.cut_over;
    view! {
        (if fits.get() {
            view! {
                section(class="card cut-over", aria-labelledby="cut-over-title") {
                    h2(id="cut-over-title") { "Moving to a new Gong app" }
                    label(class="check") {
                        input(r#type="checkbox", bind:checked=on)
                        span { "The earlier exports are the people of the old Gong app in Okta, the files those of the new one" }
                    }
                    (if on.get() { steps(app) } else { view! {} })
                }
            }
        } else {
            view! {}
        })
    }
}

fn steps(app: App) -> View {
    let Some(made) = app.plan.made.get_clone() else { return view! {} };
    let items: Vec<View> = made
        .cut_over
        .steps
        .iter()
        .map(|CutOverStep { text, fact, attention }| {
            let (text, fact) = (text.clone(), fact.clone().unwrap_or_default());
            let (class, mark) =
                if *attention { ("fact fact-attention", icon("warning")) } else { ("fact", view! {}) };
            view! { li { p { (text) } p(class=class) { (mark) (fact) } } }
        })
        .collect();
    let lost = made.cut_over.lost;
    let show = if lost > 0 {
        let label = format!("Show {} who would be lost", people(lost));
        let act = move |_| {
            app.plan.wanted.set(Wanted { lost: true, ..Wanted::default() });
            app.focus("plan-people");
        };
        view! { button(r#type="button", on:click=act) { (label) } }
    } else {
        view! {}
    };
    view! { ol(class="cut-over-steps") { (items) } (show) }
}
