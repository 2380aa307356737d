// Scrutineer's second verifier: an implementation of the public log's formats by other hands than the
// program's, in another language and on another cryptographic library.
//
// In scope: signed checkpoints, policies, cosignatures of type 0x04, inclusion, consistency, whole logs, receipts.
// Out of scope: what an entry means and what follows from it (the command `scrutineer verify`).
// Limits: ML-DSA-44 cosignatures never count; a page served by a log's operator can serve another program.

export { decodeBase64, encodeBase64 } from "./base64.js";
export { type Bytes, fromHex, MAX_INTEGER, parseDecimal, toHex } from "./bytes.js";
export { type Checkpoint, parseCheckpoint } from "./checkpoint.js";
export { cosignedMessage, verifyCosignature } from "./cosignature.js";
export { publicKeyDefect, verifyEd25519 } from "./ed25519.js";
export { explain, explainSigners, formatAge, formatTime } from "./explain.js";
export { emptyRoot, leafHash, nodeHash, sha256 } from "./hash.js";
export { isKeyName, keyId, parseVerifierKey, type VerifierKey } from "./key.js";
export {
  type LogFiles,
  type LogInput,
  type LogOutcome,
  MAX_LOG_REASONS,
  verifyLog,
} from "./log.js";
export { MAX_NOTE_BYTES, MAX_SIGNATURES, type Note, type NoteSignature, parseNote } from "./note.js";
export type { Freshness, Outcome, PolicyInput } from "./outcome.js";
export {
  MAX_POLICY_BYTES,
  MAX_POLICY_ITEMS,
  meetsQuorum,
  parsePolicy,
  type Policy,
  type PolicyGroup,
  type PolicyLog,
  type PolicyWitness,
} from "./policy.js";
export {
  checkConsistency,
  checkInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
  MAX_PROOF_HASHES,
} from "./proof.js";
export { MAX_PROOF_FILE_BYTES, parseProofFile, type ProofFile } from "./proofFile.js";
export { makeReceipt, type Receipt } from "./receipt.js";
export { HostError, quote, type Reason, type ReasonCode, Reasons } from "./reason.js";
export { type Cosigned, openCheckpoint, type SignedCheckpoint } from "./signedCheckpoint.js";
export {
  parseBundle,
  parseTilePath,
  TILE_WIDTH,
  type TileId,
  tilePath,
  tilesOfSize,
  widthInTree,
} from "./tile.js";
export { TileTree } from "./tileTree.js";
export {
  type CheckpointInput,
  type ConsistencyInput,
  type ConsistencyOutcome,
  MAX_ENTRY_BYTES,
  type ProofInput,
  type ProofOutcome,
  verifyCheckpoint,
  verifyConsistency,
  verifyProof,
} from "./verify.js";
