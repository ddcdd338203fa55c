"""What pages and documents cost beside the bare tools under them, as ratios measured in one run."""
