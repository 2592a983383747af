import { enumOf } from '@jejaring/chassis/graph/enums';

export const TimeZoneType = enumOf('IndonesianTimeZone', 'A time zone of Indonesia.', {
  WIB: 'Western, UTC+7 (Asia/Jakarta).',
  WITA: 'Central, UTC+8 (Asia/Makassar).',
  WIT: 'Eastern, UTC+9 (Asia/Jayapura).',
});
