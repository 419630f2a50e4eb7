import { communityId, sessionId } from '@landbridge/contract';
import { describe, expect, it } from 'vitest';
import { calendarOf } from './session-calendar.ts';

const session = {
  id: sessionId.parse('0199d0c2-7f3a-7000-8000-000000000001'),
  title: 'Case clinic',
  at: '2026-10-25T00:30:00.000Z',
  minutes: 90,
  place: '',
  notes: '',
  cancelledAt: null,
  version: 3,
  community: { id: communityId.parse('0199d0c2-7f3a-7000-8000-000000000002'), name: 'Bolted joints', visibility: 'open' as const },
};
const url = 'https://landbridge.example/sessions/0199d0c2-7f3a-7000-8000-000000000001';
const now = new Date('2026-10-01T08:00:00.123Z');
const linesOf = (changes: Partial<typeof session> | { cancelledAt: string }) =>
  calendarOf({ ...session, ...changes }, url, now)
    .replaceAll('\r\n ', '')
    .split('\r\n');

describe('a session as a calendar file', () => {
  it('has its times in UTC, also where clocks are changed in between', () => {
    const lines = linesOf({});

    expect(lines).toContain('DTSTART:20261025T003000Z');
    expect(lines).toContain('DTEND:20261025T020000Z');
    expect(lines).toContain('DTSTAMP:20261001T080000Z');
  });

  it('keeps its UID, and counts its versions', () => {
    expect(linesOf({ version: 1 })).toContain('SEQUENCE:0');
    expect(linesOf({ version: 4 })).toContain('SEQUENCE:3');
    expect(linesOf({ version: 4 })).toContain(`UID:${session.id}@landbridge`);
  });

  it('says that it is cancelled', () => {
    expect(linesOf({})).toContain('STATUS:CONFIRMED');
    expect(linesOf({ cancelledAt: '2026-10-02T08:00:00.000Z' })).toContain('STATUS:CANCELLED');
  });

  it('escapes what means something, and keeps a line end from beginning another property', () => {
    const lines = linesOf({ title: 'Nuts, bolts; and \\ signs', notes: 'First.\r\nEND:VEVENT\nBEGIN:VALARM' });

    expect(lines).toContain('SUMMARY:Nuts\\, bolts\\; and \\\\ signs');
    expect(lines).toContain(`DESCRIPTION:Bolted joints\\n\\nFirst.\\nEND:VEVENT\\nBEGIN:VALARM\\n\\n${url}`);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('has no line above 75 octets and cuts no character', () => {
    const title = 'Größe der Schraubenköpfe 🔩 — '.repeat(5).trim();

    const text = calendarOf({ ...session, title }, url, now);

    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(linesOf({ title })).toContain(`SUMMARY:${title}`);
  });

  it('leaves an empty place out', () => {
    expect(linesOf({}).some((line) => line.startsWith('LOCATION'))).toBe(false);
    expect(linesOf({ place: 'Hall 3, Brande' })).toContain('LOCATION:Hall 3\\, Brande');
  });
});
