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
site-copies-few = A set of sheets whose source is not published has fewer than five sheets here. Their sums are not shown, so that nobody can be found through them.
explained-withheld = Which stations these are is not listed, so that nobody can be found through a copy. The pages of the stations have what the copies say.
