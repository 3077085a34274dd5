"""What can go wrong with a workspace: originals that are not as they were written, disks that refuse, crashes."""
