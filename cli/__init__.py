"""The ``kg`` command: the only package that talks to a terminal. It stands above all the others."""
