const source = 'forum.norrgard.example';
const units = ['Rotor blades', 'Tower assembly', 'Grid', 'Site service'];
const people = ['Ines Moreau', 'Jonas Weidmann', 'Rui Carvalho', 'Adwoa Mensah', 'Piet Aalbers', 'Nina Neu', 'Karin Holm', 'Sven Dahl'];
const said = [
  'The preload falls by about a tenth within a week.',
  'Which washers do you use there? We had the same on the north site in May.',
  'Hardened ones, and we masked the seat before painting.',
  'Two marks: one on the nut and one on the flange, so that a turn shows.',
  'Then the pump reads low in the cold. Warm it up for ten minutes first.',
];

export const messagesPerThread = 150;
export const historyThreads = [
  'Preload falls after a week',
  'Handing over a flange',
  'Which grease in salt water?',
  'Who signs the torque log?',
];
/** Every how many messages one is HTML that quotes the one before it. */
const quoteEvery = 10;
const at = (hours: number): string => new Date(Date.UTC(2025, 8, 1, 7) + hours * 3_600_000).toISOString();

/** The plain words of a message, which no other one has. */
export const saidAt = (place: number): string => `${said[place % said.length]} It was tower ${place}.`;

/** Lines that cannot be used, in the middle of the others. */
export const wrongLines = [
  '{ no json',
  JSON.stringify({ type: 'message', id: 'w1', thread: 'nowhere', author: 'p1', at: at(1), body: 'Of a thread that was deleted.' }),
  JSON.stringify({ type: 'message', id: 'w2', thread: 't0', author: 'p1', at: 'yesterday', body: 'When was it?' }),
];

/** A community's history as another program would write it: some of it in HTML, with quotes and code. */
export const historyLines = (threadCount = historyThreads.length): string[] => {
  const lines: object[] = [
    { type: 'header', format: 'landbridge', version: 1, source },
    { type: 'unit', id: 'u', name: 'Norrgard Energy' },
    ...units.map((name, n) => ({ type: 'unit', id: `u${n}`, name, parent: 'u' })),
    ...people.map((name, n) => ({ type: 'person', id: `p${n}`, name, unit: `u${n % units.length}` })),
    {
      type: 'community',
      id: 'c',
      name: 'Bolted joints',
      domain: 'Joints that hold.',
      people: 'Fitters.',
      practice: 'Two marks.',
      at: at(0),
    },
    ...people.map((_, n) => ({ type: 'membership', community: 'c', person: `p${n}`, role: n === 0 ? 'convener' : 'member', at: at(0) })),
  ];
  for (let thread = 0; thread < threadCount; thread++) {
    lines.push({ type: 'thread', id: `t${thread}`, title: titleOf(thread), community: 'c', at: at(thread) });
    for (let place = 0; place < messagesPerThread; place++) lines.push(messageAt(thread, place));
  }
  const texts = lines.map((line) => JSON.stringify(line));
  return [...texts.slice(0, 100), ...wrongLines, ...texts.slice(100)];
};

const titleOf = (thread: number): string => {
  const title = historyThreads[thread % historyThreads.length] ?? '';
  return thread < historyThreads.length ? title : `${title} (${thread})`;
};

const authorAt = (thread: number, place: number): number => (thread + place * 3) % people.length;

const messageAt = (thread: number, place: number): object => {
  const id = (of: number) => `t${thread}m${of}`;
  const common = {
    type: 'message',
    id: id(place),
    thread: `t${thread}`,
    author: `p${authorAt(thread, place)}`,
    at: at(thread + place),
  };
  if (place % quoteEvery !== quoteEvery - 1) return { ...common, body: saidAt(place) };
  const quoted = people[authorAt(thread, place - 1)] ?? '';
  const quote = `<p><span class="mention">@${quoted}</span> <a href="message:${id(place - 1)}">said</a>:</p><blockquote><p>It was tower ${place - 1}.</p></blockquote>`;
  const body = `${quote}<p>${saidAt(place)} <b>Look at the log:</b></p><pre><code>torque &lt; 400 # ${place}\n</code></pre><ul><li>warm the pump</li></ul>`;
  return { ...common, format: 'html', quotes: [id(place - 1)], replyTo: id(place - 1), body };
};
