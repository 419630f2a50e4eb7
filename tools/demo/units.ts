/** A unit of the invented company, Norrgard Energy. `liveliness` is how much of the conversation is its own, 1 = an ordinary unit. */
export interface DemoUnit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly division: string;
  readonly people: number;
  readonly liveliness: number;
  readonly places: readonly string[];
}

export const company = { id: 'norrgard', name: 'Norrgard Energy', code: 'Ng' } as const;

export const divisions = [
  { id: 'wind', name: 'Wind Turbines', code: 'Wt' },
  { id: 'rail', name: 'Rail Vehicles', code: 'Rv' },
  { id: 'sites', name: 'Sites and Service', code: 'Si' },
  { id: 'shared', name: 'Shared Functions', code: 'Sh' },
] as const;

/** Ordered by the tree. Offshore Installation is the small one; Generators came from Rail Vehicles in the reorganisation. */
export const units = [
  { id: 'bl', name: 'Blades', code: 'Bl', division: 'wind', people: 36, liveliness: 1.1, places: ['Tverrvik', 'Esbjerg'] },
  { id: 'to', name: 'Towers', code: 'To', division: 'wind', people: 34, liveliness: 1.15, places: ['Aalvik', 'Szczecin'] },
  { id: 'na', name: 'Nacelle Assembly', code: 'Na', division: 'wind', people: 38, liveliness: 1.2, places: ['Aalvik', 'Esbjerg'] },
  { id: 'ge', name: 'Generators', code: 'Ge', division: 'wind', people: 26, liveliness: 0.95, places: ['Graz', 'Aalvik'] },
  { id: 'bo', name: 'Bogies', code: 'Bo', division: 'rail', people: 34, liveliness: 1.05, places: ['Graz', 'Siegen'] },
  { id: 'tr', name: 'Traction', code: 'Tr', division: 'rail', people: 28, liveliness: 0.95, places: ['Erlangen', 'Graz'] },
  { id: 'rd', name: 'Rail Depots', code: 'Rd', division: 'rail', people: 26, liveliness: 0.9, places: ['Siegen', 'Odense'] },
  { id: 'fo', name: 'Foundations', code: 'Fo', division: 'sites', people: 28, liveliness: 1.05, places: ['Esbjerg', 'Sines'] },
  { id: 'sn', name: 'Site Service North', code: 'Sn', division: 'sites', people: 34, liveliness: 1.1, places: ['Hirtshals', 'Aalvik'] },
  { id: 'oi', name: 'Offshore Installation', code: 'Oi', division: 'sites', people: 6, liveliness: 0.2, places: ['Esbjerg'] },
  { id: 'sq', name: 'Supplier Quality', code: 'Sq', division: 'shared', people: 18, liveliness: 0.9, places: ['Odense', 'Gdynia'] },
  { id: 'tg', name: 'Training', code: 'Tg', division: 'shared', people: 14, liveliness: 0.85, places: ['Odense', 'Aalvik'] },
] as const satisfies readonly DemoUnit[];

export type UnitKey = (typeof units)[number]['id'];
export const unitKeys: readonly UnitKey[] = units.map(({ id }) => id);

/** What Generators was until the reorganisation: the works closed in Rail Vehicles when the unit opened in Wind Turbines. */
export const formerGenerators = { id: 'gw', name: 'Generator Works', code: 'Gw', division: 'rail' } as const;

/** What later pages need to find: most pairs a little above chance, some close, some far, and one bridge that hardly carries. */
const affinities: Readonly<Record<string, number>> = {
  'fo|to': 0.5,
  'bl|tr': 0.55,
  'bo|fo': 0.6,
  'fo|ge': 0.6,
  'bl|rd': 0.6,
  'sn|tr': 0.6,
  'fo|rd': 0.65,
  'sq|tg': 0.6,
  'ge|tr': 1.5,
  'na|sn': 1.35,
  'bo|tr': 1.25,
  'bo|sq': 1.25,
  'bl|sn': 1.2,
  'na|to': 1.15,
};

/** How much two different units talk, where 1 is what chance would give. */
export function affinityOf(a: UnitKey, b: UnitKey): number {
  return affinities[[a, b].toSorted().join('|')] ?? 1.1;
}

/** The unit in the organisation of today; the works that became Generators count as Generators. */
export const unitOf = (key: UnitKey): DemoUnit => {
  const unit = units.find(({ id }) => id === key);
  if (!unit) throw new Error(`There is no unit ${key}.`);
  return unit;
};
