// The app is whole without this, too: it adds the keys [ and ] for the screens before and after, / for the filter.
(() => {
  "use strict";
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "/") {
      const filter = document.querySelector("#q");
      if (!filter) return;
      event.preventDefault();
      filter.focus();
    }
    if (event.key === "[" || event.key === "]") {
      const screens = [...document.querySelectorAll("body > nav a")];
      const here = screens.findIndex((a) => a.hasAttribute("aria-current"));
      const to = here < 0 ? undefined : screens[here + (event.key === "]" ? 1 : -1)];
      if (to) location.assign(to.href);
    }
  });
})();
