# Sets that are marked sensitive.

site-copies = copies of sources that are not named
site-copies-of =
    { $copies ->
        [one] one copy
       *[other] { $copies } copies
    } of { $origins ->
        [one] one origin
       *[other] { $origins } origins
    }
site-copies-few = The sums of a set of sheets whose source is not published are not shown here: they, or what follows from them for a place beside this one, would tell which stations the set has.
explained-withheld = Which stations these are is not listed, so that nobody can be found through a copy. The pages of the stations have what the copies say.
