"""Which hosts are one publisher's."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.jurisdictions.publishers import publisher_of

COUNTRY = load_jurisdiction("velmoria")


@pytest.mark.parametrize(
    ("host", "publisher"),
    [
        ("www.facebook.com", "facebook.com"),
        ("web.facebook.com", "facebook.com"),
        ("m.fb.com", "facebook.com"),
        ("mirror.example", "news.example"),
        ("WWW.News.example", "news.example"),
        ("mail.news.example", "mail.news.example"),
        ("m.example", "m.example"),
        ("web", "web"),
        ("", ""),
    ],
)
def test_mirrors_and_mobile_pages_are_one_publisher(host: str, publisher: str) -> None:
    assert publisher_of(host, COUNTRY) == publisher
