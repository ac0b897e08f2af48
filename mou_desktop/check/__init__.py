"""Takes documents, gives findings: what is wrong or still open, and where.

`index` is built from the documents of all versions, `rules` read it, `run` puts them together;
`completeness` alone reads drafts. What the rules know of a language stands in `resources/checks`.
"""
