// The linked figure: the rides with a line, beside the place of that line in the loss. One moves with
// the other. All of it happens in the page: no kernel is asked.
//
// A line is [w] or [w, b], w in €/km and b in €; rides are { x: [km], y: [€] }.

// --- gradient descent ---

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const fare = ([w, b = 0], x) => w * x + b;

const errors = (rides, line) => rides.x.map((x, i) => fare(line, x) - rides.y[i]);

export const loss = (rides, line) => mean(errors(rides, line).map((error) => error ** 2));

export function gradient(rides, line) {
  const twice = errors(rides, line).map((error) => 2 * error);
  const slopes = [mean(twice.map((error, i) => error * rides.x[i])), mean(twice)];
  return slopes.slice(0, line.length);
}

export function step(rides, line, lr) {
  const slopes = gradient(rides, line);
  return line.map((value, i) => value - lr * slopes[i]);
}

// --- numbers and words ---

const NAMES = ["w", "b"];
const UNITS = ["€/km", "€"];
const SLOPE_UNITS = ["€·km", "€"];

function written(number, digits = 3) {
  const size = Math.abs(number);
  const unsigned = size < 1e5 ? size.toFixed(digits) : size.toExponential(2);
  return number < 0 && Number(unsigned) > 0 ? `−${unsigned}` : unsigned;
}

function inBrackets(number) {
  const text = written(number);
  return text.startsWith("−") ? `(${text})` : text;
}

const value = (line, i) => `${NAMES[i]} = ${written(line[i])} ${UNITS[i]}`;

const slope = (slopes, i) => `dL/d${NAMES[i]} = ${written(slopes[i])} ${SLOPE_UNITS[i]}`;

function update(line, slopes, lr, i) {
  const [name, now, change] = [NAMES[i], written(line[i]), inBrackets(slopes[i])];
  const next = `${written(line[i] - lr * slopes[i])} ${UNITS[i]}`;
  return `next ${name} = ${name} − lr · dL/d${name} = ${now} − ${written(lr)} · ${change} = ${next}`;
}

const HINT =
  "Move a big dot with the mouse, or with Tab and the arrow keys (Shift: ten times as far). " +
  "The ring shows the next step.";

const steps = (count) => (count === 1 ? "1 step" : `${count} steps`);

// --- elements and axes ---

const SVG = "http://www.w3.org/2000/svg";
const PLOT = { left: 60, right: 350, top: 8, bottom: 238 };
const FAR = 1e4; // pixels: what lies further out is not seen anyway

const clamp = (number, [low, high]) => Math.min(Math.max(number, low), high);

function set(element, attributes) {
  for (const [name, content] of Object.entries(attributes)) element.setAttribute(name, content);
}

function add(parent, name, attributes = {}, content = "") {
  const space = name === "svg" ? SVG : parent.namespaceURI;
  const element = document.createElementNS(space, name);
  set(element, attributes);
  element.textContent = content;
  return parent.appendChild(element);
}

/** From the numbers between `ends` to the pixels `from` to `to`, and back. */
function scale({ ends }, from, to) {
  const perUnit = (to - from) / (ends[1] - ends[0]);
  return {
    ends,
    pixel: (number) => clamp(from + (number - ends[0]) * perUnit, [-FAR, FAR]),
    number: (pixel) => ends[0] + (pixel - from) / perUnit,
  };
}

function drawAxes(svg, x, y, across, up) {
  const { left, right, top, bottom } = PLOT;
  const group = add(svg, "g", { class: "axes", "aria-hidden": "true" });
  for (const tick of across.ticks) {
    const at = x.pixel(tick);
    add(group, "line", { x1: at, x2: at, y1: top, y2: bottom });
    add(group, "text", { x: at, y: bottom + 16, class: "middle" }, written(tick, across.digits));
  }
  for (const tick of up.ticks) {
    const at = y.pixel(tick);
    add(group, "line", { x1: left, x2: right, y1: at, y2: at });
    add(group, "text", { x: left - 9, y: at + 4, class: "end" }, written(tick, up.digits));
  }
  const below = { x: (left + right) / 2, y: bottom + 34, class: "middle" };
  add(group, "text", below, across.label);
  const turned = `translate(9 ${(top + bottom) / 2}) rotate(-90)`;
  add(group, "text", { transform: turned, class: "middle" }, up.label);
}

let panels = 0; // each clips by an id of its own

/** A picture with two axes, `x` and `y`; what is added to `inside` ends at them. */
function addPanel(parent, title, across, up) {
  const { left, right, top, bottom } = PLOT;
  const box = add(parent, "div", { class: "half" });
  add(box, "p", { class: "title" }, title);
  const svg = add(box, "svg", { viewBox: "0 0 360 280", role: "group", "aria-label": title });
  const [x, y] = [scale(across, left, right), scale(up, bottom, top)];
  drawAxes(svg, x, y, across, up);
  const id = `downhill-panel-${(panels += 1)}`;
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  add(add(svg, "clipPath", { id }), "rect", area);
  const inside = add(svg, "g", { "clip-path": `url(#${id})` });
  const ground = add(inside, "rect", { ...area, class: "ground" });
  return { svg, inside, ground, x, y };
}

const points = ({ x, y }, places) =>
  places.map(([h, v]) => `${x.pixel(h)},${y.pixel(v)}`).join(" ");

// --- handles ---

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** A knob for the arrow keys; `push` gets how far to go right and up, in small steps. */
function addHandle({ svg }, name, push) {
  const handle = add(svg, "g", {
    class: "handle",
    tabindex: 0,
    role: "slider",
    "aria-label": name,
  });
  add(handle, "circle", { r: 16, class: "reach" });
  add(handle, "circle", { r: 7, class: "knob" });
  handle.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    push(...arrow.map((way) => way * (event.shiftKey ? 10 : 1)));
  });
  return handle;
}

/** Have `move` called with the numbers under the pointer while it holds `element`. */
function onDrag({ svg, x, y }, element, handle, move) {
  const follow = (event) => {
    const pointer = new DOMPoint(event.clientX, event.clientY);
    const at = pointer.matrixTransform(svg.getScreenCTM().inverse());
    move(x.number(at.x), y.number(at.y));
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    follow(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (element.hasPointerCapture(event.pointerId)) follow(event);
  });
  element.addEventListener("pointerup", () => handle.focus());
}

/** Put `handle` at `h`, `v`, or at the edge of the panel; `now` and `spoken` are what it says. */
function place(handle, { x, y }, [h, v], [now, [low, high]], spoken) {
  const [left, top] = [x.pixel(clamp(h, x.ends)), y.pixel(clamp(v, y.ends))];
  set(handle, { transform: `translate(${left} ${top})`, "aria-valuetext": spoken });
  set(handle, { "aria-valuenow": now, "aria-valuemin": low, "aria-valuemax": high });
}

// --- the two panels; each returns what draws it anew ---

function addRides(parent, figure) {
  const { rides, axes } = figure;
  const panel = addPanel(parent, "Each square is one ride’s share of the loss", axes.x, axes.y);
  const { inside, x, y } = panel;
  const squares = rides.x.map(() => add(inside, "rect", { class: "square" }));
  const line = add(inside, "line", { class: "line" });
  const grip = add(inside, "line", { class: "grip" });
  for (const [i, distance] of rides.x.entries()) {
    const at = { cx: x.pixel(distance), cy: y.pixel(rides.y[i]) };
    add(inside, "circle", { ...at, r: 4, class: "ride" });
  }

  const turn = (h, v) => figure.move([(v - (figure.line[1] ?? 0)) / Math.max(h, x.ends[1] / 20)]);
  const shift = (h, v) => figure.move([figure.line[0], v - figure.line[0] * h]);
  const end = addHandle(panel, "End of the line, turns it", (h, v) => figure.push(h + v, 0));
  onDrag(panel, end, end, turn);
  let foot;
  if (axes.b) {
    foot = addHandle(panel, "Line at 0 km, shifts it", (h, v) => figure.push(0, h + v));
    onDrag(panel, foot, foot, (_, v) => shift(0, v));
    onDrag(panel, grip, foot, shift);
  } else {
    onDrag(panel, grip, end, turn);
  }

  return () => {
    const now = figure.line;
    squares.forEach((square, i) => {
      const [a, b] = [y.pixel(fare(now, rides.x[i])), y.pixel(rides.y[i])];
      const [side, at] = [Math.abs(a - b), x.pixel(rides.x[i])];
      const isRight = rides.x[i] > mean(x.ends); // where there is more room on the left
      set(square, { x: isRight ? at - side : at, y: Math.min(a, b), width: side, height: side });
    });
    const [[x1, y1], [x2, y2]] = x.ends.map((h) => [x.pixel(h), y.pixel(fare(now, h))]);
    for (const drawn of [line, grip]) set(drawn, { x1, y1, x2, y2 });
    const [w, b = 0] = now;
    const height = clamp(fare(now, x.ends[1]), y.ends); // where the line ends or leaves the panel
    const exit = [w === 0 ? x.ends[1] : (height - b) / w, height];
    place(end, panel, exit, figure.range(0), value(now, 0));
    if (foot) place(foot, panel, [0, b], figure.range(1), value(now, 1));
  };
}

function addLoss(parent, figure) {
  const { rides, axes } = figure;
  const title = axes.b
    ? "Every line is one point of the valley"
    : "Every line is one point on the curve of the loss";
  const panel = addPanel(parent, title, axes.w, axes.b ?? axes.loss);
  const { inside, ground, x, y } = panel;
  for (const curve of figure.curves) {
    const kind = axes.b ? "curve ring" : "curve";
    add(inside, "polyline", { class: kind, points: points(panel, curve) });
  }
  const path = add(inside, "polyline", { class: "path" });
  const dots = add(inside, "path", { class: "dots" });
  const ahead = add(inside, "line", { class: "ahead" });
  const next = add(inside, "circle", { r: 5, class: "next" });
  const name = axes.b ? "Line as a point, left and right: w, up and down: b" : "Line as a point";
  const point = addHandle(panel, name, (h, v) =>
    axes.b ? figure.push(h, v) : figure.push(h + v, 0),
  );
  for (const held of [ground, point]) onDrag(panel, held, point, (h, v) => figure.move([h, v]));
  const at = (line) => (axes.b ? line : [line[0], loss(rides, line)]);

  return () => {
    const places = figure.path.map(at);
    set(path, { points: points(panel, places) });
    set(dots, { d: places.map(([h, v]) => `M${x.pixel(h)} ${y.pixel(v)}h0`).join("") });
    const [now, then] = [at(figure.line), at(step(rides, figure.line, figure.lr))];
    set(ahead, { x1: x.pixel(now[0]), y1: y.pixel(now[1]) });
    set(ahead, { x2: x.pixel(then[0]), y2: y.pixel(then[1]) });
    set(next, { cx: x.pixel(then[0]), cy: y.pixel(then[1]) });
    const spoken = figure.line.map((_, i) => value(figure.line, i)).join(", ");
    place(point, panel, now, figure.range(0), spoken);
  };
}

// --- below them ---

function addControls(parent, figure) {
  const { rates } = figure;
  const row = add(parent, "div", { class: "controls" });
  const label = add(row, "label", {}, "learning rate lr ");
  const range = { type: "range", min: rates.step, max: rates.max, step: rates.step };
  const slider = add(label, "input", range);
  slider.value = figure.lr;
  slider.addEventListener("input", () => figure.setRate(Number(slider.value)));
  const shown = add(label, "output");
  const buttons = add(row, "div", { class: "buttons" });
  add(buttons, "button", { type: "button" }, "Step").addEventListener("click", () =>
    figure.stepOnce(),
  );
  const run = add(buttons, "button", { type: "button" }, "Run");
  run.addEventListener("click", () => (figure.running ? figure.stop() : figure.run()));
  add(buttons, "button", { type: "button" }, "Reset").addEventListener("click", () =>
    figure.reset(),
  );
  return () => {
    shown.textContent = `${written(figure.lr)} ${rates.unit}`;
    run.textContent = figure.running ? "Pause" : "Run";
  };
}

function addNumbers(parent, figure) {
  const { rides } = figure;
  const numbers = add(parent, "div", { class: "numbers" });
  const first = add(numbers, "p");
  const rows = figure.line.map(() => add(numbers, "p"));
  const note = add(numbers, "p", { class: "note" });
  const spoken = add(parent, "p", { class: "spoken", "aria-live": "polite" });
  let waiting;
  const height = () => `loss = ${written(loss(rides, figure.line))} €²`;
  const speak = () => {
    const slopes = gradient(rides, figure.line);
    const said = figure.line.map((_, i) => `${value(figure.line, i)}, ${slope(slopes, i)}`);
    const count = steps(figure.path.length - 1);
    spoken.textContent = [`${count}: ${height()}`, ...said, figure.note].filter(Boolean).join(". ");
  };
  return () => {
    const { line, lr, path } = figure;
    const slopes = gradient(rides, line);
    first.textContent = `${height()} after ${steps(path.length - 1)}`;
    rows.forEach((row, i) => {
      row.textContent = `${value(line, i)}, ${slope(slopes, i)}: ${update(line, slopes, lr, i)}`;
    });
    note.textContent = figure.note;
    clearTimeout(waiting); // who listens wants the place where it stops, not all on the way
    waiting = setTimeout(speak, 400);
  };
}

// --- what can be done ---

const ARRIVED = 5e-4; // every part of the gradient that is smaller is shown as 0.000
const LONGEST_RUN = 5000;
const PAUSE = 60; // milliseconds between two pictures of a run

/** Where the line is, how it came there, and the ways to move it; each calls `changed`. */
class Descent {
  constructor(given, changed) {
    Object.assign(this, given, { changed, line: given.start, path: [given.start] });
    this.note = "";
    this.running = 0; // the number of the next picture of a run
    this.bounds = [given.axes.w, given.axes.b].map((axis) => axis?.ends);
  }

  /** The number `i` of the line and where it can be, as handles need it. */
  range(i) {
    return [this.line[i], this.bounds[i]];
  }

  moveTo(line) {
    this.pause();
    Object.assign(this, { line, path: [line], note: "" });
    this.changed();
  }

  /** Put the line near `wanted`, as [w] or [w, b]; numbers get no more digits than can be seen. */
  move(wanted) {
    const line = this.line.map((number, i) => {
      const [low, high] = this.bounds[i];
      const grain = 10 ** Math.floor(Math.log10((high - low) / 300));
      const rounded = Math.round((wanted[i] ?? number) / grain) * grain;
      return clamp(Number(rounded.toFixed(9)), [low, high]);
    });
    this.moveTo(line);
  }

  /** Move w and b by so many hundredths of what is seen. */
  push(...hundredths) {
    const size = ([low, high]) => (high - low) / 100;
    this.move(this.line.map((number, i) => number + hundredths[i] * size(this.bounds[i])));
  }

  reset() {
    this.moveTo(this.start);
  }

  setRate(lr) {
    Object.assign(this, { lr, note: "" });
    this.changed();
  }

  hasLeft() {
    const isOut = this.line.some((number, i) => clamp(number, this.bounds[i]) !== number);
    const next = step(this.rides, this.line, this.lr);
    return isOut && loss(this.rides, next) > loss(this.rides, this.line);
  }

  hasArrived() {
    return gradient(this.rides, this.line).every((part) => Math.abs(part) < ARRIVED);
  }

  /** One step, if it does not lead from outside the picture further out; whether more can follow. */
  advance() {
    if (this.hasLeft()) {
      this.note = "The point left the picture, and each step makes the loss larger.";
      return false;
    }
    this.line = step(this.rides, this.line, this.lr);
    this.path.push(this.line);
    this.note = this.hasArrived() ? "It has arrived: the gradient is 0.000." : "";
    return !this.note;
  }

  stepOnce() {
    this.pause();
    this.advance();
    this.changed();
  }

  pause() {
    cancelAnimationFrame(this.running);
    this.running = 0;
  }

  stop() {
    this.pause();
    this.changed();
  }

  /** Step until there is a reason to stop, slowly at first; at once for who wants no motion. */
  run() {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let [left, last] = [LONGEST_RUN, -Infinity];
    const show = (time) => {
      this.running = requestAnimationFrame(show);
      if (time - last < PAUSE) return;
      last = time;
      let todo = isStill ? left : Math.min(left, 1 + Math.floor((LONGEST_RUN - left) / 25));
      left -= todo;
      while (todo > 0 && this.advance()) todo -= 1;
      if (this.note || left === 0) this.pause();
      this.changed();
    };
    this.running = requestAnimationFrame(show);
    this.changed();
  }
}

function render({ model, el }) {
  const root = add(el, "div", { class: "downhill-linked", role: "group" });
  root.setAttribute("aria-label", "Rides and loss, to be moved");
  const parts = [];
  let waiting = 0;
  const draw = () => {
    waiting = 0;
    for (const part of parts) part();
  };
  const drawSoon = () => (waiting ||= requestAnimationFrame(draw));
  const figure = new Descent(model.get("figure"), drawSoon);
  const row = add(root, "div", { class: "panels" });
  parts.push(addRides(row, figure), addLoss(row, figure));
  add(root, "p", {}, HINT);
  parts.push(addControls(root, figure), addNumbers(root, figure));
  for (const focused of root.querySelectorAll("[tabindex], input, button")) {
    focused.setAttribute("data-lm-suppress-shortcuts", "true"); // JupyterLab's keys, such as arrows
  }
  draw();
  return () => {
    figure.pause();
    cancelAnimationFrame(waiting);
  };
}

export default { render };
