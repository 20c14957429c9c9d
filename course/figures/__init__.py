"""Every figure the notebooks show, one module a notebook; `style` is what they share."""
