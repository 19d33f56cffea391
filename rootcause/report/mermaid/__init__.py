"""The pictures of a report in the language of Mermaid, in forms that viewers of Markdown have known for long."""
