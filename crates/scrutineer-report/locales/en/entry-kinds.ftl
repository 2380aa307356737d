# Kinds of entries of the public log, as they are counted.

entry-kind-election = parts of the election
entry-kind-division = divisions
entry-kind-place = polling places
entry-kind-register = stations of the official list
entry-kind-source = sources
entry-kind-source-file = files that were read
entry-kind-sheet = sheets
entry-kind-declaration = declarations
entry-kind-declared-part = declared results of divisions
entry-kind-import-issue = problems while reading
entry-kind-finding = findings
entry-kind-disposition = decisions on findings
entry-kind-correction = corrections
entry-kind-audit-report = digests of reports
entry-kind-release = releases
entry-kind-response = replies to findings
entry-kind-withheld = removals of material
entry-kind-policy = rules of publication
entry-kind-key-compromise = notices of a lost key
entry-kind-close = end of the collection
entry-kind-audit-step = steps of audits by sampling
