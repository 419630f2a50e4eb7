import { ed25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from './bytes.ts';

let hasWebCrypto: Promise<boolean> | undefined;

/** RFC 8032. WebCrypto where it knows the curve; on plain http there is none, and older browsers miss Ed25519: JavaScript there. */
export const verifyEd25519 = async (publicKey: Bytes, data: Bytes, signature: Bytes): Promise<boolean> => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  hasWebCrypto ??= knowsEd25519();
  return (await hasWebCrypto) ? byWebCrypto(publicKey, data, signature) : byJavaScript(publicKey, data, signature);
};

const knowsEd25519 = async (): Promise<boolean> => {
  try {
    // Undefined, whatever its type says, on a page that did not come over https.
    return (await globalThis.crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) !== undefined;
  } catch {
    return false;
  }
};

const byWebCrypto = async (publicKey: Bytes, data: Bytes, signature: Bytes): Promise<boolean> => {
  try {
    const key = await globalThis.crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await globalThis.crypto.subtle.verify('Ed25519', key, signature, data);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
};

/** `zip215: false` is the strict rule of RFC 8032, as WebCrypto and OpenSSL have it. */
export const byJavaScript = (publicKey: Bytes, data: Bytes, signature: Bytes): boolean => {
  try {
    return ed25519.verify(signature, data, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
