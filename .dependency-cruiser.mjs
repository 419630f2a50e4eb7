import { featureOrder } from './tools/feature-order.ts';

const own = '^(apps|libs)/';

/** A feature may import the index.ts of features before it in the order, and nothing of those after it. */
const featureRules = featureOrder.flatMap((noun, place) => {
  const later = featureOrder.slice(place + 1);
  return later.length === 0
    ? []
    : [
        {
          name: `${noun}-knows-no-later-feature`,
          comment: 'Features know only those before them in tools/feature-order.ts; anything else is told by an event.',
          severity: 'error',
          from: { path: `^apps/(api|web)/src/features/${noun}/` },
          to: { path: `^apps/(api|web)/src/features/(${later.join('|')})/` },
        },
      ];
});

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    ...featureRules,
    forbid(
      'features-by-their-door',
      'A feature is entered by its index.ts only.',
      { path: '^apps/(api|web)/src/features/([^/]+)/' },
      { path: '^apps/(api|web)/src/features/([^/]+)/', pathNot: ['^apps/(api|web)/src/features/$2/', 'index\\.tsx?$'] },
    ),
    forbid(
      'shell-takes-pages-and-doors',
      'The browser application composes pages, which it fetches when visited, and what a feature offers by its index.ts.',
      { path: '^apps/web/src/app/' },
      {
        path: '^apps/web/src/features/',
        pathNot: [
          'index\\.ts$',
          '-page\\.tsx$',
          'community-(threads|issues|sessions|artifacts|leading)\\.tsx$',
          'start-thread-dialog\\.tsx$',
          '(threads|issues)-of-person\\.tsx$',
          'issues-for-me\\.tsx$',
          'own-ring\\.tsx$',
          'notice-kinds\\.tsx$',
          'business-imperatives\\.tsx$',
        ],
      },
    ),
    forbid(
      'platform-knows-no-feature',
      'Platform is how we talk to the world, never what the product does. Two files collect by name what features bring: entities and texts.',
      { path: '^apps/[^/]+/src/platform/', pathNot: 'platform/(database/entities|texts)\\.ts$' },
      { path: '^apps/[^/]+/src/(features|app)/' },
    ),
    forbid('migrations-stand-alone', 'A migration must mean the same for ever.', { path: '^apps/api/src/migrations/' }, { path: own }),
    forbid(
      'testing-for-specs-only',
      'Test helpers never reach the product.',
      { path: own, pathNot: ['\\.spec\\.tsx?$', '^apps/api/src/testing/', '^apps/api/vitest\\.config\\.ts$'] },
      { path: '^apps/api/src/testing/' },
    ),
    forbid(
      'contract-stands-alone',
      'The contract imports zod only.',
      { path: '^libs/contract/' },
      { path: own, pathNot: '^libs/contract/' },
    ),
    forbid(
      'domain-knows-the-contract-only',
      'Rules are pure.',
      { path: '^libs/domain/' },
      { path: own, pathNot: ['^libs/contract/', '^libs/domain/'] },
    ),
    forbid(
      'ui-knows-no-product',
      'Components know no community and no thread.',
      { path: '^libs/ui/' },
      { path: own, pathNot: '^libs/ui/' },
    ),
    forbid(
      'credential-stands-alone',
      'The library of credentials is usable without Landbridge.',
      { path: '^libs/credential/' },
      { path: own, pathNot: '^libs/credential/' },
    ),
    forbid(
      'api-and-web-apart',
      'Server and browser share contract and domain only.',
      { path: '^apps/api/' },
      { path: '^(apps/(web|e2e)|libs/ui)/' },
    ),
    forbid('web-and-api-apart', 'Server and browser share contract and domain only.', { path: '^apps/web/' }, { path: '^apps/(api|e2e)/' }),
    forbid('libs-know-no-app', 'Libraries are below applications.', { path: '^libs/' }, { path: '^apps/' }),
    forbid('no-circles', 'Types count too.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '(^|/)node_modules/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
