// Carries answers to Python in a worker and shows what it says. Rules, ids and wording are Python's and the page's.
(() => {
  const checker = document.querySelector("behaviour-checker");
  if (!checker?.querySelector("form")) return;

  const workerAddress = new URL(checker.dataset.worker, document.currentScript.src);
  const find = (selector) => checker.querySelector(selector);
  const form = find("form");
  const outcome = find("[data-outcome]");
  const undo = find("[data-undo]");
  let worker;
  let timers = [];
  let asked = 0;
  let waiting = null;
  let cleared = [];

  const say = (name) => find("[data-status]").replaceChildren(find(`[data-message="${name}"]`).content.cloneNode(true));
  const pairs = () => [...new FormData(form)].filter(([, value]) => value.trim());

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

  const show = ({ tree }) => {
    find("[data-status]").replaceChildren();
    outcome.replaceChildren(build(tree));
    const heading = outcome.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
  };

  const ask = (call) => {
    const question = { id: ++asked, call, text: JSON.stringify(pairs()) };
    if (checker.dataset.state === "ready") {
      worker.postMessage(question);
    } else {
      waiting = question;
      if (checker.dataset.state !== "loading") start();
      say("waiting");
    }
  };

  const become = (state) => {
    timers.forEach(clearTimeout);
    checker.dataset.state = state;
    say(state);
  };

  const fail = (reason) => {
    console.warn(reason);
    become("failed");
  };

  const heard = ({ data }) => {
    if (data.failed) fail(data.failed);
    if (data.ready) {
      become("ready");
      if (waiting) worker.postMessage(waiting);
      waiting = null;
    }
    if (data.id === asked && data.answer) show(JSON.parse(data.answer));
  };

  const start = () => {
    worker?.terminate();
    become("loading");
    const after = (name, act) => setTimeout(act, Number(checker.dataset[name]));
    timers = [
      after("slowAfter", () => say("slow")),
      after("failsAfter", () => fail("no answer in time")),
    ];
    try {
      worker = new Worker(workerAddress, { type: "module" });
      worker.onmessage = heard;
      worker.onerror = (event) => fail(event.message ?? "the worker could not be loaded");
    } catch (error) {
      fail(String(error));
    }
  };

  const startOnce = () => {
    if (checker.dataset.state === "idle") start();
  };

  const refresh = () => {
    const given = new FormData(form);
    for (const question of form.querySelectorAll("[data-not-when]")) {
      const [name, value] = question.dataset.notWhen.split("=");
      const controls = [...question.querySelectorAll("input")];
      const answered = controls.some((control) => (control.type === "text" ? control.value : control.checked && control.value));
      const off = given.get(name) === value && !answered;
      question.classList.toggle("off", off);
      question.querySelector(".not-asked").hidden = !off;
      for (const control of controls) control.disabled = off;
    }
  };

  // What was shown or asked for was of other answers than these.
  const forget = () => {
    outcome.replaceChildren();
    asked++;
    waiting = null;
    refresh();
  };

  const fill = (values) => {
    form.reset();
    for (const [name, value] of values) {
      for (const control of form.querySelectorAll(`[name="${name}"]`)) {
        if (control.type === "text") control.value = value;
        else if (control.value === value) control.checked = true;
      }
    }
    forget();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask("show_form");
  });
  form.addEventListener("input", () => {
    undo.hidden = true;
    if (outcome.hasChildNodes() || waiting) say("changed");
    forget();
  });
  find("[data-clear]").addEventListener("click", () => {
    cleared = pairs();
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
  checker.addEventListener("click", (event) => {
    if (event.target.matches("[data-retry]")) start();
    const link = event.target.closest('a[href^="#"]');
    const question = link && outcome.contains(link) && document.getElementById(link.hash.slice(1));
    if (question) {
      event.preventDefault();
      const control = question.querySelector("input:checked") ?? question.querySelector("input");
      question.scrollIntoView();
      control.focus({ preventScroll: true });
    }
  });

  for (const element of checker.querySelectorAll("[data-needs-script]")) element.hidden = false;
  refresh();

  document.addEventListener("leave", () => {
    worker?.terminate();
    cleared = [];
    fill([]);
  });

  // At the first sign that somebody will want it, or when the page has nothing else to do.
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  form.addEventListener("focusin", startOnce);
  form.addEventListener("pointerdown", startOnce);
  window.addEventListener("load", () => whenIdle(startOnce));

  const wanted = new URLSearchParams(location.search).get("example");
  if (wanted !== null) {
    const example = [...checker.querySelectorAll("[data-example]")].find((each) => each.dataset.example === wanted);
    if (example) {
      find("[data-story]").replaceChildren(example.content.cloneNode(true));
      find("[data-story]").hidden = false;
      fill(JSON.parse(example.dataset.pairs));
      ask("show_example");
    } else {
      say("missing");
    }
  }
})();
