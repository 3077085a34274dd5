"""What any text shares: dates, and spellings made comparable."""
