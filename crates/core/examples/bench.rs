//! How fast files are read and joined, and how large they are, against floors measured in the same run.
//!
//! `cargo run --release -p rapporteur-core --example bench`. Ends with an error where a target is missed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    reason = "a program for developers: it may stop"
)]

#[path = "../../cli/src/ahead.rs"]
mod ahead;

use std::hint::black_box;
use std::io::Write as _;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use flate2::{Compression, write::GzEncoder};
use peak_alloc::PeakAlloc;
use rapporteur_core::command::{Act, Pen, after, wording};
use rapporteur_core::edit::{RawEdit, Reach};
use rapporteur_core::event::{event_of_code, group_of_slug};
use rapporteur_core::file::{FileKind, Opened, read, write};
use rapporteur_core::item::{ItemId, Kind, SessionId};
use rapporteur_core::list::{List, ListItem, ListOptions, read_list};
use rapporteur_core::template::templates;
use rapporteur_core::value::Value;
use rapporteur_core::vocabulary::Vocabulary;
use rapporteur_core::workbook::Workbook;
use serde::Deserialize;
use serde_json::value::RawValue;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

const FILES: usize = 100;
const RECOMMENDATIONS: usize = 100;
const GROWTH: [usize; 5] = [10, 32, 100, 316, 1_000];
const RUNS: usize = 7;

/// A file as serde_json gives it, before anything is checked: the floor.
#[derive(Deserialize)]
#[serde(bound(deserialize = "P: Deserialize<'de>"))]
#[allow(dead_code, reason = "parsed only")]
struct Raw<P> {
    format: String,
    #[serde(rename = "formatVersion")]
    version: u64,
    #[serde(rename = "minReader")]
    min_reader: u64,
    app: String,
    kind: String,
    events: Vec<String>,
    counts: Value,
    digests: Value,
    records: Vec<RawRecord<P>>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "parsed only")]
struct RawRecord<P> {
    id: ItemId,
    plain: P,
    edits: Vec<RawEdit>,
}

fn main() -> ExitCode {
    let list = read_list(
        include_bytes!("../data/sample-workshop.json"),
        ListOptions::default(),
        Vocabulary::standard(),
    );
    let files: Vec<Vec<u8>> = (0..GROWTH[4]).map(|at| group_file(&list, at)).collect();
    let hundred = &files[..FILES];
    let bytes: usize = hundred.iter().map(Vec::len).sum();
    println!(
        "{FILES} files x {RECOMMENDATIONS} recommendations, {:.1} MB",
        bytes as f64 / 1e6
    );
    let mut bench = Bench::default();
    bench.speed(hundred, bytes);
    bench.memory(hundred, bytes);
    bench.growth(&files);
    bench.all_cores(&files);
    bench.size(&workshop_file(&list));
    match bench.missed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

#[derive(Default)]
struct Bench {
    missed: usize,
}

impl Bench {
    fn tell(&mut self, what: &str, held: f64, most: f64) {
        let verdict = if held <= most { "ok" } else { "MISSED" };
        self.missed += usize::from(held > most);
        println!("{what:<66} {held:>6.2}  (at most {most}) {verdict}");
    }

    fn speed(&mut self, files: &[Vec<u8>], bytes: usize) {
        let mut times: [Vec<Duration>; 4] = Default::default();
        let mut edits = 0;
        for _ in 0..RUNS {
            let (workbook, both) = timed(|| read_and_join(files));
            edits = workbook.len();
            let run = [
                timed(|| parse::<Value>(files)).1,
                timed(|| parse::<Box<RawValue>>(files)).1,
                timed(|| files.iter().for_each(|file| drop(opened(file)))).1,
                both,
            ];
            for (all, time) in times.iter_mut().zip(run) {
                all.push(time);
            }
        }
        let [floor, bare, reading, both] = times.map(median);
        let rate = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
        println!(
            "{edits} edits; serde_json {bare:.0?} ({:.0} MB/s), with the readable part {floor:.0?}; \
             reading {reading:.0?}, reading and joining {both:.0?} ({:.0} MB/s)",
            rate(bare),
            rate(both)
        );
        let ratio = |floor: Duration| both.as_secs_f64() / floor.as_secs_f64();
        self.tell(
            "read and join / serde_json into the raw file types",
            ratio(bare),
            2.5,
        );
        println!(
            "{:<66} {:>6.2}",
            "  the same / serde_json with the readable part parsed too",
            ratio(floor)
        );
    }

    fn memory(&mut self, files: &[Vec<u8>], bytes: usize) {
        let before = HEAP.current_usage();
        HEAP.reset_peak_usage();
        let held = read_and_join(files);
        let peak = HEAP.peak_usage() - before;
        let kept = HEAP.current_usage() - before;
        black_box(held.len());
        println!(
            "peak {:.1} MB, kept {:.1} MB, besides the bytes",
            peak as f64 / 1e6,
            kept as f64 / 1e6
        );
        self.tell(
            "peak memory of reading and joining / bytes, with the bytes",
            (peak + bytes) as f64 / bytes as f64,
            6.0,
        );
    }

    fn growth(&mut self, files: &[Vec<u8>]) {
        let times: Vec<(f64, f64)> = GROWTH
            .iter()
            .map(|count| {
                // Small numbers several times over: the processor's clock is coarse.
                let turns = (GROWTH[3] / count).max(1);
                let run = || (0..turns).map(|_| timed(|| read_and_join(&files[..*count])).1);
                let best = (0..3).map(|_| run().sum::<Duration>()).min().unwrap() / turns as u32;
                println!("{count:>6} files {best:>9.1?}");
                ((*count as f64).ln(), best.as_secs_f64().ln())
            })
            .collect();
        self.tell("exponent of growth, 10 to 1,000 files", slope(&times), 1.1);
    }

    /// As the command line merges: files read ahead on all cores, and joined in order.
    fn all_cores(&mut self, files: &[Vec<u8>]) {
        let threads = ahead::threads();
        let bytes: usize = files.iter().map(Vec::len).sum();
        let mut least = [Duration::MAX; 3];
        // In turns, and the shortest of each: whatever else the machine does, it does to all.
        for _ in 0..5 {
            let run = [
                passed(|| {
                    ahead::in_order(
                        files,
                        threads,
                        |file| parse_one::<Box<RawValue>>(file),
                        |_, ()| (),
                    )
                }),
                passed(|| {
                    ahead::in_order(files, threads, |file| parse_one::<Value>(file), |_, ()| ())
                }),
                passed(|| merged(files, threads)),
            ];
            for (least, time) in least.iter_mut().zip(run) {
                *least = time.min(*least);
            }
        }
        let [bare, floor, merging] = least;
        println!(
            "{} files, {:.0} MB, {threads} threads: serde_json {bare:.0?}, with the readable part {floor:.0?}, \
             merging {merging:.0?}",
            files.len(),
            bytes as f64 / 1e6
        );
        let ratio = |floor: Duration| merging.as_secs_f64() / floor.as_secs_f64();
        self.tell(
            "merge / serde_json into the raw file types, on all cores",
            ratio(bare),
            2.0,
        );
        println!(
            "{:<66} {:>6.2}",
            "  the same / serde_json with the readable part parsed too",
            ratio(floor)
        );
        let times: Vec<(f64, f64)> = GROWTH
            .iter()
            .map(|count| {
                let run = || passed(|| merged(&files[..*count], threads));
                let best = (0..5).map(|_| run()).min().unwrap();
                println!("{count:>6} files {best:>9.1?}");
                ((*count as f64).ln(), best.as_secs_f64().ln())
            })
            .collect();
        self.tell(
            "exponent of growth on all cores, 10 to 1,000 files",
            slope(&times),
            1.1,
        );
    }

    fn size(&mut self, file: &[u8]) {
        let json: serde_json::Value = serde_json::from_slice(file).unwrap();
        let mut plain = json;
        for record in plain["records"].as_array_mut().unwrap() {
            record.as_object_mut().unwrap().remove("edits");
        }
        let plain = serde_json::to_vec(&plain).unwrap();
        let (full, bare) = (gzip(file), gzip(&plain));
        println!(
            "one file {} bytes, gzip {full}; its readable part {} bytes, gzip {bare}",
            file.len(),
            plain.len()
        );
        self.tell(
            "gzip of a file with history / gzip of its readable part",
            full as f64 / bare as f64,
            2.0,
        );
    }
}

fn parse<P: for<'de> Deserialize<'de>>(files: &[Vec<u8>]) {
    files.iter().for_each(|file| parse_one::<P>(file));
}

fn parse_one<P: for<'de> Deserialize<'de>>(file: &[u8]) {
    black_box(serde_json::from_slice::<Raw<P>>(file).unwrap());
}

fn merged(files: &[Vec<u8>], threads: usize) -> Workbook {
    let mut workbook = Workbook::new();
    let read =
        |file: &Vec<u8>| -> Vec<_> { opened(file).edits.into_iter().map(Arc::new).collect() };
    ahead::in_order(files, threads, read, |_, edits| {
        workbook.join_shared(edits);
    });
    workbook
}

/// The time that passes, since several threads work; without what letting go of the result takes.
fn passed<T>(act: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(act());
    let time = start.elapsed();
    drop(made);
    time
}

fn opened(file: &[u8]) -> Opened {
    let opened = read(file).unwrap();
    assert!(opened.intact && opened.findings.is_empty());
    opened
}

fn read_and_join(files: &[Vec<u8>]) -> Workbook {
    let mut workbook = Workbook::new();
    for file in files {
        workbook.join(opened(file).edits);
    }
    workbook
}

fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = Clock::start();
    let made = black_box(act());
    (made, start.elapsed())
}

/// Counts this thread's time on a processor where the system tells it (Linux), so that a busy machine gives the same
/// ratios; else the time that passes.
enum Clock {
    Processor(Duration),
    Wall(Instant),
}

impl Clock {
    fn start() -> Self {
        Self::processor().map_or_else(|| Self::Wall(Instant::now()), Self::Processor)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Processor(start) => Self::processor().unwrap() - *start,
            Self::Wall(start) => start.elapsed(),
        }
    }

    fn processor() -> Option<Duration> {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
        Some(Duration::from_nanos(nanoseconds))
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The slope of the line with the least squared distances.
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let over: f64 = points
        .iter()
        .map(|point| (point.0 - x) * (point.1 - y))
        .sum();
    let under: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    over / under
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// The file of one group of a large event: the sample's texts, each told apart, with a twin.
fn group_file(list: &List, at: usize) -> Vec<u8> {
    let mut scribe = Scribe::of_group(at);
    let urdu: Vec<&str> = list
        .items
        .iter()
        .filter(|item| item.lang == "ur")
        .map(|item| item.text.as_str())
        .collect();
    for number in 0..RECOMMENDATIONS {
        let told = &list.items[(at * 7 + number) % list.items.len()];
        let draft = ListItem {
            text: format!("{} ({at}-{number})", told.text),
            lang: String::from("en"),
            translations: [(
                String::from("ur"),
                format!("{} ({at}-{number})", urdu[number % urdu.len()]),
            )]
            .into(),
            affected: Vec::new(),
            instruments: Vec::new(),
            rationale: None,
            indicator: None,
            ..told.clone()
        };
        scribe.draft(&draft, number % 4 == 0);
    }
    write(&scribe.workbook, FileKind::Workbook, "0.1.0")
}

/// The sample workshop as its groups have just drafted it: every text once, and all tags.
fn workshop_file(list: &List) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (at, group) in list.groups.iter().enumerate() {
        let mut scribe = Scribe::of_group(at);
        let items = list.items.iter();
        let drafted = items.filter(|item| item.group.as_ref() == Some(&group.id));
        for item in drafted {
            scribe.draft(item, false);
        }
        workbook.join_shared(scribe.workbook.edits().cloned());
    }
    write(&workbook, FileKind::Workbook, "0.1.0")
}

/// Somebody who drafts for a group: text and twin, tags one by one as they are chosen, some texts improved once.
struct Scribe {
    workbook: Workbook,
    group: ItemId,
    pen: Pen,
    now: i64,
    order: Option<String>,
    drafted: u64,
}

impl Scribe {
    fn of_group(at: usize) -> Self {
        let event = event_of_code("NAT");
        let mut workbook = Workbook::new();
        workbook.join(templates()[0].defaults(event));
        let group = group_of_slug(event, &format!("group-{at}"));
        let mut pen = Pen::new(SessionId(scrambled(at as u64)));
        let now = 1_802_851_200 + 60 * at as i64;
        let mut act = pen.act("typed", Some(now));
        act.introduce(&workbook, "0.1.0", "scribe", Some(group));
        act.set(&workbook, group, "event", Value::text(&event.to_string()));
        act.set(&workbook, group, "code", Value::text(&format!("G{at}")));
        act.set(
            &workbook,
            group,
            "title/en",
            Value::text(&format!("Group {at}")),
        );
        workbook.join(act.finish());
        Self {
            workbook,
            group,
            pen,
            now,
            order: None,
            drafted: 0,
        }
    }

    fn act(&mut self, seconds: i64, write: impl FnOnce(&mut Act<'_>, &Workbook)) {
        self.now += seconds;
        let mut act = self.pen.act("typed", Some(self.now));
        write(&mut act, &self.workbook);
        self.workbook.join(act.finish());
    }

    fn draft(&mut self, told: &ListItem, improved: bool) {
        self.drafted += 1;
        let half = |turn: u32| {
            u128::from(scrambled(
                self.pen.session().0.rotate_left(turn) ^ self.drafted,
            ))
        };
        let item = ItemId::new(Kind::REC, half(0) << 64 | half(17));
        let (group, number) = (self.group, self.drafted as i64);
        let event = event_of_code("NAT");
        let key = after(self.order.as_deref());
        self.order = Some(key.clone());
        let (lang, text) = (told.lang.as_str(), told.text.as_str());
        self.act(40, |act, workbook| {
            act.set(workbook, item, "event", Value::text(&event.to_string()));
            act.set(workbook, item, "group", Value::text(&group.to_string()));
            act.set(workbook, item, "number", Value::Int(number));
            act.set(workbook, item, "order", Value::text(&key));
            act.word(workbook, item, lang, text, Reach::default());
        });
        let sets = [
            ("addressees", &told.addressees),
            ("themes", &told.themes),
            ("affected", &told.affected),
            ("instruments", &told.instruments),
        ];
        for (field, terms) in sets {
            for term in terms {
                self.act(3, |act, workbook| {
                    act.toggle(workbook, item, field, term, true)
                });
            }
        }
        let single = [
            ("lead", &told.lead),
            ("issue", &told.issue),
            ("action", &told.action),
            ("horizon", &told.horizon),
        ];
        for (field, term) in single {
            if let Some(term) = term {
                self.act(3, |act, workbook| {
                    act.set(workbook, item, field, Value::text(term));
                });
            }
        }
        for (field, text) in [
            ("rationale", &told.rationale),
            ("indicator", &told.indicator),
        ] {
            if let Some(text) = text {
                self.act(25, |act, workbook| {
                    act.set(workbook, item, field, wording(lang, text));
                });
            }
        }
        for (other, text) in &told.translations {
            self.act(30, |act, workbook| {
                act.word(workbook, item, other, text, Reach::default());
            });
        }
        if improved {
            self.act(20, |act, workbook| {
                let better = format!("{text} This is to be reported once a year.");
                let reach = workbook.reach(item, &format!("wording/{lang}"));
                act.word(workbook, item, lang, &better, reach);
                for other in told.translations.keys() {
                    act.confirm_twin(workbook, item, other);
                }
            });
        }
    }
}

/// Bits that look random, the same in every run (splitmix64).
fn scrambled(seed: u64) -> u64 {
    let mut bits = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
