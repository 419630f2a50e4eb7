/** The seven roles of a leadership group (Wenger-Trayner, Leadership groups, 2013), as the import format spells them. */
export const leadershipRoles = [
  'agenda-activist',
  'community-keeper',
  'critical-friend',
  'social-reporter',
  'external-messenger',
  'value-detective',
  'organisational-broker',
] as const;

export type LeadershipRole = (typeof leadershipRoles)[number];
