"""The small shapes that stand for things, on the drawing and in the legend."""

from exports.picture.markup import element

_POINTS = {
    "square": "-0.9,-0.9 0.9,-0.9 0.9,0.9 -0.9,0.9",
    "diamond": "0,-1.15 1.15,0 0,1.15 -1.15,0",
    "triangle": "0,-1.1 1.1,0.9 -1.1,0.9",
    "triangleDown": "0,1.1 1.1,-0.9 -1.1,-0.9",
    "hexagon": "-0.55,-1 0.55,-1 1.1,0 0.55,1 -0.55,1 -1.1,0",
    "star": "0,-1.2 0.3,-0.35 1.2,-0.35 0.48,0.2 0.75,1.05 0,0.5 -0.75,1.05 -0.48,0.2 -1.2,-0.35 -0.3,-0.35",
}


def draw_sign(shape: str, x: float, y: float, radius: float, **attributes: str | float | None) -> str:
    """A shape of the schema around a point."""
    if shape in _POINTS:
        pairs = (pair.split(",") for pair in _POINTS[shape].split())
        points = " ".join(f"{x + float(a) * radius:.1f},{y + float(b) * radius:.1f}" for a, b in pairs)
        return element("polygon", points=points, class_="sign", **attributes)
    if shape == "box":
        return element(
            "rect",
            x=x - radius * 1.5,
            y=y - radius * 0.8,
            width=radius * 3,
            height=radius * 1.6,
            rx=2,
            class_="sign",
            **attributes,
        )
    if shape == "ellipse":
        return element("ellipse", cx=x, cy=y, rx=radius * 1.2, ry=radius * 0.8, class_="sign", **attributes)
    return element("circle", cx=x, cy=y, r=radius, class_="sign", **attributes)


def legend_sign(shape: str, **attributes: str | float | None) -> str:
    """The shape as a small picture of its own."""
    return element("svg", draw_sign(shape, 7, 7, 5, **attributes), width=14, height=14)


def legend_line(**attributes: str | float | None) -> str:
    """A short line as a small picture of its own."""
    return element("svg", element("line", x1=0, y1=7, x2=22, y2=7, **attributes), width=22, height=14)


def is_light(colour: str) -> bool:
    """Whether dark words can be read on a colour, given as ``#rrggbb``."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red * 3 + green * 6 + blue > 1500
