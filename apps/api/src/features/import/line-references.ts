import type { ImportLine, ImportType } from '@landbridge/contract/import';

/** Something of the source that a line names. */
export interface Reference {
  readonly type: ImportType;
  readonly id: string;
}

const of = (type: ImportType, ...ids: readonly (string | undefined)[]): Reference[] =>
  ids.filter((id) => id !== undefined).map((id) => ({ type, id }));

/** What must be known before a line can be used. */
export const referencesOf = (line: ImportLine): Reference[] => {
  switch (line.type) {
    case 'header':
      return [];
    case 'unit':
      return of('unit', line.parent);
    case 'person':
      return of('unit', line.unit);
    case 'role':
      return [...of('person', line.person), ...of('unit', line.unit)];
    case 'unit-change':
      return [...of('person', line.person), ...of('unit', line.unit)];
    case 'community':
      return of('community', line.mergedInto);
    case 'membership':
      return [...of('community', line.community), ...of('person', line.person)];
    case 'issue':
      return [...of('community', line.community), ...of('person', line.author)];
    case 'thread':
      return [
        ...of('community', line.community),
        ...of('issue', line.issue),
        ...of('unit', ...(line.units ?? [])),
        ...of('person', line.convener, ...(line.people ?? [])),
      ];
    case 'message':
      return [
        ...of('thread', line.thread),
        ...of('person', line.author, ...(line.mentions ?? [])),
        ...of('message', line.replyTo, ...(line.quotes ?? [])),
      ];
    case 'reaction':
      return [...of('message', line.message), ...of('person', line.person)];
    case 'answer':
      return [...of('issue', line.issue), ...of('message', line.message)];
    case 'follow':
      return [...of('thread', line.thread), ...of('person', line.person)];
    case 'artifact':
      return [...of('community', ...(line.communities ?? [])), ...of('person', line.author)];
    case 'session':
      return [...of('community', line.community), ...of('person', ...(line.attendees ?? []))];
    default:
      return line satisfies never;
  }
};

/** What a text links to: used when it is known, else the link is left out. */
export const linkedIn = (text: string): Reference[] => [
  ...[...text.matchAll(/\bmessage:([^)\s"'<>]+)/g)].flatMap(([, id]) => of('message', id)),
  ...[...text.matchAll(/\bperson:([^)\s"'<>]+)/g)].flatMap(([, id]) => of('person', id)),
];

/** Where something new may only be added while nobody changed the place here. */
export const placeOf = (line: ImportLine): Reference | null => {
  switch (line.type) {
    case 'membership':
    case 'issue':
      return { type: 'community', id: line.community };
    case 'thread':
      return line.community === undefined ? null : { type: 'community', id: line.community };
    case 'message':
      return { type: 'thread', id: line.thread };
    case 'session':
      return { type: 'community', id: line.community };
    default:
      return null;
  }
};

/** What tells a line from others of its type: its id, or what it connects. */
export const keyOf = (line: ImportLine): string => {
  switch (line.type) {
    case 'header':
      return '';
    case 'role':
      return [line.person, line.role, line.unit ?? ''].join('\n');
    case 'unit-change':
      return [line.person, line.at].join('\n');
    case 'membership':
      return [line.community, line.person].join('\n');
    case 'reaction':
      return [line.message, line.person, line.emoji].join('\n');
    case 'answer':
      return [line.issue, line.message].join('\n');
    case 'follow':
      return [line.thread, line.person].join('\n');
    default:
      return line.id;
  }
};
