// Puts the examples in the order, and leaves the ones, that the address asks for.
(() => {
  const form = document.querySelector("[data-choose]");
  if (!form) return;
  const list = document.querySelector("[data-cases]");
  const cases = [...list.children];

  // The same order for the same number, in every browser (mulberry32).
  const shuffled = (seed) => {
    const key = () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return (t ^ (t >>> 14)) >>> 0;
    };
    return cases.map((each) => [key(), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
  };

  const asked = new URLSearchParams(location.search);
  const order = (asked.get("order") ?? "").trim();
  const wrong = order && !/^\d{1,9}$/.test(order);
  for (const field of form.elements) if (field.name && asked.get(field.name)) field.value = asked.get(field.name);
  list.append(...(order && !wrong ? shuffled(Number(order)) : cases));
  for (const each of cases) {
    const fits = (name) => !asked.get(name) || each.dataset[name].split(" ").includes(asked.get(name));
    each.hidden = !["step", "topic"].every(fits);
  }
  form.querySelector("[data-none]").hidden = cases.some((each) => !each.hidden);
  form.querySelector("[data-wrong]").hidden = !wrong;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    location.search = new URLSearchParams(chosen);
  });
  document.addEventListener("leave", () => list.querySelectorAll("input").forEach((each) => (each.checked = false)));
  form.hidden = false;
})();
