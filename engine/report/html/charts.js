"use strict";

// The page's data: texts of case files among them. They reach the page as text only (textContent, chart labels on canvas).
const report = JSON.parse(document.getElementById("data").textContent);

// Charts repeat what the tables beside them say; a page without them loses nothing. What charts a page has, its own script says.
const charts = (function () {
    const drawn = [];
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    let printing = false;

    // Colours come from the style sheet. Paper is always light: on it, the light values stand in for the dark ones.
    const light = { ink: "#1c2532", quiet: "#5b6675", line: "#dbe0e7", bar: "#2f6299", "bar-open": "#b4cbe4",
        flaw: "#d19a1c", fault: "#cf5f26", veto: "#8f1d2c" };
    function colour(name) {
        if (printing) return light[name];
        return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    }

    // Labels longer than the room are cut; tooltips and tables have all of them.
    function short(text, width) {
        const room = Math.max(14, Math.floor(width / 19));
        let length = 0;
        for (let i = 0; i < text.length; ++i) {
            length += text.charCodeAt(i) > 0x2e7f ? 2 : 1;
            if (length > room) return text.slice(0, i) + "…";
        }
        return text;
    }

    function paint(chart) {
        for (const set of chart.data.datasets) set.backgroundColor = set.borderColor = colour(set.colour);
        for (const scale of Object.values(chart.options.scales)) {
            scale.ticks.color = colour("quiet");
            scale.grid.color = colour("line");
            scale.grid.borderColor = colour("line");
        }
        chart.options.plugins.legend.labels.color = colour("ink");
        chart.update();  // not "none": that mode leaves the bars with their former colours
    }

    function draw(name, names, sets, more) {
        const box = document.querySelector('[data-chart="' + name + '"]');
        if (!box) return;
        if (names.length === 0) return void box.remove();
        box.style.height = 62 + names.length * 30 + "px";
        if (report.charts[name + "_title"]) {
            const title = document.createElement("p");
            title.className = "chart-title";
            title.textContent = report.charts[name + "_title"];
            box.before(title);
        }
        const chart = new Chart(box.querySelector("canvas"), {
            type: "bar",
            data: { labels: names, datasets: sets.map((set) => Object.assign({ barThickness: 16, borderWidth: 0 }, set)) },
            options: {
                indexAxis: "y", animation: false, responsive: true, maintainAspectRatio: false, locale: document.documentElement.lang,
                font: { family: getComputedStyle(document.body).fontFamily },
                scales: {
                    x: { stacked: true, beginAtZero: true, max: more.max, ticks: { precision: 0 }, grid: { drawTicks: false } },
                    y: { stacked: true, grid: { display: false },
                        ticks: { autoSkip: false, callback: function (value) { return short(names[value], this.chart.width); } } },
                },
                plugins: { legend: { position: "top", align: "start", labels: { boxWidth: 12, boxHeight: 12 } }, tooltip: { callbacks: more.tooltip || {} } },
            },
        });
        add(chart);
    }

    function add(chart) {
        drawn.push(chart);
        paint(chart);
    }

    function bySeverity(name) {
        const bars = report.charts[name];
        const sets = ["flaw", "fault", "veto"].map((severity, at) => ({
            label: report.labels[severity], colour: severity, data: bars.map((bar) => bar.counts[at]),
        }));
        draw(name, bars.map((bar) => bar.label), sets, {});
    }

    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;

    const repaint = () => drawn.forEach(paint);
    dark.addEventListener("change", repaint);
    window.addEventListener("beforeprint", () => {
        printing = true;
        for (const chart of drawn) chart.resize(640, chart.height);
        repaint();
    });
    window.addEventListener("afterprint", () => {
        printing = false;
        for (const chart of drawn) chart.resize();
        repaint();
    });
    return { draw: draw, bySeverity: bySeverity, add: add, paint: paint };
})();
