import type { InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';

/** A number as a report states it: "158", or "400-an", which is about 400, up to 499. */
export interface Stated {
  value: number;
  upTo: number | null;
  qualifier: 'EXACT' | 'APPROXIMATE' | 'AT_LEAST';
}

/** Only an approximate count has an upper end, and it lies above the number. */
export function statedProblem(stated: Stated | null, field: string): InvalidInput | null {
  if (stated === null || stated.upTo === null) return null;
  if (stated.qualifier === 'APPROXIMATE' && stated.upTo >= stated.value) return null;
  return invalidInput(field, {
    en: 'Only an approximate count has an upper end, and it is not below the number.',
    id: 'Hanya jumlah perkiraan yang memiliki batas atas, dan batas itu tidak di bawah nilainya.',
  });
}
