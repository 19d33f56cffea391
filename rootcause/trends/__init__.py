"""What many cases show together: figures, each from one query in a file of its own, and a document that tells them."""
