// Joins the numbers of the page to the charts of Apache ECharts. Numbers come from the element "data" (PageData.java).
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const result = data.result;
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const narrow = matchMedia('(max-width: 40rem)');
  // Matplotlib's viridis (CC0), and the colours of Okabe and Ito: colour-blind people can tell both apart.
  const VIRIDIS = ['#440154', '#482878', '#3e4a89', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6dcd59', '#b4de2c',
    '#fde725'];
  const VIRIDIS_FINE = Array.from({ length: 128 }, (_, i) => echarts.color.lerp(i / 127, VIRIDIS));
  // From the worst loss to none.
  const GREYS = ['#555555', '#e6e6e6'];
  const LIGHT_LINES = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#6b5b00', '#444444'];
  const DARK_LINES = ['#56B4E9', '#E69F00', '#3fc79a', '#CC79A7', '#F0E442', '#6fa8ff', '#cccccc'];
  const SYMBOLS = ['circle', 'rect', 'diamond', 'triangle', 'roundRect', 'pin', 'arrow'];
  const STAR = 'path://M50 0 L62 36 L100 36 L69 58 L81 95 L50 72 L19 95 L31 58 L0 36 L38 36 Z';
  const CROSS = 'path://M10 0 L50 40 L90 0 L100 10 L60 50 L100 90 L90 100 L50 60 L10 100 L0 90 L40 50 L0 10 Z';
  // Of more fields than these the numbers would not be read.
  const MOST_NUMBERED = 120;
  const MOST_CHOSEN = 10;
  let printing = false;

  const theme = () => systemDark.matches && !printing
    ? { text: '#e6e6e6', dim: '#a8a8a8', line: '#555', grid: '#333', back: '#222', mark: '#fff', lines: DARK_LINES }
    : { text: '#222', dim: '#555', line: '#999', grid: '#e0e0e0', back: '#fff', mark: '#000', lines: LIGHT_LINES };

  const number = value => value == null ? '–' : String(Number(value.toPrecision(5)));
  const byMerit = (a, b) => result.largestIsBest ? b - a : a - b;
  const titled = axis => axis.unit ? `${axis.label} [${axis.unit}]` : axis.label;

  // ---- charts: built anew when the colours or the width change ----
  const charts = [];

  function draw(id, renderer, build) {
    const element = document.getElementById('chart-' + id);
    if (!element) return null;
    const entry = { id, element, build, steps: [], at: -1 };
    entry.redraw = () => {
      if (entry.chart) entry.chart.dispose();
      entry.chart = echarts.init(element, null, { renderer });
      const t = theme();
      const built = build(t, narrow.matches);
      entry.steps = built.steps || [];
      entry.chart.setOption(Object.assign({
        animation: false,
        backgroundColor: 'transparent',
        textStyle: { color: t.text, fontFamily: 'system-ui, sans-serif' },
        tooltip: { confine: true, backgroundColor: t.back, borderColor: t.line, textStyle: { color: t.text } }
      }, built.option));
      if (built.after) built.after(entry.chart);
    };
    element.addEventListener('keydown', event => walk(entry, event));
    charts.push(entry);
    entry.redraw();
    return entry;
  }

  // Arrow keys go from item to item; what a pointer would show is said below the chart.
  function walk(entry, event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tip = document.getElementById('tip-' + entry.id);
    if (event.key === 'Escape') {
      entry.chart.dispatchAction({ type: 'hideTip' });
      tip.textContent = '';
    } else if (step && entry.steps.length) {
      event.preventDefault();
      entry.at = (entry.at + step + entry.steps.length) % entry.steps.length;
      const { seriesIndex, dataIndex, text } = entry.steps[entry.at];
      entry.chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
      tip.textContent = text;
    }
  }

  const redrawAll = () => charts.forEach(entry => entry.redraw());
  systemDark.addEventListener('change', redrawAll);
  narrow.addEventListener('change', redrawAll);
  addEventListener('resize', () => charts.forEach(entry => entry.chart.resize()));
  addEventListener('beforeprint', () => { printing = true; redrawAll(); });
  addEventListener('afterprint', () => { printing = false; redrawAll(); });

  const axis = (t, title, more) => Object.assign({
    name: title, nameLocation: 'middle', nameGap: 32, nameTextStyle: { color: t.text },
    axisLabel: { color: t.text, hideOverlap: true }, axisLine: { show: true, lineStyle: { color: t.line } },
    axisTick: { show: true, lineStyle: { color: t.line } }, splitLine: { lineStyle: { color: t.grid } }
  }, more);
  const valueAxis = (t, title, log, nameGap = 32) => axis(t, title,
    log ? { type: 'log', minorTick: { show: true }, nameGap } : { type: 'value', scale: true, nameGap });
  const flatLine = t => result.largestIsBest ? {
    silent: true, symbol: 'none', lineStyle: { color: t.dim, type: 'dashed' },
    label: { formatter: 'flat', color: t.dim, position: 'insideEndTop' }, data: [{ yAxis: 1 }]
  } : undefined;

  function select(form, title, parts, changed, all) {
    const label = document.createElement('label');
    label.textContent = title;
    const field = document.createElement('select');
    (all ? [all] : []).concat(parts).forEach((part, i) => field.add(new Option(part, all ? i - 1 : i)));
    field.addEventListener('change', changed);
    label.append(field);
    form.append(label);
    return field;
  }

  // ---- landscape ----
  function landscape() {
    const map = data.landscape;
    if (!map) return;
    const n = map.selectors.length;
    const values = map.cells.map(cell => cell[n + 2]).filter(value => value != null);
    const low = Math.min(...values);
    const high = Math.max(...values);
    // Losses in grey, gains in colour.
    const even = result.largestIsBest ? Math.max(1, low) : low;
    const part = (value, from, to) => to > from ? (value - from) / (to - from) : 1;
    const colour = value => value < even ? echarts.color.lerp(part(value, low, Math.min(even, high)), GREYS)
      : echarts.color.lerp(part(value, even, high), VIRIDIS);
    // So many that the step at 1 is one.
    const colours = Array.from({ length: 512 }, (_, i) => colour(low + (high - low) * i / 511));
    const isLight = value => value < even ? part(value, low, Math.min(even, high)) > 0.5 : part(value, even, high) > 0.6;
    const place = document.getElementById('choices-landscape');
    let entry = null;
    const fields = map.selectors.map(selector =>
      select(place, selector.title, selector.parts, () => entry.redraw(), 'all, the best of them'));
    function merged() {
      const cells = new Map();
      for (const cell of map.cells) {
        // Rejected cases may not tell a choice (-1): they belong to all of them.
        if (fields.some((field, i) => Number(field.value) >= 0 && cell[i] >= 0 && Number(field.value) !== cell[i])) continue;
        const key = cell[n] + ',' + cell[n + 1];
        const [best, mean, solved, cases, index] = cell.slice(n + 2);
        const known = cells.get(key);
        if (!known) {
          cells.set(key, { x: cell[n], y: cell[n + 1], best, sum: (mean || 0) * solved, solved, cases, index });
          continue;
        }
        if (best != null && (known.best == null || byMerit(best, known.best) < 0)) {
          known.best = best;
          known.index = index;
        }
        known.sum += (mean || 0) * solved;
        known.solved += solved;
        known.cases += cases;
      }
      return [...cells.values()].sort((a, b) => a.y - b.y || a.x - b.x);
    }
    entry = draw('landscape', 'svg', (t, isNarrow) => {
      const cells = merged();
      const known = cells.filter(cell => cell.best != null);
      const failed = cells.filter(cell => cell.best == null);
      const top = known.slice().sort((a, b) => byMerit(a.best, b.best))[0];
      const words = cell => `${map.x.title} ${map.x.parts[cell.x]}, ${map.y.title} ${map.y.parts[cell.y]}: `
        + (cell.best == null ? `none of ${cell.cases} cases solved`
          : `${result.word} ${number(cell.best)}, the best of ${cell.solved} solved of ${cell.cases} cases, case `
            + `${cell.index}; mean ${number(cell.sum / cell.solved)}`);
      // Ranges are longer than levels.
      const left = 36 + 7 * Math.max(...map.y.parts.map(part => part.length));
      const numbered = cells.length <= MOST_NUMBERED && !(isNarrow && map.x.parts.length > 8);
      return {
        steps: known.map((cell, i) => ({ seriesIndex: 0, dataIndex: i, text: words(cell) })),
        option: {
          tooltip: { confine: true, backgroundColor: t.back, borderColor: t.line, textStyle: { color: t.text },
            extraCssText: 'max-width:18rem;white-space:normal',
            formatter: item => echarts.format.encodeHTML(item.data.words || '') },
          grid: { left, right: isNarrow ? 16 : 110, top: 16, bottom: isNarrow ? 110 : 60 },
          xAxis: axis(t, map.x.title, { type: 'category', data: map.x.parts, splitLine: { show: false } }),
          yAxis: axis(t, map.y.title, { type: 'category', data: map.y.parts, splitLine: { show: false },
            nameGap: left - 18 }),
          visualMap: { type: 'continuous', min: low, max: high, calculable: true, precision: 3, seriesIndex: 0,
            inRange: { color: colours }, textStyle: { color: t.text },
            orient: isNarrow ? 'horizontal' : 'vertical', right: isNarrow ? 'center' : 8,
            top: isNarrow ? undefined : 'middle', bottom: isNarrow ? 4 : undefined },
          series: [
            { type: 'heatmap', dimensions: ['x', 'y', 'best'], itemStyle: { borderColor: t.back, borderWidth: 1 },
              label: { show: numbered, fontSize: isNarrow ? 10 : 12,
                formatter: item => (item.data.isTop ? '★ ' : '') + item.value[2].toFixed(2) },
              data: known.map(cell => ({ value: [cell.x, cell.y, cell.best], words: words(cell), isTop: cell === top,
                label: { color: isLight(cell.best) ? '#000' : '#fff' } })) },
            { type: 'scatter', symbol: CROSS, symbolSize: 12, itemStyle: { color: t.dim },
              data: failed.map(cell => ({ value: [cell.x, cell.y], words: words(cell) })) },
            { type: 'scatter', symbol: STAR, symbolSize: 18, z: 5, silent: true,
              itemStyle: { color: '#fff', borderColor: '#000', borderWidth: 1.2 },
              data: top && !numbered ? [[top.x, top.y]] : [] }
          ]
        }
      };
    });
  }

  // ---- gain against height ----
  // Rows of the sample: case, family, height, inputs, result, error.
  const sample = data.sample;
  const resultAt = sample ? 3 + data.variables.length : 0;

  function front() {
    if (!sample || !data.front.points.length) return;
    const words = row => `case ${row[0]}, ${sample.families[row[1]]}: ${result.word} ${number(row[resultAt])}`
      + (row[resultAt + 1] == null ? '' : ` ± ${number(100 * row[resultAt + 1])} %`);
    draw('front', sample.rows.length > 500 ? 'canvas' : 'svg', (t, isNarrow) => ({
      steps: data.front.points.map((point, i) => ({ seriesIndex: sample.families.length, dataIndex: i,
        text: `on the front: ${data.front.title} ${number(point[0])}, ${result.word} ${number(point[1])}, case `
          + point[2] })),
      option: {
        tooltip: { confine: true, backgroundColor: t.back, borderColor: t.line, textStyle: { color: t.text },
          formatter: item => echarts.format.encodeHTML(item.data.words || `front: case ${item.value[2]}, `
            + `${number(item.value[0])}, ${number(item.value[1])}`) },
        // One below the other where they would be cut.
        legend: { textStyle: { color: t.text }, top: 0, left: isNarrow ? 'left' : 'center',
          orient: isNarrow ? 'vertical' : 'horizontal' },
        grid: { left: 66, right: 24, top: isNarrow ? 30 + 26 * (sample.families.length + 1) : 44, bottom: 56 },
        xAxis: valueAxis(t, data.front.title, false),
        yAxis: valueAxis(t, result.title, false, 44),
        series: sample.families.map((family, f) => ({
          name: family, type: 'scatter', symbol: SYMBOLS[f % SYMBOLS.length], symbolSize: 8,
          itemStyle: { color: t.lines[f % t.lines.length], opacity: sample.rows.length > 500 ? 0.5 : 0.8 },
          markLine: f === 0 ? flatLine(t) : undefined,
          data: sample.rows.filter(row => row[1] === f && row[2] != null)
            .map(row => ({ value: [row[2], row[resultAt], row[0]], words: words(row) }))
        })).concat([{
          name: 'no lower surface is better', type: 'line', step: 'end', symbol: 'emptyCircle', symbolSize: 9,
          lineStyle: { color: t.mark, width: 1.5 }, itemStyle: { color: t.mark },
          data: data.front.points
        }])
      }
    }));
  }

  // ---- all inputs at once ----
  function parallel() {
    if (!sample) return;
    const axes = data.variables.concat([{ label: result.word, unit: '', log: false, words: [] }]);
    const rows = sample.rows.map(row => row.slice(3, resultAt + 1));
    const results = rows.map(row => row[axes.length - 1]);
    const chosen = document.getElementById('chosen');
    const spoken = (variable, value) => value == null ? '–'
      : variable.words.length ? variable.words[value] : number(value);
    const shown = (variable, value) => value == null ? '-' : variable.words.length ? variable.words[value] : value;

    function tell(indices) {
      const best = indices.slice().sort((a, b) => byMerit(results[a], results[b])).slice(0, MOST_CHOSEN);
      const table = document.createElement('table');
      const line = (cells, tag) => {
        const tr = table.insertRow();
        cells.forEach(cell => {
          const td = document.createElement(tag);
          td.textContent = cell;
          tr.append(td);
        });
      };
      // The result first: on a narrow screen the others are to be scrolled to.
      const order = [axes.length - 1, ...axes.slice(0, -1).keys()];
      line(['case'].concat(order.map(v => titled(axes[v]))), 'th');
      best.forEach(i => line([sample.rows[i][0]].concat(order.map(v => spoken(axes[v], rows[i][v]))), 'td'));
      const text = document.createElement('p');
      text.textContent = `${indices.length} of ${rows.length} lines kept; the best of them:`;
      const scroll = document.createElement('div');
      scroll.className = 'scroll';
      scroll.append(table);
      chosen.replaceChildren(text, scroll);
    }
    const everything = () => tell(rows.map((_, i) => i));

    // On narrow screens they lie one below the other.
    document.getElementById('chart-parallel').style.setProperty('--axes', axes.length);
    const entry = draw('parallel', 'canvas', (t, isNarrow) => ({
      after: chart => {
        chart.on('axisareaselected', () => {
          const series = chart.getModel().getSeriesByIndex(0);
          const active = series.getRawIndicesByActiveState('active');
          const any = axes.some((_, i) => chart.getOption().parallelAxis[i].areaSelectStyle
            && chart.getModel().getComponent('parallelAxis', i).activeIntervals.length);
          if (any) tell(active); else everything();
        });
        everything();
      },
      option: {
        tooltip: { show: false },
        parallel: { layout: isNarrow ? 'vertical' : 'horizontal', left: isNarrow ? 24 : 60, right: isNarrow ? 36 : 110,
          top: isNarrow ? 44 : 76, bottom: isNarrow ? 76 : 34,
          parallelAxisDefault: { nameTextStyle: { color: t.text, fontSize: 12, lineHeight: 15,
            textBorderColor: t.back, textBorderWidth: 3 },
            axisLabel: { color: t.text, textBorderColor: t.back, textBorderWidth: 3 },
            axisLine: { lineStyle: { color: t.line, width: 1.5 } }, axisTick: { lineStyle: { color: t.line } },
            areaSelectStyle: { width: 22, color: t.lines[0], opacity: 0.25, borderColor: t.text },
            nameGap: isNarrow ? 10 : 22 } },
        parallelAxis: axes.map((variable, dim) => Object.assign({
          dim, id: 'axis' + dim,
          name: isNarrow ? titled(variable) : titled(variable).replace(/ (?=\S+( \[.*)?$)/, '\n'),
          nameLocation: isNarrow ? 'start' : 'end'
        }, isNarrow ? { nameTextStyle: { align: 'left', verticalAlign: 'bottom', padding: [0, 0, 8, 0],
          color: t.text, textBorderColor: t.back, textBorderWidth: 3 } } : {},
        variable.words.length ? { type: 'category', data: variable.words }
          : { type: variable.log ? 'log' : 'value', scale: true })),
        visualMap: { type: 'continuous', dimension: axes.length - 1, min: Math.min(...results),
          max: Math.max(...results), inRange: { color: theme().back === '#222' ? VIRIDIS.slice(3) : VIRIDIS.slice(0, 9) },
          precision: 3, calculable: false, textStyle: { color: t.text },
          text: [number(Math.max(...results)), number(Math.min(...results))],
          orient: isNarrow ? 'horizontal' : 'vertical', right: isNarrow ? 'center' : 4,
          top: isNarrow ? undefined : 'middle', bottom: isNarrow ? 4 : undefined },
        series: [{ type: 'parallel', inactiveOpacity: 0.03, activeOpacity: 0.9,
          lineStyle: { width: rows.length > 500 ? 0.8 : 1.4, opacity: rows.length > 500 ? 0.3 : 0.7 },
          data: rows.map(row => row.map((value, v) => shown(axes[v], value))) }]
      }
    }));

    const form = document.getElementById('brush');
    axes.forEach((variable, i) => {
      if (!variable.words.length) form.elements.axis.add(new Option(titled(variable), i));
    });
    form.elements.axis.value = axes.length - 1;
    form.addEventListener('submit', event => {
      event.preventDefault();
      const i = Number(form.elements.axis.value);
      const all = rows.map(row => row[i]).filter(value => value != null);
      const bound = (field, otherwise) => field.value === '' ? otherwise : Number(field.value);
      const interval = [bound(form.elements.from, Math.min(...all)), bound(form.elements.to, Math.max(...all))];
      entry.chart.dispatchAction({ type: 'axisAreaSelect', parallelAxisId: 'axis' + i, intervals: [interval] });
    });
    form.addEventListener('reset', () => {
      setTimeout(() => { form.elements.axis.value = axes.length - 1; });
      axes.forEach((_, i) => entry.chart.dispatchAction(
        { type: 'axisAreaSelect', parallelAxisId: 'axis' + i, intervals: [] }));
    });
  }

  // ---- cuts ----
  function cuts() {
    (data.cuts || []).forEach((cut, c) => {
      const element = document.getElementById('chart-cut' + c);
      element.classList.add('small');
      const line = cut.points.map(point => [point[0], point[2]]);
      draw('cut' + c, 'svg', t => ({
        steps: cut.points.map((point, i) => ({ seriesIndex: 1, dataIndex: i,
          text: `${cut.title} ${number(point[0])}: ${number(point[2])}, band ${number(point[1])} to ${number(point[3])}`
        })),
        option: {
          tooltip: { confine: true, backgroundColor: t.back, borderColor: t.line, textStyle: { color: t.text },
            formatter: item => {
              const point = cut.points[item.dataIndex];
              return echarts.format.encodeHTML(`${cut.title} ${number(point[0])}: ${number(point[2])}, band `
                + `${number(point[1])} to ${number(point[3])}`);
            } },
          grid: { left: 66, right: 20, top: 16, bottom: 52 },
          xAxis: valueAxis(t, cut.title, cut.log),
          yAxis: valueAxis(t, result.title, false, 44),
          series: [
            { type: 'custom', silent: true, encode: { x: 0, y: [1, 3] }, data: cut.points,
              renderItem: (params, api) => params.dataIndex ? null : { type: 'polygon',
                shape: { points: cut.points.map(point => api.coord([point[0], point[3]]))
                  .concat(cut.points.slice().reverse().map(point => api.coord([point[0], point[1]]))) },
                style: { fill: t.lines[0], opacity: 0.25 } } },
            { type: 'line', symbol: 'circle', symbolSize: 6, lineStyle: { color: t.lines[0], width: 2 },
              itemStyle: { color: t.lines[0] }, markLine: flatLine(t), data: line },
            { type: 'line', symbol: 'none', silent: true, lineStyle: { color: t.lines[1], type: 'dashed' },
              data: cut.throughBest ? [] : cut.points.map(point => [point[0], point[4]]) },
            { type: 'scatter', symbol: STAR, symbolSize: 16, silent: true, z: 5,
              itemStyle: { color: t.back, borderColor: t.mark, borderWidth: 1.2 },
              data: cut.throughBest ? cut.points.filter(point => point[0] === cut.at).map(p => [p[0], p[2]]) : [] }
          ]
        }
      }));
    });
  }

  // ---- errors and times ----
  function histogram(id, bars, title) {
    if (!bars.counts.length) return;
    const parts = bars.counts.map((_, i) => `${number(bars.edges[i])}–${number(bars.edges[i + 1])}`);
    const element = document.getElementById('chart-' + id);
    if (!element) return;
    element.classList.add('small');
    draw(id, 'svg', t => ({
      steps: bars.counts.map((count, i) => ({ seriesIndex: 0, dataIndex: i,
        text: `${parts[i]} ${bars.unit}: ${count} cases` })),
      option: {
        grid: { left: 60, right: 20, top: 16, bottom: 56 },
        xAxis: axis(t, `${title} [${bars.unit}]`, { type: 'category', data: parts, splitLine: { show: false } }),
        yAxis: axis(t, 'cases', { type: 'value', minInterval: 1 }),
        series: [{ type: 'bar', barWidth: '80%', data: bars.counts.map((count, i) => ({ value: count,
          itemStyle: { color: bars.limit != null && bars.edges[i] >= bars.limit ? '#D55E00' : t.lines[0] } })) }]
      }
    }));
  }

  // ---- audit of an atlas: stated and observed errors, in percent ----
  function audit() {
    if (!data.audit) return;
    // Logarithmic axes have no place for a row that is off by nothing.
    const least = 1e-4;
    const places = data.audit.map(([, stated, observed]) => [Math.max(stated, least), Math.max(observed, least)]);
    const words = ([index, stated, observed, direct]) => `case ${index}: states ${number(stated)} %, is off by `
      + `${number(observed)} % from a direct solve that states ${number(direct)} %`;
    const ends = [Math.min(...places.flat()), Math.max(...places.flat())];
    const low = 10 ** Math.floor(Math.log10(ends[0]));
    const high = 10 ** Math.ceil(Math.log10(ends[1]) + 1e-9);
    const title = 'relative error';
    document.getElementById('chart-audit').classList.add('small');
    draw('audit', 'svg', t => ({
      steps: data.audit.map((row, i) => ({ seriesIndex: 0, dataIndex: i, text: words(row) })),
      option: {
        tooltip: { confine: true, backgroundColor: t.back, borderColor: t.line, textStyle: { color: t.text },
          formatter: item => echarts.format.encodeHTML(item.data.words || 'observed as stated') },
        grid: { left: 76, right: 24, top: 16, bottom: 56 },
        xAxis: Object.assign(valueAxis(t, `stated ${title} [%]`, true), { min: low, max: high }),
        yAxis: Object.assign(valueAxis(t, `observed ${title} [%]`, true, 52), { min: low, max: high }),
        series: [{
          type: 'scatter', symbolSize: 8,
          data: data.audit.map((row, i) => ({ value: places[i], words: words(row),
            itemStyle: { color: row[2] > row[1] ? '#D55E00' : t.lines[0], opacity: 0.8 } }))
        }, {
          type: 'line', symbol: 'none', silent: true, lineStyle: { color: t.dim, type: 'dashed' },
          data: [[low, low], [high, high]]
        }]
      }
    }));
  }

  // ---- interfaces: a painter's view of one period each, turned together ----
  function surfaces() {
    const views = data.surfaces || [];
    if (!views.length) return;
    const QUANTITIES = {
      current: 'local current by the mean, at 1 mA/cm²', pressure: 'excess pressure at 1 mA/cm² [MPa]',
      nearness: 'nearness to growth, 1 at the initiation site'
    };
    const START = { yaw: 0.6, pitch: 0.75 };
    const TURN = 0.12;
    const turned = Object.assign({}, START);
    const place = document.getElementById('surfaces');
    const known = Object.keys(QUANTITIES).filter(quantity => views.some(view => view[quantity]));
    const bar = document.createElement('div');
    bar.className = 'colours';
    const paintAll = () => {
      const quantity = known[Number(field.value)];
      const values = views.flatMap(view => (view[quantity] || []).flat());
      const range = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
      bar.replaceChildren(number(range[0]), document.createElement('i'), number(range[1]));
      panels.forEach(panel => paint(panel, quantity, range));
    };
    const field = select(document.getElementById('choices-surfaces'), 'coloured by',
      known.map(quantity => QUANTITIES[quantity]), () => paintAll());
    document.getElementById('choices-surfaces').append(bar);
    const panels = views.map(view => {
      const canvas = document.createElement('canvas');
      canvas.tabIndex = 0;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', 'Interface of ' + view.label);
      const text = document.createElement('p');
      text.className = 'dim';
      text.textContent = view.label;
      const box = document.createElement('div');
      box.append(canvas, text);
      place.append(box);
      canvas.addEventListener('keydown', event => {
        const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
        if (step) turn(TURN * step[0], TURN * step[1]);
        else if (event.key === 'Home') { Object.assign(turned, START); paintAll(); }
        else return;
        event.preventDefault();
      });
      canvas.addEventListener('pointerdown', event => canvas.setPointerCapture(event.pointerId));
      canvas.addEventListener('pointermove', event => {
        if (event.buttons) turn(event.movementX / 120, event.movementY / 120);
      });
      return { canvas, view };
    });
    function turn(yaw, pitch) {
      turned.yaw += yaw;
      turned.pitch = Math.min(1.5, Math.max(0.1, turned.pitch + pitch));
      paintAll();
    }
    function paint({ canvas, view }, quantity, [low, high]) {
      const size = canvas.clientWidth;
      const sharp = devicePixelRatio || 1;
      canvas.width = size * sharp;
      canvas.height = size * 0.8 * sharp;
      const pen = canvas.getContext('2d');
      const colours = view[quantity];
      if (!colours) return;
      const n = view.height.length;
      const [cosYaw, sinYaw, cosPitch, sinPitch] =
        [Math.cos(turned.yaw), Math.sin(turned.yaw), Math.cos(turned.pitch), Math.sin(turned.pitch)];
      const heights = view.height.flat();
      const rise = heights.reduce((a, b) => Math.max(a, b)) - heights.reduce((a, b) => Math.min(a, b));
      // The diagonal of the period fits however it is turned.
      const scale = Math.min(0.68 * canvas.width / view.separation,
        0.94 * canvas.height / Math.hypot(Math.SQRT2 * view.separation, rise));
      // The eye looks down by the pitch; what is farther away is painted first.
      const seen = (x, y, z) => {
        const away = x * sinYaw + y * cosYaw;
        return [canvas.width / 2 + scale * (x * cosYaw - y * sinYaw),
          canvas.height / 2 - scale * (away * sinPitch + z * cosPitch)];
      };
      const at = i => view.separation * (i / (n - 1) - 0.5);
      const points = view.height.map((row, i) => row.map((z, j) => seen(at(i), at(j), z)));
      const patches = [];
      for (let i = 0; i < n - 1; i++) {
        for (let j = 0; j < n - 1; j++) {
          const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
          patches.push({ corners: corners.map(([a, b]) => points[a][b]),
            depth: at(i) * sinYaw + at(j) * cosYaw,
            value: corners.reduce((sum, [a, b]) => sum + colours[a][b], 0) / 4 });
        }
      }
      patches.sort((a, b) => b.depth - a.depth);
      for (const { corners, value } of patches) {
        const part = high > low ? (value - low) / (high - low) : 0.5;
        pen.fillStyle = pen.strokeStyle = VIRIDIS_FINE[Math.round(part * (VIRIDIS_FINE.length - 1))];
        pen.lineWidth = sharp;
        pen.beginPath();
        corners.forEach(([x, y], c) => c ? pen.lineTo(x, y) : pen.moveTo(x, y));
        pen.closePath();
        pen.fill();
        pen.stroke();
      }
      if (view.site) {
        const nearest = value => Math.round((value / view.separation + 0.5) * (n - 1));
        const [x, y] = seen(view.site[0], view.site[1], view.height[nearest(view.site[0])][nearest(view.site[1])]);
        pen.font = `${18 * sharp}px sans-serif`;
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.lineWidth = 3 * sharp;
        pen.strokeStyle = '#000';
        pen.fillStyle = '#fff';
        pen.strokeText('★', x, y);
        pen.fillText('★', x, y);
      }
    }
    addEventListener('resize', paintAll);
    paintAll();
  }

  landscape();
  front();
  parallel();
  cuts();
  surfaces();
  histogram('errors', data.errors, 'estimated relative error');
  audit();
  histogram('times', data.times, 'time of a case');
})();
