import type { EventContract, EventData } from '@jejaring/schema/events/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { ReceivedRecord } from '@jejaring/transports/transport';

/** What a reader knows of an event beside its data; the attributes of CloudEvents 1.0. */
export interface EventMeta {
  id: string;
  type: string;
  key: string;
  /** When it happened. */
  time: Date;
  /** When its service recorded it. */
  recordedTime: Date;
  /** Dense per key within an epoch, from 1. */
  sequence: number;
  /** Raised when the producer was restored from a backup. */
  epoch: number;
  region: string | null;
}

export interface ReceivedEvent<Data = unknown> extends EventMeta {
  data: Data;
}

const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: false }));
const validators = new Map<EventContract, ValidateFunction>();

/** Whether data keeps the promise of its contract. */
export function keepsContract<C extends EventContract>(
  contract: C,
  data: unknown,
): data is EventData<C> {
  let validate = validators.get(contract);
  if (validate === undefined) {
    validate = ajv.compile(contract.data);
    validators.set(contract, validate);
  }
  return validate(data) as boolean;
}

/** Data as it travels; undefined when it is no JSON. */
export function parseData(value: string | null): unknown {
  try {
    return value === null ? undefined : JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Fixed width, because the CloudEvents extension `sequence` is compared as text. */
export const sequenceText = (sequence: number | bigint | string) =>
  String(sequence).padStart(12, '0');

/** Reads the headers of a record in binary mode; null when it is not an event of ours. */
export function readMeta({ key, headers }: ReceivedRecord): EventMeta | null {
  const { ce_id: id, ce_type: type, ce_time: time, ce_recordedtime: recordedTime } = headers;
  const sequence = Number(headers.ce_sequence);
  const epoch = Number(headers.ce_epoch);
  if (!id || !type || !time || !recordedTime || key === '' || `${key}${id}`.includes('\0'))
    return null;
  if (!Number.isSafeInteger(sequence) || sequence < 1 || !Number.isSafeInteger(epoch)) return null;
  if (Number.isNaN(Date.parse(time) + Date.parse(recordedTime))) return null;
  return {
    id,
    type,
    key,
    time: new Date(time),
    recordedTime: new Date(recordedTime),
    sequence,
    epoch,
    region: headers.ce_region ?? null,
  };
}
