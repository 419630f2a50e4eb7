import type { SessionFacts } from '@landbridge/contract/sessions';
import { endOfSession } from '@landbridge/domain/sessions';

type Planned = Pick<SessionFacts, 'id' | 'title' | 'at' | 'minutes' | 'place' | 'notes' | 'cancelledAt' | 'version' | 'community'>;

/** Octets of a line, without its end (RFC 5545, section 3.1). */
const lineOctets = 75;

/**
 * A session as a calendar file (RFC 5545). The same session has the same UID and a growing SEQUENCE, so that a calendar which gets
 * it again changes its entry. Times are in UTC: each calendar shows them in its own zone.
 */
export const calendarOf = (session: Planned, url: string, now: Date): string => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Landbridge//Sessions//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${session.id}@landbridge`,
    `SEQUENCE:${session.version - 1}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(new Date(session.at))}`,
    `DTEND:${utc(endOfSession(session))}`,
    `STATUS:${session.cancelledAt ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(session.title)}`,
    ...(session.place ? [`LOCATION:${escaped(session.place)}`] : []),
    `DESCRIPTION:${escaped([session.community.name, session.notes, url].filter((part) => part !== '').join('\n\n'))}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};

/** 20261125T090000Z */
const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** TEXT values (section 3.3.11); other control characters have no place in them. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\p{Cc}]/gu, ' ');

/** A long line goes on after a line end and a space; a character is never cut in two. */
const folded = (line: string): string => {
  const lines = [''];
  let octets = 0;
  for (const letter of line) {
    const more = Buffer.byteLength(letter);
    if (octets + more > lineOctets) {
      lines.push('');
      octets = 1;
    }
    lines.push(`${lines.pop() ?? ''}${letter}`);
    octets += more;
  }
  return lines.join('\r\n ');
};
