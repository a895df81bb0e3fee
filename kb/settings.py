"""The limits and names that several rooms share; nothing here depends on a content folder."""

CONTENT_ROOT_MARK = "kb.yaml"
"""The file that marks the root of a content folder."""

SNAPSHOT_SCHEMA = 10
"""Rises whenever the snapshot's or the index's layout changes, so that an old cache is never read."""

MAX_ARTICLE_BYTES = 1024 * 1024
"""A larger file is not read: nobody says a mebibyte to a customer."""

MAX_FRONT_MATTER_BYTES = 64 * 1024
MAX_YAML_BYTES = MAX_ARTICLE_BYTES
"""People, process and glossary may be as large as an article."""

MAX_YAML_EVENTS = 2_000
"""For front matter; a whole YAML file may have `MAX_YAML_FILE_EVENTS`."""

MAX_YAML_FILE_EVENTS = 100_000
MAX_YAML_DEPTH = 8

MAX_QUERY_CHARACTERS = 1_000
MAX_QUERY_TERMS = 32

DEFAULT_REVIEW_DAYS = 180
"""How long a signature holds unless kb.yaml or the article says otherwise."""

MAX_SAY_WORDS = 60
"""An answer is read aloud; about half a minute."""

MAX_SENTENCE_WORDS = 20

MAX_DRAFT_FILE_BYTES = 32 * 1024 * 1024
"""A mail or a document brings its pictures along."""
