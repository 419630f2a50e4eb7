import { fromBase64Url, toBase64Url, utf8, type Bytes } from './bytes.ts';
import { CredentialError } from './credential-error.ts';
import { multibaseOf } from './multibase.ts';
import type { Signer } from './proof.ts';

export interface KeyPair {
  /** Multibase with the multicodec of an Ed25519 public key: `z6Mk…`. */
  readonly publicKeyMultibase: string;
  /** PKCS#8, unencrypted: wrap it, then forget it. */
  readonly privateKey: Bytes;
}

const { subtle } = globalThis.crypto;

/** A new Ed25519 key. */
export const makeKey = async (): Promise<KeyPair> => {
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new CredentialError('key.not-made');
  return {
    publicKeyMultibase: multibaseOf(new Uint8Array(await subtle.exportKey('raw', pair.publicKey))),
    privateKey: new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey)),
  };
};

/** A signer for `id`, the verification method that its signatures name. */
export const signerFrom = async (id: string, privateKey: Bytes): Promise<Signer> => {
  const key = await subtle.importKey('pkcs8', privateKey, 'Ed25519', false, ['sign']);
  return { id, algorithm: 'Ed25519', sign: async ({ data }) => new Uint8Array(await subtle.sign('Ed25519', key, data)) };
};

/**
 * A private key as it may lie in a database: AES-256-GCM, bound to its id, so that wrapped keys cannot be exchanged.
 * @param wrappingKey 32 bytes that never lie beside it
 */
export const wrapKey = async (privateKey: Bytes, keyId: string, wrappingKey: Bytes): Promise<string> => {
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12));
  const key = await importWrappingKey(wrappingKey, 'encrypt');
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(keyId) }, key, privateKey);
  return `v1.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
};

/** @throws CredentialError `key.not-unwrapped`: another wrapping key, another id, or altered bytes; which one cannot be known */
export const unwrapKey = async (wrapped: string, keyId: string, wrappingKey: Bytes): Promise<Bytes> => {
  const [version, iv, sealed] = wrapped.split('.');
  const ivBytes = fromBase64Url(iv ?? '');
  const sealedBytes = fromBase64Url(sealed ?? '');
  if (version !== 'v1' || !ivBytes || !sealedBytes) throw new CredentialError('key.not-unwrapped');
  const key = await importWrappingKey(wrappingKey, 'decrypt');
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: ivBytes, additionalData: utf8(keyId) }, key, sealedBytes));
  } catch {
    throw new CredentialError('key.not-unwrapped');
  }
};

const importWrappingKey = async (wrappingKey: Bytes, use: 'encrypt' | 'decrypt') => {
  if (wrappingKey.length !== 32) throw new CredentialError('key.wrapping-key-length', { bytes: wrappingKey.length });
  return subtle.importKey('raw', wrappingKey, 'AES-GCM', false, [use]);
};
