"""What many cases say together. Each figure is a file of SQL in `sql`, which any engine runs over the flat tables.

`statements` has the SQL, `figures` what comes of it, `measuring` asks for all of them. From then on nothing is counted:
`sections` tells them in words, pictures and tables; `text`, `document`, `data` and `sheet` are its forms.
"""
