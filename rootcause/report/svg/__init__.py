"""Pictures as SVG, from one small writer: nothing moves, nothing is loaded, no meaning by colour alone.

A picture is a module with one function that is given its diagram and a canvas:

    def draw_bars(diagram: BarDiagram, canvas: Canvas) -> None:
        label = wrap(bar.label, style.LABEL, 160, lines=2)    # measured with a real width table
        canvas.text(0, top, label)                            # left and top of the text, not its baseline
        canvas.rect(170, top, 90, 16, style.BAR)              # a look, never a colour

Coordinates may start anywhere: the picture is as large as what was drawn, plus a margin. Up to PAGE wide its text keeps
its size on paper. Looks and fonts stand in `style`; add one there and to its list. The canvas remembers where texts,
shapes and lines are, for the tests: no text may touch another or cross what it is not inside of.
"""
