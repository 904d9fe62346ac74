"""What the page is made of: cards, their places, its words and data; template, style and scripts as files.

`kg.write.html.page` puts the parts together.
"""
