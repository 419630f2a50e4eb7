import { noticeKind } from '@landbridge/contract/notifications';
import { array, assert, constantFrom, date, integer, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCauses, type Cause } from './fold-causes.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute));
const cause = (kind: Cause['kind'], minute: number, position = 0): Cause => ({
  kind,
  sourceId: `${kind} ${minute}`,
  at: at(minute),
  position,
});

describe('fold causes', () => {
  it('tells the weightiest, also when something lighter came later', () => {
    const folded = foldCauses([cause('mentioned', 1, 4), cause('answered', 2, 5)]);

    expect(folded).toEqual({ told: cause('mentioned', 1, 4), count: 2, at: at(2), position: 5 });
  });

  it('tells the newest of the same weight', () => {
    expect(foldCauses([cause('replied', 3), cause('replied', 7), cause('replied', 5)])?.told).toEqual(cause('replied', 7));
  });

  it('tells that a session is cancelled rather than that it was changed or planned', () => {
    expect(foldCauses([cause('session-cancelled', 1), cause('session-changed', 2), cause('session-planned', 3)])?.told.kind).toBe(
      'session-cancelled',
    );
  });

  it('counts a message once, for whatever reasons it concerns somebody', () => {
    const message = { sourceId: 'one message', at: at(1), position: 2 };

    expect(
      foldCauses([
        { ...message, kind: 'replied' },
        { ...message, kind: 'mentioned' },
      ])?.count,
    ).toBe(1);
  });

  it('leaves nothing of nothing', () => {
    expect(foldCauses([])).toBeNull();
  });

  const causes = array(
    record({
      kind: constantFrom(...noticeKind.options),
      sourceId: constantFrom('a', 'b', 'c', 'd'),
      at: date({ noInvalidDate: true }),
      position: integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('says the same in whatever order causes come', () => {
    assert(
      property(
        causes.chain((all) => record({ all: constantFrom(all), shuffled: shuffledSubarray(all, { minLength: all.length }) })),
        ({ all, shuffled }) => {
          const { told, ...rest } = foldCauses(shuffled) ?? {};
          const { told: other, ...same } = foldCauses(all) ?? {};
          expect({ ...rest, kind: told?.kind, sourceId: told?.sourceId }).toEqual({
            ...same,
            kind: other?.kind,
            sourceId: other?.sourceId,
          });
        },
      ),
    );
  });

  it('tells of one that is there, and never an earlier time or position than any has', () => {
    assert(
      property(causes, (all) => {
        const folded = foldCauses(all);
        expect(all).toContain(folded?.told);
        for (const one of all) {
          expect(Number(folded?.at)).toBeGreaterThanOrEqual(Number(one.at));
          expect(folded?.position).toBeGreaterThanOrEqual(one.position);
        }
      }),
    );
  });
});
