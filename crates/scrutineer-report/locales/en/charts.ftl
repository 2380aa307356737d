# Charts as files of their own.

charts-files = This chart as a file:
charts-heading = Charts of this release
charts-text = With the condition of the answer, the date, the source and the id of the report inside; anyone may show them elsewhere.
