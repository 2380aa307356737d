# The public site: which state of the log it shows, signatures, keys, how to cosign.

verify-root-hex = The same in hexadecimal, as the files of a release are named
verify-state = This is the state that the release follows from. The entries that name the release itself come behind it: the checkpoint, and what the command prints of it, has more entries and another root. Roots stand in base64, as in a checkpoint.
verify-signed-text = Whose signatures a checkpoint has stands in its file: a line for each, that of the log first, those of witnesses behind it. Which of them count says your policy.
verify-signed-file = The checkpoint beside this site
verify-signed-apart = This site stands without its bundle: the checkpoint with its signatures is in the bundle.
verify-signed-none = The checkpoint beside this site has %size entries and no signature beside that of the log: no witness has signed it.
verify-signed-one = The checkpoint beside this site has %size entries and one signature beside that of the log. It was not checked here.
verify-signed-some = The checkpoint beside this site has %size entries and %count signatures beside that of the log. They were not checked here.
verify-signed-names = By their names: %names
verify-policy = A policy is a text of a few lines: the public key of the log, those of the witnesses that you trust, and how many of them must have signed. The key does not stand on this page, since a page cannot vouch for it: take the line from those who run the log by another way, and compare it with what others have.
verify-key-where = The bundle does not have the key either: no entry of the log holds it, and no signature gives it. Whoever runs the log has it in the file log.vkey, and as the line that begins with “log” in policy.txt; keygen wrote both when the key was made. A key that comes from the same place as the log proves nothing by itself: compare it with one from elsewhere. Behind the name of the log, its signature in a checkpoint begins with four bytes of a digest of the key (in base64), and the line of the policy has the same four behind the name (in hexadecimal): where they differ, it is another key.
verify-key-ask = Where to ask for it: { $contact }. This address stands in the same log: ask by another way too.
verify-key-ask-unsaid = Where to ask for it: not stated in this release.
verify-mirror = Keep a copy
verify-cosign = Sign as a witness
verify-cosign-text = Make a key once. The witness signs only what continues the log that it saw before; the key and the memory stay with whoever runs it.
