# The public bundle: keys, publishing, verifying.
cli-keygen-about = Make the keys of a log or of a witness, encrypted with a passphrase
cli-keygen-arg-name = Name of the key, such as log.example/election-2026; of a log it is the origin
cli-keygen-arg-out = Folder for the keys; a key that is there is never replaced
cli-keygen-arg-recovery = Also make recovery keys, such as 2of3: two of three people can declare the key lost
cli-keygen-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-keygen-arg-recovery-passphrase-file = File with the passphrase of one recovery key, given once for each key in order; otherwise the terminal asks
cli-keygen-arg-witness = A key that cosigns the checkpoints of other logs
cli-keygen-arg-json = Write the answer for programs
cli-keygen-after =
    Examples:
      scrutineer keygen --name log.example/election-2026 --recovery 2of3
      scrutineer keygen --name witness.example/w1 --witness --out witness
cli-keygen-public = The public key, for the policy: { $key }
cli-keygen-recovery = Give every recovery key to another person, on another medium, with its own passphrase by another way, and delete it here.
cli-keygen-exists = { $file } is there already: nothing was written; give another folder with --out
cli-keygen-recovery-files = expected --recovery-passphrase-file { $needed } times, once for each recovery key, found { $found }; in a terminal, leave it out and each passphrase is asked for
cli-keygen-same-passphrase = another of these keys has the same passphrase; each needs its own

cli-publish-about = Write the public bundle of an election, or add to it what is new
cli-publish-arg-dir = Election folder
cli-publish-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times
cli-publish-arg-fetch = Allow the network for pinned files that no mirror has
cli-publish-arg-portable = Use no cache
cli-publish-arg-out = Folder of the bundle
cli-publish-arg-state = Private folder of the log; never copy it along with the bundle, never restore it from a backup
cli-publish-arg-key = File with the key of the log; its public key lies beside it
cli-publish-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-publish-arg-insecure-demo-key = Sign with the key that everyone has; every output says so
cli-publish-arg-recovery = File with the public recovery keys; recovery.txt beside the key where it exists
cli-publish-arg-dry-run = Say what would leave the machine; sign nothing
cli-publish-arg-close = End the collection: the rest of every batch, and the stations without a sheet
cli-publish-arg-nist = Also write reports in the format NIST SP 1500-100
cli-publish-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-publish-arg-accept = Publish although this check of series P found something; may be given several times
cli-publish-arg-predecessor = Bundle of the log whose key was lost, which this one continues
cli-publish-arg-notice = Notice that the predecessor's key is lost, signed by enough recovery keys
cli-publish-arg-ask = Policy with witnesses to ask for cosignatures once the bundle is public; needs the build with a network
cli-publish-arg-deadline = Seconds to wait for witnesses, 60 if not given
cli-publish-arg-seen = File with the last checkpoint that left this machine, kept elsewhere; the log must contain it, and the file is replaced when publishing succeeds
cli-publish-arg-json = Write the answer for programs
cli-publish-after =
    Examples:
      scrutineer publish DIR --out BUNDLE --state STATE --key keys/log.key --dry-run
      scrutineer publish DIR --out BUNDLE --state STATE --key keys/log.key
cli-publish-would = Would leave this machine (nothing was signed):
cli-publish-appended = Appended to the log:
cli-publish-bytes = { $count } bytes of entries, and the files that follow from them.
cli-publish-waiting = Waiting for a batch: { $records } records.
cli-publish-waiting-source = { $source }: sheets of { $stations } stations; its batch needs { $needed } and its time, or --close
cli-publish-texts = Texts that leave this machine word for word; read them, and remove what names a person:
cli-publish-place-names = Beside them { $count } names and labels of divisions, places and stations; --json lists them.
cli-publish-overlap = { $out } and { $other }: the bundle is public, so neither may be the other or lie inside it
cli-publish-set-back = the log had { $seen } entries when this checkpoint was seen and has { $size } now: bundle and state were set back, perhaps from a backup. Nothing was signed; bring back the newest bundle and state, or go on under a new origin
cli-publish-other-history = the log has another history than this checkpoint. Nothing was signed; keep both, and see docs/if-a-key-is-taken.md
cli-publish-restored = Nothing was signed. A witness has seen more of this log than is here, or something else: bundle and state may come from a backup. Bring back the newest of both, or go on under a new origin.
cli-publish-closed = The collection was closed: the log takes corrections, but none of these. Take them out of the folder to go on; sheets that came late need a log of their own.
cli-publish-late-sheet = new sheet of station { $station } from source { $source }: { $place }
cli-publish-late-station = new station { $station }
cli-publish-state-lost = Without it the salts are lost, and batches could close too early. Put that one file back, from a backup if need be (never the head of the log), or go on under a new origin.
cli-publish-released = Released: { $files } files, { $bytes } bytes, from { $size } entries with the root { $root }; report { $report }.
cli-publish-unchanged = Nothing is new since the latest release.
cli-publish-private = Cells that look like data of persons must not be published. Remove them, record a disposition, or accept a check with --accept CODE.
cli-progress-publishing = Publishing
cli-progress-verifying = Verifying
cli-demonstration = DEMONSTRATION: signed with a key that everyone has. This is not a result.
cli-passphrase = Passphrase of { $file }:{ " " }
cli-passphrase-new = New passphrase for { $file }:{ " " }
cli-passphrase-again = The same passphrase again:{ " " }
cli-passphrase-differs = the two passphrases differ; nothing was written
cli-passphrase-short = expected a passphrase of at least { $least } characters, found a shorter one
cli-error-no-passphrase = a passphrase is needed: give --passphrase-file, set SCRUTINEER_PASSPHRASE_FILE, or run in a terminal

cli-verify-about = Derive everything again from a bundle, or check one proof; offline
cli-verify-arg-bundle = Folder of the bundle, or a file with a proof
cli-verify-arg-policy = File with the keys that you trust; never from inside the bundle
cli-verify-arg-seen = File with the checkpoint of your last verification; the log must contain it; replaced when this one succeeds
cli-verify-arg-no-reaudit = Check signatures, log, totals and digests only
cli-verify-arg-predecessor = Bundle of the log that this one continues after its key was lost
cli-verify-arg-operator = Name of a witness that the log's operator runs; may be given several times
cli-verify-arg-json = Write the answer for programs
cli-verify-after =
    Examples:
      scrutineer verify BUNDLE --policy policy.txt
      scrutineer verify station.tlog-proof --policy policy.txt
cli-verify-checkpoint = Log { $origin }: { $size } entries, root { $root }
cli-verify-witness = cosigned by the witness { $name }
cli-verify-witness-on = cosigned by the witness { $name } on { $day }
cli-verify-own-witness = cosigned by { $name }, which the log's operator runs: it is not counted
cli-verify-own-witness-on = cosigned by { $name } on { $day }, which the log's operator runs: it is not counted
cli-verify-age =
    { $days ->
        [one] The newest cosignature is 1 day old: later records may exist.
       *[other] The newest cosignature is { $days } days old: later records may exist.
    }
cli-verify-unknown-witness = a signature of { $name }, which the policy does not name: nothing is said about it
cli-verify-witnesses =
    { $count ->
        [0] 0 independent witnesses: nothing shows that others were given the same records.
        [one] 1 independent witness.
       *[other] { $count } independent witnesses.
    }
cli-verify-totals = Totals: { $state }
cli-verify-tables = Tables: { $state }
cli-verify-report = Report: { $state }
cli-verify-match = follow from the entries
cli-verify-differ = DO NOT FOLLOW from the entries
cli-verify-not-compared = not compared
cli-verify-findings = Findings: { $recomputed } computed again; { $private } rest on material that is not public.
cli-verify-warning-no-witness = Compare size and root with somebody who got the bundle by another way.
cli-verify-warning-single-signer = A single signer: only the log itself signed.
cli-verify-warning-other-rules = Other rules: the report was made under the rule set { $theirs }; this program has { $ours }.
cli-verify-warning-not-published = There is no release: nothing was derived.
cli-verify-warning-skipped = The audit was not repeated, as asked.
cli-verify-warning-from-private = Some findings rest on material that is not public; they are quoted, not computed.
cli-verify-warning-after-release = Entries after the latest release are not part of the answers.
cli-verify-warning-frozen = The log's key was declared lost: the log is frozen.
cli-verify-warning-unknown-signature = There is a signature of a key that the policy does not name.
cli-verify-warning-predecessor-not-compared = This log continues another; give --predecessor to compare the two.
cli-verify-warning-unread-copy = A spreadsheet has other bytes than this program writes; its digest holds, its cells were not compared.
cli-verify-warning-unread-page = The pages were written by another version of the program: their digests hold, what they say was not compared. Read the answers here, not there.
cli-verify-warning-not-attempted = What rests on the log was not checked further: releases, totals, tables, report. Other files may be wrong too.
cli-verify-warning-other-files = Descriptions or copies of the tables are those of another version of the program; their digests hold.
cli-verify-warning-no-site = This copy has no site; it can be made again: scrutineer site BUNDLE --out BUNDLE/site
cli-verify-names = The bundle says that it is of { $origin }; the policy names { $logs }.
cli-verify-verified = VERIFIED: nothing was changed or removed, and everything follows from the entries.
cli-verify-verified-words = VERIFIED: nothing was changed or removed, and totals, tables and report follow from the entries; files of another version of the program were checked by digest only.
cli-verify-verified-other-rules = VERIFIED IN PART: nothing was changed or removed, and the totals follow from the entries. Report and tables were made under other rules and were not derived again.
cli-verify-verified-skipped = VERIFIED IN PART: nothing was changed or removed, and the totals follow from the entries. Report and tables were checked by digest only, as asked.
cli-verify-verified-log = VERIFIED IN PART: nothing in the log was changed or removed. There is no release.
cli-verify-failed = FAILED. The bundle's answers are not repeated here, since they may rest on what is wrong.
cli-proof-about = Write the proof that a station's records are in the log; the same bytes for everyone
cli-proof-arg-bundle = Folder of the bundle
cli-proof-arg-station = Id of the station
cli-proof-arg-out = File to write; proofs of further records of the station stand beside it, named by what they prove
cli-proof-arg-json = Write the answer for programs
cli-proof-after =
    Examples:
      scrutineer proof BUNDLE --station 010101001:1 --out station.tlog-proof
cli-proof-none = the log has no record of the station { $station }
cli-proof-of = { $kind }, source { $source }, entry { $index }
cli-proof-superseded = superseded by entry { $index }
cli-proof-later = A later entry may supersede this record; a proof shows that it is in the log, not that it still holds.
cli-proof-no-entry = the proof file does not carry the record that it is about
cli-proof-holds = The record is entry { $index } of the { $size } entries of { $origin }; { $witnesses } witnesses of the policy cosigned.
cli-diff-about = What changed in a log between two sizes
cli-diff-arg-bundle = Folder of the bundle
cli-diff-arg-from = Number of entries before
cli-diff-arg-to = Number of entries after; all where it is not given
cli-diff-arg-json = Write the answer for programs
cli-diff-after =
    Examples:
      scrutineer diff BUNDLE --from 24000 --to 24100
cli-diff-sizes = expected sizes in order, at most { $size }
cli-diff-head = From { $from } to { $to } entries. New:
cli-diff-corrected = Corrected: { $count }
cli-diff-withdrawn = Withdrawn: { $count }
cli-unpack-about = Write the files of the latest release under their names
cli-unpack-arg-bundle = Folder of the bundle
cli-unpack-arg-out = Folder to write; a folder with other content is refused
cli-unpack-arg-json = Write the manifest for programs
cli-unpack-after =
    Examples:
      scrutineer unpack BUNDLE --out release
cli-unpacked = Written: { $count } files into { $folder }, each with the digest of the release that the log names. To know that the release follows from the log: verify
cli-fsck-about = Check a log together with its private state
cli-fsck-arg-bundle = Folder of the bundle
cli-fsck-arg-state = Private folder of the log
cli-fsck-arg-json = Write the answer for programs
cli-fsck-after =
    Examples:
      scrutineer fsck --state STATE BUNDLE
cli-fsck-other = { $bundle } is not the bundle of this state, which is of { $name }
cli-fsck-sound = Sound: { $size } entries.
cli-fsck-not-sound = Not sound; the head has { $size } entries.
cli-follow-about = See how a log stands to what you saw of it before
cli-follow-arg-place = Folder of a bundle, or its address; an address needs the build with a network
cli-follow-arg-policy = File with the keys that you trust; never from inside the bundle
cli-follow-arg-state = Folder of yours that remembers the last checkpoint; outside the bundle, never set back
cli-follow-arg-operator = Name of a witness that the log's operator runs; may be given several times
cli-follow-arg-json = Write the answer for programs
cli-follow-after =
    Ends with 3 if the log does not continue what was seen: it was changed, it has
    fewer entries, or its signatures do not suffice.

    Examples:
      scrutineer follow /media/stick/BUNDLE --policy policy.txt --state seen
      scrutineer follow https://log.example/2026 --policy policy.txt --state seen
cli-progress-following = Following { $place }
cli-progress-mirroring = Copying { $place }
cli-progress-asking = Asking the witnesses
cli-no-network = { $what }: this build opens no connections; the build with the feature `network` does. Folders and files work in every build.
cli-no-s3 = s3://: this build has no store; the build with the feature `s3` does
cli-s3-proxy = s3://: the client of the store knows no proxy, and one is set; it is not passed by. Use a folder, and copy that
cli-s3-credentials = s3://: credentials are needed in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
cli-watch-state-inside = { $state } and { $place }: what is remembered of a log must lie outside it, and the log outside that folder
cli-watch-evidence = kept as evidence: { $file }
cli-watch-pass-on = Pass these files on: whoever has the log's public key can check them without trusting you.
cli-follow-first = Seen for the first time: it is remembered from now on.
cli-follow-unchanged = Nothing new: it is what was seen before.
cli-follow-grew = It continues the { $from } entries that were seen before: none was changed or removed.
cli-follow-older = OLDER: { $held } entries were seen before. This is an old copy, or the rest is being withheld.
cli-follow-older-unknown = OLDER: { $held } entries were seen before, and it cannot be shown that these are their beginning.
cli-follow-fork = FORK: this contradicts the signed checkpoint of { $held } entries with the root { $root } that was seen before. The log signed two histories.
cli-follow-broken = NOT ACCEPTED: the tiles do not lead from the { $held } entries seen before to the signed root.
cli-follow-unread = Whether it continues the { $held } entries seen before cannot be shown: { $why }
cli-follow-not-accepted = NOT ACCEPTED: { $why }
cli-mirror-about = Copy a bundle and check all of it before the copy is shown
cli-mirror-arg-place = Folder of a bundle, or its address; an address needs the build with a network
cli-mirror-arg-policy = File with the keys that you trust; never from inside the bundle
cli-mirror-arg-state = Folder of yours that remembers the last checkpoint and holds what is not complete yet; outside the copy
cli-mirror-arg-out = Folder of the copy
cli-mirror-arg-max-bytes = Most bytes to fetch in this run, 64 GiB if not given; the next run goes on
cli-mirror-arg-operator = Name of a witness that the log's operator runs; may be given several times
cli-mirror-arg-json = Write the answer for programs
cli-mirror-after =
    Nothing of a copy is shown before all of it is there and checked. A run that was
    interrupted goes on where it was. Ends as follow does, and with 3 if something
    is missing or wrong on the other side.

    Examples:
      scrutineer mirror https://log.example/2026 --policy policy.txt --state seen \
        --out copy
      scrutineer mirror copy --policy policy.txt --state seen-stick \
        --out /media/stick/BUNDLE
cli-mirror-same = { $out } and { $place }: the copy must be another folder than the original
cli-mirror-nothing = Nothing was published: { $out } shows what it showed before.
cli-mirror-withheld = removed here as there, because an entry says that it is withheld: { $file }
cli-mirror-done = { $out } has all { $size } entries: { $objects } files were written, { $bytes } bytes; { $superseded } of older releases were removed.
cli-witness-about = Cosign logs that never take anything back, or ask others to
cli-witness-after =
    Examples:
      scrutineer witness serve --policy logs.txt --key witness/witness.key \
        --state memory
cli-witness-cosign-about = Cosign the log in a folder or at an address
cli-witness-cosign-arg-place = Folder of a bundle, or its address; an address needs the build with a network
cli-witness-cosign-arg-policy = File with the keys of the logs that you watch
cli-witness-cosign-arg-state = Memory of the witness; one for its key, never copied, never set back
cli-witness-cosign-arg-key = File with the key of the witness; its public key lies beside it
cli-witness-cosign-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-witness-cosign-arg-out = File for the cosigned checkpoint; without it, the line of the signature is printed
cli-witness-cosign-arg-json = Write the answer for programs
cli-witness-cosign-after =
    Ends with 3 if the witness refuses.

    Examples:
      scrutineer keygen --name witness.example/w1 --witness --out witness
      scrutineer witness cosign /media/stick/BUNDLE --policy logs.txt \
        --key witness/witness.key --state memory --out /media/stick/cosigned
cli-cosign-next = Give the file to whoever publishes: witness ask BUNDLE --cosigned FILE adds it.
cli-cosign-unknown = REFUSED: the policy does not name this log.
cli-cosign-unsigned = REFUSED: no key of the policy signed for this log, or a signature does not hold.
cli-cosign-older = REFUSED: this witness cosigned another size than this log can show ({ $reason }).
cli-cosign-contradicts = REFUSED: this log does not continue what was cosigned before ({ $reason }).
cli-cosign-refused = REFUSED with status { $status }: { $reason }
cli-witness-serve-about = Answer logs over HTTP, as C2SP tlog-witness says
cli-witness-serve-arg-policy = File with the keys of the logs that you watch
cli-witness-serve-arg-state = Memory of the witness; one for its key, never copied, never set back
cli-witness-serve-arg-key = File with the key of the witness; its public key lies beside it
cli-witness-serve-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-witness-serve-arg-listen = Address and port, 127.0.0.1:7380 if not given: put a web server with TLS in front
cli-witness-serve-arg-json = Write where it listens for programs
cli-witness-serve-after =
    Needs the build with a network. Stop it at any time: an answer is stored before
    it is given.

    Examples:
      scrutineer witness serve --policy logs.txt --key witness/witness.key \
        --state memory
cli-serve-listening = Listening on http://{ $address }. The public key, for policies: { $key }
cli-serve-log = { $origin }: { $size } entries cosigned
cli-serve-evidence = { $count } files of evidence are kept in { $folder }
cli-serve-contradicts = A request contradicts what was cosigned before; it is kept if it is evidence: { $reason }
cli-serve-failed = The memory of the witness fails; nothing was cosigned: { $why }
cli-witness-ask-about = Ask witnesses to cosign your bundle, and publish what they sign
cli-witness-ask-arg-bundle = Folder of the bundle
cli-witness-ask-arg-policy = File with the keys of log and witnesses, and the witnesses' addresses
cli-witness-ask-arg-state = Private folder of the log, so that nothing is published meanwhile
cli-witness-ask-arg-witness = Name of a witness to ask; may be given several times, without it all are asked
cli-witness-ask-arg-cosigned = Cosigned checkpoint that a witness gave you; asks nobody; may be given several times
cli-witness-ask-arg-deadline = Seconds to wait for answers, 60 if not given
cli-witness-ask-arg-operator = Name of a witness that the log's operator runs; may be given several times
cli-witness-ask-arg-json = Write the answer for programs
cli-witness-ask-after =
    Ends with 3 if the quorum of the policy is not met or a witness says that this
    is not the log that it cosigned before.

    Examples:
      scrutineer witness ask BUNDLE --state STATE --policy policy.txt
      scrutineer witness ask BUNDLE --state STATE --policy policy.txt \
        --cosigned /media/stick/cosigned
cli-ask-stranger = the policy names no witness { $name }
cli-ask-contradicts = { $name } HOLDS ANOTHER HISTORY of this log: { $why }. Publish nothing before you know why.
cli-ask-failed = { $name } did not cosign: { $why }
cli-ask-late = { $name } did not answer within { $seconds } seconds.
cli-ask-no-address = { $name } has no address in the policy: bring what it signs with --cosigned
cli-ask-quorum = The quorum of the policy is met.
cli-ask-no-quorum = THE QUORUM OF THE POLICY IS NOT MET.
cli-notice-about = Declare the key of a log lost, with the recovery keys of several people
cli-notice-arg-bundle = Bundle of the log whose key is lost
cli-notice-arg-checkpoint = File with the last checkpoint that counts; everything up to there stays valid
cli-notice-arg-policy = File with the keys that you trust, among them the log's; never from inside the bundle
cli-notice-arg-successor = File with the public key of the log that goes on; without it, none does
cli-notice-arg-add = Notice that somebody else signed already; the signature is added to the file
cli-notice-arg-recovery-key = File with the recovery key that signs; the public key is beside it
cli-notice-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-notice-arg-into = Bundle to put the notice into once enough have signed; may be given several times
cli-notice-arg-out = File to write
cli-notice-arg-json = Write the answer for programs
cli-notice-after =
    Examples:
      scrutineer notice --bundle OLD --checkpoint LAST --policy policy.txt \
        --successor new-keys/log.vkey --recovery-key recovery-1.key --out notice.note
      scrutineer notice --add notice.note --bundle OLD --into OLD \
        --recovery-key recovery-3.key
cli-notice-incomplete = a new notice needs --checkpoint, --policy and --out
cli-notice-other = the bundle does not have the root of this checkpoint at its size
cli-notice-stranger = { $name } is not a recovery key that the log names
cli-notice-too-few = expected { $needed } signatures of recovery keys that the log named before the notice is put into a bundle, found { $found }
cli-notice-enough = { $count } signatures are enough. In every copy of the bundle the file must be { $file }; --into writes it there.
cli-notice-signer = signed by { $name }
cli-notice-next =
    { $count ->
        [one] 1 signature; { $needed } are needed. Pass the file on to the next holder.
       *[other] { $count } signatures; { $needed } are needed. Pass the file on to the next holder.
    }
cli-delta-about = The smallest file that brings an older copy of a bundle up to date
cli-delta-arg-bundle = Folder of the bundle
cli-delta-arg-since = File with the checkpoint of the older copy; writes what came since
cli-delta-arg-out = File to write
cli-delta-arg-apply = File that was carried here; brings the bundle up to date
cli-delta-arg-policy = File with the keys that you trust; never from inside the bundle
cli-delta-arg-json = Write the answer for programs
cli-delta-after =
    Examples:
      scrutineer delta BUNDLE --since checkpoint.old --out update.delta
      scrutineer delta COPY --apply update.delta --policy policy.txt
cli-delta-incomplete = give --since and --out to write a file, or --apply and --policy to use one
cli-delta-made = From { $from } to { $to } entries: { $bytes } bytes to carry.
cli-delta-applied = The bundle now has { $to } entries; { $made } files were made again and { $carried } were carried. To check everything: verify
cli-value-place = PLACE
cli-value-address = ADDRESS
cli-value-seconds = SECONDS
cli-value-bundle = BUNDLE
cli-value-size = SIZE
cli-value-code = CODE
cli-value-vkey = KEY
cli-value-checkpoint = CHECKPOINT
cli-value-kofn = KofN
cli-demo-bundle = The public bundle beside it is signed with a key that everyone has; it was verified. To verify it again:
cli-demo-bundle-failed = The public bundle beside it DOES NOT VERIFY. To see why:
cli-publish-arg-disclose = Put this file beside the log, with what opens its commitment; may be given several times
cli-publish-hidden = { $file }: a file is disclosed with all of its columns, and this one is no file of sheets or its source has private, picture, ignored or unnamed columns
cli-publish-would-disclose = File beside the log: { $file }
cli-respond-about = Add a reply to a finding, unedited, and release
cli-respond-arg-bundle = Folder of the bundle
cli-respond-arg-state = Private folder of the log
cli-respond-arg-key = File with the key of the log; its public key lies beside it
cli-respond-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-respond-arg-insecure-demo-key = Sign with the key that everyone has; every output says so
cli-respond-arg-finding = Key of the finding, as in the report
cli-respond-arg-by = Who replies, as a role, never as a person
cli-respond-arg-aligned-with = Option for whom a party replies; may be given several times
cli-respond-arg-date = Day on which the reply was received, such as 2024-07-28
cli-respond-arg-text = File with the words, as received; at most 4,000 characters. It must name no person
cli-respond-arg-json = Write the answer for programs
cli-respond-after =
    Examples:
      scrutineer respond BUNDLE --state STATE --key keys/log.key --finding E.101:0101:1 --by authority --date 2024-08-02 --text reply.txt
cli-respond-aligned = --aligned-with belongs to the reply of a party, and only to that
cli-respond-length = a reply has 1 to { $most } characters; found { $found }
cli-respond-done = The reply is entry { $entry } of the log; it cannot be changed any more.
cli-withhold-about = Withhold a file that was disclosed: say so in the log, delete the file and its salt, and release
cli-withhold-arg-bundle = Folder of the bundle
cli-withhold-arg-state = Private folder of the log
cli-withhold-arg-key = File with the key of the log; its public key lies beside it
cli-withhold-arg-passphrase-file = File with the passphrase; otherwise the terminal asks
cli-withhold-arg-insecure-demo-key = Sign with the key that everyone has; every output says so
cli-withhold-arg-file = A copy of the file to withhold
cli-withhold-arg-commitment = Its commitment, in place of a copy
cli-withhold-arg-reason = Why, in a word
cli-withhold-arg-basis = The legal or other basis; it is published and must name no person
cli-withhold-arg-authority = Who ordered or decided it, as an office, never as a person
cli-withhold-arg-date = Day of the decision, such as 2024-07-28
cli-withhold-arg-json = Write the answer for programs
cli-withhold-after =
    Examples:
      scrutineer withhold BUNDLE --state STATE --key keys/log.key --file sheets.csv --reason order --basis "Court order 12/2024" --authority "District court" --date 2024-08-02
    Copies that others made are beyond this command: ask them to delete the same two files.
cli-withhold-unknown = the log of this state has no commitment to { $file }
cli-withhold-done = Withheld; entry { $entry } of the log says so. The record stands; nobody can match a copy to it any more.
cli-verify-withheld = Files beside the log: { $matching } match, { $notice } withheld with notice, { $missing } missing, { $mismatch } do not match.
cli-verify-reply = Reply of { $by } ({ $date }) to { $finding }, unedited:
replies-heading = Replies to findings, unedited
reply-of = Reply of { $by } ({ $date }) to { $finding }:
reply-by-authority = the authority
reply-by-party = a party
reply-by-observer = an observer mission
cli-value-finding = FINDING
cli-value-role = ROLE
cli-value-date = DATE
cli-value-reason = REASON
cli-value-text = TEXT
cli-value-hash = HASH
cli-publish-audit-gone = The files of the audit { $audit } are not published: its source has no sheet of station { $station } any more.
cli-publish-audit-private = The files of the audit { $audit } are not published: it was announced with digests of files that no authority published.
