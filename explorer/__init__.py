"""The explorer: a local web page on the graph, and the API behind it.

It holds no query and no engine: it asks ``kg``, ``queries``, ``briefings`` and ``exports``, and answers in JSON.
``app.make_app`` is the way in.
"""
