import type { ClosingTag } from '@landbridge/contract/threads';
import type { UnitKey } from '../units.ts';
import { say, type Said } from '../written.ts';
import type { CastKey } from './cast.ts';

/** A thread that belongs to no community: units are invited as equals, and each speaks when it has something to say. */
export interface CrossUnitThread {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly convener: CastKey;
  readonly units: readonly UnitKey[];
  /** Added by name, from units that are not invited. */
  readonly people: readonly CastKey[];
  readonly daysAgo: number;
  readonly conversation: readonly Said[];
  readonly closing?: { readonly as: ClosingTag };
}

export const crossUnitThreads: readonly CrossUnitThread[] = [
  {
    id: 'which-pass',
    title: 'When a shift hands over a half-tightened flange',
    question: 'How does the next crew know, without asking, which pass a flange is on?',
    convener: 'adwoa',
    units: ['sn', 'to', 'na', 'bo', 'fo', 'tr'],
    people: [],
    daysAgo: 9,
    conversation: [
      say(
        'adwoa',
        '5m',
        'Six units close flanges and none of us does it at one go. I do not want a common form. I want to know what you put *on the flange* when the shift ends in the middle.',
      ),
      say(
        'ewa',
        '2h',
        'In the tower hall nothing, because nobody may leave in the middle. I have asked three people today and each laughed.',
        { to: 1 },
      ),
      say(
        'emeka',
        '1d',
        'Nacelle: the wrench stays on the last bolt, and the crane operator knows it because he looks down on it all night.',
        { to: 1 },
      ),
      say('gunnar', '2h', 'I do not look at it all night. But I would notice if it moved.', { to: 3 }),
      say(
        'ibrahim',
        '1d',
        'Bogies: a red collar on the last tightened bolt. Files for M30, M36 and M42 are in the library, print them in a colour that nobody likes.',
        { to: 1 },
      ),
      say(
        'adwoa',
        '3h',
        'We took over the collar on site after tower 17. What it does not say is *which pass*. Two collars for pass two, we tried; people took the second one home.',
        { to: 5 },
      ),
      say(
        'rui',
        '2d',
        'Our rule on paper says that nobody leaves a flange between pass one and pass two. Ewa is right about the laughing. The crane slot ends and people leave.',
        { to: 2 },
      ),
      say(
        'adwoa',
        '1d',
        'So the rule is not the problem, the slot is. What do you do with the flange *when it happens*? We chalk the last bolt and photograph it. The photograph never reaches the next crew.',
        { to: 7 },
      ),
      say(
        'priya',
        '20m',
        'The collar cannot be removed without the torque wrench that fits it. For the pass, notch it: one notch or two, you can feel it with a glove. Cheap, ugly, works.',
        { to: 8 },
      ),
      say(
        'fatima',
        '40m',
        'Joining late, sorry. On anchor cages we write the pass number on the tag, in wax pencil. Rain does not care about photos. @{kenji}, what does Traction do?',
        { quote: { of: 9, words: 'Cheap, ugly, works.' } },
      ),
    ],
  },
  {
    id: 'tags-that-survive',
    title: 'Tags that survive rain, grease and forty washes',
    question: 'Which tag is still readable when the part comes back after two years?',
    convener: 'amara',
    units: ['na', 'rd', 'sn', 'bo', 'sq', 'tr'],
    people: ['bjarke'],
    daysAgo: 205,
    closing: { as: 'coordination' },
    conversation: [
      say(
        'amara',
        '10m',
        'Three yaw drives came back last week and we could not tell which was which. I would like each unit to bring one tag that failed and one that did not.',
      ),
      say(
        'omar',
        '3h',
        'Failed: printed foil on battery boxes, white after ten washes. Survived: a stamped aluminium coin on a steel ring. 1974, still readable.',
        { to: 1 },
      ),
      say(
        'agnieszka',
        '1d',
        'Suppliers stamp what you ask for, if the drawing says where. Ours said "mark visibly". So they marked visibly, on the packaging.',
        { to: 1 },
      ),
      say(
        'ibrahim',
        '2h',
        'Dot peening on the frame beside the lifting eye. You find it in the dark with a fingernail. The machine costs 3,000 and stands still most of the week, borrow it.',
        { to: 1 },
      ),
      say(
        'sofia',
        '2d',
        'On turbines the tag must be read with one hand while the other holds on. QR codes lose: the phone is in the bag, the bag is below.',
      ),
      say('bjarke', '3h', 'Salt eats aluminium coins in eighteen months. Stainless or nothing.', { to: 2 }),
      say(
        'katrin',
        '1w',
        'Traction is late because we had nothing to be proud of. I wrote down what a tag must answer: what am I, since when, who may open me. Six fields, one side. Here it is as a form.\n\n1. part\n2. serial number\n3. built on\n4. opened on\n5. by which unit\n6. look here first',
        { to: 1 },
      ),
      say(
        'amara',
        '1d',
        'Field six made me laugh and then I filled in all three yaw drives. @{jonas}, would the depots take this form for parts that travel to us?',
        { to: 7 },
      ),
      say('jonas', '2d', 'Ja, wenn Feld 6 bleibt.', { to: 8 }),
      say('grace', '4d', 'Two suppliers stamp it for nothing because now it is always at the same place. The third wants forty cents.', {
        to: 7,
      }),
      say('adwoa', '3w', 'First part came down with it: "look here first: left hose". It was the left hose.', { to: 7 }),
      say(
        'amara',
        '2w',
        'I close this as coordination: we kept our own habits, and the form travels between them. Traction wrote it, all six units use it, and the peening machine has a calendar.',
      ),
    ],
  },
  {
    id: 'what-is-tight',
    title: 'What do we mean by “tight”?',
    question: 'Seven units use the word. Do any two of them mean the same?',
    convener: 'priya',
    units: ['bo', 'to', 'na', 'ge', 'rd', 'sn', 'sq'],
    people: ['mehmet', 'kenji'],
    daysAgo: 330,
    closing: { as: 'identification' },
    conversation: [
      say(
        'priya',
        '10m',
        'In a meeting of five people I heard "tight" for four different things. Before we write another standard I would like each unit to finish the sentence: a bolt is tight when …',
      ),
      say('rui', '2h', '… when the tool has clicked and I have seen it.', { to: 1 }),
      say('malik', '3h', '… when the hammer rings. I know that this is not in the standard. It has never been wrong on axles.', { to: 1 }),
      say('stefan', '1d', '… wenn sich der Spalt nicht mehr öffnet. Die Kraft ist mir egal, der Spalt nicht.', { to: 1 }),
      say('agnieszka', '2h', '… when it is as long as it should be. Everything else is a guess about length.', { to: 1 }),
      say('sofia', '2d', '… when I do not have to come back.', { to: 1 }),
      say(
        'mehmet',
        '3h',
        'Guest from Foundations: for us it is tight twice. After the jack, and after ninety days. The second time is the true one.',
        { to: 1 },
      ),
      say('amara', '1d', 'So: a sound, a click, a gap, a length, a date, and a return trip. I find it remarkable that turbines stand.', {
        to: 7,
      }),
      say('kenji', '4d', 'May I say as a welder that I have been quiet on purpose? We never have this trouble. We have others.'),
      say(
        'priya',
        '2w',
        'We do not need one word. Closing this as identification: seven trades, seven proofs, and each line of the joint sheet now says *which* of them it wants.',
      ),
    ],
  },
  {
    id: 'learning-from-stops',
    title: 'The ten minutes after a line stop',
    question: 'What do you do in the first ten minutes that you are glad of a week later?',
    convener: 'emeka',
    units: ['na', 'bl', 'tr', 'ge', 'tg'],
    people: ['anneke'],
    daysAgo: 268,
    closing: { as: 'reflection' },
    conversation: [
      say(
        'emeka',
        '15m',
        'We stopped 41 times this quarter. In nine cases we know why. In the others somebody had cleaned up before anybody thought.',
      ),
      say('aage', '2h', 'I make everybody put their hands in their pockets for one minute. It is the only order I give all week.', {
        to: 1,
      }),
      say(
        'wanjiru',
        '1d',
        'Photograph the screens before anybody acknowledges anything. The second press of that button deletes the only witness.',
        { to: 1 },
      ),
      say(
        'yara',
        '3h',
        'From incident debriefs: let the person who saw it first speak first, before the person who knows why. Knowing kills seeing.',
        { to: 1 },
      ),
      say(
        'anneke',
        '2d',
        'Ask what was different *today*. Not what went wrong. People answer the first question and defend against the second.',
        { to: 4 },
      ),
      say(
        'katrin',
        '1d',
        'On the test track the driver writes three lines before the engineers arrive. By hand. We are not allowed to help.',
        { to: 4 },
      ),
      say(
        'lucia',
        '4d',
        'We tried hands in pockets in the finishing hall. The minute is extremely long. In it, two people said the same thing independently.',
        { to: 2 },
      ),
      say(
        'noor',
        '1w',
        'Generators came in late, we were moving halls. Our ten minutes used to belong to whoever shouted. Now they belong to the one nearest to the machine.',
        { to: 1 },
      ),
      say('emeka', '3w', 'Twelve stops since: in ten we know why. I have learned that the stop is short and the tidying is expensive.'),
      say(
        'emeka',
        '1w',
        'Closing as reflection. Nobody took over a method, and each of us changed something. Hands in pockets is on the wall, in four languages.',
      ),
    ],
  },
  {
    id: 'one-audit',
    title: 'One visit to the foundry instead of three',
    question: 'Can Blades, Generators and Bogies share a visit without three agendas?',
    convener: 'hedvig',
    units: ['sq', 'ge', 'bo', 'bl', 'na'],
    people: [],
    daysAgo: 150,
    closing: { as: 'transformation' },
    conversation: [
      say(
        'hedvig',
        '10m',
        'The foundry counted: we were there eleven times last year, with four different words for the same defect. They asked politely whether we know each other.',
      ),
      say('noor', '1h', 'I was three of the eleven. I would gladly be none, if the person going asks my two questions.', { to: 1 }),
      say('mbali', '2h', 'Our fitters want to go themselves. They learn more from one pour than from my explanations.', { to: 1 }),
      say(
        'leila',
        '1d',
        'Then the visit has two seats for people who meet the part, and one auditor who carries the questions of all. The others write theirs down with a reason.',
        { to: 3 },
      ),
      say(
        'lucia',
        '2d',
        'Blades buys only root rings there. I do not need a seat, but my reason would be: the ring is the only part that we cannot repair.',
        { to: 4 },
      ),
      say('ravi', '1d', 'Who decides when two reasons compete for the last hour? I have sat in that car.', { to: 4 }),
      say('hedvig', '3h', 'The foundry does. They know best where an hour changes something.', { to: 6 }),
      say(
        'teodor',
        '5w',
        'First joint visit: Ibrahim, Stefan and Leila. They found the core vent that I had missed for three years, because Ibrahim asked what the chalk mark meant.',
      ),
      say('ibrahim', '2h', 'It meant "do not use this one". They used it on Fridays.', { to: 8 }),
      say('mbali', '1w', 'Our two fitters have told the story to the whole line. Two others want to come along in spring.', { to: 8 }),
      say(
        'hedvig',
        '2w',
        'Closing as transformation: this is not a shared audit any more, it is another job. Four visits a year, two fitters on each, and the foundry sends somebody back to us.',
      ),
    ],
  },
  {
    id: 'apprentices-travel',
    title: 'Apprentices who spend a month in another unit',
    question: 'What should be true on both sides before somebody travels?',
    convener: 'yara',
    units: ['tg', 'na', 'bo', 'tr', 'rd', 'bl', 'sn'],
    people: [],
    daysAgo: 96,
    closing: { as: 'coordination' },
    conversation: [
      say(
        'yara',
        '10m',
        'Four apprentices travelled last year. Two came back with shining eyes, one with a cold, and one had swept for a month. I want to know what made the difference.',
      ),
      say(
        'freja',
        '1h',
        'I was shining eyes. There was a task with my name on it before I came. In the second week I would have been lost without it.',
        { to: 1 },
      ),
      say('lena', '1d', 'Und jemand, der mittags mit isst. Klingt klein.', { to: 2 }),
      say('jonas', '2h', 'We were the sweeping. Nobody had told us the date, honestly. I am still ashamed.', { to: 1 }),
      say(
        'deepa',
        '1d',
        'Rule of two: the receiving unit writes down the task, the sending unit writes down what it wants to hear afterwards. Without both, no train ticket.',
        { to: 4 },
      ),
      say(
        'kwame',
        '3d',
        'Repair on ropes cannot take anybody under the rescue certificate. But workshop month is possible, and they can talk the ropes out of us.',
        { to: 5 },
      ),
      say('oskar', '2d', 'Wer zurückkommt, zeigt etwas vor. In Graz vor der ganzen Schicht, zehn Minuten, mit dem Werkstück in der Hand.', {
        to: 5,
      }),
      say('sunniva', '1w', 'Late from the north. We can offer nights, for those who want nights. Some do.', { to: 1 }),
      say(
        'jonas',
        '3w',
        'Second try: an apprentice from Nacelle for four weeks, task "find out why the jack 3 log never fits". She found out. The log is right, jack 4 was labelled as 3.',
        { to: 5 },
      ),
      say(
        'yara',
        '2w',
        'Seven months of travel are agreed for next year, each with two written sentences. Coordination, then; I close it before it becomes a programme.',
      ),
    ],
  },
  {
    id: 'cold-and-people',
    title: 'Working at minus ten: hands, tools, decisions',
    question: 'What gives up first in the cold, and how do you notice before it does?',
    convener: 'sunniva',
    units: ['sn', 'bl', 'rd', 'fo', 'oi', 'tg'],
    people: ['tuan'],
    daysAgo: 232,
    closing: { as: 'reflection' },
    conversation: [
      say(
        'sunniva',
        '10m',
        'At minus ten the tool works, the glove works, and I decide badly. I notice it only in the van. How do you notice earlier?',
      ),
      say(
        'kwame',
        '3h',
        'Buddy question every twenty minutes: "what are you going to do next?" If the answer takes longer than two breaths, both go down.',
        { to: 1 },
      ),
      say(
        'anneke',
        '1d',
        'Depot in winter: the doors stand open. Anything that needs more than eight turns with bare fingers is moved to the warm bay. It is only a line on the plan.',
        { to: 1 },
      ),
      say(
        'elif',
        '2d',
        'Concrete gives up at once and says so. People give up silently. I take temperature of both, seriously: hand on the back of the hand.',
        { to: 1 },
      ),
      say('viktor', '1d', 'Shackle pin test: if you cannot close one within ten seconds, your hands are finished, whatever you feel.', {
        to: 1,
      }),
      say(
        'tuan',
        '2h',
        'Hydraulic oil at minus ten moves like I do before coffee. Seals fail in the first minute. Move slowly twice before you move properly.',
        { to: 1 },
      ),
      say(
        'sam',
        '4d',
        'I can put cold into the simulator: thick gloves, a delay on the joystick and a noisy radio. Ten minutes, then we talk about the decisions.',
        { to: 1 },
      ),
      say('larsole', '1w', 'I go home below zero. It is also a method.', { to: 1 }),
      say(
        'sunniva',
        '2w',
        'Thank you all. We took the two breaths and the ten seconds. Both are free of charge and nobody has to fill anything in. Closing as reflection.',
      ),
    ],
  },
  {
    id: 'who-owns-the-number',
    title: 'Who owns a number that three units measure?',
    question: 'When production, test bay and site measure the same thing differently, whose value goes into the file?',
    convener: 'mei',
    units: ['ge', 'sn', 'na', 'tr', 'sq'],
    people: ['tomasz'],
    daysAgo: 66,
    closing: { as: 'transformation' },
    conversation: [
      say(
        'mei',
        '10m',
        'Bearing temperature of one generator: hall 41, bay 44, turbine 47. All three are calibrated. The file has room for one.',
      ),
      say('ingrid', '1h', 'On site it is the one that wakes me. I vote for mine, without any claim to be right.', { to: 1 }),
      say(
        'noor',
        '3h',
        'Ours is measured on the ring, yours at the cover and site’s in the oil. Three places, three truths. The file lacks a column, not a decision.',
        { to: 1 },
      ),
      say('leila', '1d', 'In audits I meet this weekly. A number without "where, how, when" is an opinion with decimals.', { to: 3 }),
      say(
        'tomasz',
        '2h',
        'Flanges had it with three gauges. We kept all three and plotted the *differences*. When the difference moves, something is wrong, whoever is right.',
        { to: 1 },
      ),
      say(
        'paolo',
        '2d',
        'Difference as a signal! In converters the gap between two sensors told us about a loose thermal pad before any limit did.',
        { to: 5 },
      ),
      say('ravi', '1d', 'So nobody owns the number and all of us own the gap. I can store gaps, that is one table.', { to: 6 }),
      say(
        'mei',
        '3w',
        'Gaps of 22 generators since spring: 20 steady, one drifting, one jumped on 4 May. On 4 May a sensor was replaced and never noted.',
      ),
      say('ingrid', '2h', 'And the drifting one?', { to: 8 }),
      say(
        'mei',
        '1w',
        'Opened it: cover screw loose, sensor hanging in air. Fixed in twenty minutes. Closing as transformation. The file has three values, a gap and five owners.',
        { to: 9 },
      ),
    ],
  },
];
