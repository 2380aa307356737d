//! Bytes to Dataset and back: election folders, delimited and spreadsheet files, JSON per station
