"""What tests stand on: a whole bot in one process, with a fake wire and a fake clock."""
