import uPlot from 'uplot';
import type { DayCount } from '../core/call-log/week';
import { formatWeekday } from './day-word';

const height = 120;

/** Draws two bars for each day, and again when the colours or the width change, until the signal is aborted. */
export function drawWeek(place: HTMLElement, days: readonly DayCount[], signal: AbortSignal): void {
  let plot: uPlot | undefined;
  const draw = () => {
    plot?.destroy();
    plot = new uPlot(options(place, days), toSeries(days), place);
  };
  const size = new ResizeObserver(() => plot?.setSize({ width: place.clientWidth, height }));
  size.observe(place);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal });
  signal.addEventListener('abort', () => {
    size.disconnect();
    plot?.destroy();
  });
  draw();
}

function toSeries(days: readonly DayCount[]): uPlot.AlignedData {
  return [days.map((_, at) => at), days.map(({ answered }) => answered), days.map(({ missed }) => missed)];
}

function options(place: HTMLElement, days: readonly DayCount[]): uPlot.Options {
  const style = getComputedStyle(place);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const font = `${style.fontSize} ${style.fontFamily}`;
  const bars = (align: -1 | 1) => uPlot.paths.bars?.({ size: [0.34, 28], align });
  const axis = { stroke: color('--soft-ink'), font, ticks: { show: false } };
  const series = (name: string, align: -1 | 1) => {
    const paths = bars(align);
    return { fill: color(name), width: 0, points: { show: false }, ...(paths && { paths }) };
  };
  return {
    width: place.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: [-0.5, days.length - 0.5] },
      y: { range: (_, _low, high) => [0, Math.max(4, high)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        grid: { show: false },
        splits: days.map((_, at) => at),
        values: () => days.map(({ start }) => formatWeekday(start)),
      },
      {
        ...axis,
        size: 36,
        grid: { stroke: color('--edge'), width: 1 },
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
      },
    ],
    series: [{}, series('--good', -1), series('--bad', 1)],
  };
}
