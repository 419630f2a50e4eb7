import { textsOf } from '../../platform/texts.ts';
import english from './texts.en.json';

export const text = textsOf(english);
