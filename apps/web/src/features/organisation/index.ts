export { depthOf, inTreeOrder, useUnits } from './units.ts';
