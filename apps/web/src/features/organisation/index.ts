export { text as organisationText } from './texts.ts';
export { depthOf, inTreeOrder, useUnits } from './units.ts';
