export { text as organisationText } from './texts.ts';
export { depthOf, inTreeOrder, refreshUnits, useUnits } from './units.ts';
