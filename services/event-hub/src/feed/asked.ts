import { Refused } from '../door/problem.js';
import type { Words } from '../door/words.js';
import type { Ask, AskRefused, Parameter } from './ask.rules.js';
import { longestWaitMs, mostAtOnce } from './ask.rules.js';

const wants: Record<Parameter, Words> = {
  lastEventId: {
    en: '`lastEventId` is the id of an event, or the place that `Link` named.',
    id: '`lastEventId` adalah id peristiwa, atau titik yang disebut `Link`.',
  },
  timeout: {
    en: `\`timeout\` is a whole number of milliseconds from 0 to ${longestWaitMs}.`,
    id: `\`timeout\` adalah bilangan bulat milidetik dari 0 sampai ${longestWaitMs}.`,
  },
  limit: {
    en: `\`limit\` is a whole number from 1 to ${mostAtOnce}.`,
    id: `\`limit\` adalah bilangan bulat dari 1 sampai ${mostAtOnce}.`,
  },
  types: {
    en: '`types` are names of types, or `service.*` or `service.subject.*`, separated by commas; at most 100.',
    id: '`types` adalah nama jenis, atau `service.*` atau `service.subject.*`, dipisahkan koma; paling banyak 100.',
  },
  region: {
    en: '`region` is a code of a region with dots, such as `32.79`.',
    id: '`region` adalah kode wilayah bertitik, misalnya `32.79`.',
  },
  from: {
    en: '`from` is a date or a time with its zone (ISO 8601), such as `2026-01-01T00:00:00Z`.',
    id: '`from` adalah tanggal atau waktu dengan zona (ISO 8601), misalnya `2026-01-01T00:00:00Z`.',
  },
  by: {
    en: '`by` is `recorded` or `occurred`, beside a `from`.',
    id: '`by` adalah `recorded` atau `occurred`, bersama `from`.',
  },
  unknown: {
    en: 'There is a parameter that is not known here: `lastEventId timeout limit types region from by` are.',
    id: 'Ada parameter yang tidak dikenal: yang dikenal `lastEventId timeout limit types region from by`.',
  },
};

/** What was asked, or the refusal in the words of the door. */
export function orRefuse(asked: Ask | AskRefused): Ask {
  if (!('refused' in asked)) return asked;
  switch (asked.refused) {
    case 'region-not-yours':
      throw new Refused('REGION_NOT_YOURS', { parameter: 'region' });
    case 'unknown-type':
      throw new Refused('TYPE_UNKNOWN', { parameter: 'types' });
    case 'type-not-yours':
      throw new Refused('TYPE_NOT_YOURS', { parameter: 'types' });
    case 'malformed': {
      const { parameter } = asked;
      const named = parameter === 'unknown' ? {} : { parameter };
      throw new Refused('MALFORMED', { ...named, wants: wants[parameter] });
    }
  }
}
