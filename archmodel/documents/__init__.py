"""What is handed to people: the published site, the formal document, and what they share."""
