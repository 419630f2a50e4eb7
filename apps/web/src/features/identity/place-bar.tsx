import type { ReactNode } from 'react';
import { Bar } from '@landbridge/ui';
import { useMe } from './me.ts';

/** The bar of a place: the page's own title stands below it, so the bar says whose Landbridge this is. */
export const PlaceBar = ({ actions }: { actions?: ReactNode }) => (
  <Bar actions={actions}>
    <span>{useMe().organisation.name}</span>
  </Bar>
);
