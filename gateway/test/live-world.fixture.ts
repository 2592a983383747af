import type { TestLog } from './events.fixture.js';
import { openLog } from './events.fixture.js';
import type { StreamOptions } from './live-client.fixture.js';
import { StreamClient } from './live-client.fixture.js';
import { hidden } from './small-graph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

export const ids = {
  case: 'case_01jd2ah9p4e8x9y6c1v2b3n4m5',
  organization: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  trainingEvent: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
};

/** A gateway that hears a log of events. */
export interface LiveWorld extends World {
  events: TestLog;
  subscribe(options: Omit<StreamOptions, 'url'>): Promise<StreamClient>;
}

export async function openLiveWorld(environment: Record<string, string> = {}): Promise<LiveWorld> {
  const events = await openLog();
  const world = await openWorld({ EVENT_LOG_URL: events.url, ...environment });
  await world.untilReady();
  const hears = async () =>
    (await (await world.send('/metrics')).text()).includes('ear_hears{service="gateway"} 1');
  await until(hears);
  return {
    ...world,
    events,
    subscribe: (options) => StreamClient.open({ url: world.url, ...options }),
    async close() {
      hidden.clear();
      await world.close();
      await events.close();
    },
  };
}
