"use strict";
(() => {
	const get = id => document.getElementById(id);
	const all = (selector, within = document) => [...within.querySelectorAll(selector)];
	const findings = all(".finding").map(at => {
		const rule = at.closest(".rule"), principle = at.closest(".principle");
		const heads = [rule.querySelector("h4"), principle.querySelector("h3"), principle.querySelector("blockquote")];
		return { at, text: [at, ...heads].map(e => e.textContent).join("\n").toLowerCase() };
	});
	// Sections that hold no finding to show are hidden, the inner ones first.
	const sections = [".rule", ".principle", ".part"].flatMap(kind => all(kind));

	function filter() {
		const words = get("search").value.toLowerCase().split(/\s+/);
		const severity = get("severity").value, part = get("part").value;
		let shown = 0;
		for (const { at, text } of findings) {
			const fits = words.every(w => text.includes(w)) &&
				(!severity || at.dataset.severity === severity) && (!part || at.dataset.part === part);
			at.hidden = !fits;
			shown += fits;
		}
		for (const s of sections) s.hidden = !s.querySelector(".finding:not([hidden])");
		get("nothing").hidden = shown > 0;
		get("shown").textContent = shown === findings.length ? `${shown} shown` : `${shown} of ${findings.length} shown`;
	}

	// By severity, what holds the gravest finding comes first, at each level; else all is where it was.
	const ranks = ["error", "warning", "info"];
	const movable = [".part", ".principle", ".rule", ".finding"].flatMap(kind => all(kind)).map((at, place) => {
		const within = at.matches(".finding") ? [at] : all(".finding", at);
		return { at, place, rank: Math.min(...within.map(f => ranks.indexOf(f.dataset.severity))) };
	});
	function order() {
		const severe = get("order").value === "severity";
		const sorted = [...movable].sort((a, b) => (severe ? a.rank - b.rank : 0) || a.place - b.place);
		for (const { at } of sorted) at.parentNode.append(at);
	}

	// A trace is walked step by step.
	function walk(trace) {
		const steps = all("li", trace), previous = trace.querySelector(".previous"), next = trace.querySelector(".next");
		let here = -1;
		const go = by => {
			here = Math.max(0, Math.min(steps.length - 1, here + by));
			steps.forEach((s, i) => {
				s.classList.toggle("here", i === here);
				if (i === here) s.setAttribute("aria-current", "step"); else s.removeAttribute("aria-current");
			});
			previous.disabled = here === 0;
			next.disabled = here === steps.length - 1;
			steps[here].scrollIntoView({ block: "nearest" });
		};
		previous.disabled = true;
		previous.addEventListener("click", () => go(-1));
		next.addEventListener("click", () => go(1));
		trace.querySelector(".walk").hidden = steps.length < 2;
	}

	const unfold = get("unfold");
	unfold.addEventListener("click", () => {
		const open = unfold.getAttribute("aria-pressed") !== "true";
		all("details").forEach(d => { d.open = open; });
		unfold.setAttribute("aria-pressed", open);
		unfold.textContent = open ? "Fold all" : "Unfold all";
	});
	// Paper has nothing to click on.
	let folded = [];
	addEventListener("beforeprint", () => {
		folded = all("details:not([open])");
		folded.forEach(d => { d.open = true; });
	});
	addEventListener("afterprint", () => folded.forEach(d => { d.open = false; }));

	all(".trace").forEach(walk);
	get("search").addEventListener("input", filter);
	for (const id of ["severity", "part"]) get(id).addEventListener("change", filter);
	get("order").addEventListener("change", order);
	get("filters").addEventListener("submit", e => e.preventDefault());
	get("filters").hidden = false;
	filter();
})();
