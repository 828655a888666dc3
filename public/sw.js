// Keeps the site for use without a network. One immutable list of files with their digests, put in when the site is
// built; a file that is missing or another one fails the installation, and the version that works stays. It never takes
// over by itself: a page asks for it, after it has saved.
"use strict";

var FILES = [];
var CACHE = "rapporteur-" + "unbuilt";

function hex(buffer) {
  return Array.from(new Uint8Array(buffer), function (byte) {
    return byte.toString(16).padStart(2, "0");
  }).join("");
}

async function keep(cache, file) {
  var response = await fetch(new Request(file[0], { cache: "no-store", redirect: "error" }));
  if (!response.ok) throw new Error(file[0] + ": " + response.status);
  var digest = hex(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  if (digest !== file[1]) throw new Error(file[0] + ": not the file of this version");
  await cache.put(file[0], response);
}

async function install() {
  // A version of this name that is here already is whole and may be in use: it is not this installation's to delete.
  var whole = await caches.has(CACHE);
  try {
    var cache = await caches.open(CACHE);
    for (var file of FILES) await keep(cache, file);
  } catch (reason) {
    if (!whole) await caches.delete(CACHE);
    throw reason;
  }
}

// Versions before this one, once a page of this one has started.
async function forget() {
  for (var name of await caches.keys()) {
    if (name.startsWith("rapporteur-") && name !== CACHE) await caches.delete(name);
  }
}

async function answer(request) {
  var cache = await caches.open(CACHE);
  var wanted = request.mode === "navigate" ? "./" : request.url.split("#")[0].split("?")[0];
  var held = await cache.match(new URL(wanted, self.registration.scope).href);
  return held || fetch(request);
}

self.addEventListener("install", function (event) {
  event.waitUntil(install());
});
self.addEventListener("message", function (event) {
  if (event.data === "take-over") self.skipWaiting();
  if (event.data === "started") event.waitUntil(forget());
});
self.addEventListener("fetch", function (event) {
  var here = event.request.url.startsWith(self.registration.scope);
  if (event.request.method === "GET" && here) event.respondWith(answer(event.request));
});
