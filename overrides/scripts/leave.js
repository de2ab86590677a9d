// Leaves this site at once, by the link on top or by Shift three times, and never shows what was left again. It stands
// in the head of every page: it works before all else has come, and covers what was left before it is drawn.

const TIMES_LEFT = "times-left";
const PRESSES = 3;
const WITHIN = 5000; // milliseconds
const HELD = 1000; // milliseconds: Shift that is held longer is used for something else
const OPENS_A_MENU = 2; // a mouse's button
const PATIENCE = 3000; // milliseconds: after that, what did not lead away is asked to again, and then ever later

const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
const { classList } = document.documentElement;
const inFolder = location.protocol === "file:";

// In a folder each page is a site of its own for Firefox: there the tab's name keeps the number.
const timesInName = () => Number(window.name.split(`${TIMES_LEFT} `)[1]) || 0;

/** How often this site was left in this tab. A browser that keeps nothing for a tab counts none. */
const timesLeft = () => {
  try {
    return Math.max(timesInName(), Number(sessionStorage.getItem(TIMES_LEFT)));
  } catch {
    return timesInName();
  }
};

const countLeaving = () => {
  const times = timesLeft() + 1;
  if (inFolder) window.name = `${TIMES_LEFT} ${times}`;
  try {
    sessionStorage.setItem(TIMES_LEFT, String(times));
  } catch {
    // It leads away all the same: only what Back shows is then up to the browser.
  }
};

/** @returns {number | undefined} How often it had been left when the reader came to this entry of the history. */
const cameAfter = () => history.state?.cameAfter;

const numberEntry = () => {
  if (cameAfter() !== undefined) return;
  try {
    history.replaceState({ ...history.state, cameAfter: timesLeft() }, "");
  } catch {
    // Some browsers number only so many in a while.
  }
};

const cameBack = () => {
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return how?.type === "back_forward";
};

/** Whether this site was left after the reader came to this entry: nothing of it may be shown again. */
const wasLeft = () => {
  const before = cameAfter();
  return before === undefined ? cameBack() && timesLeft() > 0 : before < timesLeft();
};

// A page that hears of it while the browser keeps it whole is kept no more. (In Firefox it would come back with what the
// tab had stored before, and so would not know of it.)
const others = window.BroadcastChannel && new BroadcastChannel("left");

/** @param {string} away The page around this one is left too, where this one is shown within another. */
const replaceAll = (away) => {
  try {
    if (top !== window) top?.location.replace(away);
  } catch {
    // The browser keeps it from that.
  }
  location.replace(away);
};

// To ask again throws away what is on its way. So each time waits twice as long: a slow network needs that.
const goAway = (patience = PATIENCE) => {
  classList.add("left");
  document.title = "";
  replaceAll((!inFolder && navigator.onLine && dataset.leaveTo) || "about:blank");
  setTimeout(goAway, patience, 2 * patience);
};

const leave = () => {
  document.dispatchEvent(new Event("leave"));
  countLeaving();
  others?.postMessage("");
  goAway();
};

const leaveOrNumber = () => (wasLeft() ? goAway() : numberEntry());

/** @param {Event} event */
const leaveIfAsked = (event) => {
  const asked = event.target instanceof Element && event.target.closest("[data-leave]");
  if (!asked || /** @type {MouseEvent} */ (event).button === OPENS_A_MENU) return;
  event.preventDefault();
  leave();
};

/** @type {number[]} */
let presses = [];
let pressedAt = 0;

const sayHowManyAreLeft = () => {
  const said = document.querySelector("[data-leave-said]");
  if (said instanceof HTMLElement) said.textContent = said.dataset[presses.length] ?? "";
};

// Shift counts where it alone is pressed and let go: not with another key, a click or a wheel, and not when it is held.
const forgetPresses = () => {
  pressedAt = 0;
  if (!presses.length) return;
  presses = [];
  sayHowManyAreLeft();
};

/** @param {KeyboardEvent} event */
const press = ({ key, repeat, timeStamp, ctrlKey, altKey, metaKey }) => {
  if (key !== "Shift" || ctrlKey || altKey || metaKey) forgetPresses();
  else if (!repeat) pressedAt = timeStamp;
};

/** @param {KeyboardEvent} event */
const letGo = ({ key, timeStamp }) => {
  if (key !== "Shift" || !pressedAt) return;
  const held = timeStamp - pressedAt > HELD;
  pressedAt = 0;
  if (held) return forgetPresses();
  presses = [...presses.filter((each) => timeStamp - each < WITHIN), timeStamp];
  sayHowManyAreLeft();
  if (presses.length === PRESSES) leave();
};

leaveOrNumber();
addEventListener("hashchange", numberEntry);
// What the browser keeps whole while the reader is elsewhere comes back unseen, until it is known that it may be shown.
addEventListener("pagehide", () => classList.add("elsewhere"));
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) leaveOrNumber();
  classList.remove("elsewhere");
});
// By the middle button, too, which would open another tab and leave this one as it is.
for (const pressed of ["click", "auxclick"]) document.addEventListener(pressed, leaveIfAsked);
document.addEventListener("keydown", press);
document.addEventListener("keyup", letGo);
for (const sign of ["pointerdown", "wheel"]) document.addEventListener(sign, forgetPresses, { passive: true });
