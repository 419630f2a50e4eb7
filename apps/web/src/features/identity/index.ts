export { fetchMe, fetchSetup, followAccount, useMe, type MeView } from './me.ts';
