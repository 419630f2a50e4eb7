import type { LeadershipRole } from '@landbridge/contract/communities';
import type { LineOf } from '@landbridge/contract/import';
import type { CastKey } from './texts/cast.ts';
import type { UnitKey } from './units.ts';

type Charter = Pick<LineOf<'community'>, 'name' | 'domain' | 'people' | 'practice' | 'visibility' | 'rhythm' | 'stage'>;

export interface DemoCommunity extends Charter {
  readonly id: string;
  readonly languages: readonly string[];
  /** Units whose daily work it is; the others come as guests do. */
  readonly home: readonly UnitKey[];
  readonly convener: CastKey;
  readonly stewards: readonly CastKey[];
  readonly sponsor?: CastKey;
  readonly leadership: Readonly<Partial<Record<LeadershipRole, CastKey>>>;
  readonly members: readonly CastKey[];
}

export const communities = [
  {
    id: 'bolted-joints',
    name: 'Bolted joints',
    domain:
      'Joints that must hold for twenty-five years and are closed in twenty-five minutes. Preload, lubrication, coating, and the people holding the wrench.',
    people: 'Fitters, designers, inspectors, and the odd buyer. Nobody outranks anybody about a bolt. We answer newcomers within two days.',
    practice:
      'We post real joints, try what is suggested, and tell what changed, also when nothing did. What works twice goes into the library.',
    visibility: 'open',
    languages: ['en', 'de'],
    rhythm: 'Every second Thursday, 14:00, case clinic',
    stage: 'maturing',
    home: ['na', 'to', 'bo', 'fo', 'sn'],
    convener: 'amara',
    stewards: ['priya'],
    sponsor: 'dagny',
    leadership: {
      'agenda-activist': 'kenji',
      'community-keeper': 'mehmet',
      'social-reporter': 'ha',
      'value-detective': 'priya',
      'organisational-broker': 'tomasz',
    },
    members: [
      'rui',
      'sofia',
      'ibrahim',
      'agnieszka',
      'grace',
      'hinemoa',
      'henrik',
      'ravi',
      'jonas',
      'adwoa',
      'fatima',
      'leila',
      'tuan',
      'malik',
      'ewa',
    ],
  },
  {
    id: 'blade-edges',
    name: 'Blade edge inspection',
    domain:
      'The first thirty centimetres that meet the weather. Finding damage early, describing it so that another eye sees the same, and deciding what can wait.',
    people: 'Inspectors, repair crews, laminators and those who fly the drones. Photographs are welcome from anybody with a torch.',
    practice:
      'We look at the same picture before we argue. Doubtful cases are judged by three people from different units, and we follow them up after the next winter.',
    visibility: 'open',
    languages: ['en', 'da'],
    rhythm: 'First Tuesday of the month, 10:00, picture round',
    stage: 'stewardship',
    home: ['bl', 'sn', 'tg'],
    convener: 'ha',
    stewards: ['kwame'],
    leadership: { 'community-keeper': 'kwame', 'critical-friend': 'lucia', 'social-reporter': 'sunniva', 'external-messenger': 'dagny' },
    members: ['amara', 'sofia', 'aage', 'adwoa', 'ingrid', 'ewa', 'mei', 'rui'],
  },
  {
    id: 'welding',
    name: 'Welding and joining',
    domain:
      'Welds that pass because they are sound, not because the inspector was kind. Procedures, wire and gas, distortion, and what the robot cannot feel.',
    people: 'Welders of towers and bogies, engineers, inspectors and instructors. Fragen auf Deutsch sind willkommen.',
    practice: 'Failed specimens are shown, not hidden. A changed parameter is posted with the macro before and after.',
    visibility: 'open',
    languages: ['en', 'de', 'pl'],
    rhythm: 'Every third Wednesday, 13:30, in the Graz weld shop or online',
    stage: 'maturing',
    home: ['to', 'bo', 'tr', 'tg'],
    convener: 'kenji',
    stewards: ['oskar', 'mbali'],
    sponsor: 'rui',
    leadership: { 'critical-friend': 'oskar', 'value-detective': 'teodor', 'agenda-activist': 'mbali' },
    members: ['piotr', 'priya', 'amara', 'lena', 'teodor', 'stefan', 'ewa', 'sam'],
  },
  {
    id: 'grout',
    name: 'Foundations and grout',
    domain: 'Everything between the rock and the first flange. Mixing, pouring, curing and anchoring in weather that nobody ordered.',
    people: 'Site engineers, technicians, surveyors and the designers who come to a pour. Visitors bring boots.',
    practice: 'Each pour leaves one page. We compare pages, not opinions, and repeat each other’s site tests before we quote them.',
    visibility: 'open',
    languages: ['en', 'de', 'pt'],
    rhythm: 'Last Friday of the month, 09:00',
    stage: 'maturing',
    home: ['fo', 'sn', 'sq'],
    convener: 'fatima',
    stewards: ['mehmet'],
    leadership: { 'community-keeper': 'larsole', 'social-reporter': 'joao', 'agenda-activist': 'elif' },
    members: ['amara', 'astrid', 'hinemoa', 'agnieszka', 'bjarke', 'chukwudi'],
  },
  {
    id: 'alarms',
    name: 'SCADA and alarms',
    domain: 'Alarms that somebody can act on. Limits, floods, sensors that lie, and the night call that was not needed.',
    people: 'Control room, technicians, test bays, traction people who have met the same trip under another name.',
    practice: 'An alarm that is answered three times the same way is put on the table. We write down who decided a limit, and why.',
    visibility: 'open',
    languages: ['en', 'nb'],
    rhythm: 'Every second Tuesday, 15:00',
    stage: 'coalescing',
    home: ['sn', 'tr', 'ge', 'rd'],
    convener: 'ingrid',
    stewards: ['paolo'],
    leadership: { 'critical-friend': 'sunniva', 'value-detective': 'mei', 'organisational-broker': 'paolo' },
    members: ['sofia', 'wanjiru', 'nadia', 'katrin', 'omar', 'henrik', 'tuan'],
  },
  {
    id: 'lifting',
    name: 'Lifting and logistics',
    domain: 'Moving what was not made to be moved, on the day that was promised. Crane slots, transport frames, ground, wind and paper.',
    people:
      'Planners, riggers, crane drivers, depot people and site crews. The one who holds the tag line has the same say as the one who booked the crane.',
    practice:
      'Before a new lift we ask who has done it. After it we write what we would change, within two days, while hands still remember.',
    visibility: 'open',
    languages: ['en', 'da', 'de'],
    rhythm: 'Mondays, 08:15, fifteen minutes; longer on the first Monday',
    stage: 'maturing',
    home: ['oi', 'to', 'sn', 'rd', 'fo'],
    convener: 'chukwudi',
    stewards: ['zeynep', 'bjarke'],
    sponsor: 'emeka',
    leadership: {
      'agenda-activist': 'bjarke',
      'community-keeper': 'gunnar',
      'organisational-broker': 'zeynep',
      'external-messenger': 'joao',
    },
    members: ['hinemoa', 'viktor', 'jonas', 'sam', 'astrid', 'anneke', 'noor', 'adwoa', 'sofia', 'rui'],
  },
  {
    id: 'supplier-audits',
    name: 'Supplier audits',
    domain:
      'Knowing what arrives before it is bolted on. Audit questions that can be answered honestly, incoming checks that find something, and the return visit.',
    people: 'Auditors, incoming inspectors, buyers and the fitters who meet the part in the end.',
    practice: 'We share questions, not scores. Every finding that reached a line is told to the person who audited that supplier.',
    visibility: 'open',
    languages: ['en', 'de'],
    rhythm: 'Second Thursday of the month, 13:00',
    stage: 'stewardship',
    home: ['sq', 'bo', 'ge', 'bl'],
    convener: 'leila',
    stewards: ['hedvig'],
    leadership: { 'agenda-activist': 'grace', 'critical-friend': 'teodor', 'value-detective': 'agnieszka', 'community-keeper': 'hedvig' },
    members: ['amara', 'rui', 'priya', 'noor', 'lucia', 'tomasz', 'kenji', 'ravi'],
  },
  {
    id: 'handover',
    name: 'Shift handover',
    domain:
      'What the next crew must know and does not ask. Half-tightened, half-poured, half-tested work, and the planning that leaves it so.',
    people: 'Everybody who has ever arrived at six and wondered. Foremen, planners, night teams, apprentices.',
    practice: 'We try one change for four weeks, on one line, and say what it cost. Forms are allowed only when they replace another form.',
    visibility: 'open',
    languages: ['en', 'da', 'de'],
    rhythm: 'Every fourth Wednesday, 14:00 and again at 21:30 for the night shift',
    stage: 'coalescing',
    home: ['sn', 'na', 'rd', 'bl', 'to'],
    convener: 'adwoa',
    stewards: ['jonas', 'aage'],
    sponsor: 'emeka',
    leadership: { 'critical-friend': 'amara', 'agenda-activist': 'anneke', 'social-reporter': 'gunnar' },
    members: ['rui', 'sofia', 'katrin', 'ibrahim', 'emeka', 'astrid', 'freja', 'deepa', 'noor', 'henrik', 'birgit', 'yara'],
  },
  {
    id: 'near-misses',
    name: 'Near misses',
    domain:
      'What nearly happened, told by those who were there. No names of guilty people, no statistics, one question: what made it sensible at the time?',
    people: 'Anybody who works where something can fall, pinch, burn or roll. Ask to join; we like to greet each person.',
    practice:
      'The teller decides what is written. We visit the place before we propose a rule, and we take a rule away for each one we add.',
    visibility: 'closed',
    languages: ['en', 'de', 'da'],
    rhythm: 'Every second Friday, 11:00, one story',
    stage: 'maturing',
    home: ['sn', 'fo', 'oi', 'bo', 'rd'],
    convener: 'siobhan',
    stewards: ['sam'],
    leadership: { 'community-keeper': 'sunniva', 'critical-friend': 'birgit', 'external-messenger': 'viktor' },
    members: ['sofia', 'kwame', 'gunnar', 'omar', 'elif', 'bjarke', 'adwoa'],
  },
  {
    id: 'apprentices',
    name: 'Apprentices and mentors',
    domain:
      'Learning a trade while doing it: the first weeks, the good question, the mistake worth making, and mentors who are also learning.',
    people: 'Apprentices and mentors in equal number, instructors, and everybody who remembers their first day.',
    practice: 'Apprentices put the first question in each meeting. Mentors bring one thing that they explained badly.',
    visibility: 'open',
    languages: ['en', 'da', 'de'],
    rhythm: 'First Thursday of the month, 15:00',
    stage: 'coalescing',
    home: ['tg', 'na', 'bo', 'tr'],
    convener: 'deepa',
    stewards: ['yara'],
    sponsor: 'marguerite',
    leadership: { 'agenda-activist': 'freja', 'organisational-broker': 'yara', 'critical-friend': 'lena' },
    members: ['oskar', 'amara', 'sam', 'stefan', 'sofia', 'emeka', 'piotr'],
  },
  {
    id: 'digital-tools',
    name: 'Digital tools on the floor',
    domain: 'Tablets, scanners, torque tools that talk and forms that forget. What helps hands that are busy, dirty or cold.',
    people: 'People who use the tools and people who buy them, in the same room.',
    practice: 'No tool is praised before a night shift has used it. We film the first five minutes of somebody who never saw it.',
    visibility: 'open',
    languages: ['en', 'da'],
    rhythm: 'Third Monday of the month, 13:00',
    stage: 'potential',
    home: ['na', 'ge', 'tg', 'rd', 'sn'],
    convener: 'mei',
    stewards: ['ravi'],
    leadership: { 'community-keeper': 'henrik', 'critical-friend': 'birgit' },
    members: ['henrik', 'omar', 'anneke', 'ha', 'katrin', 'adwoa', 'freja'],
  },
  {
    id: 'claims',
    name: 'Claims under review',
    domain: 'Warranty and insurance cases while they are open: what we know, what we only believe, and what may be said outside.',
    people: 'The few who carry a case: quality, design, site and the lawyer of the day.',
    practice:
      'Facts first, with source and date. Nothing leaves this room before the case is closed; then it is told in the open, without names.',
    visibility: 'private',
    languages: ['en'],
    rhythm: 'When a case asks for it',
    stage: 'transformation',
    home: ['sq'],
    convener: 'hedvig',
    stewards: ['teodor'],
    leadership: { 'value-detective': 'leila' },
    members: ['rui', 'priya', 'adwoa', 'lucia', 'fatima', 'noor', 'paolo', 'kwame', 'mehmet', 'agnieszka', 'jonas', 'emeka'],
  },
] as const satisfies readonly DemoCommunity[];

export type CommunityKey = (typeof communities)[number]['id'];

export const communityOf = (id: CommunityKey): DemoCommunity => {
  const community = communities.find((one) => one.id === id);
  if (!community) throw new Error(`There is no community ${id}.`);
  return community;
};
