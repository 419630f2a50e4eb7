import { useState } from 'react';
import type { CrossUnitView } from '@landbridge/contract/threads';
import { UnitStrip } from '@landbridge/ui';
import { dayAndMonth } from '../../platform/times.ts';
import { text } from './texts.ts';

/** The units of a cross-unit thread. One that first speaks while one looks keeps its ring until the next visit. */
export const ThreadStrip = ({ units }: { units: CrossUnitView['units'] }) => {
  const [heardBefore] = useState(() => new Set<string>(units.filter(hasSpoken).map(({ unit }) => unit.id)));
  return (
    <UnitStrip
      label={text('thread.strip')}
      units={units.map((invited) => {
        const isNew = hasSpoken(invited) && !heardBefore.has(invited.unit.id);
        return { id: invited.unit.id, unit: invited.unit, hasSpoken: hasSpoken(invited), isNew, note: noteOf(invited, isNew) };
      })}
    />
  );
};

const hasSpoken = ({ firstSpokeAt }: CrossUnitView['units'][number]): boolean => firstSpokeAt !== null;

const noteOf = ({ firstSpokeAt }: CrossUnitView['units'][number], isNew: boolean): string => {
  if (firstSpokeAt === null) return text('thread.not-heard');
  return isNew ? text('thread.spoke-now') : text('thread.heard-since', { day: dayAndMonth(firstSpokeAt) });
};
