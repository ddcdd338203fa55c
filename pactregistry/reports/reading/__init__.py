"""What becomes of a report: examined, published, printed, told as late. Art. 30(3), 30(7)."""
