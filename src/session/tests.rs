//! What only a browser can show of the session: openings that overtake each other, other tabs, storage that fails.

use leptos::mount::mount_to_body;
use leptos::task::spawn_local;
use rapporteur_core::edit::Edit;
use rapporteur_core::event::groups;
use rapporteur_core::recommendation::Recommendation;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
wasm_bindgen_test_configure!(run_in_browser);

use super::*;
use crate::browser::files::PickedFile;

/// A session of its own. What it is made of lives as long as the page: timers ask for it when the test is over.
fn begun() -> Session {
    // What runs the tasks comes with a page.
    mount_to_body(|| ());
    let owner = Owner::new();
    owner.set();
    let session = Session::new();
    std::mem::forget(owner);
    session
}

/// Waits until all is in the store.
async fn kept(session: Session) {
    let saving = session.settled().await;
    assert!(!matches!(saving, Saving::NotSaved(_)), "{saving:?}");
}

/// Makes a workbook of a code and opens it.
async fn make(session: Session, code: &str) -> String {
    let (_, template) = Session::templates().swap_remove(0);
    let new = NewWorkbook {
        code: code.to_owned(),
        lang: "en".to_owned(),
        ..NewWorkbook::default()
    };
    session.create(new, &template).await.unwrap()
}

/// The first group of the open workbook.
fn group(session: Session) -> ItemId {
    session.peek(|book| {
        let event = rapporteur_core::event::events(&book.workbook).remove(0);
        groups(&book.workbook, event.id).remove(0).id
    })
}

/// Adds a recommendation with a text.
fn add(session: Session, text: &str) -> ItemId {
    let item = session.new_recommendation(group(session)).unwrap();
    let field = TextField::Wording("en".to_owned());
    session.type_text(item, &field, text);
    session.close_text();
    item
}

/// All texts of the open workbook, sorted.
fn texts(session: Session) -> Vec<String> {
    session.peek(|book| {
        let recs = book.workbook.of_kind(Kind::REC);
        let texts = recs.filter_map(|(id, _)| {
            let rec = Recommendation::read(&book.workbook, id);
            rec.original_text().map(|(_, text)| text.to_owned())
        });
        let mut texts: Vec<String> = texts.collect();
        texts.sort();
        texts
    })
}

fn here(session: Session) -> String {
    session.peek(|book| book.id.clone())
}

/// Waits until the opening has come to an end.
async fn opened(session: Session) {
    for _ in 0..500 {
        if !session.status.with_untracked(|status| status.opening) {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("nothing was opened");
}

/// A workbook so large that it takes a while to be read.
async fn large(session: Session) -> String {
    let id = make(session, "LARGE").await;
    let group = group(session);
    for part in 0..8 {
        session.act("typed", |act, book| {
            for number in 0..250_u128 {
                let item = ItemId::new(Kind::REC, 1 + part * 1_000 + number);
                act.add_recommendation(&book.workbook, &book.register, group, item);
            }
        });
    }
    kept(session).await;
    id
}

#[wasm_bindgen_test]
async fn an_opening_that_was_overtaken_replaces_nothing() {
    let session = begun();
    let large = large(session).await;
    let small = make(session, "SMALL").await;
    kept(session).await;

    session.open(&large);
    // It has begun to read.
    clock::sleep(5).await;
    session.open(&small);
    opened(session).await;
    assert_eq!(here(session), small);
    let item = add(session, "For the small one.");
    clock::sleep(3_000).await;
    assert_eq!(here(session), small, "the large one took its place");
    kept(session).await;
    let store = session.store().await.unwrap();
    let wrote = |acts: &[crate::browser::store::StoredAct]| {
        let edits = acts.iter().filter_map(|act| keeping::edits_of(&act.text));
        edits.flatten().any(|edit: Edit| edit.item == item)
    };
    assert!(wrote(&store.load(&small).await.unwrap().acts));
    assert!(!wrote(&store.load(&large).await.unwrap().acts));
}

#[wasm_bindgen_test]
async fn a_workbook_made_too_late_is_not_opened() {
    let session = begun();
    let before = make(session, "BEFORE").await;
    kept(session).await;
    session.close();
    let (_, template) = Session::templates().swap_remove(0);
    let known = session.workbooks().await.len();
    let made = Rc::new(RefCell::new(None));
    let making = Rc::clone(&made);
    leptos::task::spawn_local(async move {
        let book = session.create(NewWorkbook::default(), &template).await;
        making.replace(Some(book));
    });
    clock::pause().await;
    session.open(&before);
    opened(session).await;
    clock::sleep(500).await;
    assert_eq!(here(session), before);
    assert_eq!(made.take(), Some(None), "nobody waits for it any more");
    assert_eq!(session.workbooks().await.len(), known);
}

#[wasm_bindgen_test]
async fn what_is_in_memory_only_gives_way_to_no_other_workbook() {
    let session = begun();
    let other = make(session, "OTHER").await;
    kept(session).await;
    let only = make(session, "ONLY").await;
    kept(session).await;
    let crash = crate::browser::crash::tests::pretend();
    add(session, "Nowhere else.");
    assert!(matches!(session.settled().await, Saving::NotSaved(_)));

    assert_eq!(session.begin("NEXT").await, None);
    session.open(&other);
    opened(session).await;
    let status = session.status.get_untracked();
    assert_eq!((status.open, status.failed), (false, Some(Shut::Unsaved)));
    assert_eq!(untrack(|| session.only_here()), Some(only.clone()));
    session.open(&only);
    assert!(session.status.with_untracked(|status| status.open));
    assert_eq!(texts(session), ["Nowhere else."]);

    // A file has all of it.
    session.status.update(|status| status.changes = 0);
    session.open(&other);
    opened(session).await;
    assert_eq!(here(session), other);
    drop(crash);
}

/// What another tab does that goes back to an earlier state or takes an import out.
async fn choose_another_generation(session: Session) -> u64 {
    let (store, id, from) = session.place();
    let store = store.unwrap();
    let made = store.change_generation(&id, from, |meta, _| meta).await;
    made.unwrap().generation
}

/// Waits until the workbook was read again.
async fn read_again(session: Session, before: u64) {
    for _ in 0..500 {
        if session.opening() != before {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("it was not read again");
}

#[wasm_bindgen_test]
async fn who_types_while_a_workbook_is_read_again_loses_no_letter() {
    let session = begun();
    let id = make(session, "TABS").await;
    let item = add(session, "One.");
    kept(session).await;
    let field = TextField::Wording("en".to_owned());
    session.open_text(item, field.clone());
    let fresh = session.new_recommendation(group(session)).unwrap();
    session.type_text(item, &field, "One. Two.");

    let before = session.opening();
    let generation = choose_another_generation(session).await;
    session.superseded(generation);
    session.type_text(item, &field, "One. Two. Three.");
    read_again(session, before).await;
    assert!(session.is_open(item, &field), "the field stays open");
    assert_eq!(
        session.fresh.get_untracked().map(|(item, _)| item),
        Some(fresh)
    );
    assert_eq!(texts(session), ["One. Two. Three."]);
    session.type_text(item, &field, "One. Two. Three. Four.");
    session.close_text();
    kept(session).await;
    assert_eq!(texts(session), ["One. Two. Three. Four."]);

    session.close();
    session.open(&id);
    opened(session).await;
    assert_eq!(texts(session), ["One. Two. Three. Four."]);
    assert_eq!(session.peek(|book| book.workbook.conflicts().count()), 0);
}

#[wasm_bindgen_test]
async fn an_import_that_meets_another_generation_is_kept_there() {
    let session = begun();
    let id = make(session, "IMPORT").await;
    kept(session).await;
    let before = session.opening();
    choose_another_generation(session).await;

    let mut pen = Pen::new(SessionId(77));
    let group = group(session);
    let edits = session.peek(|book| {
        let mut act = pen.act("import", None);
        let item = ItemId::new(Kind::REC, 77);
        act.add_recommendation(&book.workbook, &book.register, group, item);
        act.word(
            &book.workbook,
            item,
            "en",
            "From a file.",
            Default::default(),
        );
        act.finish()
    });
    let edits: Vec<Arc<Edit>> = edits.into_iter().map(Arc::new).collect();
    session.book.update(|book| drop(book.join(edits.clone())));
    assert!(
        session
            .keep_batch("import-1-77", std::slice::from_ref(&edits))
            .await
    );
    read_again(session, before).await;
    assert_eq!(texts(session), ["From a file."]);
    kept(session).await;
    let loaded = session.store().await.unwrap().load(&id).await.unwrap();
    let kept = |act: &crate::browser::store::StoredAct| act.batch == "import-1-77";
    assert!(loaded.acts.iter().any(kept), "as the batch it was");
}

#[wasm_bindgen_test]
async fn text_comes_to_its_own_field_though_nobody_opened_it() {
    let session = begun();
    make(session, "FIELD").await;
    let (one, two) = (add(session, "One."), add(session, "Two."));
    let field = TextField::Wording("en".to_owned());
    session.type_text(one, &field, "One, still.");
    session.type_text(two, &field, "Two, still.");
    session.close_text();
    assert_eq!(texts(session), ["One, still.", "Two, still."]);
}

#[wasm_bindgen_test]
async fn why_a_workbook_is_not_open_is_told() {
    let session = begun();
    let shut = || session.status.with_untracked(|status| status.failed);
    session.open("nowhere");
    opened(session).await;
    assert_eq!(shut(), Some(Shut::Gone));
    let id = make(session, "ERASED").await;
    kept(session).await;
    let other = begun();
    assert!(other.erase(&id).await);
    clock::sleep(100).await;
    assert!(session.status.with_untracked(|status| !status.open));
    assert_eq!(shut(), Some(Shut::Erased));
}

/// What a file of the open workbook is to it.
async fn verdict(session: Session, file: &crate::browser::files::PickedFile) -> Verdict {
    session.verify(&here(session), file.clone()).await
}

#[wasm_bindgen_test]
async fn a_file_holds_everything_only_if_it_holds_what_waits_too() {
    use crate::browser::journal::Journal;
    use crate::browser::store::StoredAct;

    let session = begun();
    let id = make(session, "VERIFY").await;
    let item = add(session, "In the file.");
    kept(session).await;
    let bytes = session.peek(|book| {
        let kind = rapporteur_core::file::FileKind::Workbook;
        let mut writer = rapporteur_core::file::Writer::new(&book.workbook, kind);
        while writer.step(&book.workbook, 64) {}
        writer.finish(&book.workbook, APP)
    });
    let file = crate::browser::files::tests::file(&bytes);
    assert_eq!(verdict(session, &file).await, Verdict::Whole);

    // The text in a focused field of another tab: in its journal alone.
    let mut pen = Pen::new(SessionId(78));
    let typed = session.peek(|book| {
        let mut act = pen.act("typed", None);
        let seen = book.workbook.reach(item, "wording/en");
        act.word(&book.workbook, item, "en", "Typed since.", seen);
        keeping::text_of(&act.finish())
    });
    let elsewhere = Journal::new(&id, "000000000000004e");
    elsewhere.write_pending(&typed).unwrap();
    assert_eq!(verdict(session, &file).await, Verdict::Lacks);
    elsewhere.remove_pending();
    // In the store alone, as after a power cut.
    let store = session.store().await.unwrap();
    store
        .put_pending(&id, "000000000000004e", &typed)
        .await
        .unwrap();
    assert_eq!(verdict(session, &file).await, Verdict::Lacks);
    store.remove_pending(&id, "000000000000004e").await.unwrap();
    assert_eq!(verdict(session, &file).await, Verdict::Whole);

    // An act that nobody can read any more.
    let act = StoredAct {
        key: "000000000000004e-1".to_owned(),
        batch: keeping::TYPED.to_owned(),
        text: "[{".to_owned(),
    };
    store.append(&id, 0, &[act]).await.unwrap();
    assert_eq!(verdict(session, &file).await, Verdict::Lacks);
}

#[wasm_bindgen_test]
async fn taking_an_import_out_leaves_what_was_here_under_the_same_name() {
    let session = begun();
    let id = make(session, "CLASH").await;
    let group = group(session);
    // As a cloned profile or a forged file has it: one name, two contents.
    let written = |text: &str| -> Vec<Arc<Edit>> {
        let mut pen = Pen::new(SessionId(79));
        session.peek(|book| {
            let mut act = pen.act("typed", None);
            let item = ItemId::new(Kind::REC, 79);
            act.add_recommendation(&book.workbook, &book.register, group, item);
            act.word(&book.workbook, item, "en", text, Default::default());
            act.finish().into_iter().map(Arc::new).collect()
        })
    };
    let (here, there) = (written("Here."), written("From the file."));
    for edits in [&here, &there] {
        session
            .book
            .update(|book| drop(book.join(edits.iter().cloned())));
    }
    assert!(
        session
            .keep_batch(keeping::TYPED, std::slice::from_ref(&here))
            .await
    );
    assert!(
        session
            .keep_batch("import-1-79", std::slice::from_ref(&there))
            .await
    );
    kept(session).await;
    let brought = there.iter().filter(|edit| !here.contains(edit));
    let brought = super::files::Brought::of(vec![brought.cloned().collect()]);
    assert!(session.drop_batch("import-1-79", &brought).await);
    assert_eq!(texts(session), ["Here."]);

    session.close();
    session.open(&id);
    opened(session).await;
    assert_eq!(texts(session), ["Here."]);
}

#[wasm_bindgen_test]
async fn what_was_done_on_an_earlier_visit_can_be_taken_back() {
    let session = begun();
    let id = make(session, "UNDO").await;
    let item = add(session, "First.");
    let field = TextField::Wording("en".to_owned());
    for text in ["Second.", "Third."] {
        session.type_text(item, &field, text);
        session.close_text();
    }
    assert!(session.undo());
    assert_eq!(texts(session), ["Second."]);
    kept(session).await;

    let later = begun();
    later.open(&id);
    opened(later).await;
    assert!(later.can_undo.get_untracked());
    // What was taken back then is passed over.
    assert!(later.undo());
    assert_eq!(texts(later), ["First."]);
    assert!(later.redo());
    assert_eq!(texts(later), ["Second."]);
    assert!(later.undo() && later.undo());
    assert!(texts(later).is_empty());
    assert!(!later.undo());
}

/// A file of another laptop with that many recommendations.
fn incoming(count: u64) -> PickedFile {
    let mut pen = Pen::new(SessionId(80));
    let mut workbook = Workbook::new();
    let group = ItemId::new(Kind::GROUP, 7);
    for at in 0..count {
        let mut act = pen.act("typed", None);
        let item = ItemId::new(Kind::REC, 1_000 + u128::from(at));
        let register = Register::of(&Workbook::new());
        act.add_recommendation(&workbook, &register, group, item);
        act.word(&workbook, item, "en", "From a file.", Default::default());
        workbook.join(act.finish());
    }
    let bytes = rapporteur_core::file::write(
        &workbook,
        rapporteur_core::file::FileKind::Workbook,
        "0.0.0",
    );
    crate::browser::files::tests::file(&bytes)
}

#[wasm_bindgen_test]
async fn a_file_that_is_stopped_goes_out_again_and_what_was_written_meanwhile_stays() {
    let session = begun();
    let id = make(session, "STOP").await;
    let item = add(session, "Here.");
    kept(session).await;
    let mut picked = [incoming(200)];
    // Nobody waits for what is read.
    assert!(
        session
            .look_at(&mut picked, |_, _, _| false)
            .await
            .is_none()
    );
    let taking = session.look_at(&mut picked, |_, _, _| true).await.unwrap();
    let (files, by_hand) = ([0].into(), Default::default());

    let before = session.peek(|book| book.workbook.clone());
    let first = |_, _| false;
    assert!(
        session
            .take(&taking, &files, &by_hand, first)
            .await
            .is_none()
    );
    assert!(session.peek(|book| book.workbook == before));
    assert!(session.states().await.is_empty());

    // Something is written when a part of it is here already.
    let told = std::cell::Cell::new(0);
    let second = |_, _| {
        told.set(told.get() + 1);
        if told.get() == 1 {
            let field = TextField::Wording("en".to_owned());
            session.type_text(item, &field, "Here, since.");
            session.close_text();
        }
        told.get() < 2
    };
    assert!(
        session
            .take(&taking, &files, &by_hand, second)
            .await
            .is_none()
    );
    assert_eq!(texts(session), ["Here, since."]);
    assert!(session.peek(|book| book.workbook.len() > before.len()));
    kept(session).await;
    // One at a time: what one finds here another would take away.
    let out = Rc::new(std::cell::Cell::new(None));
    let told = Rc::clone(&out);
    let meanwhile = move |_, _| {
        let told = Rc::clone(&told);
        spawn_local(async move { told.set(Some(session.take_out().await)) });
        true
    };
    let receipt = session
        .take(&taking, &files, &by_hand, meanwhile)
        .await
        .unwrap();
    assert_eq!(out.get(), Some(false));
    assert_eq!(texts(session).len(), 201);
    kept(session).await;

    // As they came, also when the page has ended; a second import of the same name is another one.
    session
        .keep_originals(&receipt, picked.into_iter().enumerate().collect())
        .await;
    let later = begun();
    later.open(&id);
    opened(later).await;
    assert_eq!(texts(later).len(), 201);
    let held = later.originals().await;
    assert_eq!(held.len(), 1);
    assert!(later.erase(&id).await);
    assert!(session.originals().await.is_empty());
}
