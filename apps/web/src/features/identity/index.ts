export { PlaceBar } from './place-bar.tsx';
export { fetchMe, fetchSetup, followAccount, useMe, type MeView } from './me.ts';
