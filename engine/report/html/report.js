
// The charts of the report of a run.
(function () {
    function groups() {
        const bars = report.charts.groups;
        const sets = [{ label: report.labels.score_low, colour: "bar", data: bars.map((bar) => bar.low) }];
        if (bars.some((bar) => bar.high > bar.low))
            sets.push({ label: report.labels.score_open, colour: "bar-open", data: bars.map((bar) => bar.high - bar.low) });
        const tooltip = { label: (item) => report.labels.score_low + ": " + bars[item.dataIndex].text };
        charts.draw("groups", bars.map((bar) => bar.label), sets, { max: report.charts.start, tooltip: tooltip });
    }

    groups();
    charts.bySeverity("standards");
    charts.bySeverity("laws");
})();
