"""The rows of the table of permissions, a file a room; `permissions` puts them together. Art. 4."""
