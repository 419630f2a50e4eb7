import {
  IconBell,
  IconBooks,
  IconCalendarEvent,
  IconHome,
  IconMessages,
  IconPuzzle,
  IconSettings,
  IconShieldCog,
  IconUserSquareRounded,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TextId } from './texts.ts';

/** On phones these stand in the bar, round the button that posts; others are behind More. */
export const barPlaces = { before: ['/', '/issues'], after: ['/threads'] } as const;

export interface Place {
  readonly to: '/' | '/notices' | '/issues' | '/threads' | '/communities' | '/people' | '/library' | '/calendar' | '/admin' | '/settings';
  readonly label: TextId;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly isForAdministrators?: boolean;
}

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

/** Places that do something; others appear with their feature. */
export const places: readonly Place[] = [
  { to: '/', label: 'app.home', icon: <IconHome {...icon} />, keys: 'g h' },
  { to: '/notices', label: 'app.notices', icon: <IconBell {...icon} />, keys: 'g n' },
  { to: '/communities', label: 'app.communities', icon: <IconUsersGroup {...icon} />, keys: 'g c' },
  { to: '/issues', label: 'app.issues', icon: <IconPuzzle {...icon} />, keys: 'g i' },
  { to: '/threads', label: 'app.threads', icon: <IconMessages {...icon} />, keys: 'g t' },
  { to: '/people', label: 'app.people', icon: <IconUserSquareRounded {...icon} />, keys: 'g p' },
  { to: '/library', label: 'app.library', icon: <IconBooks {...icon} />, keys: 'g l' },
  { to: '/calendar', label: 'app.calendar', icon: <IconCalendarEvent {...icon} />, keys: 'g a' },
  { to: '/admin', label: 'app.admin', icon: <IconShieldCog {...icon} />, isForAdministrators: true },
  { to: '/settings', label: 'app.settings', icon: <IconSettings {...icon} /> },
];
