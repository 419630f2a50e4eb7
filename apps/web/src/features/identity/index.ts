export { CodeField } from './code-field.tsx';
export { EntryPage } from './entry-page.tsx';
export { PlaceBar } from './place-bar.tsx';
export { adopt, fetchMe, fetchSetup, followAccount, useMe, type MeView } from './me.ts';
