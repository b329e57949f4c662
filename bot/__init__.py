"""Put the parts together and keep the process running."""
