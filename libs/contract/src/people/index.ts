export * from './people.problems.ts';
export * from './people.routes.ts';
export * from './people.schemas.ts';
export * from './profile.schemas.ts';
