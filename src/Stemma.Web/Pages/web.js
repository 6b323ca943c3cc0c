// The app is whole without this, too: it adds the keys [ and ] for the screens before and after,
// n and p for the places of a collation, / for the filter, ? for a sheet of all keys.
(() => {
  "use strict";
  const keys = [
    ["j, k", "the next, the last finding of a screen"],
    ["n, p", "the next, the last place of a collation"],
    ["[, ]", "the screen before, the screen after"],
    ["/", "the filter of the stories"],
    ["?", "this sheet; Escape closes it"],
  ];
  const sheet = document.createElement("dialog");
  sheet.setAttribute("aria-labelledby", "keys-h");
  const head = document.createElement("h2");
  head.id = "keys-h";
  head.textContent = "Keys";
  const list = document.createElement("dl");
  for (const [key, what] of keys) {
    const term = document.createElement("dt");
    term.textContent = key;
    const about = document.createElement("dd");
    about.textContent = what;
    list.append(term, about);
  }
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", () => sheet.close());
  sheet.append(head, list, close);
  document.body.append(sheet);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "?") {
      if (sheet.open) sheet.close();
      else sheet.showModal();
    }
    if (sheet.open) return;
    if (event.key === "/") {
      const filter = document.querySelector("#q");
      if (!filter) return;
      event.preventDefault();
      filter.focus();
    }
    if (event.key === "n" || event.key === "p") {
      // From one place of variation to the next, from wherever the reader is.
      const places = [...document.querySelectorAll(".variant")];
      const edge = 120;
      const to = event.key === "n" ? places.find((e) => e.getBoundingClientRect().top > edge + 5) : places.findLast((e) => e.getBoundingClientRect().top < edge - 5);
      if (!to) return;
      event.preventDefault();
      to.focus({ preventScroll: true });
      scrollBy({ top: to.getBoundingClientRect().top - edge });
    }
    if (event.key === "[" || event.key === "]") {
      const screens = [...document.querySelectorAll("body > nav a")];
      const here = screens.findIndex((a) => a.hasAttribute("aria-current"));
      const to = here < 0 ? undefined : screens[here + (event.key === "]" ? 1 : -1)];
      if (to) location.assign(to.href);
    }
  });
})();
