# Pages of stations: the line under the name of a polling place, and what stands below its stations.

site-place-lead = lead { $lead }; %: { $shares }

# What it would take to change the answer, under the stations of a page.

site-change-lead = Lead by { $source }
site-change-sheets =
    { $count ->
        [one] { $lead }: one false sheet of { $all } can be enough for it to vanish.
       *[other] { $lead }: for it to vanish, at least { $count } of { $all } sheets would have to be false; no single sheet decides.
    }
site-change-missing = { $lead }: what is missing beside { $all } sheets can by itself make it up.
