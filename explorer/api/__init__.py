"""The addresses of the API, a module for each part of the page. A handler reads what is asked, asks, and answers."""
