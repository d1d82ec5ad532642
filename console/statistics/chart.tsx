import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { MeasureEntry } from '../../src/capabilities/statistics/contract.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { formatValue } from './figures.ts';

// Only what is drawn here: SVG stays sharp in print.
use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface Series {
  readonly name: string;
  readonly unit: MeasureEntry['unit'];
  /** Null where nothing can be said or shown. */
  readonly values: readonly (number | null)[];
}

export interface ChartProps {
  readonly kind: 'line' | 'bar';
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

/* Told apart without colour too: by kind of line, by shape of point, and in print. */
const colours = ['#2f4f6b', '#b2620a', '#1d6b3a', '#7a3b82'];
const lines = ['solid', 'dashed', 'dotted', 'solid'] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond'];
const row = 26;

/** A chart for eyes alone: the table beside it says the same to everybody. */
export function Chart({ kind, labels, series }: ChartProps) {
  const { language } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  const height = kind === 'bar' ? Math.max(140, labels.length * row * series.length + 60) : 260;
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const chart = init(element, null, { renderer: 'svg' });
    const unit = series[0]?.unit ?? 'matters';
    const values = {
      type: 'value' as const,
      minInterval: unit === 'share' ? 0 : 1,
      ...(unit === 'share' ? { max: 1 } : {}),
      axisLabel: { formatter: (value: number) => formatValue(value, unit, language) },
    };
    const names = {
      type: 'category' as const,
      data: [...labels],
      axisTick: { show: false },
      ...(kind === 'bar'
        ? { inverse: true, axisLabel: { width: 150, overflow: 'truncate' as const } }
        : {}),
    };
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(element).fontFamily, color: '#1c2430' },
      color: colours,
      grid: { left: 8, right: 48, top: series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      ...(series.length > 1 ? { legend: { top: 0, left: 0 } } : {}),
      xAxis: kind === 'bar' ? values : names,
      yAxis: kind === 'bar' ? names : values,
      series: series.map((each, at) => ({
        name: each.name,
        type: kind,
        data: [...each.values],
        barMaxWidth: 18,
        symbol: symbols[at % symbols.length],
        symbolSize: 7,
        lineStyle: { type: lines[at % lines.length] ?? 'solid', width: 2 },
        label:
          kind === 'bar'
            ? {
                show: true,
                position: 'right' as const,
                formatter: ({ value }: { value: unknown }) =>
                  typeof value === 'number' ? formatValue(value, each.unit, language) : '',
              }
            : { show: false },
        tooltip: {
          valueFormatter: (value: unknown) =>
            typeof value === 'number' ? formatValue(value, each.unit, language) : '–',
        },
      })),
    });
    const fit = () => chart.resize();
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    window.addEventListener('beforeprint', fit);
    return () => {
      window.removeEventListener('beforeprint', fit);
      watch.disconnect();
      chart.dispose();
    };
  }, [kind, labels, series, language]);
  return <div ref={place} className="chart" style={{ height }} aria-hidden="true" />;
}
