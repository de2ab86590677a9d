// Carries answers to Python in a worker, and shows what it says. Rules, ids and wording are Python's and the page's.
(() => {
  const checker = document.querySelector("behaviour-checker");
  if (!checker?.querySelector("form")) return;

  const workerAddress = window.packedWorker ?? new URL(checker.dataset.worker, document.currentScript.src);
  const find = (selector) => checker.querySelector(selector);
  const copyOf = (selector) => find(selector).content.cloneNode(true);
  const [form, ways] = ["form", "nav"].map(find);
  const parts = ["outcome", "progress", "status", "story", "summary", "undo"];
  const [outcome, progress, status, story, summary, undo] = parts.map((name) => find(`[data-${name}]`));
  const topics = [...form.querySelectorAll(".topic")];
  const seen = new Set();
  const written = new Map();
  let asked, followed, from, known, wanted, worker;
  let timers = [], cleared = [], kept = [], here = topics[0], sent = 0, all = false, returning = false;

  // Once Python has failed, nothing else is said.
  const say = (name) => {
    if (checker.dataset.state === "failed" && name !== "failed") return;
    status.replaceChildren(copyOf(`[data-message="${name}"]`));
  };
  const pairs = () => [...new FormData(form)].filter(([, value]) => value.trim());
  const answers = (question) =>
    [...question.querySelectorAll("input")].filter((each) => (each.type === "text" ? each.value.trim() : each.checked));

  const build = (node) => {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, attributes, ...children] = node;
    const reference = find(`[data-references="${tag}"]`);
    if (reference) {
      return reference.content.querySelector(`[data-ref="${attributes.ref}"]`).firstElementChild.cloneNode(true);
    }
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.map(build));
    return element;
  };

  const summarise = () => {
    const open = find("[data-blank]");
    for (const list of [summary, open]) list.replaceChildren();
    for (const question of form.querySelectorAll(".question")) {
      const row = copyOf("[data-row]");
      const asks = question.querySelector(".asks").textContent;
      const given = answers(question).filter(({ value }) => value);
      const said = given.map(({ type, value, labels }) => (type === "text" ? value : labels[0].textContent));
      const off = question.querySelector(".not-asked:not([hidden])");
      row.querySelector("dt").textContent = asks;
      row.querySelector("dd").textContent = off?.textContent ?? (said.join(", ") || open.dataset.blank);
      row.querySelector("a").setAttribute("href", `#${question.id}`);
      row.querySelector("a span").textContent = ` ${asks}`;
      (said.length ? summary : open).append(row);
    }
  };

  const send = (call, value) => {
    worker.postMessage({ id: ++sent, call, text: JSON.stringify(value) });
    return sent;
  };

  // Where the answers fall so far. Python says whether enough is known, once it is told what the reader has seen.
  const follow = () => {
    if (checker.dataset.state === "ready") followed = send("show_progress", { pairs: pairs(), put: [...seen] });
  };

  // Shows what the address names: a topic, all of them, or the result. It names no answer.
  const place = (moved) => {
    const to = document.getElementById(location.hash.slice(1));
    if (to === form || to === ways || topics.at(-1).contains(to)) all = to === form;
    if (!location.hash) here = topics[0];
    here = to?.closest(".topic") ?? here;
    const last = to === outcome && outcome.hasChildNodes();
    checker.classList.toggle("all", all);
    for (const topic of topics) {
      topic.hidden = all ? topic.contains(summary) : last || topic !== here;
      if (!topic.hidden) for (const { name } of topic.querySelectorAll("input")) seen.add(name);
    }
    outcome.hidden = !all && !last && checker.dataset.state !== "failed";
    for (const link of ways.querySelectorAll("a")) {
      const target = document.getElementById(link.hash.slice(1));
      const shown = target === ways ? !all : target === form ? all : !all && !last && here.contains(target);
      link.ariaCurrent = shown ? "step" : null;
    }
    summarise();
    follow();
    if (!moved || !checker.contains(to)) return;
    const control = to.matches(".question:not(.off)") && (answers(to)[0] ?? to.querySelector("input"));
    const heading = (last ? outcome : here).querySelector("[tabindex], h2");
    const focused = control || (to.matches("[tabindex]") && to !== outcome ? to : heading);
    if (!control) focused.tabIndex = -1;
    (control ? to : focused).scrollIntoView();
    focused.focus({ preventScroll: true });
  };

  const go = (id) => (location.hash === `#${id}` ? place(true) : (location.hash = id));

  // A result that comes when the reader has gone on is told of, not shown.
  const show = ({ tree }) => {
    wanted = null;
    status.replaceChildren();
    outcome.replaceChildren(build(tree));
    const now = new Date().toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
    outcome.querySelector("[data-now]")?.append(now);
    for (const field of outcome.querySelectorAll("[data-record] [aria-label]")) {
      field.value = field.nextElementSibling.textContent = written.get(field.ariaLabel) ?? "";
    }
    if (location.hash === from) go(outcome.id);
    else say("shown");
  };

  const put = () => {
    asked = send(wanted, pairs());
    setTimeout((id) => wanted && id === asked && fail("no answer in time"), checker.dataset.answersWithin, asked);
  };

  const ask = (call) => {
    wanted = call;
    from = location.hash;
    if (checker.dataset.state === "ready") return put();
    if (checker.dataset.state !== "loading") start();
    say("waiting");
  };

  const become = (state) => {
    timers.forEach(clearTimeout);
    checker.dataset.state = state;
    asked = known = null;
    progress.replaceChildren();
    say(state);
  };

  // With no Python: the worksheet, with the answers marked.
  const byHand = () => {
    const sheet = copyOf("[data-by-hand]");
    for (const [name, value] of pairs()) {
      sheet.querySelector(`[data-answer="${CSS.escape(name)}=${CSS.escape(value)}"]`)?.prepend(copyOf("[data-given]"));
    }
    outcome.replaceChildren(sheet);
    outcome.hidden = false;
  };

  const fail = (reason) => {
    console.warn(reason);
    become("failed");
    byHand();
  };

  const heard = ({ data }) => {
    if (data.failed) fail(data.failed);
    if (data.ready) {
      if (checker.dataset.state === "failed") outcome.replaceChildren();
      become("ready");
      if (wanted) put();
      follow();
    }
    const said = data.answer && JSON.parse(data.answer);
    if (said && data.id === asked) show(said);
    if (said && data.id === followed && data.answer !== known) {
      known = data.answer;
      progress.replaceChildren(...(said.tree ? [build(said.tree)] : []));
    }
  };

  const start = () => {
    worker?.terminate();
    if (checker.dataset.state === "failed") {
      outcome.replaceChildren();
      place();
    }
    become("loading");
    const { slowAfter, failsAfter } = checker.dataset;
    timers = [setTimeout(say, slowAfter, "slow"), setTimeout(() => fail("no answer in time"), failsAfter)];
    try {
      worker = new Worker(workerAddress, { type: window.packedWorker ? "classic" : "module" });
      worker.onmessage = heard;
      worker.onerror = (event) => fail(event.message ?? "the worker could not be loaded");
    } catch (error) {
      fail(String(error));
    }
  };

  const startOnce = () => checker.dataset.state === "idle" && start();

  const refresh = (given = new FormData(form)) => {
    for (const question of form.querySelectorAll("[data-not-when]")) {
      const [name, value] = question.dataset.notWhen.split("=");
      const answered = answers(question).some((control) => control.value);
      const off = given.get(name) === value && !answered && !question.contains(document.activeElement);
      question.classList.toggle("off", off);
      question.querySelector(".not-asked").hidden = !off;
      for (const control of question.querySelectorAll("input")) control.disabled = off;
    }
  };

  // What was shown or asked for was of other answers than these.
  const forget = () => {
    outcome.replaceChildren();
    asked = from = null;
    if (checker.dataset.state === "failed") byHand();
    if (checker.dataset.state === "ready" && wanted) put();
  };

  const restore = (values) => {
    form.reset();
    for (const [name, value] of values) {
      const age = form.querySelector(`[type="text"][name="${name}"]`);
      if (age) age.value = value;
      else form.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
    }
    refresh();
  };

  const fill = (values) => {
    restore(values);
    story.hidden = !values.length;
    wanted = null;
    forget();
    place();
  };

  const copy = async () => {
    const record = outcome.querySelector("[data-record]");
    try {
      await navigator.clipboard.writeText(record.innerText);
      say("copied");
    } catch {
      getSelection().selectAllChildren(record);
      say("not-copied");
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asked && outcome.hasChildNodes() ? go(outcome.id) : ask("show_form");
  });
  form.addEventListener("input", () => {
    undo.hidden = true;
    if (outcome.hasChildNodes()) say("changed");
    refresh();
    forget();
    follow();
  });
  find("[data-clear]").addEventListener("click", () => {
    if (pairs().length) cleared = pairs();
    fill([]);
    undo.hidden = !cleared.length;
    say("cleared");
  });
  undo.addEventListener("click", () => {
    fill(cleared);
    undo.hidden = true;
    say("restored");
    find("[data-clear]").focus();
  });
  outcome.addEventListener("input", ({ target }) => {
    written.set(target.ariaLabel, target.value);
    target.nextElementSibling.textContent = target.value;
  });
  checker.addEventListener("click", (event) => {
    const { target } = event;
    if (target.matches("[data-retry]")) start();
    if (target.matches("[data-copy]")) copy();
    if (target.matches("[data-print]")) {
      document.documentElement.classList.add("record-alone");
      print();
    }
    const link = target.closest("a[href^='#']");
    if (!link) return;
    if (!link.matches("[data-next]")) returning = Boolean(link.closest(".summary"));
    const { hash } = returning && link.matches("[data-next]") ? ways.querySelector("p a:last-child") : link;
    if (checker.contains(document.getElementById(hash.slice(1)))) {
      event.preventDefault();
      go(hash.slice(1));
    }
  });
  addEventListener("afterprint", () => document.documentElement.classList.remove("record-alone"));
  addEventListener("hashchange", () => {
    if (!location.hash || checker.contains(document.getElementById(location.hash.slice(1)))) place(true);
  });

  // WebKit keeps the page while the reader is away, but empties its form when they are back.
  addEventListener("pagehide", () => (kept = pairs()));
  addEventListener("pageshow", ({ persisted }) => persisted && setTimeout(() => restore(kept)));

  document.addEventListener("leave", () => {
    worker?.terminate();
    become("idle");
    cleared = [];
    written.clear();
    fill([]);
  });

  for (const element of checker.querySelectorAll("[data-needs-script]")) element.hidden = false;
  place();

  // At the first sign that somebody will want it, or when the page has nothing else to do.
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  for (const sign of ["focusin", "pointerdown"]) form.addEventListener(sign, startOnce);
  window.addEventListener("load", () => whenIdle(startOnce));

  const named = new URLSearchParams(location.search).get("example");
  if (named !== null) {
    const example = [...checker.querySelectorAll("[data-example]")].find((each) => each.dataset.example === named);
    story.replaceChildren(example ? example.content.cloneNode(true) : copyOf('[data-message="missing"]'));
    story.hidden = false;
    if (example) {
      fill(JSON.parse(example.dataset.pairs));
      ask("show_example");
    }
  }
})();
