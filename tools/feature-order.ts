/**
 * The nouns of the product, in the order in which they may know each other: a feature imports only those before it.
 * Feeds the import rules; `apps/api/src/app.module.ts` lists modules in the same order.
 */
export const featureOrder = [
  'organisation',
  'identity',
  'people',
  'communities',
  'files',
  'threads',
  'practice-issues',
  'library',
  'sessions',
  'training-requests',
  'value',
  'journeys',
  'handovers',
  'boundary',
  'certificates',
  'notifications',
  'search',
  'home',
  'import',
  'administration',
] as const;
