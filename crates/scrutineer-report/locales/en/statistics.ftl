# Statistics on the site: audits by sampling, false alarms, pictures.

statistics-audits = Audits by sampling
statistics-audits-text = Each step was said in the log before the next one: what is to be audited before the dice, the draw before what was found. An audit that was drawn and has not ended is not left out.
statistics-audits-caption = Steps of audits, in the order of the log
statistics-no-audits = No audit by sampling was announced in this log.
statistics-column-audit = Audit
statistics-column-step = Step
statistics-column-links = Links
statistics-column-sample = Stations looked at
statistics-column-outcome = Outcome
statistics-step-commitment = announced
statistics-step-draw = stations drawn
statistics-step-records = what was found
statistics-step-full-count = full count
statistics-outcome-confirmed = confirmed
statistics-outcome-overturned = overturned
statistics-replay = To replay an audit: take the announcement (commitment.json), the list of stations (manifest.csv) and a certificate from the files of the release, or from whoever made it where there are none. The SHA-256 of the announcement is the digest of the first step here; the announcement has that of the list. The certificate has every draw with the text that is hashed and every number on the way, so that the draw can be repeated with a pocket calculator and sha256sum.
statistics-calibration = False alarms and power
statistics-calibration-caption = Share of simulated elections in which a test alarms, measured with the stations, places and rates of Venezuela 2024; another election differs
statistics-pictures = All pictures, for every option
