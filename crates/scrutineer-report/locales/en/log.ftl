# What logs, entries, bundles and keys say of themselves, in the words of their readers.
#
# As in readers.ftl, the English text is the pattern. Besides $p and $q, a phrase, there are $r, $s and
# $t: a phrase where it is one, else data; and $n and $m: digits.

# Places in a file.

reader-line-n = line { $n }
reader-line-column-n = line { $n }, column { $m }
reader-row-n = row { $n }
reader-file-row-n = { $a }, row { $n }
reader-text-byte-n = byte { $n } of the text
reader-entry-n = entry { $n }
reader-entry-place = entry { $n }: { $r }
reader-line-place = line { $n }: { $r }
reader-entry-of-bundle = entry { $n } of the bundle
reader-entry-of-batch = entry { $n } of the batch
reader-range = { $n } to { $m }
reader-source-of = source { $a }, { $b }
reader-declaration-part = declaration { $a }, a division
reader-contest-rule = contest { $a }: rule
reader-finding-of = finding { $a }
reader-finding-argument = finding { $a }, { $b }

# What was expected and what was found.

reader-expected = expected { $p }, found { $r }
reader-expected-at = { $r }: expected { $p }, found { $s }
reader-expected-only = expected { $p }
reader-expected-form = expected `{ $a }`
reader-at-line = { $p } at line { $a } column { $b }
reader-hash = the SHA-256 { $a }
reader-file-with-hash = a file with the SHA-256 { $a }
reader-file-of-bytes = a file of at most { $a } bytes
reader-bytes-with-hash = { $n } bytes with { $a }
reader-other-bytes = other bytes
reader-cells = { $n } cells
reader-random = no random bytes from the operating system: { $r }
reader-workbook-failed = workbook: { $r }

# Keys.

reader-key-name = expected a key name without blanks, `+` and control characters, found { $a }
reader-key-form = expected a verifier key `NAME+ID+BASE64`, found { $a }
reader-key-types = { $r }: expected a key of type 0x01 or 0x04, found { $b }
reader-key-id = { $r }: expected key id { $b }, found { $c }
reader-key-point = { $r }: expected an Ed25519 public key in canonical form and not of small order
reader-passphrase-empty = expected a passphrase, found an empty one
reader-key-demo = the insecure demo key is not written to a file
reader-key-demo-said = INSECURE DEMO KEY: it is known to everyone, so its signatures prove nothing
reader-key-pem = expected an encrypted private key in PEM, found something else: { $r }
reader-key-label = found the label { $a }
reader-key-file-long = it is too long
reader-passphrase-wrong = the passphrase does not open this key
reader-key-file-read = cannot read the key file: { $r }
reader-key-file-write = cannot write the key file: { $r }

# Recovery keys and notices of a lost key.

reader-recovery-quorum = expected K of N keys such as 2of3, K more than half of N and N at most 16, found { $a }
reader-recovery-line = recovery policy, line { $a }: expected { $p }, found { $r }
reader-recovery-twice = recovery policy: expected different keys, found { $a } twice
reader-recovery-few = expected the signatures of { $a } recovery keys, found { $b }
reader-recovery-title = its title
reader-recovery-origin = the origin of a log
reader-recovery-a-quorum = a quorum
reader-recovery-key = the verifier key of a recovery key
reader-nothing-more = nothing more
reader-recovery-number = expected 1 to { $a } recovery keys, found { $b }
reader-recovery-threshold = expected a threshold from 1 to { $a }, found { $b }
reader-recovery-type = expected recovery keys of type 0x01, found another: { $a }
reader-recovery-same = the public key of { $a } stands there twice
reader-recovery-key-bad = recovery key { $a }: { $r }
reader-recovery-signed = expected { $a } recovery keys to sign, found { $b }
reader-no-recovery = the log names no recovery keys in its first { $a } entries
reader-notice = the notice: { $r }
reader-notice-lines = expected five lines, each ending in a line feed
reader-notice-line = expected `{ $a }` in line { $b }, found { $c }
reader-notice-next-key = expected a successor with another name and another key, found { $a }
reader-notice-origin = expected a checkpoint of { $a }, found one of { $b }
reader-notice-successor = expected the successor { $a }, found { $r }
reader-notice-root = expected the root { $a } at { $b } entries, as in the notice, found { $c }
reader-not-a-successor = the log that is to continue the other already has entries of its own, from { $a } on
reader-notice-manifest = { $r }: expected the manifest with the SHA-256 { $b }, found none or another

# Signed notes and checkpoints.

reader-note-long = expected a note of at most { $a } bytes, found { $b }
reader-utf-8-at = expected UTF-8, found another byte at offset { $a }
reader-note-control = expected no control characters but line feeds, found { $a } at offset { $b }
reader-note-end = expected a line feed at the end
reader-note-separator = expected an empty line between the text and its signatures
reader-note-line = expected `{ $a }NAME BASE64` in line { $b }, found { $c }
reader-note-many = expected at most { $a } signatures
reader-log-note-unsigned = no known key signed the note
reader-log-signature = the signature of { $a } (key id { $b }) does not hold
reader-note-repeated = { $a } (key id { $b }) stands under the note more than once
reader-note-ambiguous = two of the given keys are both { $a } (key id { $b })
reader-checkpoint = the checkpoint: { $r }
reader-checkpoint-lines = expected three lines, each ending in a line feed
reader-checkpoint-origin = expected an origin in line 1, found an empty line
reader-checkpoint-size = expected a size up to { $a } without leading zeros in line 2, found { $b }
reader-checkpoint-hash = expected 32 bytes in base64 in line { $a }, found { $b }
reader-checkpoint-extension = expected an extension in line { $a }, found an empty line
reader-checkpoint-empty = expected the root of an empty tree for size 0, found { $a }
reader-checkpoint-key = expected a key named { $a }, found { $b }
reader-log-unsigned = no known key of the log { $a } signed the checkpoint
reader-cosignature-time = expected a time of at most { $a } seconds, found { $b }
reader-hash-digits = expected 64 lower-case hexadecimal digits, found { $a }
reader-field-zero = expected a field name without zero bytes, found { $a }

# Policies.

reader-policy-long = expected a policy of at most { $a } bytes, found { $b }
reader-policy-control = expected no control characters but tabs and line feeds, found { $a }
reader-policy-end = expected a line feed at the end of the last line
reader-policy-keyword = expected `log`, `witness`, `group` or `quorum`, found { $a }
reader-policy-key-type = expected a key of type { $a }, found { $b }
reader-policy-same-key = the public key stands in line { $a } already
reader-policy-name-taken = the name { $a } is taken
reader-policy-undefined = expected the name of a witness or a group defined above, found { $a }
reader-policy-member = { $a } is already a member of a group
reader-policy-threshold = expected `all`, `any` or a number from 1 to { $a }, found { $b }
reader-policy-second = the quorum is stated in line { $a } already
reader-policy-no-quorum = expected a line `quorum NAME` or `quorum none`, found none
reader-policy-many = expected at most { $a } lines of this kind
reader-quorum = the quorum { $a } is not met: { $b } of the { $c } known witnesses cosigned

# Proofs, tiles and trees.

reader-proof-size = expected a size of at most { $a }, found { $b }
reader-proof-index = expected an index below the size { $a }, found { $b }
reader-proof-shrinks = expected a tree of at least { $a } entries, found { $b }
reader-proof-length = expected { $a } hashes in the proof, found { $b }
reader-proof-root = the proof leads to another root: expected { $a }, found { $b }
reader-proof-later-root = the proof leads to another root of the later tree: expected { $a }, found { $b }
reader-proof-unread = a hash that the proof needs could not be read: { $r }
reader-proof-long = expected a proof file of at most { $a } bytes, found { $b }
reader-proof-header = expected `{ $a }` in line 1, found { $b }
reader-proof-extra = expected base64 after `extra` in line 2, found { $a }
reader-proof-index-line = expected `index N`, N without leading zeros, found { $a }
reader-proof-hashes = expected at most { $a } hashes
reader-proof-separator = expected an empty line before the checkpoint
reader-proof-entry = the entry: { $r }
reader-tile-bytes = { $r }: expected { $b } bytes, found { $c }
reader-bytes-found = expected { $a } bytes, found { $b }
reader-tile-level = expected a level from 0 to { $a }, found { $b }
reader-tile-width = expected a width from 1 to { $a }, found { $b }
reader-tile-path = expected `tile/LEVEL/INDEX` or `tile/entries/INDEX`, with `.p/WIDTH` if partial, found { $a }
reader-tree-full = the tree is full: { $a } entries
reader-tree-edge = expected { $a } hashes at the right edge of a tree of { $b }, found { $c }
reader-tree-no-subtree = the tree has no complete subtree { $a } of 2^{ $b } leaves
reader-tree-none = a tree of { $a } entries has no complete subtree { $b } of 2^{ $c } leaves
reader-entry-long = expected an entry of at most { $a } bytes, found { $b }
reader-entry-bytes = { $r }: expected { $a } more bytes, found { $b }
reader-bundle-entries = expected { $a } entries in the bundle, found { $b }

# Stores.

reader-store-open-bundle = cannot open the bundle: { $r }
reader-store-open-seen = cannot open the folder of what was seen: { $r }
reader-store-open-private = cannot open the private state: { $r }
reader-store-private = the private state
reader-store-bundle = the bundle
reader-store-seen = the folder of what was seen
reader-store-open = cannot open { $r }: { $s }
reader-store-read = cannot read { $r }: { $s }
reader-store-write = cannot write { $r }: { $s }
reader-store-replace = cannot replace { $r }: { $s }
reader-store-delete = cannot delete { $r }: { $s }
reader-store-list = cannot list { $r }: { $s }
reader-store-full = no space is left
reader-store-denied = permission is denied
reader-store-device = the device fails: { $r }
reader-store-exists = expected no object of this name, found one
reader-store-differs = expected the same bytes or nothing, found other bytes
reader-store-changed = expected the content last seen, found another; somebody else writes here
reader-store-large = expected at most { $a } bytes, found more
reader-store-long = expected at most { $a } bytes, found { $r }
reader-store-no-file = expected a plain file, found something else
reader-store-locked = another process holds its lock
reader-store-exposed = expected a folder that only its owner can enter (mode 0700), found mode { $a }
reader-store-nested = expected it outside the bundle, and the bundle outside it
reader-store-unconditional = the store accepted a conditional write whose condition did not hold, so two writers could fork the log
reader-store-says = the server says: { $a }
reader-store-no-list = web servers list no names
reader-object-path = object path { $a }: expected segments of letters, digits, '.', '_' and '-' joined by '/', none empty or beginning with a dot, at most 512 bytes
reader-remote-scheme = expected a folder, or an address that begins with http:// or https://, found { $a }
reader-remote-address = expected an address without `?`, `#`, blanks and user name, found { $a }

# The log in its folder, and its private state.

reader-log-missing = { $a } is missing
reader-file-missing = { $r }: is missing
reader-missing = is missing
reader-check-root = expected the root { $a }, to which the { $b } entries lead, found { $c }
reader-check-entry = entry { $a } of the bundle hashes to { $b }, expected { $c } as { $d } has it
reader-check-leaf = hash { $a } is { $b }, expected { $c }, to which the entry in { $d } hashes
reader-check-upper = hash { $a } is { $b }, expected { $c }, the root of { $d }
reader-check-path = expected the path of a tile or bundle
reader-check-stray = is not part of a log of { $a } entries
reader-check-partial = expected the beginning of { $a }, found other bytes
reader-fsck-no-head = the private state has no head
reader-head-unsigned = the head is no checkpoint signed by this key: { $r }
reader-fsck-unsigned = is no checkpoint signed by this key: { $r }
reader-public-unsigned = checkpoint is not signed by this key: { $r }
reader-fsck-missing = is missing; opening the log publishes it again
reader-fsck-behind = has { $a } entries, the head only { $b }: the head was set back or is another one
reader-fsck-ahead = has { $a } entries, the head { $b }: a batch is unfinished, opening the log finishes it
reader-fsck-forked = has another root at { $a } entries than the log: the log was forked
reader-open-none = there is no log here yet
reader-open-exists = expected neither a head nor a public checkpoint, found one; a log is begun only once
reader-open-no-head = the bundle has a checkpoint, but the private state has no head; writing on without it could fork the log
reader-open-behind = the public checkpoint has { $a } entries, the head only { $b }; the head was set back or is another one, and writing on would fork the log
reader-open-forked = the public checkpoint of { $a } entries has another root than the log at that size: the log was forked
reader-open-incomplete = the log of { $a } entries cannot be continued: { $r }
reader-edge-root = the tiles at the right edge give the root { $a }, the head has { $b }
reader-edge-entry = { $r }: entry { $b } hashes to { $c }, { $d } has { $e }
reader-batch-empty = expected a batch with entries, found none
reader-batch-large = expected a batch of at most { $a } bytes, found { $b }
reader-batch-entry = { $r }: expected at most { $a } bytes, found { $s }
reader-log-full = the log is full
reader-batch-other-text = expected signatures of the current checkpoint, found a note with another text
reader-batch-retry = the batch was not committed and may be appended again: { $r }
reader-batch-other-writer = another writer has advanced the log; this one has stopped, and its batch is not in the log: { $r }
reader-batch-unknown = it is unknown whether the batch was committed; open the log anew to know: { $r }
reader-batch-unfinished = the batch is committed, but { $r } failed; open the log anew to finish it: { $s }
reader-batch-stopped = the writer has stopped after a fatal error; open the log anew
reader-step-head = swapping the head
reader-step-tiles = writing its tiles
reader-step-checkpoint = publishing its checkpoint

# Following, copying and witnessing a log.

reader-follow-broken = the tiles lead neither from the { $a } entries seen before nor from others to the signed root of { $b } entries
reader-follow-unread = that it continues the { $a } entries seen before cannot be shown: { $r }
reader-mirror-other-log = expected a copy of { $a } or an empty folder, found a copy of { $b }
reader-mirror-unknown = checkpoint: expected one that a log of the policy signed, found another file
reader-mirror-newer = expected a folder with at most { $a } entries, found { $b }
reader-mirror-too-much = the copy needs more than { $a } bytes; with a higher limit it goes on where it was
reader-mirror-lacks = the other side does not have it
reader-mirror-json = expected a JSON object, found something else
reader-mirror-no-reason = expected the file or an entry that says why it was removed, found neither
reader-mirror-opening = expected an opening beside it, found another file
reader-mirror-commitment = expected a file of the commitment { $a }, found one of { $b }
reader-witness-no-logs = expected a policy with at least one log to watch, found none
reader-witness-log-key = the public key of { $a } is also that of a log of the policy
reader-witness-declines = the witness refuses (status { $a }): { $r }
reader-witness-ahead = { $r }: the witness holds { $b } entries of this log, expected at most { $c }
reader-witness-refuses = { $s }: the witness refuses (status { $b }): { $r }
reader-witness-other-key = { $r }: expected a cosignature by { $b }, found none
reader-witness-restless = { $r }: the size that the witness holds changed { $b } times
reader-witness-other-text = expected signatures of the public checkpoint, found some of another
reader-witness-no-note = checkpoint: expected a signed note, found none
reader-witness-origin = the origin is not known here
reader-witness-known = the origin { $a } is not known here
reader-witness-store = the witness cannot store its answer
reader-witness-unwatched = no such origin is watched here
reader-witness-nothing = nothing was cosigned for this origin yet
reader-request-large = expected a request of at most { $a } bytes
reader-request-long = expected a request of at most { $a } bytes, found { $b }
reader-request-old = expected `old SIZE`, SIZE without leading zeros, in line 1, found { $a }
reader-request-beyond = expected an old size of at most { $a }, found { $b }
reader-request-conflict = expected an old size of { $a }, found { $b }

# Entries: bytes.

reader-problem-utf-8-byte = another byte at { $a }
reader-json-end = the end of the entry
reader-json-character = { $a } at byte { $n }
reader-json-no-space = no white space
reader-json-space = white space at byte { $a }
reader-json-levels = at most { $a } levels
reader-json-yes = "yes" or nothing
reader-json-value = a value of JSON
reader-json-integer = an integer between -(2^53 - 1) and 2^53 - 1 without leading zeros
reader-json-comma = a comma or { $a }
reader-json-key = a key
reader-json-colon = a colon
reader-json-order = keys in order of their bytes
reader-json-after = "{ $a }" after "{ $b }"
reader-json-string-end = the end of a string
reader-json-string = a string of JSON
reader-json-escapes = only escapes that are needed
reader-json-normal = text in normal form C
reader-json-list = an array of { $a }
reader-json-other = a fraction or a truth value

# Entries: what they hold.

reader-entry-writable = a record that can be written
reader-bytes-of-kind = { $n } bytes of kind { $a }
reader-entry-not-canonical = other bytes than the canonical ones
reader-entry-reply = a reply that is empty or too long
reader-entry-publisher = a publisher beyond the limits
reader-entry-of-log = an entry of the log
reader-entry-kind = unknown kind { $a }
reader-correction-twice = a correction of a correction
reader-correction-none = a correction of no record
reader-entry-record = a record of the data set
reader-an-entry = an entry
reader-path-of-site = a path of the site
reader-a-kind = a kind
reader-a-key = a key "{ $a }"
reader-key-in-part = a key "{ $a }" in part 1
reader-object-named = an object ({ $a })
reader-entry-unknown-key = an unknown key
reader-count-null = a count up to { $a }, null
reader-count-null-or = a count up to { $a }, null or "{ $b }"
reader-argument = an integer, a text, texts, {"{"}"real": text{"}"} or {"{"}"share": text{"}"}
reader-shape-date = date such as `2024-07-28`
reader-shape-moment = date, or time with its offset
reader-shape-percent = percentage as printed, such as `96.87`
reader-shape-real = number from 0 to 1 with at most 10 significant digits
reader-shape-reply = text of 1 to 4,000 characters
reader-shape-publisher = text of 1 to 600 characters
reader-shape-folder = address of a folder on the web, of at most 200 characters
reader-counts-object = an object of counts
reader-not-on-form = a field that is not on the form is left out
reader-number-most = a number of at most { $a }
reader-number-from = a number from { $a }
reader-digest = a SHA-256 digest
reader-twice = "{ $a }" twice
reader-rules = plurality, majority or threshold
reader-another-rule = another rule
reader-codes-normal = codes that differ in normal form C
reader-divisions-of = divisions of { $a }
reader-salted = a salted commitment, since no authority published the file
reader-each-source = each source once
reader-each-station = each station once
reader-each-place = each place once
reader-each-part = each part once
reader-each-contest = each contest once
reader-each-declaration = each declaration once
reader-one-again = one again
reader-can-hold = what a data set can hold
reader-a-record = a record
reader-of-another = { $n } is of another
reader-same-record = a record of this kind and key
reader-that-of-entry = that of entry { $a }
reader-step-next = { $a }, the number of the next step of this audit
reader-step-first = a commitment as the first step of an audit
reader-step-another = another step
reader-step-one = one commitment in an audit
reader-step-second = a second one
reader-step-constant = the source, winners, method and links of the steps before
reader-id-of-source = the id of a source
reader-id-of-contest = the id of a contest
reader-id-of-option = the id of an option
reader-id-of-hierarchy = the id of a hierarchy
reader-id-of-declaration = the id of a declaration
reader-an-id = an id of 1 to 64 characters of A-Z a-z 0-9 . _ -
reader-no-field = no field that source { $a } has not
reader-ticket-votes = { $a } votes, one per ticket
reader-votes-of = { $n } votes
reader-canonical-station = a canonical station id
reader-listed-only = numbers of the official list only where it has the station
reader-division-codes = codes of a division, none of them empty
reader-own-record = a station with a record of its own
reader-entry-here = an entry of this log
reader-record-each = a record for each of { $a } { $r }
reader-places-word = places
reader-kind-election = an entry of kind election
reader-ballot-size = 1 to 65,534 options and at most as many tickets
reader-and = { $n } and { $m }
reader-none-for = none for { $a }
reader-every-ticket = a ticket for every option
reader-capacity-rule = a capacity rule, with a maximum where it is legal-maximum
reader-outcome-rule = an outcome rule with the numbers that it needs
reader-option-alone = one option without a group
reader-leaf-before = a leaf before { $a }
reader-superseded = entry { $a } supersedes it already
reader-leaf-holds = a leaf that holds
reader-file-or-commitment = file and sha256, or commitment
reader-other-choice = another choice
reader-from-private = from-private: what can be recomputed is not attested

# Publishing, and what follows from the entries.

reader-records-unpublished = { $a } records cannot be published; first: { $r }
reader-collection-closed = the collection was closed; { $a } new records cannot be published
reader-audit-rewritten = audit { $a }: expected the step { $b } that the log has, found another or none
reader-entries-unread = { $a } entries cannot be read back; first: { $r }
reader-report-json = the report as JSON: { $r }
reader-report-page = a page of the report: { $r }
reader-state-failed = publication.json in the private state: { $r }
reader-state-form = publication.json in the private state: expected the documented form, found: { $r }
reader-state-missing = publication.json in the private state: expected the file that an earlier run wrote, found none
reader-schema = schema { $a }
reader-no-release = expected a bundle with a release, found none
reader-no-finding = finding: expected the key of a finding of the published report, found { $a }
reader-no-finding-near = finding: expected the key of a finding of the published report, found { $a }; of this rule there are { $b }
reader-no-option = aligned-with: expected an id of an option, found { $a }
reader-no-salt = { $r }: expected a file that the log commits to with a salt of this state, found SHA-256 { $b }
reader-no-commitment = commitment: expected one that an entry has, found { $a }
reader-unpack-none = the bundle has no release: latest.json is missing
reader-unpack-digest = { $r }: expected the SHA-256 { $b }, found { $c }
reader-manifest-form = { $r }: expected the documented form, found: { $s }
reader-manifest-canonical = { $r }: expected the canonical form, found other spacing, order or spelling
reader-manifest-schema = schema: expected { $a }, found { $b }
reader-manifest-role = { $r }: expected the role { $b } of files with such a path, found { $c }
reader-manifest-order = files: expected relative paths in ascending order, each once, found { $a }
reader-inside-compressed = expected at most { $a } bytes inside the compressed file, found more

# Carrying an update.

reader-delta-gzip = the delta: expected a whole file in gzip, found: { $r }
reader-delta-large = the delta: expected at most { $a } bytes inside, found more
reader-delta-form = the delta: expected { $p }, found something else
reader-delta-untrusted = the delta: its checkpoint: { $r }
reader-delta-older = the older checkpoint: { $r }
reader-delta-older-name = the older checkpoint
reader-delta-itself = the delta: { $r }
reader-delta-name = the delta
reader-delta-log = expected the log { $a }, found { $b }
reader-delta-size = expected a bundle of { $a } to { $b } entries, found { $c }
reader-delta-root = expected the root { $a } at { $b } entries, found { $c }
reader-delta-object = { $r }: expected only what the entries name, with its digest
reader-delta-missing = { $r }: does not follow from the entries and was not carried
reader-delta-fit = entries that fit a log
reader-delta-end = nothing after its end
reader-delta-header = a header
reader-delta-version = a header of this version
reader-delta-bytes = as many bytes as its header says
reader-delta-whole = whole entries
reader-delta-count = as many entries as its header says

# Verifying: signatures, log and notices.

reader-verify-quorum = expected cosignatures that meet the quorum { $a }, found { $b } of { $c } known witnesses
reader-verify-seen-bad = the checkpoint seen before cannot be used: { $r }
reader-verify-seen-log = expected the log { $a } that was seen before, found { $b }
reader-verify-seen-size = expected at least the { $a } entries that were seen before, found { $b }
reader-verify-seen-fork = the first { $a } entries are not those that were seen before: { $r }; both signed checkpoints together are proof of it
reader-verify-unlisted = { $a } more problems that are not listed
reader-verify-release-size = { $r }: expected at most { $a }, found { $b }
reader-verify-withheld-leaf = { $r }: expected a leaf before { $a }, found { $b }
reader-verify-notice-place = { $r }: expected right after the { $a } entries that it freezes
reader-verify-successor = entry { $a }: expected a successor whose key the policy names, found { $b }
reader-verify-next = expected a notice whose successor is { $a }, found { $b }
reader-verify-no-next = the notice names no successor
reader-verify-frozen-root = expected the root { $a } of the predecessor at { $b } entries, found { $c }
reader-verify-no-other = the log continues no other: it has no notice of a lost key
reader-verify-predecessor = the predecessor: { $r }
reader-verify-predecessor-name = expected the predecessor { $a }, found { $b }
reader-verify-predecessor-root = expected the predecessor's root { $a } at { $b } entries, found { $c }
reader-verify-notice-name = expected the name { $a }, that of its content
reader-verify-no-recovery = the log names no recovery keys
reader-verify-late-recovery = the recovery keys were named at or beyond the size that the notice freezes
reader-verify-notice-about = expected a notice about { $a }, found one about { $b }
reader-verify-frozen = a notice of a lost key freezes the log at { $a } entries; what was signed later, up to { $b }, does not count
reader-verify-notice-root = the { $a } entries do not have the root that the notice names
reader-verify-first-root = the first { $a } entries do not have the root that the notice names

# Verifying: releases and files.

reader-verify-manifest-missing = is missing; entry { $a } names it
reader-verify-manifest-digest = expected the SHA-256 { $a } of entry { $b }, found { $c }
reader-verify-release-root = entry { $a } gives the root { $b } for { $c } entries, which have the root { $d }
reader-verify-position = expected origin { $a }, size { $b } and root { $c }, found { $d }, { $e } and { $f }
reader-verify-file = { $s }: expected { $b } bytes with the SHA-256 { $c }, found { $r }
reader-verify-blob = expected { $a } bytes with the SHA-256 { $b }, found { $r }
reader-verify-file-name = expected the SHA-256 that is its name, found { $a }
reader-verify-latest = expected the pointer to the latest release, found other bytes
reader-verify-no-commitment = no entry has the commitment { $a }
reader-verify-blob-missing = is missing, and no entry says why
reader-verify-blob-opening = is missing, but what opens its commitment is still there
reader-verify-opening-blob = is missing, but the file whose commitment it opens is still there
reader-verify-opening = expected an opening of the commitment { $a }, found one of { $b }
reader-verify-report = expected the report { $a } that an entry names, found { $b }
reader-verify-audit-unknown = the log announces no audit { $a }
reader-verify-audit-alone = expected { $a } and { $b } beside it, without which nothing is replayed
reader-verify-audit-list = { $a } has no digest of it
reader-verify-audit-digest = expected the SHA-256 { $a } that was announced, found { $b }
reader-verify-report-missing = is missing from the latest release
reader-verify-report-differs = the canonical part ({ $a } bytes of { $b }) differs at byte { $c }: published ...{ $d }..., from the entries ...{ $e }...
reader-verify-differs = expected the bytes that follow from the entries, found others
reader-verify-unpublished = follows from the entries but was not published
reader-verify-follows-not = does not follow from the entries
reader-verify-no-source = source { $a } is missing
reader-verify-total = { $r }: expected { $s } from the entries, found { $t }
reader-verify-no-total = no total
reader-verify-stray = nothing in the log names it
reader-verify-system = nothing in the log names it: a file manager leaves such files; delete it

# Verifying: tables.

reader-table-value = { $r }: expected { $a } that follows from the entries, found { $s }
reader-table-text-end = expected the end after { $a } bytes of text, found more
reader-table-gzip = expected a gzip file without name, time and system, found another
reader-table-columns = expected the columns of the table, found others
reader-table-rows-end = expected the end after { $a } rows, found more
reader-table-name-rows-end = { $r }: expected the end after { $b } rows, found more
reader-table-type = another type of column
reader-table-more-rows = expected { $a } more rows in a column, found { $b }
reader-table-folder = expected a folder whose name is UTF-8, as SQLite needs it
reader-table-layout = expected the layout { $a }, found { $b }
reader-table-rows = { $r }: expected other rows, found { $p }
reader-table-fewer = fewer
reader-table-row = { $r }: expected { $a }, found the end
reader-table-text-number = expected text or number, found { $a }
reader-table-a-text-number = text or number
reader-table-separator = a comma or a line feed
reader-table-the-columns = the columns of the table

# What the parser of JSON and the operating system say.

reader-serde-type = invalid type: { $a }, expected { $r }
reader-serde-wrong = invalid value: { $a }, expected { $r }
reader-serde-length = invalid length { $a }, expected { $r }
reader-serde-variant = unknown variant `{ $a }`, expected { $r }
reader-serde-field = unknown field `{ $a }`, expected { $r }
reader-serde-missing = missing field `{ $a }`
reader-serde-twice = duplicate field `{ $a }`
reader-serde-value = expected value
reader-serde-ident = expected ident
reader-serde-trailing = trailing characters
reader-serde-comma = trailing comma
reader-serde-cut = EOF while parsing { $r }
reader-serde-string = a string
reader-serde-list = a list
reader-serde-key = key must be a string
reader-os-absent = No such file or directory (os error { $n })
reader-os-denied = Permission denied (os error { $n })
reader-os-exists = File exists (os error { $n })
reader-os-folder = Is a directory (os error { $n })
reader-os-no-folder = Not a directory (os error { $n })
reader-os-full = No space left on device (os error { $n })
