
// The charts of a campaign's report: the trend of all units and of one, top defects, standards, laws.
(function () {
    const trend = report.charts.trend;
    const points = (scores, end) => scores.map((score) => score ? score[end] : null);

    function line(label, colour, data, more) {
        return Object.assign({ label: label, colour: colour, data: data, borderWidth: 2, pointRadius: 3, tension: 0, spanGaps: true }, more);
    }

    function sets(unit) {
        const out = [line(report.labels.all_units, "bar", points(trend.all, 0), {})];
        if (trend.all.some((score) => score && score[1] > score[0]))
            out.push(line(report.labels.upper_end, "bar-open", points(trend.all, 1), { borderDash: [5, 4], pointRadius: 0 }));
        if (unit) out.push(line(unit, "fault", points(trend.units[unit], 0), {}));
        return out;
    }

    function drawTrend() {
        const box = document.querySelector('[data-chart="trend"]');
        const select = document.getElementById("trend-unit");
        if (trend.names.length < 2) {
            box.remove();
            select.closest(".choice").remove();
            return;
        }
        box.style.height = "280px";
        const chart = new Chart(box.querySelector("canvas"), {
            type: "line", data: { labels: trend.names, datasets: sets("") },
            options: {
                animation: false, responsive: true, maintainAspectRatio: false, locale: document.documentElement.lang,
                scales: { x: { grid: { display: false } }, y: { max: report.charts.start, ticks: { precision: 0 }, grid: { drawTicks: false } } },
                plugins: { legend: { position: "top", align: "start", labels: { boxWidth: 12, boxHeight: 12 } } },
            },
        });
        charts.add(chart);
        for (const name of ["", ...Object.keys(trend.units)]) select.append(new Option(name || report.labels.none_chosen, name));
        select.addEventListener("change", () => {
            chart.data.datasets = sets(select.value);
            charts.paint(chart);
        });
    }

    drawTrend();
    for (const name of ["rules", "standards", "laws"]) charts.bySeverity(name);
})();
