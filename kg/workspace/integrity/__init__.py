"""What can go wrong with a workspace's files: originals that are not as they were written, disks that refuse."""
