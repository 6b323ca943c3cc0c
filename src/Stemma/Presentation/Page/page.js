// The page is whole without this. It adds: folded text opens when a link leads into it, j and k go from finding to
// finding, the two sides of a shared passage light up together, and a choice of which reports to see side by side.
(() => {
  "use strict";
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();

  const stops = () => [...document.querySelectorAll("tr.shared, tr.collated, .wording, .claim, .timeline > li, article.text")].filter((e) => e.checkVisibility());
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key !== "j" && event.key !== "k") return;
    const edge = 80;
    const found = stops();
    const next = event.key === "j"
      ? found.find((e) => e.getBoundingClientRect().top > edge)
      : found.reverse().find((e) => e.getBoundingClientRect().top < edge - 20);
    if (!next) return;
    event.preventDefault();
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    scrollBy({ top: next.getBoundingClientRect().top - edge + 10 });
  });

  const hint = document.createElement("p");
  hint.textContent = "The keys j and k go from finding to finding.";
  document.querySelector("footer").append(hint);

  const twins = (row, on) => {
    for (const link of row.querySelectorAll(".label a")) document.getElementById(link.hash.slice(1))?.classList.toggle("twin", on);
  };
  for (const row of document.querySelectorAll("tr.shared")) {
    row.addEventListener("mouseenter", () => twins(row, true));
    row.addEventListener("mouseleave", () => twins(row, false));
  }

  const pairs = [...document.querySelectorAll(".pair")];
  const list = document.querySelector(".pairlist");
  if (pairs.length > 1 && list) {
    const tools = document.createElement("p");
    tools.className = "tools";
    const select = document.createElement("select");
    select.id = "choose";
    select.append(new Option("all pairs", ""));
    for (const pair of pairs) {
      const [a, b] = pair.querySelectorAll("h3 .report");
      select.append(new Option(`${a.textContent} → ${b.textContent}`, pair.id));
    }
    const label = document.createElement("label");
    label.htmlFor = "choose";
    label.textContent = "Compare";
    const show = (id) => { for (const pair of pairs) pair.hidden = id !== "" && pair.id !== id; };
    select.addEventListener("change", () => show(select.value));
    // A link into a pair that is hidden shows it again.
    addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      const pair = target?.closest(".pair");
      if (pair?.hidden) { select.value = pair.id; show(pair.id); target.scrollIntoView(); }
    });
    tools.append(label, select);
    list.before(tools);
  }
})();
