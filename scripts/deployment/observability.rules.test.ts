import { describe, expect, test } from '@jest/globals';
import { createDeliveryMetrics } from '@jejaring/event-hub/delivery/delivery-metrics';
import { createFigures } from '@jejaring/event-hub/door/figures';
import { createMetrics, watchPool } from '@jejaring/chassis/process/metrics';
import path from 'node:path';
import { createGatewayMetrics } from '../../gateway/src/metrics.js';
import { composeFile, processes, read, readYaml, root } from './compose-file.js';

interface Scrape {
  job_name: string;
  dns_sd_configs: { names: string[]; type: string; port: number }[];
}

interface Prometheus {
  rule_files: string[];
  scrape_configs: Scrape[];
}

interface Collector {
  receivers: { prometheus: { config: { scrape_configs: Scrape[] } } };
  processors: Record<string, unknown>;
  exporters: Record<string, unknown>;
  service: {
    pipelines: Record<string, Record<'receivers' | 'processors' | 'exporters', string[]>>;
  };
}

interface Panel {
  title: string;
  datasource: { uid: string };
  targets: { expr: string; legendFormat: string }[];
}

const prometheus = readYaml<Prometheus>('infra/observability/prometheus.yml');
const collector = readYaml<Collector>('infra/observability/collector.yml');
const alerts = readYaml<{ groups: { rules: { alert: string; expr: string }[] }[] }>(
  'infra/observability/alerts.yml',
);
const dashboard = JSON.parse(read('infra/observability/grafana/federation.json')) as {
  panels: Panel[];
};

const exported = [
  createMetrics('a service'),
  createGatewayMetrics(path.join(root, 'schema/operations')),
];
createFigures(exported[0]!, () => 0);
createDeliveryMetrics(exported[0]!);
watchPool(exported[0] as ReturnType<typeof createMetrics>, {
  totalCount: 0,
  idleCount: 0,
  waitingCount: 0,
});
const metrics = exported.flatMap(({ registry }) => registry.getMetricsAsArray()) as unknown as {
  name: string;
  type: string;
  labelNames: string[];
}[];

/** The names under which a metric is read: a histogram has three. */
const series = new Set([
  // Prometheus says this of every target.
  'up',
  ...metrics.flatMap(({ name, type }) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  ),
]);
const labels = new Set([
  'service',
  'instance',
  'job',
  'le',
  ...metrics.flatMap(({ labelNames }) => labelNames ?? []),
]);

const seriesIn = (expr: string) => expr.match(/\b(up|(jejaring|process|nodejs)_\w+)\b/g) ?? [];
const labelsIn = (expr: string) => [
  ...[...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(/,\s*/)),
  ...[...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, list]) =>
    list!.split(',').map((pair) => pair.split(/[!=~]/)[0]!.trim()),
  ),
];

function expectToBeThere(expr: string): void {
  expect(seriesIn(expr)).not.toEqual([]);
  for (const name of seriesIn(expr)) expect(series).toContain(name);
  for (const label of labelsIn(expr)) expect(labels).toContain(label);
}

/** Host and port of every process, as compose has them. */
const wanted = processes.map(([name, { environment }]) => `${name}:${environment!['PORT']}`).sort();

const targetsOf = (scrapes: readonly Scrape[]): string[] =>
  scrapes
    .flatMap(({ dns_sd_configs: configs }) => configs)
    .flatMap(({ names, port }) => names.map((name) => `${name}:${port}`))
    .sort();

describe('Prometheus', () => {
  test('asks every process, at the port where it listens', () => {
    expect(targetsOf(prometheus.scrape_configs)).toEqual(wanted);
  });

  test('reads the rules that compose mounts', () => {
    const mounted = composeFile.services['prometheus']!.volumes!.map((line) => line.split(':')[1]);
    for (const file of [...prometheus.rule_files, '/etc/prometheus/prometheus.yml'])
      expect(mounted).toContain(file);
  });

  test.each(alerts.groups.flatMap(({ rules }) => rules).map(({ alert, expr }) => [alert, expr]))(
    'finds what %s looks at',
    (_alert, expr) => expectToBeThere(expr),
  );
});

describe('the collector', () => {
  test('asks the same processes as Prometheus', () => {
    expect(targetsOf(collector.receivers.prometheus.config.scrape_configs)).toEqual(wanted);
  });

  test('puts together only parts that it declares', () => {
    const { receivers, processors, exporters, service } = collector;
    const { environment } = composeFile.services['collector']!;
    for (const pipeline of Object.values(service.pipelines)) {
      for (const name of pipeline.receivers) expect(Object.keys(receivers)).toContain(name);
      for (const name of pipeline.processors) expect(Object.keys(processors)).toContain(name);
      expect(pipeline.exporters).toEqual(['${env:METRICS_EXPORTER}']);
    }
    expect(String(environment!['METRICS_EXPORTER'])).toBe('${METRICS_EXPORTER:-debug}');
    expect(Object.keys(exporters)).toEqual(['debug', 'otlphttp']);
  });
});

describe('the dashboard of Grafana', () => {
  test.each(dashboard.panels.map((panel) => [panel.title, panel] as const))(
    'shows what the processes tell: %s',
    (_title, { targets, datasource }) => {
      expect(datasource.uid).toBe('prometheus');
      for (const { expr, legendFormat } of targets) {
        expectToBeThere(expr);
        const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label!);
        for (const label of shown) expect(labels).toContain(label);
      }
    },
  );

  test('shows every figure of ours', () => {
    const text = JSON.stringify(dashboard);
    const ours = metrics.map(({ name }) => name).filter((name) => name.startsWith('jejaring_'));
    expect(ours.filter((name) => !text.includes(name))).toEqual([]);
  });

  test('is provisioned from where compose mounts it', () => {
    const { providers } = readYaml<{ providers: { options: { path: string } }[] }>(
      'infra/observability/grafana/dashboards.yml',
    );
    const { datasources } = readYaml<{ datasources: { uid: string; url: string }[] }>(
      'infra/observability/grafana/datasources.yml',
    );
    const mounted = composeFile.services['grafana']!.volumes!.map((line) => line.split(':')[1]!);
    expect(mounted).toContain(`${providers[0]!.options.path}/federation.json`);
    expect(datasources).toMatchObject([{ uid: 'prometheus', url: 'http://prometheus:9090' }]);
  });
});

describe('docs/operations.md', () => {
  test('says what each figure of ours means', () => {
    const page = read('docs/operations.md');
    const ours = metrics.map(({ name }) => name).filter((name) => name.startsWith('jejaring_'));
    expect(ours.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
