
// The list of findings, its filters and its search. Every text is set through textContent.
(function () {
    const labels = report.labels;
    const list = document.getElementById("list");
    const worded = ["verdict", "severity", "state"];  // their values are keys of labels; those of other filters are texts

    function add(parent, tag, className, text) {
        const node = document.createElement(tag);
        if (className) node.className = className;
        if (text !== undefined) node.textContent = text;
        parent.append(node);
        return node;
    }

    function row(parent, label, texts, className) {
        const shown = texts.filter((text) => text);
        if (shown.length === 0) return;
        const div = add(parent, "div");
        add(div, "dt", "", label);
        const dd = add(div, "dd", className);
        for (const text of shown) add(dd, "span", "", text);
    }

    function dueRow(parent, finding) {
        if (!finding.due) return;
        row(parent, labels.due, [finding.due]);
        if (finding.overdue) add(parent.lastElementChild.lastElementChild, "span", "late", finding.overdue);
    }

    function details(parent, finding) {
        const dl = add(parent, "dl");
        row(dl, labels.evidence, [finding.place], "place");
        row(dl, labels.law, finding.law || []);
        row(dl, labels.values, (finding.shown || []).map((shown) => shown.label + ": " + shown.text));
        dueRow(dl, finding);
        row(dl, labels.officer, [finding.officer]);
        row(dl, labels.responsible, [(finding.responsible || []).join(labels.comma)]);
        row(dl, labels.missing, finding.missing || []);
        row(dl, labels.possible, [(finding.possible || []).join(labels.comma)]);
        row(dl, labels.reason, [finding.reason]);
        row(dl, labels.remedy, [finding.remedy]);
        row(dl, labels.decisions, finding.decisions || []);
    }

    // A node of a proof: [condition, value, place, …], then its children.
    function proofNodes(parent, nodes) {
        const ul = add(parent, "ul");
        for (const node of nodes) {
            const li = add(ul, "li");
            add(li, "span", "", node.text);
            if (node.value) add(li, "strong", "", node.value);
            if (node.place) add(li, "code", "", node.place);
            if (node.parts) proofNodes(li, node.parts);
        }
    }

    // Built when it is opened: most are never looked at.
    function proof(parent, finding) {
        if (!finding.proof) return;
        const box = add(parent, "details", "proof");
        add(box, "summary", "", labels.proof);
        const build = () => { if (!box.querySelector("ul")) proofNodes(box, finding.proof); };
        box.addEventListener("toggle", build);
        window.addEventListener("beforeprint", () => { if (box.open) build(); });
    }

    function card(finding) {
        const article = document.createElement("article");
        article.className = "finding " + finding.verdict;
        const head = add(article, "div", "head");
        add(head, "h3", "", finding.title);
        const verdict = add(head, "span", "verdict");
        add(verdict, "span", "mark " + finding.verdict);
        verdict.append(labels[finding.verdict]);
        if (finding.severity) add(head, "span", "tag " + finding.severity, labels[finding.severity]);
        if (finding.state) add(head, "span", "tag", labels[finding.state]);
        if (finding.deduct) add(head, "span", "points", finding.deduct);
        const about = add(article, "p", "about");
        for (const text of [finding.case || labels.not_recorded, finding.unit, finding.kind, finding.rule]) if (text) add(about, "span", "", text);
        add(article, "p", "message", finding.message);
        details(article, finding);
        proof(article, finding);
        return article;
    }

    // All that a person can read of a finding, for the search.
    function haystack(finding) {
        const texts = [];
        for (const [key, value] of Object.entries(finding)) {
            if (typeof value === "string") texts.push(value);
            else if (key !== "proof") for (const part of value) texts.push(typeof part === "string" ? part : part.label + " " + part.text);
        }
        texts.push(labels[finding.verdict], labels[finding.severity] || "");
        return texts.join("\n").toLowerCase();
    }

    function fill(select, values, named) {
        select.append(new Option(labels.any, ""));
        for (const value of values) select.append(new Option(named ? labels[value] : value, value));
        select.parentElement.hidden = values.length === 0;
    }

    const entries = report.findings.map((finding) => ({ finding: finding, text: haystack(finding), node: card(finding) }));
    const form = document.getElementById("filters");
    const search = document.getElementById("filter-text");
    const selects = Array.from(form.querySelectorAll("select"));  // filter-unit: by finding.unit, and so on
    const field = (select) => select.id.replace("filter-", "");
    const order = ["defect", "failed", "undetermined", "pending", "exempt", "data", "input", "veto", "fault", "flaw",
        "open", "confirmed", "waived", "dismissed"];
    for (const select of selects) {
        const values = Array.from(new Set(report.findings.map((finding) => finding[field(select)]).filter((value) => value)));
        const named = worded.includes(field(select));
        values.sort(named ? (a, b) => order.indexOf(a) - order.indexOf(b) : (a, b) => a.localeCompare(b, document.documentElement.lang));
        fill(select, values, named);
    }

    function fits(entry, words) {
        for (const select of selects)
            if (select.value && entry.finding[field(select)] !== select.value) return false;
        return words.every((word) => entry.text.includes(word));
    }

    function filter() {
        const words = search.value.toLowerCase().split(/\s+/).filter((word) => word);
        let count = 0;
        for (const entry of entries) {
            entry.node.hidden = !fits(entry, words);
            if (!entry.node.hidden) ++count;
        }
        const number = (value) => value.toLocaleString("en");
        document.getElementById("shown").textContent = entries.length === 0 ? labels.none_found
            : count === 0 ? labels.none_shown
            : labels.shown_of.replace("{0}", number(count)).replace("{1}", number(entries.length));
    }

    list.append(...entries.map((entry) => entry.node));
    form.hidden = entries.length === 0;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    filter();
})();
