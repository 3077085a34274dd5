"""Who may ask the explorer: sessions, hosts and origins, headers, users. All of it stands before every answer."""
