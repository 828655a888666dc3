
// The parts of the program: each is a few files, of which parts may share some. Put in here when the site is built.
const PARTS = {};
const files = new Map();

// Of the single file from itself. Of the site from the worker, which on a first visit has the file before it serves the page.
async function bytes(file) {
    const held = document.getElementById(`part:${file}`);
    if (held) return Uint8Array.from(atob(held.textContent), (letter) => letter.charCodeAt(0));
    const address = new URL(file, import.meta.url).href;
    const kept = "caches" in globalThis && (await caches.match(address).catch(() => undefined));
    const answer = kept || (await fetch(address));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer;
}

async function link(file) {
    const imports = { __wasm_split: wasm };
    const found = await bytes(file);
    if (found instanceof Uint8Array) return WebAssembly.instantiate(found, imports);
    const streams = found.headers.get("content-type") === "application/wasm";
    return streams
        ? WebAssembly.instantiateStreaming(found, imports)
        : WebAssembly.instantiate(await found.arrayBuffer(), imports);
}

// Once each, however many ask; what failed is tried again by whoever asks again.
function need(file) {
    if (!files.has(file)) {
        const linked = link(file);
        files.set(file, linked);
        linked.catch(() => files.delete(file));
    }
    return files.get(file);
}

function loader(part) {
    return async (callback, data) => {
        const done = await Promise.all(PARTS[part].map(need)).then(
            () => true,
            (reason) => {
                console.warn(`part ${part} was not loaded: ${reason}`);
                return false;
            },
        );
        wasm.__indirect_function_table.get(callback)(data, done);
    };
}

const loaders = Object.fromEntries(Object.keys(PARTS).map((part) => [`__wasm_split_load_${part}`, loader(part)]));
