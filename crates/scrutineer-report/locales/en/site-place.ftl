# Pages of stations: the line under the name of a polling place, and what stands below its stations.

site-place-lead = lead { $lead }; %: { $shares }

# Under the stations of a page.

site-change-by = could lower the lead by at most
site-change-unknown = how far it could lower the lead: not known
site-change-sheet = “Could lower the lead by at most”: the lead of { $leader } over { $rival } on the sheets of { $source } would fall by this many votes if that one sheet were false and all electors of the station (by the official list, else as printed on the sheet; all valid votes on it, where they are more) had voted for { $rival }.
site-change = What it would take to change the answer:
site-change-numbers = what is missing, and how many sheets would have to be false
site-change-reasons = reasons, and what else would change it
