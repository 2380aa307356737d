// What the verifier takes from the browser or from Node, and nothing else. The compiler knows no other
// host object, so a network request, a clock, storage or the page itself do not compile.

interface CryptoKey {
  readonly type: string;
}

interface SubtleCrypto {
  digest(algorithm: "SHA-256", data: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: Uint8Array,
    algorithm: { name: "Ed25519" },
    extractable: false,
    keyUsages: ["verify"],
  ): Promise<CryptoKey>;
  verify(
    algorithm: { name: "Ed25519" },
    key: CryptoKey,
    signature: Uint8Array,
    data: Uint8Array,
  ): Promise<boolean>;
}

/** `subtle` is absent outside secure contexts; a page opened from a file is one in current browsers. */
declare const crypto: { readonly subtle?: SubtleCrypto } | undefined;

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare class TextDecoder {
  constructor(label: "utf-8", options: { fatal: true; ignoreBOM: true });
  decode(bytes: Uint8Array): string;
}
