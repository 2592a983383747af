// Made from schema/events by `npm run events`; never edited by hand.

import type { Schema } from './schema.js';

/** What bounds the attributes around the data. */
export const envelopeSchema: Schema = {
  "type": "object",
  "required": [
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "recordedtime",
    "sequence",
    "epoch",
    "dataschema",
    "datacontenttype"
  ],
  "properties": {
    "specversion": {
      "type": "string",
      "const": "1.0"
    },
    "id": {
      "type": "string",
      "format": "uuid"
    },
    "source": {
      "type": "string",
      "pattern": "^/services/[a-z-]+$"
    },
    "type": {
      "type": "string",
      "pattern": "^[a-z-]+\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*$"
    },
    "subject": {
      "type": "string",
      "pattern": "^.+$"
    },
    "time": {
      "type": "string",
      "format": "date-time"
    },
    "recordedtime": {
      "type": "string",
      "format": "date-time"
    },
    "sequence": {
      "type": "string",
      "pattern": "^[0-9]{12}$"
    },
    "epoch": {
      "type": "string",
      "pattern": "^[1-9][0-9]*$"
    },
    "dataschema": {
      "type": "string",
      "pattern": "^https://jejaring\\.id/schema/events/[a-z0-9.-]+\\.json$"
    },
    "region": {
      "type": "string",
      "pattern": "^([0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?)?$"
    },
    "datacontenttype": {
      "type": "string",
      "const": "application/json"
    }
  }
};

/** The attribute that a header of a record of Kafka carries. */
export const attributeOfHeader: ReadonlyMap<string, string> = new Map([
  [
    "ce_specversion",
    "specversion"
  ],
  [
    "ce_id",
    "id"
  ],
  [
    "ce_source",
    "source"
  ],
  [
    "ce_type",
    "type"
  ],
  [
    "ce_subject",
    "subject"
  ],
  [
    "ce_time",
    "time"
  ],
  [
    "ce_recordedtime",
    "recordedtime"
  ],
  [
    "ce_sequence",
    "sequence"
  ],
  [
    "ce_epoch",
    "epoch"
  ],
  [
    "ce_dataschema",
    "dataschema"
  ],
  [
    "ce_region",
    "region"
  ],
  [
    "content-type",
    "datacontenttype"
  ]
]);
