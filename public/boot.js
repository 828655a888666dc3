// Starts the app. Runs before the first paint: the policy against markup made by script, the stored language and theme,
// then the wasm module. Where that does not start, or fails later, nothing is saved any more, and the rescue page takes
// over: it wraps what the browser holds into a file, as it stands, without knowing what it means.
(function () {
  "use strict";
  var script = document.currentScript;
  var page = document.documentElement;

  // Nothing here makes markup or scripts out of text, so the policy allows the service worker's address and nothing else.
  if (window.trustedTypes && window.trustedTypes.createPolicy) {
    // In the single file there is no such address, and no worker.
    var worker = new URL("sw.js", script.src || document.baseURI).href;
    window.trustedTypes.createPolicy("default", {
      createScriptURL: function (address) {
        if (new URL(address, document.baseURI).href !== worker) throw new TypeError("script address refused");
        return worker;
      },
    });
  }

  // The languages of the interface, and where their lines begin.
  var LANGUAGES = { en: "ltr", ur: "rtl", ps: "rtl" };
  var IN_PROGRAM = ["en", "ur"];
  // How the page can look; the style knows these names.
  var LOOKS = {
    theme: ["auto", "light", "dark", "contrast", "contrast-dark"],
    size: ["normal", "large", "projector"],
    face: ["nastaliq", "naskh"],
    keys: ["on", "off"],
  };

  var lang = "";
  // Here, so that the page never flashes in another language or look; the app sets them when somebody chooses.
  try {
    var stored = JSON.parse(localStorage.getItem("rapporteur/preferences")) || {};
    if (Object.prototype.hasOwnProperty.call(LANGUAGES, stored.lang)) {
      page.lang = lang = stored.lang;
      page.dir = LANGUAGES[stored.lang];
    }
    Object.keys(LOOKS).forEach(function (name) {
      if (LOOKS[name].indexOf(stored[name]) >= 0) page.dataset[name] = stored[name];
    });
  } catch (blocked) {
    // Storage is blocked or holds something else: the app says so itself.
  }

  function element(id) {
    return document.getElementById(id);
  }

  // What a program leaves that failed: a panic tells, a trap or an overflow of the stack only shows.
  var stopped = false;
  var started = false;
  addEventListener("rapporteur-crash", function () {
    stop("stopped");
  });
  addEventListener("error", function (event) {
    if (isTrap(event.error)) stop("stopped");
  });
  addEventListener("unhandledrejection", function (event) {
    if (isTrap(event.reason)) stop("stopped");
  });
  var patience = setTimeout(function () {
    if (!started && !stopped) rescue("slow");
  }, 15000);

  function isTrap(reason) {
    if (!reason || typeof WebAssembly !== "object") return false;
    // Names of engines: V8 and JavaScriptCore, then SpiderMonkey.
    var overflow = reason instanceof RangeError && /call stack/i.test(reason.message);
    return reason instanceof WebAssembly.RuntimeError || overflow || reason.name === "InternalError";
  }

  function stop(why) {
    if (stopped) return;
    stopped = true;
    // What is half changed must not be kept, whoever still calls the program.
    function refuse() {
      throw new DOMException("the program failed", "InvalidStateError");
    }
    [
      ["IDBObjectStore", ["add", "put", "delete", "clear"]],
      ["Storage", ["setItem", "removeItem", "clear"]],
      ["BroadcastChannel", ["postMessage"]],
    ].forEach(function (kind) {
      var known = window[kind[0]];
      if (known)
        kind[1].forEach(function (name) {
          known.prototype[name] = refuse;
        });
    });
    addEventListener(
      "beforeunload",
      function (event) {
        event.stopImmediatePropagation();
      },
      true
    );
    rescue(why);
  }

  function rescue(why) {
    page.dataset.rescue = why;
    parsed().then(function () {
      opened();
      var part = element("rescue");
      part.querySelectorAll("[data-when]").forEach(function (line) {
        line.hidden = line.dataset.when !== why;
      });
      element("rescue-reload").onclick = function () {
        location.reload();
      };
      // Where the browser keeps nothing this is the only place the text is in.
      var field = document.querySelector("#main textarea");
      var text = (stopped && field && field.value) || "";
      element("rescue-typed").hidden = !text || text.length > 65536;
      element("rescue-text").value = text.slice(0, 65536);
      part.hidden = false;
      if (stopped) element("rescue-title").focus();
      look(offer);
    });
  }

  // A store that does not answer keeps nobody from what the journal holds; what it answers later is offered then.
  function look(take) {
    var kept = keptByStore();
    function tell(held) {
      found(held).then(take);
    }
    inTime(kept)
      .catch(function (reason) {
        console.error(reason);
        kept.then(tell, function () {});
        return [];
      })
      .then(tell);
  }

  function inTime(answer) {
    var late = new Promise(function (_, refuse) {
      setTimeout(refuse, 5000, new Error("no answer"));
    });
    return Promise.race([answer, late]);
  }

  // The app asks for a copy of one workbook: of what it cannot read itself.
  addEventListener("rapporteur-rescue", function (event) {
    look(function (all) {
      var book = all.books.find(function (one) {
        return one.id === event.detail;
      });
      dispatchEvent(new CustomEvent("rapporteur-rescued", { detail: book ? save(book) : "" }));
    });
  });

  function offer(all) {
    var books = all.books;
    var list = element("rescue-books");
    var row = element("rescue-book").content.firstElementChild;
    var here = location.hash.split("/")[2];
    books.sort(function (a, b) {
      return (b.id === here) - (a.id === here);
    });
    list.replaceChildren.apply(
      list,
      books.map(function (book) {
        var made = row.cloneNode(true);
        made.querySelector("bdi").textContent = book.label;
        made.querySelector("button").onclick = function () {
          save(book);
        };
        return made;
      })
    );
    element("rescue-nothing").hidden = books.length > 0 || all.lacking;
    element("rescue-unread").hidden = !all.lacking;
  }

  function save(book) {
    var lines = book.records.map(function (record) {
      return JSON.stringify(record);
    });
    var text =
      '{"format":"rapporteur-rescue",\n"formatVersion":1,\n"minReader":1,\n"workbook":' +
      JSON.stringify(book.meta) +
      ',\n"records":[\n' +
      lines.join(",\n") +
      "\n]}\n";
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    var moment = new Date().toISOString().slice(0, 19).replace(/:/g, "").replace("T", "_");
    link.download = (isNeutral() ? "document_" : "rescue_") + moment + ".json";
    element("rescue").append(link);
    link.click();
    link.remove();
    document.querySelectorAll("#rescue-saved bdi").forEach(function (name) {
      name.textContent = link.download;
    });
    element("rescue-saved").hidden = false;
    return link.download;
  }

  // Whether somebody wants names of files that say nothing, as the app has it now.
  function isNeutral() {
    try {
      return read(localStorage.getItem("rapporteur/preferences")).neutral === true;
    } catch (blocked) {
      return false;
    }
  }

  // All that is kept, by workbook: acts and texts of the store, then those of the journal, which stand behind it; and
  // whether something of it could not be read. `held` is what the store answered: nothing for what it did not.
  async function found(held) {
    var books = new Map();
    var lacking = !held[0] || !held[1] || !held[2];
    function book(id) {
      if (!books.has(id)) books.set(id, { id: id, label: "", meta: "", records: [] });
      return books.get(id);
    }
    var elsewhere = await inTime(alive()).catch(function () {
      return new Set();
    });
    function pending(id, session, text) {
      // Who still types goes on typing: that text is not finished.
      if (!elsewhere.has("rapporteur-session-" + session)) book(id).records.push({ from: "pending", session: session, text: text });
    }
    (held[0] || []).forEach(function (pair) {
      var into = book(pair[0]);
      into.meta = pair[1];
      into.label = read(pair[1]).label || "";
    });
    (held[1] || []).forEach(function (pair) {
      var act = pair[1] || {};
      book(pair[0][0]).records.push({ from: "store", batch: act.batch, key: act.key, text: act.text });
    });
    (held[2] || []).forEach(function (pair) {
      pending(pair[0][0], pair[0][1], pair[1]);
    });
    try {
      Object.keys(localStorage)
        .sort()
        .forEach(function (key) {
          var name = key.split("/");
          var kept = name.length > 3 && name[0] === "rapporteur" && read(localStorage.getItem(key));
          if (!kept) return;
          if (name[3] === "act")
            book(name[1]).records.push({ from: "journal", session: name[2], batch: kept.batch, text: kept.text });
          else if (name[3] === "pending") pending(name[1], name[2], kept);
        });
    } catch (blocked) {
      lacking = true;
    }
    return { books: Array.from(books.values()), lacking: lacking };
  }

  function read(text) {
    try {
      return JSON.parse(text) || {};
    } catch (damaged) {
      return {};
    }
  }

  // The names of locks that other tabs hold: their sessions are alive.
  async function alive() {
    var others = new Set();
    if (!navigator.locks) return others;
    await navigator.locks.request("rapporteur-rescue", { mode: "shared" }, async function () {
      var held = (await navigator.locks.query()).held;
      var here = held.filter(function (lock) {
        return lock.name === "rapporteur-rescue";
      });
      var own = here.length === 1 && here[0].clientId;
      held.forEach(function (lock) {
        if (lock.clientId !== own) others.add(lock.name);
      });
    });
    return others;
  }

  // Keys and values of the three stores; none where there is no database, which is not made here, and nothing for a store
  // that the database lacks.
  function keptByStore() {
    return new Promise(function (resolve, refuse) {
      var names = ["workbooks", "acts", "pending"];
      var isNew = false;
      var open = indexedDB.open("rapporteur");
      function failed(event) {
        event.preventDefault();
        refuse(event.target.error || new Error("not read"));
      }
      open.onblocked = failed;
      open.onupgradeneeded = function () {
        isNew = true;
        open.transaction.abort();
      };
      open.onerror = function (event) {
        if (isNew) resolve([[], [], []]);
        else failed(event);
      };
      open.onsuccess = function () {
        try {
          var there = names.filter(function (name) {
            return open.result.objectStoreNames.contains(name);
          });
          var reading = open.result.transaction(there);
          var asked = names.map(function (name) {
            if (there.indexOf(name) < 0) return null;
            var store = reading.objectStore(name);
            return [store.getAllKeys(), store.getAll()];
          });
          reading.onabort = failed;
          reading.oncomplete = function () {
            open.result.close();
            resolve(
              asked.map(function (pair) {
                return (
                  pair &&
                  pair[0].result.map(function (key, at) {
                    return [key, pair[1].result[at]];
                  })
                );
              })
            );
          };
        } catch (reason) {
          refuse(reason);
        }
      };
    });
  }

  function opened() {
    var note = element("opening");
    if (note) note.remove();
  }

  // Keeps the site for use without a network, and tells the app when another version waits. The app saves first. What it
  // returns comes when the site is kept, or when it is known that nothing keeps it.
  function keep() {
    // A page without a manifest is not the whole site: nothing keeps it.
    if (!("serviceWorker" in navigator) || !document.querySelector("link[rel=manifest]")) return Promise.resolve();
    var workers = navigator.serviceWorker;
    var waiting = null;
    var asked = false;
    function tell() {
      page.dataset.update = "ready";
      dispatchEvent(new Event("rapporteur-update"));
    }
    if (workers.controller) workers.controller.postMessage("started");
    workers.addEventListener("controllerchange", function () {
      if (asked) location.reload();
      // Another tab took the new version: this page is of the old one.
      else if (waiting) tell();
    });
    // Erasing everything from the laptop takes the program's own files along.
    addEventListener("rapporteur-forget", function () {
      workers.getRegistrations().then(function (all) {
        all.forEach(function (one) {
          if (one.scope === new URL("./", script.src).href) one.unregister();
        });
      });
      caches.keys().then(function (names) {
        names.forEach(function (name) {
          if (name.indexOf("rapporteur") === 0) caches.delete(name);
        });
      });
    });
    addEventListener("rapporteur-take-over", function () {
      asked = true;
      if (waiting && waiting.state === "installed") waiting.postMessage("take-over");
      else location.reload();
    });
    return workers.register(new URL("sw.js", script.src).href, { updateViaCache: "none" }).then(
      function (registration) {
        function look() {
          // Without a controller it is the first visit: nothing older is in use.
          if (!registration.waiting || !workers.controller) return;
          waiting = registration.waiting;
          tell();
        }
        look();
        registration.addEventListener("updatefound", function () {
          if (registration.installing) registration.installing.addEventListener("statechange", look);
        });
        return workers.ready;
      },
      function (reason) {
        console.warn("no use without a network: " + reason);
      }
    );
  }

  // Tells the app when there is time to load the parts of the program that are not needed yet. On a first visit not before
  // the worker keeps the site: then they are there, and are not fetched twice.
  function rest(kept) {
    var patience = new Promise(function (resolve) {
      setTimeout(resolve, 20000);
    });
    Promise.race([kept, patience]).then(function () {
      (window.requestIdleCallback || setTimeout)(function () {
        dispatchEvent(new Event("rapporteur-rest"));
      });
    });
  }

  function parsed() {
    return new Promise(function (resolve) {
      if (document.readyState !== "loading") resolve();
      else document.addEventListener("DOMContentLoaded", resolve, { once: true });
    });
  }

  // A language that is not in the program lies beside it; without it the program speaks English. In the single file it is
  // there already. The program looks for it on the page.
  function speaking() {
    var name = lang + ".ftl";
    if (!lang || IN_PROGRAM.indexOf(lang) >= 0 || element("file:" + name)) return Promise.resolve();
    var said = fetch(name).then(function (got) {
      return got.ok ? got.text() : "";
    });
    // Whoever waits for it longer than this has no network to speak of.
    var late = new Promise(function (resolve) {
      setTimeout(resolve, 4000, "");
    });
    return Promise.all([Promise.race([said, late]), parsed()])
      .then(function (got) {
        if (!got[0]) return;
        var held = document.createElement("data");
        held.id = "file:" + name;
        held.hidden = true;
        held.textContent = got[0];
        document.body.append(held);
      })
      .catch(function (reason) {
        console.warn("no messages: " + reason);
      });
  }

  // From the site: two files, fetched side by side. From the single file: what stands in it. Parts the glue loads itself.
  function load() {
    if (script.dataset.js) {
      return Promise.all([import(new URL(script.dataset.js, document.baseURI).href), parsed(), speaking()]).then(function (loaded) {
        return loaded[0].default({ module_or_path: new URL(script.dataset.wasm, document.baseURI).href });
      });
    }
    return parsed().then(function () {
      var program = document.getElementById("program");
      var bytes = Uint8Array.from(atob(program.textContent), function (letter) {
        return letter.charCodeAt(0);
      });
      program.remove();
      return window.rapporteurStart({ module_or_path: bytes });
    });
  }

  if (typeof WebAssembly !== "object") stop("unsupported");
  else
    load()
      .then(function () {
        if (stopped) return;
        started = true;
        clearTimeout(patience);
        opened();
        // It was slow, but it works.
        element("rescue").hidden = true;
        delete page.dataset.rescue;
        rest(keep());
      })
      .catch(function (reason) {
        console.error(reason);
        stop(reason instanceof WebAssembly.CompileError ? "unsupported" : "failed");
      });
})();
