"""The report as a document for Word and LibreOffice, with styles that a team can restyle."""
