# The sentences of the checks: for each code the finding in one sentence, a title, and what a reader
# should do. Numbers arrive formatted for the language; ids and names arrive as data.

check-e-101 = Cells that hold something else than a number: { $count } ({ $where }); they stay unread.
check-e-101-title = Not a number
check-e-101-action = Open the file at the place given and correct it, or correct the column map.

check-e-102 = Counts with a fraction: { $count } ({ $where }); they stay unread.
check-e-102-title = Not a whole number
check-e-102-action = Open the file at the place given and correct it, or correct the column map.

check-e-103 = Counts below zero: { $count } ({ $where }); they stay unread.
check-e-103-title = Negative count
check-e-103-action = Open the file at the place given and correct it, or correct the column map.

check-e-104 = Counts beyond what a sheet can hold: { $count } ({ $where }); they stay unread.
check-e-104-title = Count too large
check-e-104-action = Open the file at the place given and correct it, or correct the column map.

check-e-105 = Rows without a complete key: { $count } ({ $where }); they were rejected.
check-e-105-title = Row without a station
check-e-105-action = Open the file at the place given and correct it, or correct the column map.

check-e-106 = Rows with more or fewer fields than the header: { $count } ({ $where }).
check-e-106-title = Row of another length
check-e-106-action = Open the file at the place given and correct it, or correct the column map.

check-e-107 = Fields, rows or tables beyond the limits of the reader: { $count } ({ $where }).
check-e-107-title = Beyond the limits
check-e-107-action = Open the file at the place given and correct it, or correct the column map.

check-e-108 = Cells with bytes that the encoding does not allow: { $count } ({ $where }).
check-e-108-title = Bytes outside the encoding
check-e-108-action = Open the file at the place given and correct it, or correct the column map.

check-e-109 = The file ends inside a row, a quoted field or a compressed member ({ $where }).
check-e-109-title = File ends too early
check-e-109-action = Open the file at the place given and correct it, or correct the column map.

check-e-110 = Files, members or sheets that cannot be read: { $count } ({ $where }).
check-e-110-title = File cannot be read
check-e-110-action = Open the file at the place given and correct it, or correct the column map.

check-e-111 = The map names a column that the file has not ({ $where }).
check-e-111-title = Column not found
check-e-111-action = Open the file at the place given and correct it, or correct the column map.

check-e-112 = Two columns carry one name ({ $where }).
check-e-112-title = Two columns with one name
check-e-112-action = Open the file at the place given and correct it, or correct the column map.

check-e-113 = Values that the map does not know: { $count } ({ $where }).
check-e-113-title = Value not in the map
check-e-113-action = Open the file at the place given and correct it, or correct the column map.

check-e-114 = Polling place { $place } is named in divisions { $first } and { $second }.
check-e-114-title = Place in two divisions
check-e-114-action = Ask for the official list by station, with its date, and compare.

check-e-115 = Station { $station } is named in { $first } and in { $second }.
check-e-115-title = Station in two places
check-e-115-action = Ask for the official list by station, with its date, and compare.

check-e-116 = Station { $station } has { $readings } readings in source { $source } that differ, and nothing says which holds.
check-e-116-title = Rival readings of one station
check-e-116-action = Say which reading supersedes the other, or keep both: totals are then intervals.

check-e-201 = Station { $station } ({ $source }): the options add up to { $left }, the valid votes are { $right }.
check-e-201-title = Options and valid votes
check-e-201-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-e-202 = Station { $station } ({ $source }): { $identity } does not hold, { $left } against { $right }.
check-e-202-title = Votes and ballots
check-e-202-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-e-203 = Station { $station } ({ $source }): { $identity } does not hold, { $left } against { $right }.
check-e-203-title = Another declared sum
check-e-203-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-e-204 = Station { $station } ({ $source }): { $ballots } ballots, { $registered } registered electors.
check-e-204-title = More ballots than electors
check-e-204-action = Look at the copy of the sheet and at the minutes of the station.

check-e-205 = Station { $station } ({ $source }): { $ballots } ballots, { $voters } voters.
check-e-205-title = More ballots than voters
check-e-205-action = Look at the copy of the sheet and at the minutes of the station.

check-e-206 = Station { $station } ({ $source }): { $voters } voters, { $registered } registered electors.
check-e-206-title = More voters than electors
check-e-206-action = Look at the copy of the sheet and at the minutes of the station.

check-e-207 = Station { $station } ({ $source }): the options read add up to { $left }, the valid votes are { $right }, and an option is unread.
check-e-207-title = Read options exceed valid
check-e-207-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-e-208 = Station { $station } ({ $source }): { $valid } valid votes, { $ballots } ballots.
check-e-208-title = More valid votes than ballots
check-e-208-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-e-209 = Station { $station } ({ $source }): { $ballots } ballots, { $issued } issued.
check-e-209-title = More ballots than issued
check-e-209-action = Look at the copy of the sheet and at the minutes of the station.

check-e-301 = Station { $station } ({ $source }): { $ballots } ballots, capacity { $capacity }.
check-e-301-title = More ballots than capacity
check-e-301-action = Ask for the official list by station, with its date, and compare.

check-e-302 = Station { $station } ({ $source }): { $sheet } registered electors on the sheet, { $list } in the official list.
check-e-302-title = Register on sheet differs
check-e-302-action = Ask for the official list by station, with its date, and compare.

check-e-303 = Station { $station } ({ $source }) has { $ballots } ballots and is not in the official list.
check-e-303-title = Ballots at an unlisted station
check-e-303-action = Ask for the official list by station, with its date, and compare.

check-e-304 = The official list adds up to { $sum } ({ $kind }); the stated total { $total } is { $stated }.
check-e-304-title = List and total differ
check-e-304-action = Ask for the official list by station, with its date, and compare.

check-e-305 = The sheets of { $source } hold { $sum } ({ $kind }); the stated total { $total } is { $stated }.
check-e-305-title = Sheets exceed a stated total
check-e-305-action = Ask for the official list by station, with its date, and compare.

check-e-306 = Station { $station } ({ $source }) has { $ballots } ballots although its status is { $status }.
check-e-306-title = Ballots at a closed station
check-e-306-action = Look at the copy of the sheet and at the minutes of the station.

check-e-401 = Station { $station }: { $cells } counts differ between { $source } and { $other }, at most by { $largest } votes for { $option }.
check-e-401-title = Independent sources differ
check-e-401-action = Put both copies of the sheet side by side.

check-e-402 = Station { $station }: { $cells } counts differ between the readings { $source } and { $other }, at most by { $largest } votes for { $option }.
check-e-402-title = Readings of one origin differ
check-e-402-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-e-501 = { $declaration }: { $declared } declared for { $option }, { $sheets } on the sheets of { $source }.
check-e-501-title = Sheets exceed the declaration
check-e-501-action = Ask the authority for the results by station on which the figure rests.

check-e-502 = { $declaration }, division { $division }: { $declared } declared for { $option }, { $sheets } on the sheets of { $source }.
check-e-502-title = Sheets exceed a division's result
check-e-502-action = Ask the authority for the results by station on which the figure rests.

check-e-503 = { $declaration } states { $declared } stations in all; { $source } has sheets of { $sheets }.
check-e-503-title = More sheets than declared stations
check-e-503-action = Ask the authority for the results by station on which the figure rests.

check-e-601 = { $declaration }, { $column }: the parts of level { $level } add up to { $sum }, the total is { $total }.
check-e-601-title = Parts and total
check-e-601-action = Ask the authority for the results by station on which the figure rests.

check-e-602 = { $declaration }, { $column }: the parts inside division { $division } add up to { $sum }, its own part is { $total }.
check-e-602-title = Parts and their division
check-e-602-action = Ask the authority for the results by station on which the figure rests.

check-e-603 = { $declaration }: the options add up to { $sum }, the valid votes are { $valid }.
check-e-603-title = Declared options and valid votes
check-e-603-action = Ask the authority for the results by station on which the figure rests.

check-e-604 = { $declaration }: the votes add up to { $sum }, the voters are { $voters }.
check-e-604-title = Declared votes and voters
check-e-604-action = Ask the authority for the results by station on which the figure rests.

check-e-605 = { $declaration }, { $option }: { $votes } of { $valid } does not round to { $percent } %.
check-e-605-title = Percentage and count
check-e-605-action = Ask the authority for the results by station on which the figure rests.

check-e-606 = { $declaration }, { $column }: { $votes } of { $voters } voters does not round to { $percent } %.
check-e-606-title = Percentage of voters and count
check-e-606-action = Ask the authority for the results by station on which the figure rests.

check-e-607 = { $declaration }: { $sum } votes, { $voters } voters.
check-e-607-title = More votes than voters
check-e-607-action = Ask the authority for the results by station on which the figure rests.

check-e-608 = { $declaration }: { $voters } voters, { $electors } electors.
check-e-608-title = More declared voters than electors
check-e-608-action = Ask the authority for the results by station on which the figure rests.

check-e-609 = { $declaration }: { $voters } voters of { $electors } electors does not round to a turnout of { $percent } %.
check-e-609-title = Turnout and voters
check-e-609-action = Ask the authority for the results by station on which the figure rests.

check-e-610 = { $declaration }, { $column }: { $now }, after { $before } in { $earlier }.
check-e-610-title = A figure that decreases
check-e-610-action = Ask the authority for the results by station on which the figure rests.

check-e-611 = { $declaration } prints { $percent } %; its own figures give { $ratios }.
check-e-611-title = Coverage and what was counted
check-e-611-action = Ask the authority for the results by station on which the figure rests.

check-e-612 = { $declaration }, { $kind }: { $counted } counted of { $total }.
check-e-612-title = More counted than exist
check-e-612-action = Ask the authority for the results by station on which the figure rests.

check-e-613 = { $declaration } adds { $votes } votes and { $electors } electors to { $earlier }.
check-e-613-title = More votes than electors added
check-e-613-action = Ask the authority for the results by station on which the figure rests.

check-e-614 = { $declaration }: { $option } is declared to win with { $votes } votes; { $other } has { $rival }.
check-e-614-title = Winner with fewer votes
check-e-614-action = Ask the authority for the results by station on which the figure rests.

check-e-615 = { $declaration }: the printed shares add up to { $sum } %, more than rounding explains.
check-e-615-title = Percentages and 100 %
check-e-615-action = Ask the authority for the results by station on which the figure rests.

check-w-101 = Station { $station } stands { $readings } times in source { $source } with the same counts; it is counted once.
check-w-101-title = Identical rows
check-w-101-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-w-102 = Source { $source } keeps { $readings } superseded readings of { $stations } stations.
check-w-102-title = Superseded readings
check-w-102-action = Nothing has to be done; it is recorded so that others can repeat the reading.

check-w-103 = Division { $division } is named { $first } and { $second }.
check-w-103-title = Division with two names
check-w-103-action = Ask for the official list by station, with its date, and compare.

check-w-104 = Cells with a NUL byte: { $count } ({ $where }).
check-w-104-title = NUL byte in text
check-w-104-action = Open the file at the place given and correct it, or correct the column map.

check-w-105 = A column is not in the map and was dropped ({ $where }).
check-w-105-title = Column not in the map
check-w-105-action = Nothing has to be done; it is recorded so that others can repeat the reading.

check-w-106 = Hidden rows or sheets of a workbook: { $count } ({ $where }).
check-w-106-title = Hidden rows
check-w-106-action = Open the file at the place given and correct it, or correct the column map.

check-w-107 = Cells that a formula computes: { $count } ({ $where }).
check-w-107-title = Computed cells
check-w-107-action = Open the file at the place given and correct it, or correct the column map.

check-w-108 = Merged ranges of a workbook: { $count } ({ $where }).
check-w-108-title = Merged cells
check-w-108-action = Open the file at the place given and correct it, or correct the column map.

check-w-109 = { $where } was read as: { $found }.
check-w-109-title = How a file was read
check-w-109-action = Nothing has to be done; it is recorded so that others can repeat the reading.

check-w-110 = Source { $source }: { $rejected } of { $rows } rows were rejected.
check-w-110-title = Rejected rows
check-w-110-action = Open the file at the place given and correct it, or correct the column map.

check-w-111 = Source { $source }, column { $column }: { $unread } of { $readings } readings are unread.
check-w-111-title = Unread cells
check-w-111-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-w-112 = Source { $source }: votes unread at { $votes } stations, other figures unread at { $fields }, one or both at { $either } of { $stations }.
check-w-112-title = Stations with unread counts
check-w-112-action = Compare the record with the copy of the sheet; correct the record or note a decision.

check-w-113 = Source { $source }, column { $column }: none of { $readings } readings has a number.
check-w-113-title = Column never read
check-w-113-action = Open the file at the place given and correct it, or correct the column map.

check-w-114 = Source { $source } does not state: { $missing }.
check-w-114-title = Origin not stated
check-w-114-action = Add the missing entry to the election folder.

check-w-115 = Source { $source } states no licence; do not republish it without asking.
check-w-115-title = Licence not stated
check-w-115-action = Add the missing entry to the election folder.

check-w-116 = Source { $source } declares no sum that its form must satisfy, so its columns cannot be tested.
check-w-116-title = No sum declared
check-w-116-action = Add the missing entry to the election folder.

check-w-117 = A decision refers to { $finding }, which no check gives.
check-w-117-title = Decision without a finding
check-w-117-action = Correct the key in the file of dispositions, or remove the line.
check-w-118 = Station { $station } ({ $source }): its copy was drawn for the audit { $audit } and could not be read: { $how ->
        [refused] access was refused
       *[missing] it is missing or illegible
    }.
check-w-118-title = Copy that an audit could not read
check-w-118-action = Ask whoever keeps the copy for it; when it is read, record the station again in place of the old row.

check-w-190 = Of { $total } findings { $rule } in { $source } the first { $listed } are listed; the other { $unlisted } are counted here.
check-w-190-title = More findings than listed
check-w-190-action = Look at the sheets listed and at what else is known about these stations.

check-w-201 = Station { $station } ({ $source }): { $ballots } ballots, { $registered } registered electors; people may vote off the list.
check-w-201-title = Ballots above the register
check-w-201-action = Look at the copy of the sheet and at the minutes of the station.

check-w-202 = Station { $station } ({ $source }): register 0 with { $ballots } ballots; its capacity is not stated.
check-w-202-title = Capacity not stated
check-w-202-action = Ask for the official list by station, with its date, and compare.

check-w-203 = Station { $station } ({ $source }): { $ballots } ballots, { $voters } voters.
check-w-203-title = Fewer ballots than voters
check-w-203-action = Look at the copy of the sheet and at the minutes of the station.

check-w-204 = Station { $station } ({ $source }): no valid votes.
check-w-204-title = No valid votes
check-w-204-action = Look at the sheets listed and at what else is known about these stations.

check-w-205 = Station { $station } ({ $source }): { $ballots } ballots of { $registered } registered electors.
check-w-205-title = Turnout of 95 % or more
check-w-205-action = Look at the sheets listed and at what else is known about these stations.

check-w-206 = Station { $station } ({ $source }): { $ballots } ballots of { $registered } registered electors.
check-w-206-title = Turnout of 25 % or less
check-w-206-action = Look at the sheets listed and at what else is known about these stations.

check-w-207 = Station { $station } ({ $source }): { $invalid } invalid of { $ballots } ballots.
check-w-207-title = Many invalid votes
check-w-207-action = Look at the sheets listed and at what else is known about these stations.
check-w-208 = Station { $station } ({ $source }): its box was drawn for the audit { $audit } and could not be counted: { $how ->
        [refused] access was refused
       *[missing] it was not there
    }.
check-w-208-title = Box that an audit could not count
check-w-208-action = Ask whoever keeps the box for access; when it is counted, record the station again in place of the old row.

check-w-301 = Source { $source } has no sheet of { $stations } listed stations ({ $electors } registered electors).
check-w-301-title = Listed stations without sheet
check-w-301-action = Ask which sheets are missing and why, station by station.

check-w-302 = Station { $station } ({ $source }) has a sheet and is not in the official list.
check-w-302-title = Sheet of an unlisted station
check-w-302-action = Ask for the official list by station, with its date, and compare.

check-w-303 = Station { $station } ({ $source }) was annulled; its sheet has { $ballots } ballots.
check-w-303-title = Sheet of an annulled station
check-w-303-action = Look at the sheets listed and at what else is known about these stations.

check-w-304 = Station { $station } has a sheet in { $source } although the status of its sheet is { $status }.
check-w-304-title = Sheet against its status
check-w-304-action = Put both copies of the sheet side by side.

check-w-305 = The stated totals ({ $kind }) run from { $least } to { $most }; each is computed.
check-w-305-title = Register totals disagree
check-w-305-action = Find the original document and say in the folder which reading is used and why.

check-w-401 = { $source } against { $other }: { $differ } of { $common } common stations differ, in { $cells } counts; { $missing } cells were unread on a side; net votes by option: { $net }.
check-w-401-title = Two sources, all stations
check-w-401-action = Put both copies of the sheet side by side.

check-w-402 = { $source } against { $other }, { $option }: higher at { $up } stations, lower at { $down }; a sign test with { $looks } looks finds the direction uneven.
check-w-402-title = Differences in one direction
check-w-402-action = Put both copies of the sheet side by side.

check-w-403 = { $stations } stations are in { $source } and not in { $other }; first: { $first }.
check-w-403-title = Only in one source
check-w-403-action = Ask which sheets are missing and why, station by station.

check-w-404 = Sources { $sources } come from one origin: their agreement does not make the copies genuine.
check-w-404-title = Sources of one origin
check-w-404-action = Nothing has to be done; it is recorded so that others can repeat the reading.

check-w-405 = Source { $source }: { $stations } stations share one picture: { $list }.
check-w-405-title = One picture, several stations
check-w-405-action = Put both copies of the sheet side by side.

check-w-406 = Source { $source }: { $stations } stations have the same counts, { $valid } valid votes each (rank { $rank } of { $groups }): { $list }.
check-w-406-title = Same counts at several stations
check-w-406-action = Look at the sheets listed and at what else is known about these stations.

check-w-407 = Source { $source }: { $stations } stations have the same votes for every option, { $valid } in all (rank { $rank } of { $groups }): { $list }.
check-w-407-title = Same votes at several stations
check-w-407-action = Look at the sheets listed and at what else is known about these stations.

check-w-501 = Source { $source }: { $option } has 0 votes on all { $sheets } sheets.
check-w-501-title = Option without any vote
check-w-501-action = Open the file at the place given and correct it, or correct the column map.

check-w-502 = Polling place { $place } ({ $source }): table { $highest } exists, { $sheets } sheets are here; missing: { $missing }.
check-w-502-title = Gap in table numbers
check-w-502-action = Ask which sheets are missing and why, station by station.

check-w-503 = Source { $source }: { $missing } tables are missing inside the numbering of { $places } polling places.
check-w-503-title = Tables missing inside places
check-w-503-action = Ask which sheets are missing and why, station by station.

check-w-601 = { $where }: printed between { $least } and { $most }; { $chosen } is used.
check-w-601-title = Outlets disagree
check-w-601-action = Find the original document and say in the folder which reading is used and why.

check-w-602 = { $declaration } states a register of { $declared }; the stated totals are { $totals }.
check-w-602-title = Another register total
check-w-602-action = Ask for the official list by station, with its date, and compare.

check-p-101 = Station { $station } ({ $source }): all { $valid } valid votes go to one option.
check-p-101-title = Unanimous station
check-p-101-action = Weigh the risk to the voters before publishing; a larger unit hides single votes.

check-p-102 = Station { $station } ({ $source }): { $valid } valid votes, too few to hide a single one.
check-p-102-title = Very few votes
check-p-102-action = Weigh the risk to the voters before publishing; a larger unit hides single votes.

check-p-103 = A text looks like an identity number: { $where }.
check-p-103-title = Looks like an identity number
check-p-103-action = Remove it from the folder before publishing anything; if it must be kept, keep it sealed.

check-p-104 = A text looks like a telephone number: { $where }.
check-p-104-title = Looks like a telephone number
check-p-104-action = Remove it from the folder before publishing anything; if it must be kept, keep it sealed.

check-p-105 = A text looks like an e-mail address: { $where }.
check-p-105-title = Looks like an e-mail address
check-p-105-action = Remove it from the folder before publishing anything; if it must be kept, keep it sealed.
