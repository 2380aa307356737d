# Small maps of divisions.

map-title = Who is ahead on the sheets of { $source }, by division
map-text = Colour and lines name the option with the most votes on these sheets. The size of an area says nothing about votes, and shapes are simplified. The table has the numbers.
map-tie = Crossed lines on white: as many votes for two options
map-nobody = Dashed outline: no number shown
map-missing =
    { $count ->
        [one] Not on the map, since no shape of it is given:
       *[other] Not on the map, since no shapes of them are given:
    }
cli-verify-warning-audits-beside = The files with which audits by sampling are replayed (audits/) are those that were published. What was announced and the list of stations have the digests that the log has; the certificate says how to replay each draw by hand, and nobody replayed it here.
cli-verify-warning-geometry-beside = The shapes of the maps (geometry.geojson) are those that were published. They follow from no entry, and no answer reads them.

# What readers of shapes expect and find.

reader-shape-codes = codes of a division of this election
reader-shape-most-features = at most { $a } features
reader-shape-most-values = at most { $a } values
reader-shape-most-points = at most { $a } positions in all files
reader-shape-feature = a feature
reader-shape-properties = an object with the codes of a division
reader-shape-once = each division once
reader-shape-below = no code below a level that has none
reader-shape-code = the code of a division, as text
reader-shape-kinds = Polygon, MultiPolygon or Point
reader-shape-area = an area
reader-shape-polygons = an array of polygons
reader-shape-rings = an array of rings
reader-shape-positions = an array of positions
reader-shape-empty = an empty array
reader-shape-ring = a ring of at least 4 positions
reader-shape-closed = a closed ring: the last position is the first one
reader-shape-open = another last position
reader-shape-position = a position: longitude and latitude
reader-shape-values = { $a } values
reader-shape-range = a longitude from -180 to 180 and a latitude from -90 to 90, in degrees
reader-shape-written = the document as this program writes it
reader-shape-other-bytes = other bytes with the same shapes
reader-shape-levels = from 1 to { $a } properties, one for each level of the first hierarchy
reader-shape-whole = an object with features
reader-shape-features = an array of features
reader-sensitive = sensitive = true, as of { $a }, which has the same origin
reader-shape-key = Properties with the codes of a division of the first hierarchy, from the widest level down
reader-shape-division = geometry.geojson: expected divisions of this election, found { $a }
reader-no-mark = no such mark

cli-error-geometry =
    { $count ->
        [one] the shapes have one error
       *[other] the shapes have { $count } errors
    }
cli-error-feature = { $file }, feature { $at }
