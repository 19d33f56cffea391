"""The sections of a report, one module each: an analysis in, blocks out, nothing when there is nothing to say."""
