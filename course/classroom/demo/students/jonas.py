"""opened the notebooks and closed them"""
