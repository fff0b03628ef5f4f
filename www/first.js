// The first view, before the module is there. It stands in the document as a template, the same as the views make it, and
// what is done with it meanwhile (files, fields, a press, the focus) is handed on to them.

const SLOW = "Rollcall is starting…";
const FORMAT = "rollcall-settings";

export const root = document.getElementById("rollcall");

const HIDDEN = /\p{C}|\p{Zl}|\p{Zp}/u; // characters that are not seen

/// Files that were chosen or dropped, each list with the input it is for.
const chosen = [];
let pressed; // the button that was pressed last
let began; // the address then
let shown; // the view, while there are no others
let views; // what came in its place

/// The values of its fields, if it is what the views begin with. They are of the last visit's settings.
function fields() {
  if (location.hash && location.hash !== "#source") return undefined;
  try {
    // After files, and after an older version's visit, there is more to say.
    if (sessionStorage.getItem("rollcall.files") || localStorage.getItem("rollcall.company")) return undefined;
    const { format, formatVersion, source, company } = JSON.parse(localStorage.getItem("rollcall.settings") ?? "{}");
    // Of another version the views make what they can.
    if ((format ?? FORMAT) !== FORMAT || (formatVersion ?? 1) !== 1) return undefined;
    return { "source-field": source ?? "", domain: company?.primaryDomain ?? "", zone: company?.defaultTimeZone ?? "" };
  } catch {
    return undefined;
  }
}

function begin() {
  const values = fields();
  if (!values) return say(SLOW);
  began = location.href;
  root.replaceChildren(document.getElementById("first").content.cloneNode(true));
  shown = root.firstElementChild;
  for (const [id, value] of Object.entries(values)) {
    const field = document.getElementById(id);
    field.value = value;
    field.dataset.first = field.value;
  }
  shown.addEventListener("submit", (event) => event.preventDefault());
  shown.addEventListener("click", ({ target }) => press(target.closest("button, .step")));
  // Whoever chose may have opened the browser's own window before the views came.
  shown.addEventListener("change", ({ target }) => target.type === "file" && take(target.id, [...target.files]));
  for (const [name, act] of Object.entries(DRAGS)) addEventListener(name, act);
}

const DRAGS = {
  dragover(event) {
    event.preventDefault();
    root.classList.add("dropping");
  },
  dragleave() {
    root.classList.remove("dropping");
  },
  drop(event) {
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
    root.classList.remove("dropping");
    take(event.target.closest?.(".slot-members") ? "members" : "exports", [...event.dataTransfer.files]);
  },
};

function press(on) {
  if (!on) return;
  // Where a step leads stands in the address.
  if (on.localName === "button") pressed = on;
  tell(SLOW);
}

function take(id, files) {
  if (files.length === 0) return;
  if (views) return give(id, files);
  chosen.push([id, files]);
  const [file, ...more] = chosen.flatMap(([, files]) => files);
  // What hides in a name, or turns the text around it, the views can tell.
  const one = HIDDEN.test(file.name) ? "1 file" : file.name;
  tell(`${more.length > 0 ? `${more.length + 1} files` : one}: read as soon as Rollcall has started`);
}

/// Says something in the first view, to be seen and to be heard.
function tell(text) {
  for (const place of [".drop-hint", "[role=status]"]) shown.querySelector(place).textContent = text;
}

/// Says something where there is no view.
function say(text) {
  const wait = document.createElement("p");
  wait.className = "boot";
  wait.textContent = text;
  root.replaceChildren(wait);
}

/// Makes the views in the place of the first one, and hands on to them what was done.
export function hand(make) {
  if (!shown) {
    root.replaceChildren();
    return make();
  }
  for (const [name, act] of Object.entries(DRAGS)) removeEventListener(name, act);
  root.classList.remove("dropping");
  const focused = document.activeElement;
  const [left, top] = [scrollX, scrollY];
  root.replaceChildren();
  // The views begin where the first one stands, and go from there where the address leads by now.
  const asked = location.href;
  if (asked !== began) history.replaceState(history.state, "", began);
  views = make();
  for (const field of shown.querySelectorAll("[data-first]")) type(field, field === focused);
  const button = pressed && twin(pressed);
  for (const [id, files] of chosen) give(id, files);
  button?.click();
  if (asked !== began) {
    history.replaceState(history.state, "", asked);
    dispatchEvent(new HashChangeEvent("hashchange", { oldURL: began, newURL: asked }));
  }
  // Where something else took the focus, it has it.
  if (shown.contains(focused) && document.activeElement === document.body) focus(focused);
  if (scrollX !== left || scrollY !== top) scrollTo(left, top);
  return views;
}

/// What stands in the place of an element now.
function twin(element) {
  if (element.id) return document.getElementById(element.id);
  const path = [];
  for (let at = element; at !== shown; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
  const found = path.reduce((at, place) => at?.children[place], root.firstElementChild);
  return found?.localName === element.localName && found.textContent === element.textContent ? found : undefined;
}

/// What was typed stands in the field that is there now. Who is still typing has not left it.
function type(field, typing) {
  const other = twin(field);
  if (!other || field.value === field.dataset.first) return;
  other.value = field.value;
  other.dispatchEvent(new Event("input", { bubbles: true }));
  if (!typing || field.localName === "select") other.dispatchEvent(new Event("change", { bubbles: true }));
}

function give(id, files) {
  views.add(files, id === "members");
}

function focus(element) {
  const other = twin(element);
  if (!other) return;
  other.focus({ preventScroll: true });
  if (element.type === "text") other.setSelectionRange(element.selectionStart, element.selectionEnd);
}

begin();
