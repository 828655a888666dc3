// Starts the app. Runs before the first paint: the policy for markup made by script, the stored language and theme,
// then the wasm module. It knows nothing of workbooks; what it cannot start, it says in both languages.
(function () {
  "use strict";
  var script = document.querySelector("script[data-js]");
  var page = document.documentElement;

  // Leptos builds its static templates from markup. None of them holds anything that can run, so markup that does
  // comes from somewhere else and is refused. Scripts are refused always: the policy has no createScript.
  if (window.trustedTypes && window.trustedTypes.createPolicy) {
    var active = /<(script|iframe|object|embed|link|meta|base|form)\b|\son\w+\s*=|javascript:|srcdoc/i;
    var worker = new URL("sw.js", script.src).href;
    window.trustedTypes.createPolicy("default", {
      createHTML: function (markup) {
        if (active.test(markup)) throw new TypeError("active markup refused");
        return markup;
      },
      createScriptURL: function (address) {
        var url = new URL(address, document.baseURI).href;
        if (url !== worker) throw new TypeError("script address refused");
        return url;
      },
    });
  }

  // The app sets these too; here they only keep the page from flashing in the other language or theme.
  try {
    var stored = JSON.parse(localStorage.getItem("rapporteur/preferences")) || {};
    if (stored.lang === "en" || stored.lang === "ur") {
      page.lang = stored.lang;
      page.dir = stored.lang === "ur" ? "rtl" : "ltr";
    }
    if (stored.theme === "auto" || stored.theme === "light" || stored.theme === "dark") {
      page.dataset.theme = stored.theme;
    }
  } catch (blocked) {
    // Storage is blocked or holds something else: the app says so itself.
  }

  function parsed() {
    return new Promise(function (resolve) {
      if (document.readyState !== "loading") resolve();
      else document.addEventListener("DOMContentLoaded", resolve, { once: true });
    });
  }

  Promise.all([import(new URL(script.dataset.js, document.baseURI).href), parsed()])
    .then(function (loaded) {
      return loaded[0].default({ module_or_path: new URL(script.dataset.wasm, document.baseURI).href });
    })
    .catch(function (reason) {
      console.error(reason);
      return parsed().then(function () {
        document.getElementById("not-started").hidden = false;
      });
    });
})();
