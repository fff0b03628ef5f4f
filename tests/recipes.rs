//! Recipes: what was cured told by person and value, and made again on files that may have changed since.

mod support;

use rollcall::cure::{Carried, Cures, Recipe, Replay};
use support::desk::{Desk, assert_same};

const PEOPLE: &str = "login,firstName,lastName,email,title,locale,secondaryEmails,status\n\
    ana,Ana,Li,ana@acme.co,Rep,en_US,,ACTIVE\n\
    bo,Bo,Yu,bo@acme.com,,en_US,a@acme.com; b@acme.com,ACTIVE\n\
    cy,Cy,Ox,cy@acme.com,Rep,en_GB,,ACTIVE\n\
    di,Di,Re,di@acme.com,Rep,en_US,,SUSPENDED\n";

fn recipe(steps: &str) -> Recipe {
    let text = format!(r#"{{"format":"rollcall-recipe","formatVersion":1,"steps":[{steps}]}}"#);
    Recipe::from_json(&text).expect("a recipe")
}

/// The steps of a recipe as JSON, without what stands around them.
fn steps(recipe: &Recipe) -> Vec<String> {
    let text = recipe.to_json().expect("short");
    assert_eq!(Recipe::from_json(&text).as_ref(), Ok(recipe), "it is read as it was written");
    text.lines()
        .filter(|line| line.starts_with("{\"p") || line.starts_with("{\"c"))
        .map(|line| line.trim_end_matches(',').to_owned())
        .collect()
}

/// Makes a recipe; gives what was said of it.
fn make(desk: &mut Desk, recipe: &Recipe) -> Replay {
    let (replay, batch) = desk.replay(recipe);
    assert_eq!(replay.changes as usize, batch.len());
    desk.apply(&batch);
    replay
}

fn why(replay: &Replay) -> Vec<(u64, &str, &str)> {
    replay.stale_steps.iter().map(|stale| (stale.step, stale.what.as_str(), stale.why.as_str())).collect()
}

#[test]
fn the_example_of_the_specification_is_made() {
    let file = "id,login,firstName,lastName,email,title,locale\n\
        00u1,ana,Ana,Li,ana@acme.com,a,en_US\n\
        00u2,bo,Bo,Yu,bo@acme.com,a, en_US \n";
    let recipe = recipe(
        r#"{"person":{"id":"00u1"},"attribute":"title","from":"a","to":"b"},{"cause":{"attribute":"locale","from":"en_US"},"to":"en-US"}"#,
    );
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let replay = make(&mut desk, &recipe);
    assert_eq!((replay.values, replay.changes, replay.people, replay.stale), (vec![1, 2], 3, 2, 0));
    assert_eq!(
        desk.text(),
        file.replace("ana@acme.com,a", "ana@acme.com,b")
            .replace(" en_US ", "en-US")
            .replace("en_US", "en-US")
    );
    desk.undo();
    assert_eq!(desk.text(), file, "it is one step");
}

#[test]
fn a_person_is_found_by_id_user_name_or_email_and_others_are_told() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let replay = make(
        &mut desk,
        &recipe(
            r#"{"person":{"userName":"ANA"},"attribute":"title","from":" Rep","to":"Lead"},
            {"person":{"primaryEmail":"cy@ACME.com"},"attribute":"title","from":"Rep","to":"Head"},
            {"person":{"id":"ana"},"attribute":"title","from":"Rep","to":"x"},
            {"person":{"userName":"bo"},"attribute":"title","from":"Rep","to":"x"},
            {"person":{"userName":"bo"},"attribute":"title","from":"","to":"Rep"},
            {"person":{"userName":"di"},"attribute":"title","from":"VP","to":"x"},
            {"person":{"userName":"di"},"attribute":"title","from":"x","to":"Rep"},
            {"person":{"userName":"di"},"attribute":"secondaryEmails","from":"x@y.org","to":"z@y.org"},
            {"cause":{"attribute":"locale","from":"de_DE"},"to":"de-DE"}"#,
        ),
    );
    assert_eq!(
        why(&replay),
        [
            (3, "id ana: title \"Rep\" to \"x\"", "nobody here has this id"),
            (4, "user name bo: title \"Rep\" to \"x\"", "the title is \"Rep\" now"),
            (6, "user name di: title \"VP\" to \"x\"", "the title is \"Rep\" now"),
            (7, "user name di: title \"x\" to \"Rep\"", "the title is that already"),
            (8, "user name di: secondary email \"x@y.org\" to \"z@y.org\"", "\"x@y.org\" is not in the list"),
            (
                9,
                "everyone: locale \"de_DE\" to \"de-DE\"",
                "nobody to be provisioned has the locale \"de_DE\""
            ),
        ]
    );
    let expected = PEOPLE
        .replace("ana@acme.co,Rep", "ana@acme.co,Lead")
        .replace("cy@acme.com,Rep", "cy@acme.com,Head")
        .replace("bo@acme.com,", "bo@acme.com,Rep");
    assert_eq!(desk.text(), expected);
}

#[test]
fn steps_see_what_those_before_them_made() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let replay = make(
        &mut desk,
        &recipe(
            r#"{"person":{"userName":"ana"},"attribute":"title","from":"Rep","to":"Lead"},
            {"person":{"userName":"ana"},"attribute":"title","from":"Lead","to":"Head"},
            {"person":{"userName":"ana"},"attribute":"title","from":"Rep","to":"x"},
            {"cause":{"attribute":"title","from":"Rep"},"to":"Head"},
            {"cause":{"attribute":"title","from":"Head"},"to":"VP"},
            {"person":{"userName":"ana"},"attribute":"userName","from":"ana","to":"ana.li"},
            {"person":{"userName":"ana"},"attribute":"primaryEmail","from":"ana@acme.co","to":"ana@acme.com"}"#,
        ),
    );
    assert_eq!(replay.values, [1, 1, 0, 1, 2, 1, 1]);
    // Three cells of Ana's, one of Cy's; Di is not active.
    assert_eq!((replay.changes, replay.people), (4, 2));
    let expected = PEOPLE
        .replace("ana,Ana,Li,ana@acme.co,Rep", "ana.li,Ana,Li,ana@acme.com,VP")
        .replace("cy@acme.com,Rep", "cy@acme.com,VP");
    assert_eq!(desk.text(), expected);
}

#[test]
fn values_of_lists_are_changed_in_their_places() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let one =
        r#"{"person":{"userName":"bo"},"attribute":"secondaryEmails","from":"b@acme.com","to":"c@acme.com"}"#;
    make(&mut desk, &recipe(one));
    assert_eq!(desk.text(), PEOPLE.replace("b@acme.com,ACTIVE", "c@acme.com,ACTIVE"));
    assert_eq!(steps(&desk.recipe().recipe), [one]);
    // A value that goes, or comes, changes the list as a whole.
    desk.undo();
    desk.edit(1, "secondaryEmails", "a@acme.com");
    let whole = r#"{"person":{"userName":"bo"},"attribute":"secondaryEmails","from":"a@acme.com; b@acme.com","to":"a@acme.com"}"#;
    assert_eq!(steps(&desk.recipe().recipe), [whole]);
    let mut again = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    assert_eq!(make(&mut again, &recipe(whole)).stale, 0);
    assert_eq!(again.text(), desk.text());
    let graph = r#"{"value":[{"id":"1","givenName":"Ana","surname":"Li","mail":"ana@acme.com","otherMails":["a@acme.com","b@acme.com"],"accountEnabled":true}]}"#;
    let mut desk = Desk::new(&[("graph.json", graph.as_bytes())]);
    make(
        &mut desk,
        &recipe(r#"{"cause":{"attribute":"secondaryEmails","from":"b@acme.com"},"to":"c@acme.com"}"#),
    );
    assert_eq!(desk.text(), graph.replace("b@acme.com", "c@acme.com"));
}

#[test]
fn a_bulk_becomes_a_cause_where_that_is_right_for_everyone() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let (_, batch) = desk.suggestions(Some("locale/format"));
    desk.apply(&batch);
    // Di has en_US too and keeps it, as everyone who is not provisioned.
    let causes = [
        r#"{"cause":{"attribute":"locale","from":"en_US"},"to":"en-US"}"#,
        r#"{"cause":{"attribute":"locale","from":"en_GB"},"to":"en-GB"}"#,
    ];
    assert_eq!(steps(&desk.recipe().recipe), causes);
    // What is done by hand afterwards comes first, and folds.
    desk.edit(0, "locale", "fr-FR");
    desk.edit(0, "locale", "fr-CA");
    let own = r#"{"person":{"userName":"ana"},"attribute":"locale","from":"en_US","to":"fr-CA"}"#;
    assert_eq!(steps(&desk.recipe().recipe), [own, causes[0], causes[1]]);
    // Put back by hand it is left as it was on purpose, so the cause would be wrong.
    desk.edit(0, "locale", "en_US");
    let bo = r#"{"person":{"userName":"bo"},"attribute":"locale","from":"en_US","to":"en-US"}"#;
    assert_eq!(steps(&desk.recipe().recipe), [bo, causes[1]]);
    // What was undone is not in it.
    for _ in 0..3 {
        desk.undo();
    }
    assert_eq!(steps(&desk.recipe().recipe), causes);
    desk.undo();
    assert!(desk.recipe().recipe.steps.is_empty());
}

#[test]
fn one_value_that_became_two_is_told_person_by_person() {
    let file = "login,firstName,lastName,email,timezone,countryCode\n\
        ana,Ana,Li,ana@acme.com,Pacific Standard Time,US\n\
        bo,Bo,Yu,bo@acme.com,Pacific Standard Time,CA\n";
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let (proposal, batch) = desk.suggestions(Some("timezone/windows"));
    assert_eq!(proposal.pairs.len(), 2, "{proposal:?}");
    desk.apply(&batch);
    let told = steps(&desk.recipe().recipe);
    assert!(told.len() == 2 && told.iter().all(|step| step.starts_with("{\"person\"")), "{told:?}");
}

#[test]
fn an_edit_back_and_one_of_no_attribute_are_no_steps() {
    let file =
        "login,firstName,lastName,email,title,costCenter\nana,Ana,Li,ana@acme.com,Rep,7\n,Bo,Yu,,Rep,8\n";
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    desk.edit(0, "title", "Lead");
    desk.edit(0, "title", "Rep");
    desk.edit(0, "costCenter", "9");
    // Nothing names Bo.
    desk.edit(1, "title", "Lead");
    let written = desk.recipe();
    assert!(written.recipe.steps.is_empty());
    assert_eq!(written.left_out, 2);
}

#[test]
fn a_changed_key_is_told_by_the_one_that_stands_in_the_file() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    desk.edit(0, "login", "ana.li");
    desk.edit(0, "email", "ana@acme.com");
    desk.edit(0, "title", "Lead");
    let written = desk.recipe();
    assert_eq!(
        steps(&written.recipe),
        [
            r#"{"person":{"userName":"ana"},"attribute":"userName","from":"ana","to":"ana.li"}"#,
            r#"{"person":{"userName":"ana"},"attribute":"primaryEmail","from":"ana@acme.co","to":"ana@acme.com"}"#,
            r#"{"person":{"userName":"ana"},"attribute":"title","from":"Rep","to":"Lead"}"#,
        ]
    );
    // Made on top of itself it finds her all the same, and has nothing to do.
    let (replay, batch) = desk.replay(&written.recipe);
    assert!(batch.is_empty());
    assert!(why(&replay).iter().all(|(_, _, why)| why.ends_with("is that already")), "{replay:?}");
}

#[test]
fn an_attribute_without_a_column_is_in_the_recipe_and_not_in_the_file() {
    let file = "login,firstName,lastName,email\nana,Ana,Li,ana@acme.com\n";
    let step = r#"{"person":{"userName":"ana"},"attribute":"title","from":"","to":"Rep"}"#;
    let mut desk = Desk::new(&[("users.csv", file.as_bytes())]);
    assert_eq!(make(&mut desk, &recipe(step)).values, [1]);
    assert_eq!(desk.corrected(0, false), (file.as_bytes().to_vec(), Carried { changed: 0, left_out: 1 }));
    assert_eq!(steps(&desk.recipe().recipe), [step]);
}

#[test]
fn who_stands_in_several_files_says_the_same_in_all_that_did() {
    let one = "id,login,firstName,lastName,email,title,locale\n1,ana,Ana,Li,ana@acme.com,Rep,en_US\n2,bo,Bo,Yu,bo@acme.com,Rep,en-US\n";
    let two = "login,title,locale\nana,Rep,en_US\nbo,Lead,en_US\n";
    let files = [("one.csv", one.as_bytes()), ("two.csv", two.as_bytes())];
    let mut desk = Desk::new(&files);
    let made = recipe(
        r#"{"person":{"id":"1"},"attribute":"title","from":"Rep","to":"Head"},
        {"person":{"id":"2"},"attribute":"title","from":"Lead","to":"Rep"},
        {"cause":{"attribute":"locale","from":"en_US"},"to":"en-US"}"#,
    );
    assert_eq!(make(&mut desk, &made).values, [2, 1, 2]);
    assert_eq!(desk.text(), one.replacen("Rep", "Head", 1).replace("en_US", "en-US"));
    let second = String::from_utf8(desk.corrected(1, false).0).expect("UTF-8");
    // Bo's locale of the second file does not count, and stays.
    assert_eq!(second, two.replace("Rep,en_US", "Head,en-US").replace("Lead", "Rep"));
    let told = desk.recipe();
    assert_eq!(told.left_out, 0);
    let mut again = Desk::new(&files);
    make(&mut again, &told.recipe);
    assert_eq!((again.text(), again.corrected(1, false).0), (desk.text(), second.into_bytes()));
    assert_same(&again.report(), &desk.report());
    // Only the later of two that agree was changed: a step would change both.
    let mut apart = Desk::new(&files);
    apart.edit(2, "title", "VP");
    let told = apart.recipe();
    assert!(told.recipe.steps.is_empty() && told.left_out == 1);
}

#[test]
fn a_key_of_two_people_names_nobody() {
    let file = "login,firstName,lastName,email,title\nana,Ana,Li,x@acme.com,Rep\nbo,Bo,Yu,x@acme.com,Rep\n";
    let desk = Desk::new(&[("users.csv", file.as_bytes())]);
    let (replay, batch) = desk.replay(&recipe(
        r#"{"person":{"primaryEmail":"x@acme.com"},"attribute":"title","from":"Rep","to":"x"}"#,
    ));
    assert!(batch.is_empty());
    assert_eq!(replay.stale_steps[0].why, "several people here have this primary email, so it names none");
}

#[test]
fn a_recipe_that_is_opened_is_given_back() {
    let mut desk = Desk::new(&[("users.csv", PEOPLE.as_bytes())]);
    let given = recipe(
        r#"{"person":{"userName":"ana"},"attribute":"title","from":"Rep","to":"Lead"},{"cause":{"attribute":"locale","from":"en_US"},"to":"en-US"}"#,
    );
    make(&mut desk, &given);
    assert_eq!(desk.recipe().recipe, given);
    // Also by another worker, which reads the batches anew.
    let cures: Cures = desk.check.cures().expect("curable").clone();
    let other = Desk::with(&[("users.csv", PEOPLE.as_bytes())], cures);
    assert_eq!(other.recipe().recipe, given);
}
