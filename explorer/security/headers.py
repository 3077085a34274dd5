"""The headers that every answer has."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy: nothing from elsewhere, no script or style but in the server's own files.

Pictures may be made by the page itself (``data:``, ``blob:``), which is how a canvas becomes a PNG file.
"""

SECURE = {"strict-transport-security": "max-age=31536000"}
"""Further headers where browsers reach the server by TLS: for a year they do not ask it without."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}
"""No answer is kept by the browser: names would stay on the disk when the workspace is locked.

Other sites get no referrer. The server's own pages have to: without one, a browser hides where a form comes from.
"""
