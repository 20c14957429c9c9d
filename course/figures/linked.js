// The linked figure: the rides with a line, beside the place of that line in the loss. Whoever moves
// one sees the other move. All of it happens in the page: no kernel is asked.
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

const inBrackets = (number) => (number < 0 ? `(${written(number)})` : written(number));

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
const PLOT = { left: 50, right: 350, top: 8, bottom: 238 };
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
  const turned = `translate(11 ${(top + bottom) / 2}) rotate(-90)`;
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

const points = ({ x, y }, places) => places.map(([h, v]) => `${x.pixel(h)},${y.pixel(v)}`).join(" ");

// --- handles ---

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** A knob for the arrow keys; `push` gets how far to go right and up, in small steps. */
function addHandle({ svg }, name, push) {
  const handle = add(svg, "g", { class: "handle", tabindex: 0, role: "slider", "aria-label": name });
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

/** Put `handle` where it belongs, or at the edge of the panel, and have it say what it stands for. */
function place(handle, { x, y }, [h, v], [now, [low, high]], spoken) {
  const [left, top] = [x.pixel(clamp(h, x.ends)), y.pixel(clamp(v, y.ends))];
  set(handle, { transform: `translate(${left} ${top})`, "aria-valuetext": spoken });
  set(handle, { "aria-valuenow": now, "aria-valuemin": low, "aria-valuemax": high });
}

// --- the two panels; each returns what draws it anew ---

function addRides(parent, figure) {
  const { rides, axes, state } = figure;
  const panel = addPanel(parent, "Each square is one ride’s share of the loss", axes.x, axes.y);
  const { inside, x, y } = panel;
  const squares = rides.x.map(() => add(inside, "rect", { class: "square" }));
  const line = add(inside, "line", { class: "line" });
  const grip = add(inside, "line", { class: "grip" });
  for (const [i, distance] of rides.x.entries()) {
    const at = { cx: x.pixel(distance), cy: y.pixel(rides.y[i]) };
    add(inside, "circle", { ...at, r: 4, class: "ride" });
  }

  const turn = (h, v) => figure.move([(v - (state.line[1] ?? 0)) / Math.max(h, x.ends[1] / 20)]);
  const shift = (h, v) => figure.move([state.line[0], v - state.line[0] * h]);
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
    const now = state.line;
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
    place(end, panel, [w === 0 ? x.ends[1] : (height - b) / w, height], figure.range(0), value(now, 0));
    if (foot) place(foot, panel, [0, b], figure.range(1), value(now, 1));
  };
}

function addLoss(parent, figure) {
  const { rides, axes, state } = figure;
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
    const places = state.path.map(at);
    set(path, { points: points(panel, places) });
    set(dots, { d: places.map(([h, v]) => `M${x.pixel(h)} ${y.pixel(v)}h0`).join("") });
    const [now, then] = [at(state.line), at(step(rides, state.line, state.lr))];
    set(ahead, { x1: x.pixel(now[0]), y1: y.pixel(now[1]) });
    set(ahead, { x2: x.pixel(then[0]), y2: y.pixel(then[1]) });
    set(next, { cx: x.pixel(then[0]), cy: y.pixel(then[1]) });
    const spoken = state.line.map((_, i) => value(state.line, i)).join(", ");
    place(point, panel, now, figure.range(0), spoken);
  };
}

// --- below them ---

function addControls(parent, figure) {
  const { state, rates } = figure;
  const row = add(parent, "div", { class: "controls" });
  const label = add(row, "label", {}, "learning rate lr ");
  const range = { type: "range", min: rates.step, max: rates.max, step: rates.step };
  const slider = add(label, "input", range);
  slider.value = state.lr;
  slider.addEventListener("input", () => figure.setRate(Number(slider.value)));
  const shown = add(label, "output");
  const buttons = add(row, "div", { class: "buttons" });
  add(buttons, "button", { type: "button" }, "Step").addEventListener("click", figure.stepOnce);
  const run = add(buttons, "button", { type: "button" }, "Run");
  run.addEventListener("click", () => (state.running ? figure.pause() : figure.run()));
  add(buttons, "button", { type: "button" }, "Reset").addEventListener("click", figure.reset);
  return () => {
    shown.textContent = `${written(state.lr)} ${rates.unit}`;
    run.textContent = state.running ? "Pause" : "Run";
  };
}

function addNumbers(parent, figure) {
  const { rides, state } = figure;
  const numbers = add(parent, "div", { class: "numbers" });
  const first = add(numbers, "p");
  const rows = state.line.map(() => add(numbers, "p"));
  const note = add(numbers, "p", { class: "note" });
  const spoken = add(parent, "p", { class: "spoken", "aria-live": "polite" });
  let waiting;
  const height = () => `loss = ${written(loss(rides, state.line))} €²`;
  const speak = () => {
    const slopes = gradient(rides, state.line);
    const said = state.line.map((_, i) => `${value(state.line, i)}, ${slope(slopes, i)}`);
    const count = steps(state.path.length - 1);
    spoken.textContent = [`${count}: ${height()}`, ...said, state.note].filter(Boolean).join(". ");
  };
  return () => {
    const { line, lr, path } = state;
    const slopes = gradient(rides, line);
    first.textContent = `${height()} after ${steps(path.length - 1)}`;
    rows.forEach((row, i) => {
      row.textContent = `${value(line, i)}, ${slope(slopes, i)}: ${update(line, slopes, lr, i)}`;
    });
    note.textContent = state.note;
    clearTimeout(waiting); // who listens wants the place where it stops, not all on the way
    waiting = setTimeout(speak, 400);
  };
}

// --- what can be done ---

const ARRIVED = 5e-4; // every part of the gradient that is smaller is shown as 0.000
const LONGEST_RUN = 5000;
const PAUSE = 60; // milliseconds between two pictures of a run

/** The figure's state and the ways to change it; each ends with `changed()`. */
function makeFigure(given, changed) {
  const bounds = [given.axes.w, given.axes.b].map((axis) => axis?.ends);
  const range = (i) => [state.line[i], bounds[i]];
  const state = { line: given.start, path: [given.start], lr: given.lr, note: "", running: 0 };

  const isOut = () => state.line.some((number, i) => clamp(number, bounds[i]) !== number);
  const hasLeft = () => {
    const next = step(given.rides, state.line, state.lr);
    return isOut() && loss(given.rides, next) > loss(given.rides, state.line);
  };
  const hasArrived = () => gradient(given.rides, state.line).every((g) => Math.abs(g) < ARRIVED);

  function restart(line) {
    pause();
    Object.assign(state, { line, path: [line], note: "" });
    changed();
  }
  function move(wanted) {
    const line = state.line.map((number, i) => {
      const grain = 10 ** Math.floor(Math.log10((bounds[i][1] - bounds[i][0]) / 300));
      const rounded = Math.round((wanted[i] ?? number) / grain) * grain;
      return clamp(Number(rounded.toFixed(9)), bounds[i]);
    });
    restart(line);
  }
  function push(...small) {
    const size = (i) => (bounds[i][1] - bounds[i][0]) / 100;
    move(state.line.map((number, i) => number + small[i] * size(i)));
  }
  function advance() {
    if (hasLeft()) {
      state.note = "The point left the picture, and each step makes the loss larger.";
      return false;
    }
    state.line = step(given.rides, state.line, state.lr);
    state.path.push(state.line);
    state.note = hasArrived() ? "It has arrived: the gradient is 0.000." : "";
    return true;
  }
  function stepOnce() {
    pause();
    advance();
    changed();
  }
  function pause() {
    cancelAnimationFrame(state.running);
    state.running = 0;
  }
  function run() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let [done, last] = [0, -Infinity];
    const frame = (time) => {
      let todo = time - last < PAUSE ? 0 : still ? LONGEST_RUN : 1 + Math.floor(done / 25);
      if (todo) last = time;
      for (; todo > 0 && state.running; todo -= 1) {
        done += 1;
        if (!advance() || hasArrived() || done === LONGEST_RUN) state.running = 0;
      }
      if (state.running) state.running = requestAnimationFrame(frame);
      changed();
    };
    state.running = requestAnimationFrame(frame);
    changed();
  }
  function setRate(lr) {
    Object.assign(state, { lr, note: "" });
    changed();
  }
  return { ...given, state, range, move, push, setRate, stepOnce, run, pause, reset: () => restart(given.start) };
}

function render({ model, el }) {
  const root = add(el, "div", { class: "downhill-linked", role: "group" });
  root.setAttribute("aria-label", "Rides and loss, to be moved");
  let waiting = 0;
  const parts = [];
  const draw = () => {
    waiting = 0;
    for (const part of parts) part();
  };
  const figure = makeFigure(model.get("figure"), () => (waiting ||= requestAnimationFrame(draw)));
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
