import type { LineOf } from '@landbridge/contract/import';
import type { CastKey } from './cast.ts';

/** Who holds which role of the organisation. */
export interface GivenRole {
  readonly who: CastKey;
  readonly role: LineOf<'role'>['role'];
  /** The unit or division managed. */
  readonly unit?: string;
  readonly isSinceReorganisation?: true;
}

export const roles: readonly GivenRole[] = [
  { who: 'henrik', role: 'administrator' },
  { who: 'birgit', role: 'observer' },
  { who: 'marguerite', role: 'training-department' },
  { who: 'yara', role: 'training-department' },
  { who: 'dagny', role: 'manager', unit: 'wind' },
  { who: 'rui', role: 'manager', unit: 'to' },
  { who: 'emeka', role: 'manager', unit: 'na' },
  { who: 'aage', role: 'manager', unit: 'bl' },
  { who: 'noor', role: 'manager', unit: 'ge', isSinceReorganisation: true },
  { who: 'mbali', role: 'manager', unit: 'bo' },
  { who: 'anneke', role: 'manager', unit: 'rd' },
  { who: 'katrin', role: 'manager', unit: 'tr' },
  { who: 'joao', role: 'manager', unit: 'fo' },
  { who: 'adwoa', role: 'manager', unit: 'sn' },
  { who: 'hinemoa', role: 'manager', unit: 'oi' },
  { who: 'hedvig', role: 'manager', unit: 'sq' },
  { who: 'marguerite', role: 'manager', unit: 'tg' },
];
