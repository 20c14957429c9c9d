"""everything right"""
# right: *
