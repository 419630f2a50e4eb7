declare const contents: unique symbol;

/**
 * JSON that PostgreSQL built, sent as it is. `T` is what it holds according to the contract;
 * in tests and development each one is parsed strictly before it leaves.
 */
export class Json<T> {
  declare readonly [contents]: T;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
