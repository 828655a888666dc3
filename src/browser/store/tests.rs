//! What only a browser shows of the store: each test on a database of its own.

use super::*;
use crate::browser::clock::{sleep, ticks};
use std::cell::RefCell;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
wasm_bindgen_test_configure!(run_in_browser);

async fn fresh(name: &str) -> Store {
    let name = format!("test-{name}");
    Database::delete_by_name(&name).unwrap().await.unwrap();
    Store::open_named(&name, |_| ()).await.unwrap()
}

async fn again(name: &str) -> Store {
    Store::open_named(&format!("test-{name}"), |_| ())
        .await
        .unwrap()
}

fn meta(id: &str) -> WorkbookMeta {
    WorkbookMeta {
        id: id.to_owned(),
        label: "Lahore دن ۱".to_owned(),
        created: 1_795_000_000,
        ..WorkbookMeta::default()
    }
}

fn act(key: &str) -> StoredAct {
    StoredAct {
        key: key.to_owned(),
        batch: "typed".to_owned(),
        text: format!("[{{\"text\":\"پولیس {key}\"}}]"),
    }
}

/// A JSON text as long as that of a usual act.
fn usual(n: u32) -> StoredAct {
    let key = format!("0123456789abcdef-{n:06}");
    let text = format!(
        "[{{\"id\":\"{key}\",\"item\":\"rec:00000000000000000000000000{n:06x}\",\"field\":\"wording\",\"value\":\
         {{\"lang\":\"ur\",\"text\":\"ہر ضلع میں متاثرین کے لیے ایک مرکز قائم کیا جائے، جس میں تربیت یافتہ عملہ ہو {n}\"}},\
         \"seen\":[[\"fedcba9876543210\",{n}]],\"at\":1795000000}}]"
    );
    StoredAct {
        key,
        batch: "typed".to_owned(),
        text,
    }
}

#[wasm_bindgen_test]
async fn what_is_appended_is_loaded_by_another_connection() {
    let store = fresh("round-trip").await;
    store.create(&meta("w1")).await.unwrap();
    store.create(&meta("w1")).await.unwrap();
    store.create(&meta("w10")).await.unwrap();
    store.append("w1", 0, &[act("a"), act("b")]).await.unwrap();
    store.append("w1", 0, &[act("b"), act("c")]).await.unwrap();
    store.append("w10", 0, &[act("x")]).await.unwrap();
    store.put_pending("w1", "s1", "نیم").await.unwrap();
    store.put_pending("w1", "s1", "نیم حکیم").await.unwrap();
    store.put_pending("w1", "s2", "gone").await.unwrap();
    store.remove_pending("w1", "s2").await.unwrap();
    drop(store);

    let store = again("round-trip").await;
    let loaded = store.load("w1").await.unwrap();
    assert_eq!(loaded.meta, meta("w1"));
    assert_eq!(loaded.acts, [act("a"), act("b"), act("c")]);
    assert_eq!(loaded.pending, [("s1".to_owned(), "نیم حکیم".to_owned())]);
    assert_eq!(loaded.unreadable, 0);
    let (known, unreadable) = store.workbooks().await.unwrap();
    assert_eq!(known, [meta("w1"), meta("w10")]);
    assert!(unreadable.is_empty());

    store.delete_workbook("w1").await.unwrap();
    assert_eq!(store.load("w1").await, Err(StoreError::Gone));
    assert_eq!(store.acts("w1").await.unwrap().0, []);
    assert_eq!(store.load("w10").await.unwrap().acts, [act("x")]);
}

#[wasm_bindgen_test]
async fn writes_are_strict() {
    let store = fresh("strict").await;
    let database = store.connection.database().await.unwrap();
    let transaction = begin(&database, &[WORKBOOKS]).unwrap();
    let sys = indexed_db_futures::internals::SystemRepr::as_sys(&transaction);
    let durability = js_sys::Reflect::get(sys, &"durability".into()).unwrap();
    assert_eq!(durability.as_string().as_deref(), Some("strict"));
}

#[wasm_bindgen_test]
async fn a_tab_of_an_older_generation_is_refused() {
    let here = fresh("generation").await;
    here.create(&meta("w")).await.unwrap();
    let there = again("generation").await;
    there.append("w", 0, &[act("before")]).await.unwrap();

    let drop_import = |mut meta: WorkbookMeta, _: &Extent| {
        meta.dropped.push("import-1".to_owned());
        meta
    };
    let changed = here.change_generation("w", 0, drop_import).await.unwrap();
    assert_eq!((changed.generation, changed.dropped.len()), (1, 1));
    assert_eq!(
        there.append("w", 0, &[act("after")]).await,
        Err(StoreError::StaleGeneration(1))
    );
    assert_eq!(
        there.change_generation("w", 0, drop_import).await,
        Err(StoreError::StaleGeneration(1))
    );
    there.append("w", 1, &[act("after")]).await.unwrap();
    let loaded = here.load("w").await.unwrap();
    assert_eq!(loaded.meta, changed);
    assert_eq!(loaded.acts, [act("after"), act("before")]);

    let updated = there
        .update_meta("w", |meta| {
            meta.label = "renamed".to_owned();
            meta.generation = 77;
            meta.dropped.clear();
        })
        .await
        .unwrap();
    assert_eq!(updated.label, "renamed");
    assert_eq!((updated.generation, updated.dropped.len()), (1, 1));
    assert_eq!(there.append("nowhere", 0, &[]).await, Err(StoreError::Gone));
}

#[wasm_bindgen_test]
async fn only_one_of_two_tabs_changes_a_generation() {
    let (here, there) = (fresh("race").await, again("race").await);
    here.create(&meta("w")).await.unwrap();
    let results = std::rc::Rc::new(RefCell::new(vec![]));
    for store in [here.clone(), there.clone()] {
        let results = std::rc::Rc::clone(&results);
        wasm_bindgen_futures::spawn_local(async move {
            let result = store.change_generation("w", 0, |meta, _| meta).await;
            results
                .borrow_mut()
                .push(result.map(|meta| meta.generation));
        });
    }
    sleep(300).await;
    assert_eq!(
        *results.borrow(),
        [Ok(1), Err(StoreError::StaleGeneration(1))]
    );
}

#[wasm_bindgen_test]
async fn what_is_not_ours_is_left_alone() {
    let store = fresh("strangers").await;
    store.create(&meta("w")).await.unwrap();
    store.append("w", 0, &[act("a")]).await.unwrap();
    let database = store.connection.database().await.unwrap();
    let transaction = begin(&database, &[WORKBOOKS, ACTS]).unwrap();
    for (name, key, value) in [
        (WORKBOOKS, JsValue::from("broken"), JsValue::from("{")),
        (ACTS, key_of_pending("w", "x"), JsValue::from(12)),
        (ACTS, key_of_act("w", &act("y")), JsValue::NULL),
    ] {
        put(&transaction.object_store(name).unwrap(), key, value).unwrap();
    }
    finish(&database, transaction).await.unwrap();
    assert_eq!(store.workbooks().await.unwrap().1, ["broken"]);
    assert_eq!(store.load("broken").await, Err(StoreError::Unreadable));
    let loaded = store.load("w").await.unwrap();
    assert_eq!((loaded.acts, loaded.unreadable), (vec![act("a")], 2));
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_had_again() {
    let store = fresh("lost").await;
    store.create(&meta("w")).await.unwrap();
    // As a browser does it that closes the database behind our back.
    store.connection.raw().close();
    store.append("w", 0, &[act("a")]).await.unwrap();
    let event = web_sys::Event::new("close").unwrap();
    store.connection.raw().dispatch_event(&event).unwrap();
    store.append("w", 0, &[act("b")]).await.unwrap();
    assert_eq!(store.load("w").await.unwrap().acts.len(), 2);
}

#[wasm_bindgen_test]
async fn a_newer_app_gets_the_database_and_the_older_one_stops() {
    drop(fresh("newer").await);
    let heard = std::rc::Rc::new(RefCell::new(vec![]));
    let ear = std::rc::Rc::clone(&heard);
    let store = Store::open_named("test-newer", move |change| ear.borrow_mut().push(change))
        .await
        .unwrap();
    let newer = Database::open("test-newer")
        .with_version(2_u32)
        .with_on_upgrade_needed(|_, _| Ok(()))
        .await
        .unwrap();
    assert_eq!(*heard.borrow(), [Change::Newer]);
    assert_eq!(store.workbooks().await, Err(StoreError::Newer));
    let opened = Store::open_named("test-newer", |_| ()).await;
    assert_eq!(opened.err(), Some(StoreError::Newer));
    newer.close();
}

#[wasm_bindgen_test]
async fn a_cleared_database_says_that_the_workbook_is_gone() {
    let heard = std::rc::Rc::new(RefCell::new(vec![]));
    let ear = std::rc::Rc::clone(&heard);
    drop(fresh("cleared").await);
    let store = Store::open_named("test-cleared", move |change| ear.borrow_mut().push(change))
        .await
        .unwrap();
    store.create(&meta("w")).await.unwrap();
    Database::delete_by_name("test-cleared")
        .unwrap()
        .await
        .unwrap();
    assert_eq!(*heard.borrow(), [Change::Deleted]);
    assert_eq!(
        store.append("w", 0, &[act("a")]).await,
        Err(StoreError::Gone)
    );
}

#[wasm_bindgen_test]
async fn an_unfinished_transaction_changes_nothing() {
    let store = fresh("unfinished").await;
    let database = store.connection.database().await.unwrap();
    let transaction = begin(&database, &[WORKBOOKS]).unwrap();
    put_meta(&transaction, &meta("w")).unwrap();
    drop(transaction);
    let transaction = begin(&database, &[WORKBOOKS]).unwrap();
    put_meta(&transaction, &meta("v")).unwrap();
    let sys = indexed_db_futures::internals::SystemRepr::as_sys(&transaction).clone();
    sys.abort().unwrap();
    // The library reports an abort without reason, which is how a full disk looks.
    let outcome = finish(&database, transaction).await;
    assert!(outcome.is_err(), "{outcome:?}");
    assert_eq!(store.workbooks().await.unwrap().0, []);
}

#[wasm_bindgen_test]
async fn nothing_is_written_after_a_crash() {
    let store = fresh("crash").await;
    store.create(&meta("w")).await.unwrap();
    let crash = crash::tests::pretend();
    assert_eq!(
        store.append("w", 0, &[act("a")]).await,
        Err(StoreError::Crashed)
    );
    assert!(store.load("w").await.unwrap().acts.is_empty());
    drop(crash);
}

#[wasm_bindgen_test]
async fn thousands_of_acts_are_loaded_at_once() {
    let store = fresh("large").await;
    store.create(&meta("w")).await.unwrap();
    let acts: Vec<StoredAct> = (0..10_000).map(usual).collect();
    let start = ticks();
    store.append("w", 0, &acts).await.unwrap();
    let written = ticks() - start;
    let mut loads = vec![];
    for _ in 0..5 {
        let start = ticks();
        let loaded = store.load("w").await.unwrap();
        loads.push((ticks() - start).round());
        assert!(loaded.acts == acts);
    }
    let mut appends = vec![];
    for n in 0..60 {
        let start = ticks();
        store.append("w", 0, &[usual(20_000 + n)]).await.unwrap();
        appends.push(ticks() - start);
    }
    appends.sort_by(f64::total_cmp);
    wasm_bindgen_test::console_log!(
        "10,000 acts of {} bytes: written in {written:.0} ms, loaded in {loads:?} ms; one act appended in \
         {:.1} ms median, {:.1} ms at the 95th percentile",
        acts[0].text.len(),
        appends[30],
        appends[56]
    );
    assert_eq!(store.load("w").await.unwrap().acts.len(), 10_060);
    store.delete_workbook("w").await.unwrap();
}
