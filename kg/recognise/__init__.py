"""Article → mentions: what is written where, before anything is linked. One module per kind; pure."""
