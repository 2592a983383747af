import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { EventData } from '@jejaring/schema/events/contract';
import { redriveRequested } from '@jejaring/schema/events/event-hub.events';
import { RedriveRequest } from './redrive-request.entity.js';
import * as rules from './redrive.rules.js';

/** Asks the service; it tries again when it hears of it, and what still fails stays parked. */
export async function requestRedrive(
  work: Work,
  wanted: Pick<EventData<typeof redriveRequested>, 'service' | 'topic' | 'key'>,
): Promise<RedriveRequest> {
  proceed(rules.requestRedrive(work.caller));
  const row = await work.insert(RedriveRequest, {
    ...wanted,
    id: work.newId(),
    version: 1,
    regionCode: '',
    requestedAt: work.now,
  });
  const data = { requestId: encodeId('rdr', row.id), ...wanted };
  await work.publish(redriveRequested, { region: null, data });
  return row;
}
