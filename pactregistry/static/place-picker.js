/* Picks a place on a small map of the city's known places; the fields under it do the same without it. */
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const SIZE = 400;
  const KM_PER_DEGREE = 111.2;

  function make(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    parent.append(made);
    return made;
  }

  function begin(root) {
    const field = (name) => root.querySelector(`[name=${name}]`);
    const longitude = field("longitude");
    const latitude = field("latitude");
    const centre = [Number(root.dataset.longitude), Number(root.dataset.latitude)];
    const high = Number(root.dataset.reach) / KM_PER_DEGREE;
    const wide = high / Math.cos((centre[1] * Math.PI) / 180);
    const places = [...root.querySelectorAll("[data-places] li")].map((item) => item.dataset);
    const frame = root.querySelector("[data-map]");

    const toX = (degrees) => ((degrees - centre[0]) / wide + 1) * (SIZE / 2);
    const toY = (degrees) => (1 - (degrees - centre[1]) / high) * (SIZE / 2);
    const map = make("svg", {
      viewBox: `0 0 ${SIZE} ${SIZE}`, class: "pr-picker", tabindex: "0", role: "application",
      "aria-label": frame.dataset.label,
    }, frame);
    for (let line = 0; line <= SIZE; line += SIZE / 8) {
      make("path", { class: "pr-picker-grid", d: `M${line} 0V${SIZE}M0 ${line}H${SIZE}` }, map);
    }
    // A name stands where it covers no other; where there is no room the list has it.
    const taken = [];
    function label(text, x, y) {
      const long = text.length * 7;
      const ways = [[x + 9, y + 4], [x - 9 - long, y + 4], [x - long / 2, y - 10], [x - long / 2, y + 20]];
      const free = ways.find(([left, base]) => left > 0 && left + long < SIZE && !taken.some(
        (other) => left < other[0] + other[2] && other[0] < left + long && Math.abs(base - other[1]) < 14));
      if (!free) return;
      taken.push([...free, long]);
      make("text", { class: "pr-picker-name", x: free[0], y: free[1], textLength: long }, map).textContent = text;
    }
    for (const place of places) {
      const x = toX(Number(place.longitude));
      const y = toY(Number(place.latitude));
      make("circle", { class: "pr-picker-place", cx: x, cy: y, r: 5 }, map);
      label(place.name, x, y);
    }
    const mark = make("circle", { class: "pr-picker-mark", r: 9, visibility: "hidden" }, map);
    const help = document.createElement("p");
    help.className = "form-text";
    help.textContent = frame.dataset.help;
    frame.prepend(help);
    frame.hidden = false;

    function draw() {
      const known = longitude.value !== "" && latitude.value !== "";
      mark.setAttribute("visibility", known ? "visible" : "hidden");
      if (!known) return;
      mark.setAttribute("cx", toX(Number(longitude.value.replace(",", "."))));
      mark.setAttribute("cy", toY(Number(latitude.value.replace(",", "."))));
    }

    function put(east, north) {
      longitude.value = east.toFixed(5);
      latitude.value = north.toFixed(5);
      field("place").value = "";
      draw();
      longitude.dispatchEvent(new Event("input", { bubbles: true }));
    }

    map.addEventListener("click", (event) => {
      const box = map.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 2 - 1;
      const y = ((event.clientY - box.top) / box.height) * 2 - 1;
      put(centre[0] + x * wide, centre[1] - y * high);
    });
    map.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (!way) return;
      event.preventDefault();
      const far = event.shiftKey ? 0.1 : 0.01;
      const east = longitude.value === "" ? centre[0] : Number(longitude.value.replace(",", "."));
      const north = latitude.value === "" ? centre[1] : Number(latitude.value.replace(",", "."));
      put(east + way[0] * far * wide, north + way[1] * far * high);
    });
    field("place").addEventListener("change", (event) => {
      const place = places.find((item) => item.name === event.target.value);
      if (!place) return;
      const name = field("place_name");
      if (name.value.trim() === "" || places.some((item) => item.name === name.value)) name.value = place.name;
      field("district").value = place.district;
      longitude.value = place.longitude;
      latitude.value = place.latitude;
      draw();
    });
    longitude.addEventListener("change", draw);
    latitude.addEventListener("change", draw);
    draw();
  }

  for (const root of document.querySelectorAll("[data-place-picker]")) begin(root);
})();
