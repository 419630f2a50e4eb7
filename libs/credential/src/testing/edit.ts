import { isList, isObject, type Json, type JsonObject } from '../json.ts';

export type Path = readonly (string | number)[];

export const at = (value: Json | undefined, path: Path): Json | undefined => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(value) && typeof step === 'number') return at(value[step], rest);
  return isObject(value) ? at(value[step], rest) : undefined;
};

/** A copy with the value at `path` replaced, as somebody with an editor would do it; `undefined` takes it out. */
export const put = (document: JsonObject, path: Path, value: Json | undefined): JsonObject => {
  const edited = putIn(document, path, value);
  if (!isObject(edited)) throw new Error('A document stays an object.');
  return edited;
};

const putIn = (document: Json | undefined, path: Path, value: Json | undefined): Json | undefined => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = putIn(at(document, [step]), rest, value);
  if (isList(document) && typeof step === 'number')
    return inner === undefined ? document.toSpliced(step, 1) : document.toSpliced(step, 1, inner);
  const { [step]: _, ...others } = isObject(document) ? document : {};
  return inner === undefined ? others : { ...others, [step]: inner };
};

/** A copy with two entries of a list exchanged. */
export const swap = (document: JsonObject, path: Path, first: number, second: number): JsonObject =>
  put(put(document, [...path, first], at(document, [...path, second])), [...path, second], at(document, [...path, first]));
